#!/usr/bin/env python3
"""Read the text of a tagged PDF back, exactly as an assistive reader would.

    baca_pdf.py BERKAS.pdf            one block of text per line
    baca_pdf.py --json BERKAS.pdf     [{"tag", "jalur", "halaman", "teks", "alt"?}, ...]
    baca_pdf.py --artefak ...         also what is marked as artifact (page numbers, rules)

The reader shares no code with the writer (Typst, krilla): it parses content
streams with pikepdf (qpdf), maps glyph codes through each font's /ToUnicode,
lets /ActualText replace the glyphs it covers, undoes /ReversedChars
(right-to-left runs are drawn from the left), and puts the marked content in the
order of the structure tree. No glyph position is ever looked at, so nothing is
guessed: no space is invented and no word is reordered.

A block is a paragraph, heading, list label or body, note, caption or table cell.
Inline elements (Span, Link, Strong, ...) do not split it. A cell is reported even
when it is empty. Line ends inside a block are whatever the writer put there;
Typst ends a line broken at a space with that space.

Faults end the run with status 2 and one line on stderr: a file that is broken
(utuh_pdf.py) or untagged, a glyph without a Unicode value, text that neither the
structure tree nor an artifact owns.
"""

import argparse
import json
import re
import sys

import pikepdf

from utuh_pdf import Broken, opened

INLINE = {
    "Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot",
    "Em", "Strong", "Sub", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
}
CELLS = {"TD", "TH"}
ARTIFACT = object()  # the owner of text inside /Artifact
MAX_DEPTH = 64       # nesting of form XObjects


class Fault(Exception):
    """The file cannot be read back without guessing."""


def pdf_text(value):
    """A PDF text string (UTF-16BE, UTF-8 or PDFDocEncoding) as str."""
    raw = bytes(value)
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be")
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8")
    return raw.decode("pdfdoc")


def utf16(hexdigits):
    return bytes.fromhex(re.sub(r"\s", "", hexdigits)).decode("utf-16-be")


class Font:
    """What a font's codes mean: the bytes per code and the /ToUnicode map."""

    def __init__(self, font):
        self.name = str(font.get("/BaseFont", font.get("/Name", "?")))
        self.width = 2 if font.get("/Subtype") == "/Type0" else 1
        self.map = {}
        if "/ToUnicode" in font:
            self._parse(font["/ToUnicode"].read_bytes().decode("latin-1"))

    def _parse(self, cmap):
        for body in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
            for code, text in re.findall(r"<([^>]*)>\s*<([^>]*)>", body):
                self.map[int(code, 16)] = utf16(text)
        for body in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
            rows = re.findall(r"<([^>]*)>\s*<([^>]*)>\s*(<[^>]*>|\[.*?\])", body, re.S)
            for low, high, target in rows:
                low, high = int(low, 16), int(high, 16)
                if target.startswith("["):
                    for i, text in enumerate(re.findall(r"<([^>]*)>", target)):
                        self.map[low + i] = utf16(text)
                else:
                    first = utf16(target[1:-1])
                    for code in range(low, high + 1):
                        last = chr(ord(first[-1]) + code - low)
                        self.map[code] = first[:-1] + last

    def decode(self, raw):
        """One item per glyph; None where the font gives no Unicode value."""
        for i in range(0, len(raw) - self.width + 1, self.width):
            yield self.map.get(int.from_bytes(raw[i:i + self.width], "big"))


class Mark:
    """One level of marked content."""

    def __init__(self, owner, actual, reverse):
        self.owner = owner      # (stream, MCID), ARTIFACT, or None for the parent's
        self.actual = actual    # replacement text, or None
        self.reverse = reverse  # /ReversedChars
        self.items = []         # text in drawing order


class Page:
    """All marked content of one page: {owner: text}, and the artifacts."""

    def __init__(self, page, number):
        self.number = number
        self.text = {}
        self.artifact = []
        self.fonts = {}
        self._stream(page, page.obj.get("/Resources", {}), None, None, 0)

    def _font(self, resources, name):
        font = resources["/Font"][name]
        key = font.objgen if font.is_indirect else (id(resources), name)
        if key not in self.fonts:
            self.fonts[key] = Font(font)
        return self.fonts[key]

    def _properties(self, resources, operand):
        if isinstance(operand, pikepdf.Name):
            return resources["/Properties"][operand]
        return operand

    def _stream(self, stream, resources, scope, owner, depth):
        """Read one content stream. `scope` tells MCIDs of form XObjects apart."""
        if depth > MAX_DEPTH:
            raise Fault(f"halaman {self.number}: form XObject terlalu dalam")
        root = Mark(owner, None, False)
        marks, font, fonts = [root], None, []
        for operands, operator in pikepdf.parse_content_stream(stream):
            op = str(operator)
            if op == "q":
                fonts.append(font)
            elif op == "Q":
                font = fonts.pop() if fonts else font
            elif op == "Tf":
                font = self._font(resources, operands[0])
            elif op in ("BMC", "BDC"):
                marks.append(self._mark(operands, op, resources, scope))
            elif op == "EMC":
                if len(marks) == 1:
                    raise Fault(f"halaman {self.number}: EMC tanpa BMC")
                self._close(marks)
            elif op in ("Tj", "'", '"'):
                self._show(marks, font, bytes(operands[-1]))
            elif op == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        self._show(marks, font, bytes(part))
            elif op == "Do":
                form = resources["/XObject"][operands[0]]
                if form.get("/Subtype") == "/Form":
                    inner = form.objgen if "/StructParents" in form else scope
                    self._flush(marks)
                    self._stream(form, form.get("/Resources", resources), inner,
                                 self._owner(marks), depth + 1)
        if len(marks) != 1:
            raise Fault(f"halaman {self.number}: BMC tanpa EMC")
        self._emit(root.owner, "".join(root.items))

    def _mark(self, operands, op, resources, scope):
        tag, owner, actual = str(operands[0]), None, None
        if op == "BDC":
            properties = self._properties(resources, operands[1])
            if "/MCID" in properties:
                owner = (scope, int(properties["/MCID"]))
            if "/ActualText" in properties:
                actual = pdf_text(properties["/ActualText"])
        if tag == "/Artifact":
            owner = ARTIFACT
        return Mark(owner, actual, tag == "/ReversedChars")

    def _show(self, marks, font, raw):
        if any(mark.actual is not None for mark in marks):
            return
        for text in font.decode(raw):
            if text is None:
                raise Fault(f"halaman {self.number}: glif tanpa nilai Unicode ({font.name})")
            marks[-1].items.append(text)

    def _close(self, marks):
        mark = marks.pop()
        if mark.actual is not None:
            inside = any(outer.actual is not None for outer in marks)
            mark.items = [] if inside else [mark.actual]
        if mark.reverse:
            mark.items.reverse()
        if mark.owner is None:
            marks[-1].items += mark.items
        else:
            self._emit(mark.owner, "".join(mark.items))

    def _flush(self, marks):
        """Hand over what was drawn before a form XObject, to keep the order."""
        for mark in marks:
            if mark.owner is not None and mark.actual is None and not mark.reverse:
                self._emit(mark.owner, "".join(mark.items))
                mark.items = []

    def _owner(self, marks):
        return next((m.owner for m in reversed(marks) if m.owner is not None), None)

    def _emit(self, owner, text):
        if owner is ARTIFACT:
            if text:
                self.artifact.append(text)
        elif owner is not None:
            self.text[owner] = self.text.get(owner, "") + text
        elif text:
            raise Fault(f"halaman {self.number}: teks di luar pohon struktur: {text[:40]!r}")


class Reader:
    """Walks the structure tree and gathers blocks."""

    def __init__(self, pdf):
        tree = pdf.Root.get("/StructTreeRoot")
        if tree is None:
            raise Fault("berkas ini tidak bertag (tanpa StructTreeRoot)")
        self.roles = {str(k): str(v) for k, v in tree.get("/RoleMap", {}).items()}
        self.pages = {p.objgen: Page(p, i) for i, p in enumerate(pdf.pages, 1)}
        self.blocks, self.current, self.used = [], None, set()
        self._kids(tree, [], None)
        self._all_owned()

    def _role(self, element):
        name, seen = str(element.get("/S", "/NonStruct")), set()
        while name in self.roles and name not in seen:
            seen.add(name)
            name = self.roles[name]
        return name.lstrip("/")

    def _open(self, path, keep=False):
        tag = next((t for t in reversed(path) if t not in INLINE), "Document")
        self.current = {"tag": tag, "jalur": "/".join(path), "halaman": None, "teks": ""}
        if keep:
            self.blocks.append(self.current)

    def _add(self, path, text, page):
        if self.current is None:
            self._open(path)
        block = self.current
        if not any(block is b for b in self.blocks[-1:]):
            self.blocks.append(block)
        block["teks"] += text
        if block["halaman"] is None and page is not None:
            block["halaman"] = page

    def _kids(self, element, path, page):
        page = element.get("/Pg", page)
        kids = element.get("/K")
        if kids is None:
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                self._kid(kid, path, page)
            else:
                self._content(path, page, None, int(kid))

    def _kid(self, kid, path, page):
        kind = kid.get("/Type")
        if kind == "/MCR":
            stream = kid.get("/Stm")
            scope = None if stream is None else stream.objgen
            self._content(path, kid.get("/Pg", page), scope, int(kid["/MCID"]))
        elif kind != "/OBJR":
            self._element(kid, path, page)

    def _content(self, path, page, scope, mcid):
        content = self.pages[page.objgen]
        key = (scope, mcid)
        self.used.add((content.number, key))
        self._add(path, content.text.get(key, ""), content.number)

    def _element(self, element, path, page):
        role = self._role(element)
        path = path + [role]
        block = role not in INLINE
        if block:
            self._open(path, keep=role in CELLS)
        if "/Alt" in element:
            self._add(path, "", None)
            self.current["alt"] = pdf_text(element["/Alt"])
        if "/ActualText" in element:
            self._add(path, pdf_text(element["/ActualText"]), None)
            self._swallow(element, page)
        else:
            self._kids(element, path, page)
        if block:
            self.current = None

    def _swallow(self, element, page):
        """Mark the content below an /ActualText as read, without using its text."""
        blocks, current = self.blocks, self.current
        self.blocks = []
        self._kids(element, [], page)
        self.blocks, self.current = blocks, current

    def _all_owned(self):
        for page in self.pages.values():
            for key, text in page.text.items():
                if text and (page.number, key) not in self.used:
                    raise Fault(f"halaman {page.number}: MCID {key[1]} yatim: {text[:40]!r}")


def read(path, artifacts=False):
    """The blocks of a PDF, in reading order."""
    with opened(path) as pdf:
        reader = Reader(pdf)
        blocks = reader.blocks
        if artifacts:
            blocks = blocks + [
                {"tag": "Artifact", "jalur": "Artifact", "halaman": p.number, "teks": t}
                for p in reader.pages.values() for t in p.artifact
            ]
        return blocks


def main():
    parser = argparse.ArgumentParser(description="Baca balik teks PDF bertag, persis.")
    parser.add_argument("berkas", nargs="+")
    parser.add_argument("--json", action="store_true", help="satu larik JSON per berkas")
    parser.add_argument("--artefak", action="store_true", help="sertakan artefak")
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    for path in options.berkas:
        try:
            blocks = read(path, options.artefak)
        except (Fault, Broken, OSError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            return 2
        if options.json:
            print(json.dumps(blocks, ensure_ascii=False))
        else:
            for block in blocks:
                print(block["teks"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
