"""The way from pages that are pictures to the reader of images, with an account of those that were not recognised."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.copying import add_content, says_something
from dagster_project.extraction.read.ocr import sharing
from dagster_project.extraction.read.page.scans import Picture, Scan
from dagster_project.extraction.vocabulary import Unread

if TYPE_CHECKING:
    from dagster_project.extraction.read.ocr.images import Image

SCANS = 120
"""Pages of one document that are recognised, at most."""
SECONDS = 600.0
"""CPU time after which no further page of a document is recognised; a page takes one or two."""
HALF = 0.5
"""Part of a page from which on a picture is taken for a scan, whatever it shows."""
Draw = Callable[[int, Builder, bool], "Image | None"]
"""Returns a page as it is displayed, by its number, small where a glimpse is enough.

None where that cannot be had, which who draws it tells.
"""


class Recogniser:
    """Recognises the scanned pages of one document, and keeps account of those it could not."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self.drawn: set[int] = set()
        self.read = 0
        self.spent = 0.0
        self.unread: list[int] = []
        self.doubted: list[int] = []
        self.unseen: list[int] = []
        self.passed: list[int] = []
        """Pages with a picture of no table among their text."""

    def expect(self, count: int) -> None:
        """Say how many pictures there are; raises ManyPictures where another process shall recognise some of them."""
        if ocr.missing() is None:
            sharing.expect(min(count, SCANS))

    def draw(self, number: int, builder: Builder, is_glimpse: bool) -> Image | None:
        """Return a page as it is displayed, and keep account of it."""
        self.drawn.add(number)
        return self._draw(number, builder, is_glimpse)

    def add(self, number: int, scan: Scan, builder: Builder) -> bool:
        """Add what stands on page `number`; False where it was not recognised."""
        if not self._can_read():
            (self.doubted if scan.instead else self.unread).append(number)
            return False
        if self._passes_over():
            return True
        before = builder.key
        with self._counted():
            image = self.draw(number, builder, False)
            if image is None:
                builder.pictures.add(number)
                return False
            ocr.recognise(image, builder, number)
        if builder.key == before:
            message = f"Page {number} is a picture, and nothing on it was recognised. Look at it."
            builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.NOTE, message, page=number))
        return True

    def add_picture(self, number: int, picture: Picture, builder: Builder, known: Collection[str]) -> None:
        """Add the table in a picture among the text of a page, of which `known` are the lines."""
        if not self._can_read():
            if number not in self.unseen:
                self.unseen.append(number)
            return
        if self._passes_over():
            return
        left, top, right, bottom = picture.part
        is_scan = (right - left) * (bottom - top) > HALF
        with self._counted():
            found = ocr.recognise_part(partial(self.draw, number, builder), picture.part, number, is_scan)
        if says_something(found):
            add_content(found, builder, number, known)
        elif is_scan:
            message = f"Page {number} is mostly a picture, and no table or amount on it was recognised. Look at it."
            builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.NOTE, message, page=number))
        elif number not in self.passed:
            self.passed.append(number)

    def read_cells(self, number: int, parts: Sequence[Area], builder: Builder) -> list[tuple[str, Decimal]]:
        """Return the texts of cells whose characters have no names; none where they were not recognised."""
        if not self._can_read():
            if number not in self.doubted:
                self.doubted.append(number)
            return []
        if self._passes_over():
            return []
        with self._counted():
            image = self.draw(number, builder, False)
            texts = ocr.recognise_cells(image, parts) if image is not None else []
            return [(text.text, text.confidence) for text in texts]

    def _can_read(self) -> bool:
        return ocr.missing() is None and self.read < SCANS and self.spent < SECONDS

    def _passes_over(self) -> bool:
        """Tell whether another process recognises the next picture, which counts all the same."""
        is_of_others = sharing.is_left_to_others(self.read)
        self.read += is_of_others
        return is_of_others

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self.read += 1
        start = time.process_time()
        try:
            yield
        finally:
            self.spent += time.process_time() - start

    def issues(self, page_count: int) -> Iterator[Issue]:
        """Yield what is to be said of the pages that were not recognised, where the document has `page_count`."""
        if self.doubted:
            message = (
                f"{name_pages(self.doubted)} not read as printed: the text is of an earlier recognition, or of a font "
                f"that names no characters. It was taken as it is. To have the picture read, run once: {ocr.INSTALL}"
            )
            yield Issue(IssueCode.OCR_NEEDED, Severity.WARNING, message, page=self.doubted[0])
        if self.passed:
            message = (
                f"{name_pages(self.passed)} printed with a picture that shows no table: a chart, or a photograph. What "
                "it shows was not read. Look at it."
            )
            yield Issue(IssueCode.LEFT_OUT, Severity.NOTE, message, page=self.passed[0])
        if self.unseen:
            message = (
                f"{name_pages(self.unseen)} not read whole: a picture there may hold a table. To have pictures read, "
                f"run once: {ocr.INSTALL}"
            )
            yield _not_read(message, self.unseen)
        if not self.unread:
            return
        lacking = ocr.missing()
        if lacking is not None and len(self.unread) == page_count:
            yield lacking._replace(unread=Unread.PICTURES, unread_count=page_count, page=self.unread[0])
        elif lacking is not None:
            message = f"{name_pages(self.unread)} scanned and was not read. To have scans read, run once: {ocr.INSTALL}"
            yield _not_read(message, self.unread)
        else:
            most = f"{SCANS} pages are, at most, in {SECONDS:.0f} seconds"
            message = f"{name_pages(self.unread)} scanned and was not read: {most}. Split the document."
            yield _not_read(message, self.unread)


def _not_read(message: str, pages: Sequence[int]) -> Issue:
    count = len(pages)
    return Issue(
        IssueCode.OCR_NEEDED, Severity.WARNING, message, unread=Unread.PICTURES, unread_count=count, page=pages[0]
    )


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
