"""Columns under a word that nobody knows which hold by how much those of one year differ from those of another."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations

from dagster_project.extraction.model.meaning import CHANGES
from dagster_project.extraction.settle.account.across import SEPARATOR
from dagster_project.extraction.settle.account.matrix import Matrix

FEWEST_CHANGES = 3
"""Figures, none of them zero, from which columns are those of changes."""
LEAST_AGREED = 0.9

Columns = dict[tuple[object, ...], int]
"""The columns of a group of the header, by what they measure."""


def unnamed_changes(matrix: Matrix) -> set[int]:
    """Return the columns that measure what others do, of no year, and hold the change from one year to another."""
    groups: dict[tuple[str, int | None], Columns] = defaultdict(dict)
    for column in matrix.columns:
        if column.measure is not None and column.measure not in CHANGES:
            meaning = (column.measure, column.fund, column.side)
            groups[column.label.split(SEPARATOR)[0], column.year].setdefault(meaning, column.number)
    found: set[int] = set()
    for (_, year), changes in groups.items():
        years = [(its_year, its) for (_, its_year), its in groups.items() if its_year is not None]
        for (first, before), (last, now) in permutations(years, 2) if year is None else ():
            if first < last and _are_changes(matrix, changes, now, before):
                found |= set(changes.values())
    return found


def _are_changes(matrix: Matrix, changes: Columns, now: Columns, before: Columns) -> bool:
    agreed, told = 0, 0
    for meaning in changes.keys() & now.keys() & before.keys():
        change, one, other = (matrix.by_column[each[meaning]] for each in (changes, now, before))
        for row in change.keys() & one.keys() & other.keys():
            if change[row].value and one[row].value and other[row].value:
                told += 1
                halves = change[row].half + one[row].half + other[row].half
                agreed += abs(one[row].value - other[row].value - change[row].value) <= halves
    return agreed >= max(FEWEST_CHANGES, LEAST_AGREED * told)
