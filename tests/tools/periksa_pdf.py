#!/usr/bin/env python3
"""Facts and faults of PDF files, found by tools that share no code with their writer.

    periksa_pdf.py [--fakta] BERKAS.pdf ...    one JSON object a line, in the order of the arguments

Facts (page sizes, title, language, date, XMP, fonts, bookmarks, figures) are read with pikepdf; the
tests compare them with the draft. Faults are what no draft excuses: whatever is broken
(utuh_pdf.py), `pdfua`, `outloud` (errors only: its warning TBL-014 does not see Typst's tables),
and the clauses of ISO 19005-2 that can be looked up without a validator. With --fakta only these
last are looked up. That each of them can fail is shown by rusak_pdf.py.
"""

import json
import sys

import outloud
import pdfua
import pikepdf

import utuh_pdf

# How many rules pdfua 0.1.3 runs on a tagged file: fewer would be a pass that proves less.
PDFUA_RULES = 11


def texts(outline, level=1):
    """Titles of bookmarks with their level."""
    for item in outline:
        yield [level, str(item.title)]
        yield from texts(item.children, level + 1)


def fonts(pdf):
    """Every font of the file: name, whether its program is inside, whether its codes have a Unicode value."""
    for obj in pdf.objects:
        if not isinstance(obj, pikepdf.Dictionary) or obj.get("/Type") != "/Font":
            continue
        if str(obj.get("/Subtype", "")).startswith("/CIDFont"):
            continue
        holder = obj["/DescendantFonts"][0] if "/DescendantFonts" in obj else obj
        descriptor = holder.get("/FontDescriptor", {})
        inside = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        inside = inside or obj.get("/Subtype") == "/Type3"
        yield {"nama": str(obj.get("/BaseFont", "")), "tertanam": inside, "unicode": "/ToUnicode" in obj}


def elements(pdf):
    """Every structure element."""
    for obj in pdf.objects:
        if isinstance(obj, pikepdf.Dictionary) and "/S" in obj and "/P" in obj and "/K" in obj:
            yield obj


def has_scope(cell):
    owned = cell.get("/A", [])
    return any("/Scope" in one for one in (owned if isinstance(owned, pikepdf.Array) else [owned]))


def archive_faults(pdf):
    """What ISO 19005-2 forbids or demands, as far as the file's own objects tell."""
    root = pdf.Root
    if pdf.is_encrypted:
        yield "terenkripsi (6.1.3)"
    if "/ID" not in pdf.trailer:
        yield "trailer tanpa ID (6.1.3)"
    for key in ("/AA", "/OpenAction", "/Requirements", "/NeedsRendering"):
        if key in root:
            yield f"katalog memuat {key} (6.5, 6.11)"
    if "/JavaScript" in root.get("/Names", {}):
        yield "memuat JavaScript (6.5.1)"
    if "/Filter" in root.get("/Metadata", {}):
        yield "metadata XMP disandikan"
    for intent in root.get("/OutputIntents", []):
        if "/DestOutputProfile" not in intent:
            yield "OutputIntent tanpa profil warna (6.2.3)"
    for obj in pdf.objects:
        if isinstance(obj, pikepdf.Stream):
            filters = obj.get("/Filter", [])
            for name in filters if isinstance(filters, pikepdf.Array) else [filters]:
                if name in ("/LZWDecode", "/Crypt"):
                    yield f"aliran dengan {name} (6.1.7)"
            if "/F" in obj:
                yield "aliran di luar berkas (6.1.7)"
        if isinstance(obj, pikepdf.Dictionary) and obj.get("/Subtype") in ("/PS", "/Movie", "/Sound", "/Screen"):
            yield f"objek {obj['/Subtype']} (6.2.9, 6.3.1)"
    for one in elements(pdf):
        if one["/S"] == "/TH" and not has_scope(one):
            yield "sel kepala tabel tanpa Scope (PDF/UA 7.5)"
    for number, page in enumerate(pdf.pages, 1):
        for note in page.obj.get("/Annots", []):
            if int(note.get("/F", 0)) & 4 == 0:
                yield f"halaman {number}: anotasi yang tidak tercetak (6.3.2)"
            if "/Contents" not in note and note.get("/Subtype") == "/Link":
                yield f"halaman {number}: tautan tanpa uraian (PDF/UA 7.18.5)"
        if page.obj.get("/Tabs") != "/S" and "/Annots" in page.obj:
            yield f"halaman {number}: urutan tab tidak menurut struktur (PDF/UA 7.18.3)"


def pdfua_faults(path):
    """Whatever pdfua finds, and rules of it that could not judge the file."""
    report = pdfua.validate(path)
    for one in report.findings:
        yield f"pdfua: {one.rule_id}: {one.message}"
    judged = len(report.outcomes) - len(report.skipped)
    if judged < PDFUA_RULES:
        yield f"pdfua hanya menjalankan {judged} pemeriksaan"


def outloud_faults(path):
    """Errors of outloud, and rules of it that broke down."""
    heard = outloud.check(path)
    if heard.error:
        yield f"outloud: {heard.error}"
    for one in heard.findings:
        if one.severity == "error":
            yield f"outloud: {one.rule}: {one.message}: {one.evidence}"
    for rule in heard.runs:
        if rule.status == "crashed":
            yield f"outloud: {rule.rule} berhenti: {rule.reason}"


def facts(path):
    """What stands in a file, and what ISO 19005-2 has against it."""
    with utuh_pdf.opened(path) as pdf:
        return facts_of(pdf)


def facts_of(pdf):
    with pdf.open_metadata() as xmp, pdf.open_outline() as outline:
        root = pdf.Root
        figures = [one for one in elements(pdf) if one["/S"] == "/Figure"]
        names = {"pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "dc:title", "dc:language",
                 "xmp:CreateDate", "xmp:ModifyDate", "xmp:CreatorTool"}
        return {
            "versi": pdf.pdf_version,
            "halaman": [[round(float(side), 1) for side in page.mediabox[2:]] for page in pdf.pages],
            "judul": str(pdf.docinfo.get("/Title", "")),
            "tanggal": str(pdf.docinfo.get("/CreationDate", "")),
            "bahasa": str(root.get("/Lang", "")),
            "bertag": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
            "tampil_judul": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
            "xmp": {name: str(xmp[name]) for name in sorted(names) if name in xmp},
            "profil": [str(intent["/S"]) for intent in root.get("/OutputIntents", [])],
            "huruf": list(fonts(pdf)),
            "penanda": list(texts(outline.root)),
            "gambar": [str(one.get("/Alt", "")) for one in figures],
            "id": [bytes(part).hex() for part in pdf.trailer["/ID"]] if "/ID" in pdf.trailer else [],
            "galat": list(archive_faults(pdf)),
        }


def judged(path):
    """The facts of a file with every fault; of a broken one there are no facts to be had."""
    broken = list(utuh_pdf.faults(path))
    if broken:
        return {"galat": broken}
    found = facts(path)
    found["galat"] += [*pdfua_faults(path), *outloud_faults(path)]
    return found


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    judge = facts if "--fakta" in sys.argv[1:] else judged
    for path in (argument for argument in sys.argv[1:] if argument != "--fakta"):
        print(json.dumps(judge(path), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
