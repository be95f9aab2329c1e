"""Findings with the pages that they are about, and on them the figures of both sides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, NamedTuple

import duckdb
import pypdfium2

from dagster_project.errors import UsageError
from dagster_project.extraction.model.document import Area
from dagster_project.extraction.read import read
from dagster_project.inspection.redaction import Redaction, redaction
from dagster_project.intake.office import converted
from dagster_project.review.places import Places
from dagster_project.settings import Settings
from dagster_project.tracing.operands import Operand, operands_of
from dagster_project.tracing.printed_lines import archived_content

Finding = dict[str, Any]


class Mark(NamedTuple):
    """A figure of one side of a finding, `actual` or `expected`, and its box on the page."""

    side: str
    printed: str
    area: Area


class Sheet(NamedTuple):
    """A page of a document and what of a finding stands on it."""

    document_file: str
    page: int
    marks: tuple[Mark, ...]


class Opened(NamedTuple):
    """A document that was read again: its PDF, where it is one, and what is to be hidden of it."""

    content: bytes
    places: Places
    pdf: pypdfium2.PdfDocument | None
    hidden: Redaction


class Reviewed(NamedTuple):
    """A finding, its operands, and the sheets on which they stand, the side under examination first."""

    finding: Finding
    operands: list[Operand]
    sheets: list[Sheet]


class Documents:
    """The documents of findings, each read once; open them with `with`."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.stack = settings, ExitStack()
        self._opened: dict[str, Opened] = {}

    def __enter__(self) -> Documents:
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.close()

    def of(self, operand: Operand) -> Opened:
        """Return the document of an operand; raises UsageError where it is not in the archive."""
        file = operand.document_file
        if file not in self._opened:
            content = archived_content(self.settings.archive / operand.content_sha256)
            document, _ = read(content, file, converted)
            pdf = self.stack.enter_context(pypdfium2.PdfDocument(content)) if document.format == "pdf" else None
            hidden = redaction(document, pdf) if pdf is not None else Redaction()
            self._opened[file] = Opened(content, Places(document, pdf), pdf, hidden)
        return self._opened[file]

    def named(self, file: str) -> Opened:
        """Return a document that was opened."""
        return self._opened[file]


def reviewed(connection: duckdb.DuckDBPyConnection, documents: Documents, found: list[Finding]) -> Iterator[Reviewed]:
    """Yield each finding with its sheets, those of documents that are at hand and have pages."""
    for finding in found:
        operands = operands_of(connection, finding["finding_id"])
        yield Reviewed(finding, operands, list(_sheets(documents, operands)))


def _sheets(documents: Documents, operands: list[Operand]) -> Iterator[Sheet]:
    places: dict[tuple[str, int], list[Mark]] = {}
    for operand in sorted(operands, key=lambda operand: operand.side):
        if operand.page is None or operand.format == "text":
            continue
        try:
            opened = documents.of(operand)
        except UsageError:
            # gone from the archive: the finding stands without its page
            continue
        marks = places.setdefault((operand.document_file, operand.page), [])
        marks += [Mark(operand.side, operand.printed, area) for area in opened.places.of(operand)]
    for (file, page), marks in places.items():
        yield Sheet(file, page, tuple(dict.fromkeys(marks)))
