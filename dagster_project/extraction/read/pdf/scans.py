"""Pages that are pictures of text: which ones they are, and the way to the reader of images."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.boxes import turned
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.copying import add_content, says_something
from dagster_project.extraction.read.pdf.characters import Character
from dagster_project.extraction.read.pdf.geometry import Box

PICTURE = 0.25
"""Part of a page that its images cover, at least, when it is a scan."""
OUTLINES = 40
"""Paths on a page without any text: letters that were drawn as curves."""
GARBLED = 50
"""Characters without one that is Chinese, and most of them no figures: a font whose letters have lost their names."""
PART, WIDE, TALL = 0.06, 150.0, 60.0
"""Part of a page, and points, that a picture of a table takes at least: logos and seals are smaller."""
MARGIN, WRITTEN_ON = 0.1, 10
"""Part of a page, above and below, in which a header and a page number stand over a scan; characters that stand
elsewhere on a picture that is only a ground."""
TOUCH = 3.0
HALF = 0.5
"""Part of a page from which on a picture is taken for a scan, whatever it shows."""
LOOKED_AT = 2_000
"""Objects of a page that are looked at."""
SCANS = 120
"""Pages of one document that are recognised, at most."""
SECONDS = 600.0
"""CPU time after which no further page of a document is recognised; a page takes one or two."""


class Scan(NamedTuple):
    """A page whose text must be recognised: the place of all its blocks.

    `instead` is what its text layer holds, which an earlier recognition made, or a font that names no characters.
    """

    box: Box
    instead: tuple[Any, ...] = ()


class Picture(NamedTuple):
    """A picture among text, which may hold a table; `part` is its place on the page as it is displayed."""

    box: Box
    part: Area


def pictures(boxes: Iterable[Box], printed: Sequence[Character], page: Box, turn: int) -> list[Picture]:
    """Return the pictures of a page that may hold a table: large ones that no text stands on."""
    found = []
    for box in _joined(boxes):
        left, top, right, bottom = box = _within(box, page)
        if box.width < WIDE or box.height < TALL or box.width * box.height < PART * page.width * page.height:
            continue
        inner = range(int(max(top, MARGIN * page.height)), int(min(bottom, (1 - MARGIN) * page.height)))
        if sum(int(each.middle) in inner and left < each.left < right for each in printed) < WRITTEN_ON:
            area = (left / page.width, top / page.height, right / page.width, bottom / page.height)
            found.append(Picture(box, turned(area, turn)))
    return found


def _joined(boxes: Iterable[Box]) -> list[Box]:
    """Put pictures together that touch: scans are at times cut into strips."""
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.top, box.left))[:LOOKED_AT]:
        last = joined[-1] if joined else None
        if last is not None and box.top <= last.bottom + TOUCH and box.left < last.right and last.left < box.right:
            sides = min(last.left, box.left), last.top, max(last.right, box.right), max(last.bottom, box.bottom)
            joined[-1] = Box(*sides)
        else:
            joined.append(box)
    return joined


def _within(box: Box, page: Box) -> Box:
    return Box(max(box.left, 0), max(box.top, 0), min(box.right, page.right), min(box.bottom, page.bottom))


def is_covered(boxes: Iterable[Box], page: Box) -> bool:
    """Tell whether pictures cover enough of a page for it to be a scan."""
    return sum(box.width * box.height for box in boxes) > PICTURE * page.width * page.height


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
        self.doubted: list[int] = []
        self.unseen: list[int] = []

    def add(self, number: int, scan: Scan, builder: Builder) -> bool:
        """Add what stands on page `number`; False where it was not recognised."""
        if not self._can_read():
            (self.doubted if scan.instead else self.unread).append(number)
            return False
        before = builder.key
        with self._page(number) as page:
            ocr.recognise_pdf_page(page, builder, number)
        if builder.key == before:
            message = f"Page {number} is a picture, and nothing on it was recognised. Look at it."
            builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.NOTE, message))
        return True

    def add_picture(self, number: int, picture: Picture, builder: Builder, known: Collection[str]) -> None:
        """Add the table in a picture among the text of a page, of which `known` are the lines."""
        if not self._can_read():
            if number not in self.unseen:
                self.unseen.append(number)
            return
        with self._page(number) as page:
            left, top, right, bottom = picture.part
            is_scan = (right - left) * (bottom - top) > HALF
            found = ocr.recognise_part(page, picture.part, number, is_scan)
        if says_something(found):
            add_content(found, builder, number, known)
        elif is_scan:
            message = f"Page {number} is mostly a picture, and no table or amount on it was recognised. Look at it."
            builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.NOTE, message))

    def read_cells(self, number: int, parts: Sequence[Area]) -> list[tuple[str, Decimal]]:
        """Return the texts of cells whose characters have no names; none where they were not recognised."""
        if not self._can_read():
            if number not in self.doubted:
                self.doubted.append(number)
            return []
        with self._page(number) as page:
            return [(text.text, text.confidence) for text in ocr.recognise_cells(page, parts)]

    def _can_read(self) -> bool:
        return ocr.missing() is None and self.read < SCANS and self.spent < SECONDS

    @contextmanager
    def _page(self, number: int) -> Iterator[Any]:
        if self.document is None:
            self.document = pypdfium2.PdfDocument(self.content)
        self.read += 1
        page = self.document[number - 1]
        start = time.process_time()
        try:
            yield page
        finally:
            page.close()
            self.spent += time.process_time() - start

    def close(self) -> None:
        """Close the document."""
        if self.document is not None:
            self.document.close()

    def issues(self, page_count: int) -> Iterator[Issue]:
        """Yield what is to be said of the pages that were not recognised, where the document has `page_count`."""
        if self.doubted:
            message = (
                f"{name_pages(self.doubted)} not read as printed: the text is of an earlier recognition, or of a font "
                f"that names no characters. It was taken as it is. To have the picture read, run once: {ocr.INSTALL}"
            )
            yield Issue(IssueCode.OCR_NEEDED, Severity.WARNING, message)
        if self.unseen:
            message = (
                f"{name_pages(self.unseen)} not read whole: a picture there may hold a table. To have pictures read, "
                f"run once: {ocr.INSTALL}"
            )
            yield Issue(IssueCode.OCR_NEEDED, Severity.WARNING, message)
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
