"""The page of a document, made in a worker: what the release says of it, and what is to be seen of it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from dagster_project.errors import RunFailed
from dagster_project.extraction.model.document import Area
from dagster_project.inspection import Reading
from dagster_project.settings import Settings
from dagster_project.site import addresses
from dagster_project.site.catalogue import Document
from dagster_project.site.pages import Pages
from dagster_project.site.reading import read_again
from dagster_project.site.shown import Shown
from dagster_project.store.failures import Failure
from dagster_project.tracing.operands import operands_of
from dagster_project.warehouse.memory import Memory

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


@dataclass(frozen=True)
class DocumentPages:
    """Makes the pages of documents into `parcels`, a folder for each: what a worker does."""

    settings: Settings
    warehouse: Path
    pages: Pages
    parcels: Path

    def attempt(self, document: Document, seconds: int) -> Failure | RunFailed | None:
        """Make the pages of a document and return what went wrong."""
        try:
            self._make(document)
        except OSError as error:
            return RunFailed(f"The site cannot be written: {error}. Check its disk, then run again.")
        except Exception as error:  # a page that cannot be made costs its document alone
            return Failure.of(error)
        return None

    def without_pages(self, document: Document) -> None:
        """Make the page of a document that cannot be read again: what the release says of it."""
        shutil.rmtree(self.parcels / document.document_id, ignore_errors=True)
        self._write(document, None)

    def _make(self, document: Document) -> None:
        place = self.settings.archive / document.content_sha256
        if place.is_file() and document.withheld_because is None:
            content = place.read_bytes()
            self._write(document, read_again(content, document.file, document.document_id, self.settings.extracted))
        else:
            self._write(document, None)

    def _write(self, document: Document, reading: Reading | None) -> None:
        with Memory.of(self.settings).connect(self.warehouse, read_only=True) as connection:
            files = document_files(self.pages, self.settings, connection, document, reading)
        for address, written in files.items():
            file = self.parcels / document.document_id / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(written)


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
