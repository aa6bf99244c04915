#!/usr/bin/env python3
"""Write templates/_bersama/huruf/cakupan.txt: the characters the embedded fonts can draw.

One part for each family that ends every font chain of the house style, with what every face
of it has (bold text must not lose a letter). The families that only some chains begin with
count for nothing: what a draft may say must not depend on its kind. A letter with its marks
has to be drawn in one family, so the parts are kept apart. Left out: control characters,
private use, and U+FEFF, which PDF/A refuses.

Run with fontTools: python3 tests/tools/cakupan.py [--periksa]
With --periksa the file is compared, not written; status 1 means it is out of date.
"""

import pathlib
import sys

from fontTools.ttLib import TTFont

FONTS = pathlib.Path(__file__).resolve().parents[2] / "templates" / "_bersama" / "huruf"
TAIL = {"LiberationSerif": "Liberation Serif", "NotoSans": "Noto Sans", "Amiri": "Amiri"}
HEAD = (
    "# Dibuat oleh tests/tools/cakupan.py: irisan cmap semua berkas tiap keluarga huruf yang ada di "
    "ujung setiap daftar huruf gaya; tanpa U+0000-001F, 007F-009F, E000-F8FF, FEFF, F0000 ke atas.\n"
)


def allowed(code):
    return not (
        code <= 0x1F or 0x7F <= code <= 0x9F or 0xE000 <= code <= 0xF8FF
        or code == 0xFEFF or code >= 0xF0000
    )


def family(path):
    """The family part of a file name: all before the last hyphen."""
    return path.stem.rsplit("-", 1)[0]


def coverage(folder):
    faces = sorted(p for p in folder.iterdir() if p.suffix in (".ttf", ".otf"))
    families = {}
    for path in faces:
        codes = set(TTFont(path, lazy=True).getBestCmap())
        families[family(path)] = families.get(family(path), codes) & codes
    return {name: sorted(filter(allowed, families[stem])) for stem, name in TAIL.items()}


def ranges(codes):
    start = previous = None
    for code in codes:
        if previous is not None and code == previous + 1:
            previous = code
            continue
        if start is not None:
            yield start, previous
        start = previous = code
    if start is not None:
        yield start, previous


def main():
    text = HEAD
    for name, codes in coverage(FONTS).items():
        text += f"\n[{name}]\n" + "".join(f"{a:04X}-{b:04X}\n" for a, b in ranges(codes))
    target = FONTS / "cakupan.txt"
    if "--periksa" in sys.argv[1:]:
        return 0 if target.read_text(encoding="utf-8") == text else 1
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
