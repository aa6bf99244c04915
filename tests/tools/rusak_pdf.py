#!/usr/bin/env python3
"""Break a sound PDF in many ways, each of which one of our readers must notice.

    rusak_pdf.py BERKAS.pdf FOLDER     one JSON line a copy: {"nama", "alat", "sebab"}

A copy is FOLDER/<nama>.pdf; the tool `alat` must name `sebab` among its faults. The copy "utuh" is
written anew without any change, and nobody may say anything against it ("sebab" is null).
The file has to be tagged, with a table head and a picture.
"""

import json
import pathlib
import re
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name

CHECKER, READER, EXTENT, WORDS = "periksa_pdf.py", "baca_pdf.py", "tepi_pdf.py", "kata_pdf.py"

# --- Copies whose bytes are damaged -----------------------------------------------------------------


def swapped(old, new):
    """Puts bytes of the same length in the place of the last such ones, so that no offset moves."""

    def change(data):
        assert len(old) == len(new) and old in data, old
        return new.join(data.rsplit(old, 1))

    return change


def half(data):
    return data[: len(data) // 2]


def without_end(data):
    return data[: data.rindex(b"startxref")]


def spoilt_stream(data):
    """A compressed stream with a wrong head."""
    start = re.search(rb"/FlateDecode[^>]*>>\s*stream\r?\n", data).end()
    return data[:start] + bytes([data[start] ^ 0xFF]) + data[start + 1:]


def spoilt_font(data):
    """The program of a font with wrong bytes in its middle, where it may still decode: MuPDF sees it."""
    streams = re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.S)
    largest = max(streams, key=lambda one: len(one[1]))
    middle = (largest.start(1) + largest.end(1)) // 2
    return data[:middle] + bytes(byte ^ 0xFF for byte in data[middle:middle + 9]) + data[middle + 9:]


def wrong_length(data):
    """A stream that is said to be shorter than it is."""
    found = re.search(rb"/Length (\d)(\d+)", data)
    digit = b"1" if found[1] != b"1" else b"2"
    return data[: found.start(1)] + digit + data[found.end(1):]


def entry(data):
    """The place of the fifth object's line in the cross-reference table."""
    table = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    return [one.start() for one in re.finditer(rb"\d{10} \d{5} n", data[table:])][5] + table


def wrong_offset(data):
    place = entry(data)
    return data[:place] + b"0000000123" + data[place + 10:]


def lost_object(data):
    """An entry that no reader can use: newer versions of qpdf take the object for null in silence."""
    place = entry(data)
    return data[:place + 11] + b"70000" + data[place + 16:]


# What is changed, and what the tools must say. All that read with qpdf open a file in the same way
# (utuh_pdf.py), so two of the copies are enough for those that are not the checker.
BYTES = {
    "terpotong": (half, {CHECKER: "qpdf: ", READER: "qpdf: ", EXTENT: "qpdf: ", WORDS: "MuPDF: "}),
    "tanpa-ujung": (without_end, {CHECKER: "qpdf: ", WORDS: "MuPDF: "}),
    "aliran-rusak": (spoilt_stream, {CHECKER: "qpdf: "}),
    "huruf-rusak": (spoilt_font, {CHECKER: "MuPDF: "}),
    "panjang-keliru": (wrong_length, {CHECKER: "qpdf: ", READER: "qpdf: ", EXTENT: "qpdf: "}),
    "tempat-keliru": (wrong_offset, {CHECKER: "qpdf: "}),
    "objek-hilang": (lost_object, {CHECKER: "qpdf: "}),
    "tanpa-endobj": (swapped(b"endobj", b"endxbj"), {CHECKER: "qpdf: "}),
    "tanpa-akar": (swapped(b"/Root", b"/Rxxt"), {CHECKER: "qpdf: "}),
    "tanpa-id": (swapped(b"/ID[", b"/IX["), {CHECKER: "trailer tanpa ID"}),
    "aliran-luar": (
        swapped(b"/Metadata/Subtype/XML", b"/Metadata/F(xxxxxxxx)"),
        {CHECKER: "aliran di luar berkas"},
    ),
    "xmp-disandikan": (
        swapped(b"/Metadata/Subtype/XML", b"/Metadata/Filter[]   "),
        {CHECKER: "metadata XMP disandikan"},
    ),
}

# --- Copies whose objects are sound and say what they must not ----------------------------------------


def first(pdf, role):
    """The first structure element of a role."""
    for obj in pdf.objects:
        if isinstance(obj, Dictionary) and obj.get("/S") == role and "/P" in obj:
            return obj
    raise SystemExit(f"tidak ada {role}")


def note(pdf, **entries):
    """Adds an annotation to the first page, which may print unless told otherwise."""
    entries = {"Type": Name.Annot, "Subtype": Name.Link, "Rect": Array([0, 0, 9, 9]), "F": 4} | entries
    page = pdf.pages[0].obj
    page.Annots, page.Tabs = Array([pdf.make_indirect(Dictionary(**entries))]), Name.S


def add(pdf, content):
    """Adds content at the end of the first page."""
    pdf.pages[0].contents_add(content)


def script(pdf):
    names = Dictionary(Names=Array(["x", Dictionary(S=Name.JavaScript, JS="1")]))
    pdf.Root.Names = Dictionary(JavaScript=names)


def without_meaning(pdf):
    for obj in pdf.objects:
        if isinstance(obj, Dictionary) and obj.get("/Type") == "/Font" and "/ToUnicode" in obj:
            del obj["/ToUnicode"]


def orphaned(pdf):
    """Content whose number stands nowhere in the structure tree."""
    font = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    add(pdf, f"/P <</MCID 9999>> BDC BT {font} 9 Tf <0001> Tj ET EMC".encode())


def untagged(pdf):
    del pdf.Root["/StructTreeRoot"]


def aside(pdf):
    font = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    add(pdf, f"BT {font} 9 Tf <0001> Tj ET".encode())


def unchanged(_):
    pass


def setter(name, value, where=lambda pdf: pdf.Root):
    def change(pdf):
        where(pdf)[name] = value(pdf)

    return change


def remover(name, where=lambda pdf: pdf.Root):
    def change(pdf):
        del where(pdf)[name]

    return change


def old_filter(pdf):
    """A stream without content in the compression that ISO 19005-2 forbids."""
    pdf.Root["/Naskah"] = pdf.make_stream(b"\x80\x40\x40", Filter=Name.LZWDecode)


def locked(_):
    """What to save with: a file that everybody may read and nobody change."""
    return {"encryption": pikepdf.Encryption(owner="x", user=""), "stream_decode_level": None}


OBJECTS = {
    "utuh": (unchanged, CHECKER, None),
    "isi-putus": (lambda pdf: add(pdf, b"BT (tanpa akhir"), CHECKER, "qpdf: "),
    "tindakan": (setter("/OpenAction", lambda _: Array([])), CHECKER, "/OpenAction"),
    "tindakan-tambahan": (setter("/AA", lambda _: Dictionary()), CHECKER, "/AA"),
    "skrip": (script, CHECKER, "JavaScript"),
    "tanpa-profil": (remover("/DestOutputProfile", lambda pdf: pdf.Root.OutputIntents[0]), CHECKER, "profil warna"),
    "lzw": (old_filter, CHECKER, "/LZWDecode"),
    "terkunci": (locked, CHECKER, "terenkripsi"),
    "bunyi": (lambda pdf: note(pdf, Subtype=Name.Sound, Contents="x"), CHECKER, "/Sound"),
    "kepala-tanpa-scope": (remover("/A", lambda pdf: first(pdf, "/TH")), CHECKER, "tanpa Scope"),
    "tak-tercetak": (lambda pdf: note(pdf, F=0, Contents="x"), CHECKER, "tidak tercetak"),
    "tautan-bisu": (note, CHECKER, "tautan tanpa uraian"),
    "tanpa-tanda": (remover("/MarkInfo"), CHECKER, "pdfua: "),
    "tanpa-bahasa": (remover("/Lang"), CHECKER, "pdfua: "),
    "gambar-bisu": (remover("/Alt", lambda pdf: first(pdf, "/Figure")), CHECKER, "outloud: "),
    "tanpa-pohon": (untagged, READER, "tidak bertag"),
    "tanpa-arti": (without_meaning, READER, "glif tanpa nilai Unicode"),
    "yatim": (orphaned, READER, "yatim"),
    "di-luar-pohon": (aside, READER, "teks di luar pohon"),
    "emc-lebih": (lambda pdf: add(pdf, b"EMC"), READER, "EMC tanpa BMC"),
    "bmc-lebih": (lambda pdf: add(pdf, b"/P BMC"), READER, "BMC tanpa EMC"),
    "operator-lain": (lambda pdf: add(pdf, b"BT 1 1 Td ET"), EXTENT, "operator teks Td belum dikenal"),
}


# Filters stay, where qpdf would replace some by better ones.
AS_IT_IS = {"stream_decode_level": pikepdf.StreamDecodeLevel.none, "compress_streams": False}


def said(name, tool, reason):
    print(json.dumps({"nama": name, "alat": tool, "sebab": reason}))


def main():
    source, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    data = source.read_bytes()
    for name, (change, reasons) in BYTES.items():
        (folder / f"{name}.pdf").write_bytes(change(data))
        for tool, reason in reasons.items():
            said(name, tool, reason)
    for name, (change, tool, reason) in OBJECTS.items():
        with pikepdf.open(source) as pdf:
            pdf.save(folder / f"{name}.pdf", **(AS_IT_IS | (change(pdf) or {})))
        said(name, tool, reason)


if __name__ == "__main__":
    main()
