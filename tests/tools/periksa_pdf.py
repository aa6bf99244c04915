#!/usr/bin/env python3
"""Facts and faults of PDF files, found by tools that share no code with their writer.

    periksa_pdf.py [--fakta] BERKAS.pdf ...    one JSON object a line, in the order of the arguments

Facts (page sizes, title, language, date, XMP, fonts, bookmarks, figures) are read with pikepdf; the
tests compare them with the draft. Faults are what no draft excuses: `qpdf --check`, `pdfua`,
`outloud` (errors only: its warning TBL-014 does not see Typst's tables), and the clauses of
ISO 19005-2 that can be looked up without a validator. With --fakta no other tool is run.
"""

import json
import pathlib
import shutil
import subprocess
import sys

import pikepdf

BIN = pathlib.Path(sys.executable).parent


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


def run(*command):
    """A tool of the same environment; what is missing is said with its remedy."""
    name = command[0]
    path = shutil.which(name, path=str(BIN)) or shutil.which(name)
    if path is None:
        raise SystemExit(f"{name} tidak terpasang; lihat tests/tools/requirements.txt, dan apt-get install qpdf")
    return subprocess.run([path, *command[1:]], capture_output=True, text=True, check=False)


def tool_faults(path):
    checked = run("qpdf", "--check", path)
    if checked.returncode != 0 or "WARNING" in checked.stderr:
        yield f"qpdf: {checked.stdout}{checked.stderr}"
    report = json.loads(run("pdfua", "check", "--format", "json", path).stdout)
    yield from (f"pdfua: {json.dumps(finding)}" for finding in report["findings"])
    if report["summary"]["rules_run"] < 11:
        yield f"pdfua hanya menjalankan {report['summary']['rules_run']} pemeriksaan"
    heard = run("outloud", "--no-info", path)
    if heard.returncode != 0:
        yield f"outloud: {heard.stdout}{heard.stderr}"


def facts(path):
    with pikepdf.open(path) as pdf, pdf.open_metadata() as xmp, pdf.open_outline() as outline:
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


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    only_facts = "--fakta" in sys.argv[1:]
    for path in (argument for argument in sys.argv[1:] if argument != "--fakta"):
        found = facts(path)
        found["galat"] += [] if only_facts else list(tool_faults(path))
        print(json.dumps(found, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
