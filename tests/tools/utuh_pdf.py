#!/usr/bin/env python3
"""Whether PDF files are whole, judged as strictly as `qpdf --check` judges them.

    utuh_pdf.py BERKAS.pdf ...      one JSON list of faults a line

pikepdf carries the library of qpdf, so that no Debian package is needed. What `qpdf --check` does
is done here too, and nothing may be repaired on the way:

- the cross-reference table and the trailer are read without recovery (qpdf rebuilds a damaged
  table and warns; here the file is refused);
- the whole file is traversed from its trailer and every stream is decoded, through all filters;
- the content of every page is parsed, every linearization table is compared with the file;
- whatever the library warns of or logs on any of it is a fault;
- the table lists every object up to its size (newer versions of the library pass over an entry
  that they cannot read, and what refers to it is null then).

Besides, MuPDF, which shares no code with qpdf, must open the file without repairing it and read the
text of every page without a warning. rusak_pdf.py shows what is noticed.
"""

import contextlib
import json
import logging
import sys

import pikepdf
import pymupdf


class Broken(Exception):
    """A PDF that can be read only by guessing."""


class Log(logging.Handler):
    """What pikepdf logs: what the library mended without a warning that can be asked for."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage().strip())


LOG = Log()
logging.getLogger("pikepdf").addHandler(LOG)


def syntax(pdf):
    """Faults of an opened file, each as qpdf words it."""
    yield from pdf.check_pdf_syntax()
    size, listed = int(pdf.trailer["/Size"]), len(pdf.get_xref_table())
    if listed != size - 1:
        yield f"tabel rujukan memuat {listed} dari {size - 1} objek"
    if pdf.is_linearized and not pdf.check_linearization():
        yield "linearisasi tidak cocok dengan isi berkas"
    yield from LOG.lines


@contextlib.contextmanager
def opened(path):
    """The PDF at a path for pikepdf; Broken when qpdf would have to overlook or to guess anything."""
    LOG.lines.clear()
    try:
        with pikepdf.open(path, attempt_recovery=False, suppress_warnings=True) as pdf:
            found = list(syntax(pdf))
            if found:
                raise Broken(f"qpdf: {'; '.join(found)}")
            yield pdf
    except pikepdf.PdfError as error:
        raise Broken(f"qpdf: {error}") from error


@contextlib.contextmanager
def laid_out(path):
    """The PDF at a path for PyMuPDF; Broken when MuPDF has to repair or to overlook anything."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.reset_mupdf_warnings()
    try:
        with pymupdf.open(path, filetype="pdf") as document:
            if document.is_repaired:
                raise Broken("MuPDF: berkas hanya terbaca setelah diperbaiki")
            yield document
    except (pymupdf.FileDataError, pymupdf.mupdf.FzErrorBase) as error:
        raise Broken(f"MuPDF: {error}") from error
    warnings = pymupdf.TOOLS.mupdf_warnings()
    if warnings:
        raise Broken(f"MuPDF: {warnings}")


def parsed(path):
    """Reads all of a file with qpdf."""
    with opened(path):
        pass


def read_aloud(path):
    """Reads the text of every page with MuPDF."""
    with laid_out(path) as document:
        for page in document:
            page.get_text("words")


def faults(path):
    """What is broken in a file, by both libraries."""
    for reader in (parsed, read_aloud):
        try:
            reader(path)
        except Broken as error:
            yield str(error)


def main():
    for path in sys.argv[1:]:
        print(json.dumps(list(faults(path)), ensure_ascii=False))


if __name__ == "__main__":
    main()
