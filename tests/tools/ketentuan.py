#!/usr/bin/env python3
"""Compares schemas/cakupan/permenimipas-8-2025.toml with the text of the regulation.

    ketentuan.py TEKS-PERATURAN [CAKUPAN]

Every Pasal, ayat, huruf and angka of the text must be in the list, in order, and nothing else.
Pasal 36 ayat (2) and (3) lost their letters in the extraction: a line that begins with a dash
counts as the next letter.
"""
import re
import sys
import tomllib


def provisions(text):
    """Yields (name, words) for every provision of the regulation, in order."""
    body = text.split("Dalam Peraturan Menteri ini yang dimaksud dengan")[0].rfind("Pasal 1")
    body = text[body:text.index("Agar setiap orang mengetahuinya")]
    body += "\n" + "\n".join(
        f"LAMPIRAN {m[1]}. {m[2]}" for m in re.finditer(r"^([AB])\. (FORMAT .*)$", text, re.M))
    pasal = ayat = None
    letters = 0
    found = []
    for line in body.splitlines():
        line = line.strip()
        line = re.sub(r"^-\s+(?=\(|[a-z]\. )", "", line)
        if m := re.fullmatch(r"Pasal (\d+)", line):
            pasal, ayat, letters = int(m[1]), None, 0
            found.append([f"Pasal {pasal}", ""])
        elif m := re.match(r"LAMPIRAN ([AB])\. (.*)", line):
            found.append([f"Lampiran huruf {m[1].lower()}", m[2]])
        elif re.match(r"\*\*|BAB |Bagian |[A-Z ]+\*\*$|[A-Z ]+$", line):
            continue
        elif m := re.match(r"\((\d+)\) (.*)", line):
            ayat, letters = int(m[1]), 0
            found.append([f"Pasal {pasal} ayat ({ayat})", m[2]])
        elif m := re.match(r"([a-z])\. (.*)|- (.*)", line):
            letters += 1
            home = f"Pasal {pasal}" + (f" ayat ({ayat})" if ayat else "")
            found.append([f"{home} huruf {m[1] or chr(96 + letters)}", m[2] or m[3]])
        elif m := re.match(r"(\d+)\. (.*)", line):
            found.append([f"Pasal {pasal} angka {m[1]}", m[2]])
        elif line and found:
            found[-1][1] = (found[-1][1] + " " + line).strip()
    # A Pasal that is made of ayat has no text of its own.
    return [(name, words) for name, words in found if words]


def listed(path):
    for one in tomllib.load(open(path, "rb"))["ketentuan"]:
        yield one["dasar"]
        for at, _ in enumerate(one.get("huruf", [])):
            yield f"{one['dasar']} huruf {chr(97 + at)}"
        for at, _ in enumerate(one.get("angka", [])):
            yield f"{one['dasar']} angka {at + 1}"


def main():
    text = open(sys.argv[1], encoding="utf-8").read()
    path = sys.argv[2] if len(sys.argv) > 2 else "schemas/cakupan/permenimipas-8-2025.toml"
    wanted = [name for name, _ in provisions(text)]
    # The list may keep the Lampiran as one provision with its two formats.
    have = [name for name in listed(path) if name != "Lampiran"]
    for name in wanted:
        if name not in have:
            print("tidak ada dalam daftar:", name)
    for name in have:
        if name not in wanted:
            print("tidak ada dalam peraturan:", name)
    if wanted == have:
        print(f"{len(have)} ketentuan, sama dan seurutan")
    sys.exit(wanted != have)


if __name__ == "__main__":
    main()
