"""Figures of a statement: what stands in the cells of its amounts, and what its other numbers are labels of."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.amounts import Number, holds_digit, is_dash, parse_money, parse_number
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.matrix.blocks import Block, amount_number
from dagster_project.extraction.interpret.matrix.rows import Found
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning, Figure, TableMeaning
from dagster_project.extraction.vocabulary import ColumnRole, Disclosure

WORDS = header_words()
LABELS = {
    ColumnRole.CODE: "code",
    ColumnRole.NAME: "code and name",
    ColumnRole.LINE_NUMBER: "line number",
    ColumnRole.ORGANISATION_CODE: "organisation code",
    ColumnRole.YEAR: "year",
    ColumnRole.ORGANISATION: "organisation",
    ColumnRole.PROJECT_CODE: "project code",
    ColumnRole.PROJECT_NAME: "project name",
    ColumnRole.QUANTITY: "quantity",
    ColumnRole.TEXT: "text",
}


def figures_of(found: Found, table: TableMeaning, width: int, ledger: Ledger) -> list[Figure]:
    """Return the figures of a row in one block; digits that are no number are told to the ledger."""
    meaning, row, block = found
    cells, figures = row.cells, []
    for column in block.amounts:
        number = column.number
        text = cells[number - 1]
        if not text and number == width < len(cells):
            number = amount_number(row, width)
            text = cells[number - 1]
        if not text:
            figures.append(Figure(table, meaning, column, number, text, None, Disclosure.BLANK))
        elif parsed := parse_money(text):
            figures.append(Figure(table, meaning, column, number, text, parsed, Disclosure.FIGURE))
        elif is_dash(text):
            figures.append(Figure(table, meaning, column, number, text, None, Disclosure.DASH))
        elif holds_digit(text):
            ledger.not_read(table.table, meaning, column, number)
    return figures


def first_value(row: Row, block: Block) -> Number | None:
    """Return the number in the first column of amounts of a block, in the unit printed."""
    return parse_money(row.cells[block.amounts[0].number - 1])


def without_money(found: Sequence[Found]) -> frozenset[int]:
    """Return the ids of the rows that print no money in any column of their block, or only zeros."""
    return frozenset(
        id(meaning)
        for meaning, row, block in found
        if not any(map(_is_money, (row.cells[each.number - 1] for each in block.amounts)))
    )


def _is_money(cell: str) -> bool:
    value = parse_money(cell)
    return value is not None and value.value != 0


def amounts_of_most(found: Sequence[Found]) -> list[Number | None]:
    """Return the figures of the column that holds most money: the whole of the others, wherever it stands."""
    columns = found[0].block.amounts if found else []
    by_column = [[parse_money(row.cells[column.number - 1]) for _, row, _ in found] for column in columns]
    return max(by_column, key=lambda values: sum(value.value for value in values if value), default=[])


def are_shifted(columns: Sequence[ColumnMeaning], body: Sequence[tuple[int, Row]]) -> bool:
    """Tell whether a numbered name stands under the header of line numbers, or of figures beside these."""
    if not any(column.role == ColumnRole.LINE_NUMBER for column in columns):
        return False
    numbers = [column.number - 1 for column in columns if column.role in (ColumnRole.LINE_NUMBER, None)]
    return any(WORDS.item.match(row.cells[index]) for index in numbers for _, row in body)


def claim_labels(
    table: TableMeaning, columns: Sequence[ColumnMeaning], body: Sequence[tuple[int, Row]], ledger: Ledger
) -> None:
    """Claim the numbers in columns without amounts: codes, line numbers, years."""
    for column in columns:
        reason = LABELS.get(column.role) if column.role else None
        if reason is None:
            continue
        index = column.number - 1
        for number, row in body:
            cell = row.cells[index]
            if cell and parse_number(cell):
                ledger.label(table.table, number, column.number, reason)
