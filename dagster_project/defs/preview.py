"""A few rows of a table as Markdown, for the metadata of an asset."""

from __future__ import annotations

import pyarrow as pa

ROWS = 5
LENGTH = 40


def markdown_preview(table: pa.Table, rows: int = ROWS) -> str:
    """Return the first rows as a Markdown table, long texts cut."""
    head = table.slice(0, rows).to_pylist()
    lines = [table.column_names, ["---"] * len(table.column_names)]
    lines += [[_cell(row[name]) for name in table.column_names] for row in head]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _cell(value: object) -> str:
    text = "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")
    return text if len(text) <= LENGTH else text[: LENGTH - 1] + "…"
