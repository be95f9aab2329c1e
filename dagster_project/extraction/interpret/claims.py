"""The ledger of one document: every number seen, and what became of it. Nothing is dropped; the counts add up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dagster_project.extraction.amounts import Amount, amounts_in, parse_number
from dagster_project.extraction.model.document import Prose, Row, Table
from dagster_project.extraction.model.meaning import ColumnMeaning, Figure, RowMeaning

Place = tuple[int, int, int]
"""Table number, row number and column number, each from 1."""


class Label(NamedTuple):
    """A number that is no figure: which kind of label it is, and the label of its row."""

    reason: str
    row_label: str = ""
    column_label: str = ""


class CellFact(NamedTuple):
    """A number that became part of a fact which is no statement line: its labels, value unit, year and phase."""

    reason: str
    row_label: str
    column_label: str
    year: int | None
    phase: str | None


class TextAmount(NamedTuple):
    """An amount of money in prose (`table` is None), or inside a text cell; `is_read`: not of another disclosure."""

    line: int
    amount: Amount
    table: Table | None
    row_number: int | None
    column_number: int | None
    is_read: bool = True


class Ledger:
    """Collects what interpreters recognise, by place; what nobody claimed is unmapped."""

    def __init__(self) -> None:
        self.figures: dict[Place, Figure] = {}
        self.labels: dict[Place, Label] = {}
        self.facts: dict[Place, CellFact] = {}
        self.unread: dict[Place, tuple[RowMeaning, ColumnMeaning]] = {}
        self.text_amounts: list[TextAmount] = []

    def claim(self, figures: Iterable[Figure]) -> None:
        """Claim the cells of statement figures that hold a number."""
        self.figures.update(
            ((figure.table.table.number, figure.row.number, figure.column_number), figure)
            for figure in figures
            if figure.number is not None
        )

    def not_read(self, table: Table, row: RowMeaning, column: ColumnMeaning, column_number: int) -> None:
        """Record a cell in a column of money that holds digits, and no number."""
        self.unread[table.number, row.number, column_number] = row, column

    def label(self, table: Table, row_number: int, column_number: int, reason: str, row_label: str = "") -> None:
        """Claim a cell as a label: a code, a line number, a year, the number of a column."""
        self.labels[(table.number, row_number, column_number)] = Label(reason, row_label)

    def label_row(self, table: Table, row_number: int, row: Row, reason: str) -> None:
        """Claim every number of a row as labels of one kind."""
        for column_number, cell in enumerate(row.cells, 1):
            if cell and parse_number(cell):
                self.label(table, row_number, column_number, reason)

    def fact(self, table: Table, row_number: int, column_number: int, fact: CellFact) -> None:
        """Claim a cell as part of a fact."""
        self.facts[(table.number, row_number, column_number)] = fact

    def prose(self, blocks: Iterable[Prose], is_read: bool = True) -> None:
        """Record the amounts of prose."""
        self.text_amounts += [
            TextAmount(block.line, amount, None, None, None, is_read)
            for block in blocks
            for amount in amounts_in(block.text)
        ]
