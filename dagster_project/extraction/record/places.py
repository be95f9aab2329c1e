"""Turn the keys of rows into printed places: page, and line where the document has lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa

from dagster_project.extraction.model.document import PROSE, Layout


def place(table: pa.Table, layout: Layout, told: Sequence[int | None] = ()) -> pa.Table:
    """Return a table of a document whose rows have no lines of a file: `page` filled in, `line` as printed or NULL.

    `told` are the pages of rows that no line gives one.
    """
    if layout.has_lines:
        return table
    if "line" in table.column_names:
        keys = table.column("line").to_pylist()
        if "page" in table.column_names:
            spans = table.column("span_start").to_pylist() if "span_start" in table.column_names else [None] * len(keys)
            cells = _columns(table) if layout.cell_pages else [PROSE] * len(keys)
            stand = zip(keys, spans, cells, told or [None] * len(keys), strict=True)
            table = _replaced(table, "page", [layout.page(key, at, column) or page for key, at, column, page in stand])
        if "reading_method" in table.column_names:
            places = list(zip(keys, _columns(table), strict=True))
            table = _replaced(table, "reading_method", [layout.methods.get(key, "text") for key in keys])
            known = table.column("confidence").to_pylist()
            confidences = [layout.confidences.get(at, one) for at, one in zip(places, known, strict=True)]
            table = _replaced(table, "confidence", confidences)
    for name in table.column_names:
        if name == "line" or name.endswith("_line"):
            table = _replaced(table, name, _each(layout.line, table.column(name).to_pylist()))
    return table


def _columns(table: pa.Table) -> list[int]:
    """Return the 0-based columns of the cells that rows are of; PROSE where they are of none."""
    if "column_number" not in table.column_names:
        return [PROSE] * table.num_rows
    return [PROSE if column is None else column - 1 for column in table.column("column_number").to_pylist()]


def _each(function: Callable[[int | None], int | None], values: list[int | None]) -> list[int | None]:
    return [None if value is None else function(value) for value in values]


def _replaced(table: pa.Table, name: str, values: Sequence[object]) -> pa.Table:
    index = table.column_names.index(name)
    field = table.schema.field(name)
    return table.set_column(index, field, pa.array(values, field.type))
