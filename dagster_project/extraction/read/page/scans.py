"""Pages that are pictures of text: which ones they are, and the way to the reader of images."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.geometry import Box

PICTURE = 0.25
"""Part of a page that its images cover, at least, when it is a scan."""
OUTLINES = 40
"""Paths on a page without any text: letters that were drawn as curves."""
GARBLED = 50
"""Characters without one that is Chinese, and most of them no figures: a font whose letters have lost their names."""
SCANS = 120
"""Pages of one document that are recognised, at most."""
SECONDS = 600.0
"""CPU time after which no further page of a document is recognised; a page takes one or two."""
Recognise = Callable[[int, Builder], None]
"""Adds what stands on the picture of a page, by its number."""


class Scan(NamedTuple):
    """A page whose text must be recognised: the place of all its blocks."""

    box: Box


class Drawn(NamedTuple):
    """What is drawn on a page beside its text: the area of its images, in square points, and how many paths."""

    area: float
    paths: int


def is_scan(
    printed: Sequence[Character], drawn: Callable[[], Drawn], width: float, height: float, has_picture: bool = True
) -> bool:
    """Tell whether the text of a page is in its picture, or cannot be read from its characters.

    A page of which no picture can be had is what its characters say.
    """
    if any(_is_chinese(character.text) for character in printed):
        return False
    figures = sum(character.text in "0123456789.,-%" for character in printed)
    if has_picture and len(printed) >= GARBLED and figures * 2 < len(printed):
        return True
    area, paths = drawn()
    return area > PICTURE * width * height or (not printed and paths > OUTLINES)


def _is_chinese(text: str) -> bool:
    return "\u2e80" <= text < "\ue000" or text >= "\uf900"


class Recogniser:
    """Recognises the scanned pages of one document, and keeps account of those it could not."""

    def __init__(self, recognise: Recognise) -> None:
        self.recognise = recognise
        self.read = 0
        self.spent = 0.0
        self.unread: list[int] = []

    def add(self, number: int, builder: Builder) -> None:
        """Add what stands on page `number`."""
        if ocr.missing() is not None or self.read >= SCANS or self.spent >= SECONDS:
            self.unread.append(number)
            return
        self.read += 1
        start = time.process_time()
        try:
            self.recognise(number, builder)
        finally:
            self.spent += time.process_time() - start

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
