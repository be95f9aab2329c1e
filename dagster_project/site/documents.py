"""The page of a document, made in a worker: what the release says of it, and what is to be seen of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb

from dagster_project.extraction.model.document import Area
from dagster_project.inspection import Reading
from dagster_project.settings import Settings
from dagster_project.site import addresses
from dagster_project.site.catalogue import Document
from dagster_project.site.making import Making
from dagster_project.site.pages import Pages
from dagster_project.site.reading import read_again
from dagster_project.site.shown import Shown
from dagster_project.tracing.operands import operands_of

FOUND = """
    select distinct found.*, facts.document_id
    from rpt_findings as found
    inner join fct_findings as facts on found.finding_id = facts.finding_id
    where
        facts.document_id = $document
        or found.finding_id in (select finding_id from fct_finding_operands where document_id = $document)
    order by list_position(['error', 'warning', 'note'], found.severity), found.rank, found.finding_id
"""
IDENTITY = "select * from dim_documents where document_id = $document"
ISSUES = """
    select * from fct_issues where document_id = $document
    order by list_position(['error', 'warning', 'note'], severity), page, line, code, message
"""


class DocumentPages(Making[Document]):
    """Makes the pages of documents."""

    def make(self, document: Document) -> None:
        """Make the pages of a document, with what is to be seen of it where it can be read again."""
        place = self.settings.archive / document.content_sha256
        reading = None
        if place.is_file() and document.withheld_because is None:
            content = place.read_bytes()
            reading = read_again(content, document.file, document.document_id, self.settings.extracted)
        self._write(document, reading)

    def without_pages(self, document: Document) -> None:
        """Make the page of a document that cannot be read again: what the release says of it."""
        self.drop(addresses.document(document.document_id))
        self._write(document, None)

    def _write(self, document: Document, reading: Reading | None) -> None:
        with self.opened() as connection:
            files = document_files(self.pages, self.settings, connection, document, reading)
        self.pack(addresses.document(document.document_id), files)


def document_files(
    pages: Pages,
    settings: Settings,
    connection: duckdb.DuckDBPyConnection,
    document: Document,
    reading: Reading | None,
) -> dict[str, bytes]:
    """Return the pages of a document and its pictures, by address; without a reading, what the release says of it."""
    found = _rows(connection, FOUND, document)
    issues = _rows(connection, ISSUES, document)
    operands = {each["finding_id"]: operands_of(connection, each["finding_id"]) for each in found}
    shown = Shown(settings, reading, document, operands, {each["page"] for each in issues if each["unread"]})
    folder = addresses.document(document.document_id)
    about = {
        "document": document,
        "identity": next(iter(_rows(connection, IDENTITY, document))),
        "issues": issues,
        "found": found,
        "shown": shown,
    }
    pictures = {f"{folder}/{shown.name(page)}": picture for page, (picture, _) in shown.pictures.items()}
    page = f"{folder}/index.html"

    def said(language: str) -> Mapping[str, Any]:
        here = addresses.page(language, page)
        return about | {"picture_address": lambda name: addresses.relative(here, f"{folder}/{name}"), "boxed": boxed}

    return pictures | pages.both("document", page, said)


def boxed(area: Area) -> str:
    """Return the style of a box at a part of the page."""
    left, top, right, bottom = area
    return f"left:{left:.2%};top:{top:.2%};width:{right - left:.2%};height:{bottom - top:.2%}"


def _rows(connection: duckdb.DuckDBPyConnection, query: str, document: Document) -> list[dict[str, Any]]:
    result = connection.execute(query, {"document": document.document_id})
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
