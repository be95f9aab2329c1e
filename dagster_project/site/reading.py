"""A document of the release read again for its places, with the rows that the release was made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from dagster_project.extraction.locate.tables import locate
from dagster_project.extraction.model.document import Document, Grid
from dagster_project.extraction.read import read
from dagster_project.extraction.schemas import TABLES
from dagster_project.inspection import Reading
from dagster_project.intake.office import converted
from dagster_project.store.buckets import bucket_file


def read_again(content: bytes, file: str, document_id: str, extracted: Path) -> Reading | None:
    """Return the document with its extracted rows; None where what was extracted of it is gone, or is of other places.

    The rows bear what persons have corrected; reading alone would not know of it.
    """
    rows = {name: _rows(extracted, name, document_id) for name in TABLES}
    if not rows["documents"]:
        return None
    document, _ = read(content, file, converted)
    located = {table.number: table for table in locate(document).tables}
    if any(_misses(located.get(row["table_number"]), row) for row in rows["tables"]):
        return None
    return Reading(content, document, located, rows)


def pages_read(document: Document) -> set[int]:
    """Return the pages of which words were read: what nobody read may name a person."""
    turns = (page for each in document.layout.turns.values() for _, page in each)
    lines = (row.line for block in document.blocks if isinstance(block, Grid) for row in block.rows)
    prose = (block.line for block in document.blocks if not isinstance(block, Grid))
    found = (document.layout.page(line) for each in (lines, prose) for line in each)
    return {page for page in (*found, *turns) if page is not None}


def _rows(extracted: Path, name: str, document_id: str) -> list[dict[str, Any]]:
    file = bucket_file(extracted, name, document_id[:2])
    if not file.is_file():
        return []
    own = pc.field("document_id") == document_id
    rows: list[dict[str, Any]] = pq.read_table(file, filters=own, partitioning=None).to_pylist()
    return rows


def _misses(table: Any, row: dict[str, Any]) -> bool:
    return table is None or len(table.rows) != row["row_count"]
