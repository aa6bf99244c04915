#!/usr/bin/env python3
"""How far the text of PDF files reaches, so that nothing runs off the page.

    tepi_pdf.py BERKAS.pdf ...      one JSON list a line: a page's size and the extent of its text

[{"halaman": [width, height], "kata": [left, top, right, bottom]}, ...] in points from the upper
left corner; top and bottom are baselines. A page without text has no "kata". Blanks and text that
stands aslant, as the draft mark does, are left out. Read with pikepdf: PyMuPDF takes minutes for
one word of ten thousand pieces.
"""

import json
import sys
import unicodedata

import pikepdf

from baca_pdf import Font
from utuh_pdf import opened

IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(m, n):
    """First m, then n."""
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )


class Widths:
    """The advance of each code of a font in thousandths of its size, and whether it is a blank."""

    def __init__(self, font):
        self.meaning = Font(font)
        self.map, self.default = {}, 0.0
        if "/DescendantFonts" in font:
            self._composite(font["/DescendantFonts"][0])
        else:
            first, scale = int(font.get("/FirstChar", 0)), float(font.get("/FontMatrix", [0.001])[0])
            widths = enumerate(font.get("/Widths", []), first)
            self.map = {code: float(width) * scale * 1000 for code, width in widths}

    def _composite(self, font):
        self.default = float(font.get("/DW", 1000))
        parts = list(font.get("/W", []))
        while parts:
            first = int(parts.pop(0))
            second = parts.pop(0)
            if isinstance(second, pikepdf.Array):
                self.map.update(enumerate(map(float, second), first))
            else:
                width = float(parts.pop(0))
                self.map.update((code, width) for code in range(first, int(second) + 1))

    def glyphs(self, raw):
        size = self.meaning.width
        codes = (int.from_bytes(raw[i:i + size], "big") for i in range(0, len(raw) - size + 1, size))
        for code, text in zip(codes, self.meaning.decode(raw)):
            yield self.map.get(code, self.default), text is not None and is_blank(text)


def is_blank(text):
    """A blank; the glyph of one may stand for the marks that were piled on it, too."""
    return not "".join(c for c in text if not unicodedata.combining(c)).strip()


def strokes(page, fonts):
    """Start, end and baseline of every piece of text, from the lower left corner."""
    resources = page.obj.get("/Resources", {})
    matrix, stack, font, size, line = IDENTITY, [], None, 0.0, IDENTITY
    for operands, operator in pikepdf.parse_content_stream(page):
        op = str(operator)
        if op == "q":
            stack.append((matrix, font, size))
        elif op == "Q":
            matrix, font, size = stack.pop()
        elif op == "cm":
            matrix = times(tuple(map(float, operands)), matrix)
        elif op == "Tf":
            found = resources["/Font"][operands[0]]
            font, size = fonts.setdefault(found.objgen, None) or Widths(found), float(operands[1])
            fonts[found.objgen] = font
        elif op == "BT":
            line = IDENTITY
        elif op == "Tm":
            line = tuple(map(float, operands))
        elif op in ("Td", "TD", "T*", "'", '"'):
            raise SystemExit(f"operator teks {op} belum dikenal")
        elif op in ("Tj", "TJ"):
            parts = operands[0] if op == "TJ" else [operands[0]]
            place = times(line, matrix)
            start, end, pen = None, None, 0.0
            for part in parts:
                if not isinstance(part, pikepdf.String):
                    pen -= float(part) * size / 1000
                    continue
                for width, blank in font.glyphs(bytes(part)):
                    after = pen + width * size / 1000
                    if not blank:
                        start, end = pen if start is None else min(start, pen), max(end or after, after)
                    pen = after
            if start is not None and place[1] == place[2] == 0:
                yield place[4] + start * place[0], place[4] + end * place[0], place[5]
            line = times((1.0, 0.0, 0.0, 1.0, pen, 0.0), line)


def extent(page, fonts):
    width, height = (float(side) for side in page.mediabox[2:])
    found = list(strokes(page, fonts))
    facts = {"halaman": [round(width, 1), round(height, 1)]}
    if found:
        left, right, base = zip(*found)
        reach = (min(left), height - max(base), max(right), height - min(base))
        facts["kata"] = [round(side, 1) for side in reach]
    return facts


def main():
    for path in sys.argv[1:]:
        with opened(path) as pdf:
            fonts = {}
            print(json.dumps([extent(page, fonts) for page in pdf.pages]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
