"""Sides of a balance that stand one under the other: where expenditure begins, each part with its own header.

A row that says nothing but 支出 heads the second side. Where none does, it begins below the total of income that a
total further down equals, if the names above speak of income and those below of expenditure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dagster_project.extraction.amounts import parse_money
from dagster_project.extraction.folding import fold, fold_name
from dagster_project.extraction.interpret.matrix.headers import Header, read_header
from dagster_project.extraction.interpret.matrix.items import item_named
from dagster_project.extraction.interpret.matrix.sides import side_headed, side_spoken_of
from dagster_project.extraction.knowledge import StatementKind
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.vocabulary import ColumnRole, Side, StatementFamily

TOTALS = {Side.INCOME: "income_grand_total", Side.EXPENDITURE: "expenditure_grand_total"}


class Part(NamedTuple):
    """Rows of a table under one header, and how many rows stand before them."""

    start: int
    rows: list[Row]
    header: Header


def parts(rows: list[Row], kind: StatementKind, year: int | None) -> list[Part]:
    """Return the parts of a table: one, or both sides of a balance that prints them one under the other."""
    header = read_header(rows, kind, year)
    start = None
    if kind.family == StatementFamily.BALANCE and not any(column.side for column in header.columns):
        start = _headed(rows) or _totalled(rows, header)
    if start is None:
        return [Part(0, rows, header)]
    above = read_header(rows[:start], kind, year, Side.INCOME)
    below = read_header(rows[start:], kind, year, Side.EXPENDITURE)
    if not any(column.measure for column in below.columns):
        columns = [replace(column, side=Side.EXPENDITURE) for column in above.columns]
        below = below._replace(columns=columns)
    return [Part(0, rows[:start], above), Part(start, rows[start:], below)]


def number_on(parts: Sequence[Part]) -> None:
    """Number the columns of each part behind those of the part above it: they are others, though they stand there."""
    width = 0
    for part in parts:
        for column in part.header.columns:
            column.number += width
        width += len(part.header.columns)


def _headed(rows: Sequence[Row]) -> int | None:
    """Return the index of the row below figures that heads the side of expenditure."""
    has_figures = False
    for index, row in enumerate(rows):
        filled = {fold(cell) for cell in row.cells if cell}
        if has_figures and len(filled) == 1 and side_headed(*filled) == Side.EXPENDITURE:
            return index
        has_figures = has_figures or any(parse_money(cell) for cell in row.cells)
    return None


def _totalled(rows: Sequence[Row], header: Header) -> int | None:
    """Return the index of the row below the total of income, where the total of expenditure is the same."""
    name = next((column.number - 1 for column in header.columns if column.role == ColumnRole.NAME), None)
    money = next((column.number - 1 for column in header.columns if column.role is None and column.measure), None)
    if name is None or money is None:
        return None
    body = [(index, row.cells) for index, row in enumerate(rows) if max(name, money) < len(row.cells)]
    names = {index: fold_name(cells[name]) for index, cells in body}
    values = {index: number.value for index, cells in body if (number := parse_money(cells[money]))}
    for index in sorted(values):
        if item_named(names[index], Side.INCOME, False) != TOTALS[Side.INCOME]:
            continue
        above, below = [names[one] for one in names if one < index], [names[one] for one in names if one > index]
        ends = [one for one in values if one > index and values[one] == values[index]]
        is_met = any(item_named(names[one], Side.EXPENDITURE, False) == TOTALS[Side.EXPENDITURE] for one in ends)
        if is_met and (side_spoken_of(above), side_spoken_of(below)) == (Side.INCOME, Side.EXPENDITURE):
            return index + 1
    return None
