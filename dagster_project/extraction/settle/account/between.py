"""Identities between tables and with the text: one quantity of one body, year, phase and fund is one amount.

What is found here only speaks for a figure: where two tables differ, they may be about different things.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dagster_project.extraction.amounts import amounts_in, half_unit
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.identities import Places, identities
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.settle.account.evidence import worth
from dagster_project.extraction.settle.account.identity import Check, equal, holds
from dagster_project.extraction.settle.account.matrix import Entry, Matrix
from dagster_project.extraction.vocabulary import RowRole, StatementFamily

Quantity = tuple[object, ...]
"""What a figure states, with its body, year, phase and fund."""
ONE_CODE = "one_code_in_all_tables"
WHOLE_MEASURES = {"amount": "total"}


def between(matrices: Sequence[Matrix]) -> Iterator[Check]:
    """Return the figures that another table prints as well."""
    stated: dict[Quantity, list[Entry]] = defaultdict(list)
    for matrix in matrices:
        kind = knowledge().kinds.get(matrix.table.kind)
        if kind is not None:
            for entry in matrix.entries():
                for quantity in _quantities(entry, kind.family):
                    stated[quantity].append(entry)
    for (name, *_), entries in stated.items():
        if len(entries) > 1:
            yield from _agreeing(str(name), entries)


def _quantities(entry: Entry, family: StatementFamily) -> Iterator[Quantity]:
    row, column, table = entry.figure.row, entry.figure.column, entry.figure.table
    if not entry.value or entry.figure.amount is None:
        return
    measure = row.measure or column.measure or ""
    owner = (id(row.organisation), row.year or column.year or table.year, column.phase, column.horizon)
    fund = row.fund or column.fund or table.fund
    if row.code:
        yield (ONE_CODE, row.code, WHOLE_MEASURES.get(measure, measure), column.side, *owner, fund)
    elif row.item:
        for quantity in identities().tables:
            if any(_is_at(place, family, row.item, measure) for place in quantity.places):
                yield (quantity.key, *owner, fund)


def _is_at(place: Places, family: StatementFamily, item: str, measure: str) -> bool:
    return family in place.families and item in place.items and measure in place.measures


def _agreeing(identity: str, entries: list[Entry]) -> Iterator[Check]:
    """Return the first figure of another table that each equals; its digits, less those of having looked at several."""
    for entry in entries:
        others = [each for each in entries if each.figure.table is not entry.figure.table]
        for other in others:
            check = equal(identity, entry, other, len(others))
            if holds(check):
                yield check
                break


class Texts:
    """The amounts that the text of a document states."""

    def __init__(self, prose: Sequence[Prose]) -> None:
        units = knowledge().units
        found = {
            (amount.yuan, half_unit(amount.decimals, units[amount.unit]))
            for block in prose
            for amount in amounts_in(block.text)
            if amount.yuan
        }
        self.amounts = sorted(found)
        self.values = [value for value, _ in self.amounts]
        self.widest = max((half for _, half in self.amounts), default=Decimal(0))

    def digits(self, entry: Entry) -> float:
        """Return what it is worth that the text states an amount which is a total's."""
        if entry.figure.row.role != RowRole.TOTAL or entry.figure.amount is None:
            return 0.0
        reach = 2 * max(entry.half, self.widest)
        first, last = bisect_left(self.values, entry.value - reach), bisect_right(self.values, entry.value + reach)
        near = [
            max(entry.half, half) * 2
            for value, half in self.amounts[first:last]
            if abs(value - entry.value) <= 2 * max(entry.half, half)
        ]
        return max((worth(entry.value, tolerance, len(self.amounts)) for tolerance in near), default=0.0)
