"""Pages of an OFD document as read: their characters and lines turned upright, and what of them was not read."""

from __future__ import annotations

import time
from collections.abc import Iterator

from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.ofd import unread
from dagster_project.extraction.read.ofd.canvas import Canvas
from dagster_project.extraction.read.ofd.document import DocumentFound, PageFound
from dagster_project.extraction.read.ofd.objects import TooMuch
from dagster_project.extraction.read.ofd.pictures import PagePictures
from dagster_project.extraction.read.page.assembly import PagesRead
from dagster_project.extraction.read.page.page import Page, lay_out
from dagster_project.extraction.read.page.recogniser import name_pages
from dagster_project.extraction.read.page.scans import Drawn, Scan
from dagster_project.extraction.vocabulary import Unread

SECONDS = 60.0
"""CPU time after which the rest of a document is left unread."""


def read_pages(found: DocumentFound) -> tuple[PagesRead, dict[int, PagePictures]]:
    """Read every page; those that are pictures are returned with their images, by their number."""
    pages: list[Page] = []
    canvases: list[tuple[PageFound, Canvas]] = []
    refused = list(found.damaged)
    start = time.process_time()
    for each in found.pages:
        try:
            if time.process_time() - start > SECONDS:
                raise TooMuch
            canvas = Canvas(each)
        except TooMuch:
            refused.append(each.number)
            continue
        canvases.append((each, canvas))
        pages += _laid_out(each.number, canvas).pages()
    scans = {page.number for page in pages if any(isinstance(block, Scan) for block in page.blocks)}
    pictures = {
        each.number: PagePictures(canvas.width, canvas.height, tuple(canvas.images))
        for each, canvas in canvases
        if each.number in scans
    }
    issues = [*_refused(sorted(refused)), *unread.issues(found, canvases, scans)]
    return PagesRead(pages, issues, len(found.pages) + len(found.damaged)), pictures


def _laid_out(number: int, canvas: Canvas) -> Page:
    characters = canvas.characters()
    return lay_out(
        number,
        characters,
        lambda: canvas.rulings(characters.upright),
        lambda: Drawn(canvas.pictured, canvas.paths),
        has_picture=bool(canvas.images),
    )


def _refused(numbers: list[int]) -> Iterator[Issue]:
    if numbers:
        message = f"{name_pages(numbers)} damaged or draws too much, and was not read. Save the OFD file as PDF."
        yield Issue(
            IssueCode.UNREADABLE_FILE, Severity.WARNING, message, unread=Unread.PAGES, unread_count=len(numbers)
        )
