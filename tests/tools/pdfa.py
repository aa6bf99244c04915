#!/usr/bin/env python3
"""Whether PDF files keep PDF/A, judged by pdfluent, which shares no code with their writer.

    pdfa.py BERKAS.pdf ...             one JSON line a file: {"tingkat", "galat"}
    pdfa.py --rusak BERKAS.pdf FOLDER  breaks a sound file in ways that PDF/A forbids:
                                       one JSON line a copy: {"nama", "pasal"}

A copy is FOLDER/<nama>.pdf; the validator must name a rule that begins with `pasal`, the clause of
ISO 19005-2. The copy "utuh" is written anew without any change, and nothing may be said against it
("pasal" is null).

pdfluent 1.2.0 misreads the escapes \\b and \\f in literal strings: it takes the glyph of the code 0x08
for that of the letter "b", and finds faults that are none. So the strings of the page contents are
written as hexadecimal ones first, which say the same (ISO 32000-1, 7.3.4.3).
"""

import json
import pathlib
import sys
import tempfile

import pdfluent
import pikepdf
from pikepdf import Dictionary, Name


def spelt(value):
    """An operand with its strings in hexadecimal digits."""
    match value:
        case pikepdf.String():
            return b"<" + bytes(value).hex().encode() + b">"
        case pikepdf.Array():
            return b"[" + b" ".join(map(spelt, value)) + b"]"
        case Dictionary():
            return b"<<" + b" ".join(key.encode() + b" " + spelt(one) for key, one in value.items()) + b">>"
        case pikepdf.Object():
            return value.unparse()
        case bool():
            return str(value).lower().encode()
        case _:
            return str(value).encode()


def rewritten(source, target):
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            lines = pikepdf.parse_content_stream(page)
            text = (b" ".join([*map(spelt, line.operands), bytes(line.operator)]) for line in lines)
            page.obj.Contents = pdf.make_stream(b"\n".join(text))
        pdf.save(target)


def judged(path):
    with tempfile.TemporaryDirectory() as folder:
        copy = str(pathlib.Path(folder) / "salinan.pdf")
        rewritten(path, copy)
        report = pdfluent.validate_pdfa(copy)
        faults = [f"{one.rule} {one.message}" for one in report.issues]
    if not report.is_compliant and not faults:
        faults = ["tidak memenuhi, tanpa sebab"]
    return {"tingkat": report.pdfa_level, "galat": faults}


# --- Copies that are no PDF/A ------------------------------------------------------------------------


def fonts(pdf):
    """The descriptors of all fonts."""
    return [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == Name.FontDescriptor]


def with_unknown_colour(pdf):
    """A colour of the device's own, and nothing that says which it is."""
    del pdf.Root.OutputIntents
    pdf.pages[0].contents_add(b"1 0 0 rg", prepend=True)


def without_font(pdf):
    for font in fonts(pdf):
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if key in font:
                del font[key]


def without_metadata(pdf):
    del pdf.Root.Metadata


def with_script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def without_tags(pdf):
    del pdf.Root.MarkInfo
    del pdf.Root.StructTreeRoot


def with_attachment(pdf):
    pdf.attachments["lampiran.bin"] = b"bukan PDF"


# What is changed, and the clause that forbids it.
BROKEN = {
    "utuh": (lambda pdf: None, None),
    "warna-tanpa-profil": (with_unknown_colour, "6.2.4"),
    "tanpa-huruf": (without_font, "6.2.11.4"),
    "tanpa-metadata": (without_metadata, "6.6"),
    "dengan-skrip": (with_script, "6.5"),
    "tanpa-tag": (without_tags, "6.7"),
    "dengan-lampiran": (with_attachment, "6.8"),
}


def break_into(source, folder):
    for name, (change, clause) in BROKEN.items():
        with pikepdf.open(source) as pdf:
            change(pdf)
            pdf.save(pathlib.Path(folder) / f"{name}.pdf")
        print(json.dumps({"nama": name, "pasal": clause}))


def main():
    match sys.argv[1:]:
        case ["--rusak", source, folder]:
            break_into(source, folder)
        case paths:
            for path in paths:
                print(json.dumps(judged(path), ensure_ascii=False))


if __name__ == "__main__":
    main()
