"""One document read and understood, with the rows of every extracted table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dagster_project.extraction.locate.tables import locate
from dagster_project.extraction.model.document import Document, Table
from dagster_project.extraction.pipeline import understand
from dagster_project.extraction.read import read
from dagster_project.intake.office import converted

Row = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """A document, its located tables by number, and its extracted rows by table of the schema."""

    content: bytes
    document: Document
    located: dict[int, Table]
    rows: dict[str, list[Row]]

    def page(self, key: int) -> int | None:
        """Return the page, or the sheet, of a row or a line of prose."""
        return self.document.layout.pages.get(key)


def read_document(content: bytes, file: str) -> Reading:
    """Read one document; `file` is only a label. A bad document yields issue rows."""
    document, issues = read(content, file, converted)
    located = {table.number: table for table in locate(document).tables}
    extraction = understand(document, issues)
    return Reading(content, document, located, {name: table.to_pylist() for name, table in extraction.tables.items()})
