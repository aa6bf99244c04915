#!/usr/bin/env python3
"""The words of PDF files as they stand on paper: a word that goes on in the next line is two.

    kata_pdf.py BERKAS.pdf ...      one JSON list of words a line
"""

import json
import sys

from utuh_pdf import laid_out


def main():
    for path in sys.argv[1:]:
        with laid_out(path) as document:
            words = [word[4] for page in document for word in page.get_text("words")]
        print(json.dumps(words, ensure_ascii=False))


if __name__ == "__main__":
    main()
