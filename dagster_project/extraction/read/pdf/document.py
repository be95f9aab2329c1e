"""Open a PDF and read its pages one after the other; what cannot be opened or read is an issue that says what to do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import pypdfium2.raw as pdfium

from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.page.assembly import PagesRead
from dagster_project.extraction.read.page.page import Page
from dagster_project.extraction.read.page.recogniser import name_pages
from dagster_project.extraction.read.pdf.hostile import refuse
from dagster_project.extraction.read.pdf.pages import read_page
from dagster_project.extraction.vocabulary import Unread

PAGES = 2_000
OBJECTS = 100_000
"""Drawn on one page, at most; a page of text and tables has some thousands."""
CHARACTERS = 150_000
"""On one page, at most."""
SECONDS = 60.0
"""CPU time after which the rest of a document is left unread; 2,000 common pages need ten."""
ENCRYPTED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
ONE_AT_A_TIME = Lock()
"""pdfium has one state for all threads of a process."""


def read_pages(content: bytes) -> PagesRead | Issue:
    """Read every page of a PDF; an Issue where none can be read."""
    hostile = refuse(content)
    if hostile is not None:
        return hostile
    with ONE_AT_A_TIME:
        document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
        if not document:
            return _unopened(pdfium.FPDF_GetLastError())
        try:
            return _read_all(document)
        finally:
            pdfium.FPDF_CloseDocument(document)


def _read_all(document: Any) -> PagesRead | Issue:
    count = pdfium.FPDF_GetPageCount(document)
    if not 0 < count <= PAGES:
        message = f"The PDF has {count} pages; 1 to {PAGES} are read. Split it, or deliver it again."
        return Issue(IssueCode.UNREADABLE_FILE, Severity.ERROR, message)
    pages: list[Page] = []
    unread: list[int] = []
    start = time.process_time()
    for number in range(1, count + 1):
        if time.process_time() - start > SECONDS:
            unread += range(number, count + 1)
            break
        with _loaded(document, number) as loaded:
            if loaded is None:
                unread.append(number)
            else:
                pages += read_page(*loaded, number).pages()
    otherwise = [page.number for page in pages if page.is_said_otherwise]
    cut = [page.number for page in pages if page.is_cut_off]
    attached = pdfium.FPDFDoc_GetAttachmentCount(document)
    issues = [*_unread(unread), *_said_otherwise(otherwise), *_cut_off(cut), *_attached(attached)]
    return PagesRead(pages, issues, count)


@contextmanager
def _loaded(document: Any, number: int) -> Iterator[tuple[Any, Any] | None]:
    """Load a page and its text; None where it is damaged, or draws more than a page of a document does."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    small = page and pdfium.FPDFPage_CountObjects(page) <= OBJECTS
    text_page = pdfium.FPDFText_LoadPage(page) if small else None
    try:
        short = text_page and pdfium.FPDFText_CountChars(text_page) <= CHARACTERS
        yield (page, text_page) if short else None
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
        if page:
            pdfium.FPDF_ClosePage(page)


def _unopened(error: int) -> Issue:
    if error in ENCRYPTED:
        message = "The PDF is encrypted. Deliver it without a password."
    else:
        message = "The PDF is damaged and cannot be opened. Deliver it again."
    return Issue(IssueCode.UNREADABLE_FILE, Severity.ERROR, message)


def _unread(numbers: list[int]) -> Iterator[Issue]:
    if numbers:
        message = f"{name_pages(numbers)} damaged or draws too much, and was not read. Print the PDF to a new one."
        yield Issue(
            IssueCode.UNREADABLE_FILE,
            Severity.WARNING,
            message,
            unread=Unread.PAGES,
            unread_count=len(numbers),
            page=numbers[0],
        )


def _said_otherwise(numbers: list[int]) -> Iterator[Issue]:
    if numbers:
        message = (
            f"{name_pages(numbers)} printed with other digits than the file says in their stead (ActualText), and was "
            "read as printed. Look at it; print the PDF to a new one where what was read is not what is seen."
        )
        yield Issue(IssueCode.LEFT_OUT, Severity.WARNING, message, page=numbers[0])


def _cut_off(numbers: list[int]) -> Iterator[Issue]:
    if numbers:
        message = (
            f"{name_pages(numbers)} printed with figures that run over the edge of the paper or of their cell; what is "
            "not seen as a whole was not read. Print the document to larger paper, or fitted to the page, and deliver "
            "it again."
        )
        yield Issue(IssueCode.LEFT_OUT, Severity.WARNING, message, page=numbers[0])


def _attached(count: int) -> Iterator[Issue]:
    if count > 0:
        message = f"The PDF carries {count} attached files. Deliver them by themselves to have them read."
        yield Issue(IssueCode.LEFT_OUT, Severity.NOTE, message, unread=Unread.OBJECTS, unread_count=count)
