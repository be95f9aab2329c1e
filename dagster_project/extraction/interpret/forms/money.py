"""The money of a self-evaluated project: budget, execution and rate of the year, in total and by source."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.amounts import holds_digit, is_dash, parse_money
from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.interpret.forms.form import Form
from dagster_project.extraction.interpret.forms.words import money_measure, source_of_money
from dagster_project.extraction.interpret.matrix.units import unit_in
from dagster_project.extraction.knowledge.scores import score_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import PERCENT, ColumnMeaning, Figure, RowMeaning, Unit
from dagster_project.extraction.vocabulary import Disclosure, Phase, RowRole, UnitBasis

SCORES = score_words()
BESIDE = {"score weight": SCORES.weight, "score": SCORES.score}
"""What is claimed of the columns beside money, by their labels."""


def is_money_header(row: Row) -> bool:
    """Tell whether a row opens the section of money: it names a budget and an execution column."""
    measures = {money_measure(cell) for cell in row.cells if cell}
    return {"revised", "executed"} <= measures or {"approved", "executed"} <= measures


class MoneySection:
    """Rows of sources under a header of measures, among which may stand the weight of the rate and its score."""

    def __init__(self, form: Form, header: Row) -> None:
        self.form = form
        unit = next((found for cell in header.cells if cell and (found := unit_in(cell))), None)
        self.unit = Unit(unit.printed, unit.applied, UnitBasis.SECTION) if unit else None
        self.columns: list[ColumnMeaning] = []
        self.others: dict[int, str] = {}
        for index, cell in enumerate(header.cells):
            measure = money_measure(cell) if cell else None
            if measure is not None:
                is_rate = measure == "execution_rate"
                phase, own = (Phase.EXECUTED, PERCENT) if is_rate else (Phase(measure), None)
                self.columns.append(ColumnMeaning(index + 1, squeeze(cell), measure=measure, phase=phase, unit=own))
            elif cell and self.columns:
                named = (label for label, words in BESIDE.items() if words.fullmatch(fold(cell)))
                self.others[index] = next(named, "remark on an indicator")

    def row(self, number: int, row: Row) -> None:
        """Read one row of money: its source, and the figures in order of the columns."""
        cells = row.cells
        labels = [index for index, cell in enumerate(cells) if cell and source_of_money(cell)]
        if not labels:
            return
        source = source_of_money(cells[labels[0]])
        assert source is not None
        meaning = RowMeaning(number, row.line, name=squeeze(cells[labels[0]]).strip(":："), unit=self.unit)
        meaning.item, meaning.role = source, RowRole.TOTAL if source == "total" else RowRole.LEAF
        shown = [index for index in range(labels[0] + 1, len(cells)) if cells[index]]
        for index, column in zip(shown, self._columns(shown), strict=False):
            number_ = parse_money(cells[index])
            if isinstance(column, str):
                if number_:
                    self.form.ledger.label(self.form.table.table, number, index + 1, column)
                continue
            if number_ is None and not is_dash(cells[index]):
                if holds_digit(cells[index]):
                    self.form.ledger.not_read(self.form.table.table, meaning, column, index + 1)
                continue
            self._figure(meaning, column, index, cells[index], source)

    def _columns(self, shown: list[int]) -> Sequence[ColumnMeaning | str]:
        """Return the columns of a row's figures, a label of what is no money: where they stand, or in order.

        A page may shift all of them; where it then prints fewer than the header names, nobody knows which.
        """
        heads: dict[int, ColumnMeaning | str] = {column.number - 1: column for column in self.columns} | self.others
        if all(index in heads for index in shown):
            return [heads[index] for index in shown]
        if len(shown) == len(heads):
            return [heads[index] for index in sorted(heads)]
        return self.columns if not self.others or len(shown) == len(self.columns) else ()

    def _figure(self, row: RowMeaning, column: ColumnMeaning, index: int, text: str, source: str) -> None:
        parsed = parse_money(text)
        disclosure = Disclosure.FIGURE if parsed else Disclosure.DASH
        figure = Figure(self.form.table, row, column, index + 1, text, parsed, disclosure)
        self.form.figures.append(figure)
        project = self.form.project
        if project is not None and parsed is not None and (source == "total" or column.measure != "execution_rate"):
            project.figures.append(figure)


class MoneyOfBody(MoneySection):
    """What all of a body spent, under a header of measures: 部门支出总额, 基本支出, 项目支出.

    Its rows have names of any kind, each the last before the figures, and no item: tasks of the form are no parts of
    them. A form tells many things below one another, so the section ends with the first row that has no money.
    """

    def row(self, number: int, row: Row) -> None:
        """Read one row: its name, and the figures that stand in their columns."""
        money = {column.number - 1: column for column in self.columns}
        name = next((cell for cell in reversed(row.cells[: min(money)]) if cell), "")
        meaning = RowMeaning(number, row.line, name=squeeze(name).strip(":："), unit=self.unit, role=RowRole.LEAF)
        for index, cell in enumerate(row.cells):
            if (column := money.get(index)) and (parse_money(cell) or is_dash(cell)):
                self._figure(meaning, column, index, cell, "")
            elif (label := self.others.get(index)) and parse_money(cell):
                self.form.ledger.label(self.form.table.table, number, index + 1, label)

    def is_over(self, row: Row) -> bool:
        """Tell whether no money stands in the columns of a row, or no words before them."""
        first = self.columns[0].number - 1
        shown = [row.cells[column.number - 1] for column in self.columns if column.number <= len(row.cells)]
        has_words = any(cell and not parse_money(cell) for cell in row.cells[:first])
        return not (has_words and any(map(parse_money, shown)) and not any(map(_is_word, shown)))


def _is_word(cell: str) -> bool:
    return bool(cell) and parse_money(cell) is None and not is_dash(cell)
