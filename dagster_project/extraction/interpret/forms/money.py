"""The money of a self-evaluated project: budget, execution and rate of the year, in total and by source."""

from __future__ import annotations

from dagster_project.extraction.amounts import holds_digit, is_dash, parse_money
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.interpret.forms.form import Form
from dagster_project.extraction.interpret.forms.words import money_measure, source_of_money
from dagster_project.extraction.interpret.matrix.units import unit_in
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning, Figure, RowMeaning, Unit
from dagster_project.extraction.vocabulary import Disclosure, Phase, RowRole, UnitBasis


def is_money_header(row: Row) -> bool:
    """Tell whether a row opens the section of money: it names a budget and an execution column."""
    measures = {money_measure(cell) for cell in row.cells if cell}
    return {"revised", "executed"} <= measures or {"approved", "executed"} <= measures


class MoneySection:
    """Rows of sources under a header of measures."""

    def __init__(self, form: Form, header: Row) -> None:
        self.form = form
        unit = next((found for cell in header.cells if cell and (found := unit_in(cell))), None)
        self.unit = Unit(unit.printed, unit.applied, UnitBasis.SECTION) if unit else None
        self.columns: list[ColumnMeaning] = []
        for index, cell in enumerate(header.cells):
            measure = money_measure(cell) if cell else None
            if measure is not None:
                phase = Phase.EXECUTED if measure == "execution_rate" else Phase(measure)
                self.columns.append(ColumnMeaning(index + 1, squeeze(cell), measure=measure, phase=phase))

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
            if number_ is None and not is_dash(cells[index]):
                if holds_digit(cells[index]):
                    self.form.ledger.not_read(self.form.table.table, meaning, column, index + 1)
                continue
            self._figure(meaning, column, index, cells[index], source)

    def _columns(self, shown: list[int]) -> list[ColumnMeaning]:
        """The columns of a row's figures: where they stand, or in order where a page shifted them."""
        by_place = {column.number - 1: column for column in self.columns}
        if all(index in by_place for index in shown):
            return [by_place[index] for index in shown]
        return self.columns

    def _figure(self, row: RowMeaning, column: ColumnMeaning, index: int, text: str, source: str) -> None:
        parsed = parse_money(text)
        disclosure = Disclosure.FIGURE if parsed else Disclosure.DASH
        figure = Figure(self.form.table, row, column, index + 1, text, parsed, disclosure)
        self.form.figures.append(figure)
        project = self.form.project
        if project is not None and parsed is not None and (source == "total" or column.measure != "execution_rate"):
            project.figures.append(figure)
