#!/usr/bin/env python3
"""One small picture of the first pages of all kinds: the contact sheet of the README.

    lembar_contoh.py NASKAH KELUARAN.png

Prints the complete sample of every kind with the given program, and sets the first pages side by side
in the order of their names, each above its kind. The picture says in its text chunk "Jenis" which
kinds it shows, so that a test sees when one is lacking.
"""

import pathlib
import subprocess
import sys
import tempfile

import pymupdf
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

ROOT = pathlib.Path(__file__).resolve().parents[2]
COLUMNS = 7
# A cell holds an upright A4 page, or one across, in pixels; its label stands below.
CELL, GAP, LABEL = (176, 249), 12, 28
PAPER, GROUND, INK, EDGE = 255, 232, 40, 170
# Greys that a page of text needs to be told from another.
GREYS = 16


def first_page(program, kind, folder):
    draft = ROOT / "samples" / kind / "lengkap.toml"
    target = pathlib.Path(folder) / f"{kind}.pdf"
    subprocess.run([program, "render", draft, "-o", target], check=True, capture_output=True)
    with pymupdf.open(target) as document:
        page = document[0]
        scale = min(CELL[0] / page.rect.width, CELL[1] / page.rect.height)
        pixels = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY)
        return Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)


def lines(kind):
    """The name in two lines where it is long."""
    if len(kind) <= 24:
        return kind
    middle = min((at for at, sign in enumerate(kind) if sign == "-"), key=lambda at: abs(at - len(kind) / 2))
    return f"{kind[:middle + 1]}\n{kind[middle + 1:]}"


def sheet(program, kinds):
    rows = -(-len(kinds) // COLUMNS)
    step = CELL[0] + GAP, CELL[1] + LABEL + GAP
    whole = Image.new("L", (GAP + COLUMNS * step[0], GAP + rows * step[1]), GROUND)
    draw, font = ImageDraw.Draw(whole), ImageFont.load_default(size=11)
    with tempfile.TemporaryDirectory() as folder:
        for at, kind in enumerate(kinds):
            page = first_page(program, kind, folder)
            left, top = GAP + at % COLUMNS * step[0], GAP + at // COLUMNS * step[1]
            # Every page stands on the line of the labels.
            place = left + (CELL[0] - page.width) // 2, top + CELL[1] - page.height
            whole.paste(page, place)
            draw.rectangle((*place, place[0] + page.width - 1, place[1] + page.height - 1), outline=EDGE)
            middle = left + CELL[0] // 2, top + CELL[1] + 2
            draw.multiline_text(middle, lines(kind), fill=INK, font=font, anchor="ma", align="center", spacing=1)
    return whole.quantize(GREYS, dither=Image.Dither.NONE)


def main():
    program, target = sys.argv[1:]
    kinds = sorted(path.parent.name for path in ROOT.glob("samples/*/lengkap.toml") if (ROOT / "templates" / path.parent.name).is_dir())
    said = PngImagePlugin.PngInfo()
    said.add_text("Jenis", " ".join(kinds))
    sheet(pathlib.Path(program).resolve(), kinds).save(target, optimize=True, pnginfo=said)


if __name__ == "__main__":
    main()
