#!/usr/bin/env python3
"""How far the text of PDF files reaches, so that nothing runs off the page.

    tepi_pdf.py BERKAS.pdf ...      one JSON list a line: a page's size and the extent of its words

[{"halaman": [width, height], "kata": [left, top, right, bottom]}, ...] in points from the upper
left corner. A page without words has no "kata". Read with PyMuPDF, which shares no code with the
writer.
"""

import json
import sys

import pymupdf


def extent(page):
    words = page.get_text("words", clip=pymupdf.INFINITE_RECT())
    facts = {"halaman": [round(page.rect.width, 1), round(page.rect.height, 1)]}
    if words:
        left, top, right, bottom = list(zip(*words))[:4]
        facts["kata"] = [round(x, 1) for x in (min(left), min(top), max(right), max(bottom))]
    return facts


def main():
    for path in sys.argv[1:]:
        with pymupdf.open(path) as pdf:
            print(json.dumps([extent(page) for page in pdf]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
