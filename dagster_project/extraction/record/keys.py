"""Keys of numbers: the document, and the cell or the line that a number stands in. They are made nowhere else."""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.extraction.model.meaning import Figure


class Place(NamedTuple):
    """Where a text stands: its line, and its cell where it stands in a table. Numbers count from 1."""

    line: int
    table_number: int | None = None
    row_number: int | None = None
    column_number: int | None = None


def row_key(document_id: str, table_number: int, row_number: int) -> str:
    """Return what the keys of the numbers of a row begin with."""
    return f"{document_id}:t{table_number}:r{row_number}:c"


def in_row(row: str, column_number: int) -> str:
    """Return the key of the number that fills a cell, of what the keys of its row begin with."""
    return f"{row}{column_number}"


def cell_id(document_id: str, table_number: int, row_number: int, column_number: int) -> str:
    """Return the key of the number that fills a cell."""
    return in_row(row_key(document_id, table_number, row_number), column_number)


def text_id(document_id: str, place: Place, start: int) -> str:
    """Return the key of what begins at a character of a line of prose, or of a text cell."""
    line, table, row, column = place
    if table is None or row is None or column is None:
        return f"{document_id}:l{line}:s{start}"
    return f"{cell_id(document_id, table, row, column)}:s{start}"


def figure_id(document_id: str, figure: Figure) -> str | None:
    """Return the key of a figure; None for a dash or a blank, which are no numbers."""
    if figure.number is None:
        return None
    return cell_id(document_id, figure.table.table.number, figure.row.number, figure.column_number)
