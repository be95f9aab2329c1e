"""Pages that are pictures of text: which ones they are, and the way to the reader of images."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.pdf.characters import Character
from dagster_project.extraction.read.pdf.geometry import Box

PICTURE = 0.25
"""Part of a page that its images cover, at least, when it is a scan."""
OUTLINES = 40
"""Paths on a page without any text: letters that were drawn as curves."""
GARBLED = 50
"""Characters without one that is Chinese, and most of them no figures: a font whose letters have lost their names."""
LOOKED_AT = 2_000
"""Objects of a page that are looked at."""
SCANS = 120
"""Pages of one document that are recognised, at most."""
SECONDS = 600.0
"""CPU time after which no further page of a document is recognised; a page takes one or two."""


class Scan(NamedTuple):
    """A page whose text must be recognised: the place of all its blocks."""

    box: Box


def is_scan(page: Any, printed: Sequence[Character], width: float, height: float) -> bool:
    """Tell whether the text of a page is in its picture, or cannot be read from its characters."""
    if any(_is_chinese(character.text) for character in printed):
        return False
    figures = sum(character.text in "0123456789.,-%" for character in printed)
    if len(printed) >= GARBLED and figures * 2 < len(printed):
        return True
    area, paths = _pictures(page)
    return area > PICTURE * width * height or (not printed and paths > OUTLINES)


def _is_chinese(text: str) -> bool:
    return "\u2e80" <= text < "\ue000" or text >= "\uf900"


def _pictures(page: Any) -> tuple[float, int]:
    """Return the area of the images on a page, and the number of its paths."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    area, paths = 0.0, 0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), LOOKED_AT)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
            area += (right.value - left.value) * (top.value - bottom.value)
    return area, paths


class Recogniser:
    """Recognises the scanned pages of one document, and keeps account of those it could not."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.document: Any = None
        self.read = 0
        self.spent = 0.0
        self.unread: list[int] = []

    def add(self, number: int, builder: Builder) -> None:
        """Add what stands on page `number`."""
        if ocr.missing() is not None or self.read >= SCANS or self.spent >= SECONDS:
            self.unread.append(number)
            return
        if self.document is None:
            self.document = pypdfium2.PdfDocument(self.content)
        self.read += 1
        page = self.document[number - 1]
        start = time.process_time()
        try:
            ocr.recognise_pdf_page(page, builder, number)
        finally:
            page.close()
            self.spent += time.process_time() - start

    def close(self) -> None:
        """Close the document."""
        if self.document is not None:
            self.document.close()

    def issues(self, page_count: int) -> Iterator[Issue]:
        """Yield what is to be said of the pages that were not recognised, where the document has `page_count`."""
        if not self.unread:
            return
        lacking = ocr.missing()
        if lacking is not None and len(self.unread) == page_count:
            yield lacking
        elif lacking is not None:
            message = f"{name_pages(self.unread)} scanned and was not read. To have scans read, run once: {ocr.INSTALL}"
            yield Issue(IssueCode.OCR_NEEDED, Severity.WARNING, message)
        else:
            most = f"{SCANS} pages are, at most, in {SECONDS:.0f} seconds"
            message = f"{name_pages(self.unread)} scanned and was not read: {most}. Split the document."
            yield Issue(IssueCode.OCR_NEEDED, Severity.WARNING, message)


def name_pages(numbers: Sequence[int]) -> str:
    """Return pages as the subject of a sentence: Page 3 is, Each of pages 3–5, 9 is."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    named = ", ".join("–".join(map(str, run)) for run in runs)
    return f"Page {named} is" if len(numbers) == 1 else f"Each of pages {named} is"
