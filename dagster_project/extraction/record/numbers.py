"""Rows of what texts state beside single amounts: calculations, the amounts of estimates, numbers of projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from dagster_project.extraction.amounts import yuan
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.meaning import TableMeaning
from dagster_project.extraction.record.row import fit, organisation_values
from dagster_project.extraction.vocabulary import Layout, StatementScope
from dagster_project.extraction.wording.arithmetic.calculations import Calculation, calculations_in, may_calculate
from dagster_project.extraction.wording.arithmetic.estimates import Estimate, EstimateAmount, estimates
from dagster_project.extraction.wording.stated_counts import stated_counts

Values = tuple[Any, ...]
Place = tuple[int, int | None, int | None, int | None]
"""Line, and table, row and column of a cell."""


class TextRows:
    """Rows of one document; `known` holds the ledger keys of the amounts in its texts."""

    def __init__(
        self,
        document_id: str,
        identity: Identity,
        places: Organisations,
        located: Located,
        result: Interpretation,
        known: frozenset[str],
    ) -> None:
        self.key, self.identity, self.places, self.located = document_id, identity, places, located
        self.result, self.known = result, known
        self.projects = {id(each.table): each.name for each in result.projects if is_project_form(each.table)}

    def calculations(self) -> Iterator[Values]:
        """Yield the rows of `calculations`."""
        for place, text, table in self._texts():
            for found in calculations_in(text):
                numbers = [fit(each) for each in (found.value, found.rounding, found.result, found.half_unit)]
                if None not in numbers:
                    yield self._calculation(place, text, table, found, numbers)

    def _calculation(
        self, place: Place, text: str, table: TableMeaning | None, found: Calculation, numbers: list[Any]
    ) -> Values:
        result = text.rfind("=", found.start, found.end - len(found.result_as_printed) + 1)
        figure = next((at for at in range(max(result, found.start) + 1, found.end) if text[at].isdigit()), found.end)
        return (
            *self._start(place, found.start, found.end),
            self._id(place, found.start),
            found.expression,
            found.result_as_printed,
            *numbers,
            found.unit,
            fit(found.unit_factor),
            *self._about(table),
            self._ledger(place, figure),
        )

    def estimate_amounts(self) -> Iterator[Values]:
        """Yield the rows of `estimate_amounts`."""
        for estimate in estimates(self.result.tables, self.located.prose):
            for amount in estimate.amounts:
                if (money := yuan(amount.yuan, "元")) is not None:
                    yield self._estimate_amount(estimate, amount, money)

    def _estimate_amount(self, estimate: Estimate, amount: EstimateAmount, money: Decimal) -> Values:
        table = estimate.source.table
        place, start = self._place(amount)
        total = self._id(*self._place(amount.total)) if amount.total else None
        return (
            *self._start(place, start, start + amount.end - amount.start),
            self._id(place, start),
            table.table.number,
            amount.item,
            amount.digits,
            amount.unit,
            money,
            fit(amount.half_unit),
            amount.role,
            total,
            estimate.clarity,
            *self._about(table),
            self._ledger(place, start),
        )

    @staticmethod
    def _place(amount: EstimateAmount) -> tuple[Place, int]:
        piece, start = amount.source.place(amount.start)
        number = amount.source.table.table.number if piece.row_number else None
        return (piece.line, number, piece.row_number, piece.column_number), start

    def stated_counts(self) -> Iterator[Values]:
        """Yield the rows of `stated_counts`."""
        for found in stated_counts(self.located.prose):
            place: Place = (found.line, None, None, None)
            amount = None if found.amount_start is None else self._ledger(place, found.amount_start)
            yield (
                *self._start(place, found.start, found.end),
                self._id(place, found.start),
                found.kind,
                found.label,
                found.number,
                found.is_all,
                amount,
                *organisation_values(self.places.issuer, None),
                self.identity.fiscal_year,
            )

    def _texts(self) -> Iterator[tuple[Place, str, TableMeaning | None]]:
        """Every text that may state a calculation, and the form it stands in."""
        for line, text, cell in self.located.texts:
            if may_calculate(text):
                table = self._form_at(line) if cell[0] is None else self.result.tables[cell[0] - 1]
                yield (line, *cell), text, table

    def _form_at(self, line: int) -> TableMeaning | None:
        forms = (table for table in self.result.tables if id(table) in self.projects)
        return next((form for form in forms if form.table.line <= line <= form.table.rows[-1].line), None)

    def _start(self, place: Place, start: int, end: int) -> Values:
        line, *cell = place
        return (self.key, None, line, line, start, end, *cell)

    def _id(self, place: Place, start: int) -> str:
        line, table, row, column = place
        return f"{self.key}:l{line}:s{start}" if table is None else f"{self.key}:t{table}:r{row}:c{column}:s{start}"

    def _ledger(self, place: Place, start: int) -> str | None:
        key = self._id(place, start)
        return key if key in self.known else None

    def _about(self, table: TableMeaning | None) -> Values:
        place = table.organisation if table else self.places.issuer
        printed = table.organisation_as_printed if table else None
        year = table.year if table else self.identity.fiscal_year
        return (self.projects.get(id(table)), *organisation_values(place, printed), year)


def is_project_form(table: TableMeaning) -> bool:
    """Tell whether a table is the form of one project."""
    kind = knowledge().kinds.get(table.kind)
    return kind is not None and kind.layout == Layout.FORM and kind.scope == StatementScope.PROJECT


def text_rows(rows: TextRows) -> dict[str, Iterable[Values]]:
    """Return the rows by table."""
    return {
        "calculations": rows.calculations(),
        "estimate_amounts": rows.estimate_amounts(),
        "stated_counts": rows.stated_counts(),
    }
