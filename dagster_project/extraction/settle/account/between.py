"""Identities between tables and with the text: one quantity of one body, year, phase and fund is one amount.

What is found here only speaks for a figure: where two tables differ, they may be about different things.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from dagster_project.extraction.amounts import amounts_in, half_unit
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.identities import identities
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.meaning import TableMeaning
from dagster_project.extraction.settle.account.evidence import worth
from dagster_project.extraction.settle.account.identity import Check, equal, holds
from dagster_project.extraction.settle.account.matrix import Entry, Line, Matrix
from dagster_project.extraction.vocabulary import StatementFamily

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
            for line in matrix.by_row.values():
                for quantity, entry in quantities(line, kind.family, matrix.table):
                    stated[quantity].append(entry)
    for (name, *_), entries in stated.items():
        if len(entries) > 1:
            yield from _agreeing(str(name), entries)


def quantities(line: Line, family: StatementFamily, table: TableMeaning) -> Iterator[tuple[Quantity, Entry]]:
    """Return what the figures of a row state, each with its body, year, phase and fund."""
    row = next(iter(line.values())).figure.row
    if not (row.code or row.item):
        return
    for entry in line.values():
        figure = entry.figure
        if not entry.value or figure.amount is None:
            continue
        column = figure.column
        measure = figure.measure or ""
        year, fund = row.year or column.year or table.year, row.fund or column.fund or table.fund
        owner = (id(row.organisation), year, column.phase, column.horizon, fund)
        if row.code:
            yield (ONE_CODE, row.code, WHOLE_MEASURES.get(measure, measure), column.side, *owner), entry
        for name in _named(family, row.item or "", measure):
            yield (name, *owner), entry


@lru_cache(maxsize=4096)
def _named(family: StatementFamily, item: str, measure: str) -> tuple[str, ...]:
    """Return the quantities that a row's item and a column's measure name."""
    return tuple(
        quantity.key
        for quantity in identities().tables
        if any(
            family in place.families and item in place.items and measure in place.measures for place in quantity.places
        )
    )


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
    """The amounts that the text of a document states, in order and apart by precision."""

    def __init__(self, prose: Sequence[Prose]) -> None:
        units = knowledge().units
        by_half: dict[Decimal, list[Decimal]] = defaultdict(list)
        for block in prose:
            for amount in amounts_in(block.text):
                if amount.yuan:
                    by_half[half_unit(amount.decimals, units[amount.unit])].append(amount.yuan)
        self.by_half = [(half, sorted(by_half[half])) for half in sorted(by_half)]
        self.count = sum(1 + sum([one != other for one, other in pairwise(each)]) for _, each in self.by_half)

    def digits(self, entry: Entry) -> float:
        """Return what it is worth that the text states the amount of a total."""
        for half, amounts in self.by_half:
            tolerance = 2 * max(entry.half, half)
            at = bisect_left(amounts, entry.value - tolerance)
            if at < len(amounts) and amounts[at] <= entry.value + tolerance:
                return worth(entry.value, tolerance, self.count)
        return 0.0
