#!/usr/bin/env python3
"""The words of PDF files as they stand on paper: a word that goes on in the next line is two.

    kata_pdf.py BERKAS.pdf ...              one JSON list of words a line
    kata_pdf.py --letak BERKAS.pdf ...      the same as [page, left, top, right, bottom, word]
"""

import json
import sys

from utuh_pdf import laid_out


def main():
    paths = sys.argv[1:]
    placed = "--letak" in paths
    for path in (path for path in paths if path != "--letak"):
        with laid_out(path) as document:
            words = [
                [page.number + 1, *(round(side, 1) for side in word[:4]), word[4]] if placed else word[4]
                for page in document
                for word in page.get_text("words")
            ]
        print(json.dumps(words, ensure_ascii=False))


if __name__ == "__main__":
    main()
