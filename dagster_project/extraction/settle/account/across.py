"""Identities within a row: columns that a measure or a header says are the sum of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.identities import Sum, identities
from dagster_project.extraction.settle.account.identity import Outcome, best, evaluate
from dagster_project.extraction.settle.account.matrix import Line, Matrix, frame

SEPARATOR = " / "
PART = "part"
MOST_BESIDE = 3
"""Columns beside the parts of a sum, of which all combinations are tried."""
FEWEST_MORE = 2
"""Rows in which a part holds more than its whole, and in none less, from which it is none."""
FEWEST_BESIDE = 3
"""Columns from which one may be the sum of the others."""


def across(matrix: Matrix) -> Iterator[Outcome]:
    """Return the sums of columns: those of their measures, then those of the groups of the header."""
    seen: set[tuple[int, ...]] = set()
    for measured in _measured(matrix):
        for declared in identities().columns:
            if all(len(measured.get(each, ())) == 1 for each in (declared.whole, *declared.parts)):
                yield _declared(declared, measured, seen)
    yield from _groups(matrix, seen)


def wholes_among_parts(matrix: Matrix) -> Iterator[Outcome]:
    """Yield what says that a column which bears the name of a part is the sum of all others.

    Asked where the whole that is named is not theirs, or has no column, but of none that is called a total (基本支出 /
    合计 beside 工资福利支出); and of columns that measure one thing.
    """
    called = {id(matrix.by_column[each.number]) for each in matrix.columns if _is_called_total(each.label)}
    for measured in _measured(matrix):
        for declared in identities().columns:
            wholes = measured.get(declared.whole, [])
            parts = [line for part in (*declared.parts, *declared.besides) for line in measured.get(part, ())]
            if not wholes or (len(wholes) == 1 and evaluate(declared.key, wholes[0], parts).failed):
                totals = [line for line in parts if id(line) in called]
                named = [line for line in parts if id(line) not in called]
                yield from _sums_among(declared.key, [*wholes, *totals, *named], len(wholes) + len(totals))
        for measure, lines in measured.items():
            if measure != PART:
                yield from _sums_among(identities().groups, lines)


def _is_called_total(label: str) -> bool:
    return identities().group_total.search(fold(label.split(SEPARATOR)[-1])) is not None


def _sums_among(identity: str, lines: list[Line], first: int = 0) -> Iterator[Outcome]:
    """Yield what says that one of the columns from `first` on is the sum of all others."""
    for place in range(first, len(lines) if len(lines) >= FEWEST_BESIDE else 0):
        others = [*lines[:place], *lines[place + 1 :]]
        found = evaluate(identity, lines[place], others, False, len(lines) - first)
        if found.is_confirmed and not found.failed:
            yield found


def exceeded(matrix: Matrix) -> set[int]:
    """Return the columns of totals beside which one that is said to be a part holds more: it is the whole."""
    found: set[int] = set()
    totals = [column for column in matrix.columns if column.measure == "total"]
    for part in (column for column in matrix.columns if column.measure == PART and totals):
        line = matrix.by_column[part.number]
        for column in totals:
            if (column.fund, frame(column)) != (part.fund, frame(part)):
                continue
            whole = matrix.by_column[column.number]
            pairs = [(line[row].value, whole[row].value) for row in line.keys() & whole.keys()]
            more, less = sum(one > other > 0 for one, other in pairs), sum(one < other for one, other in pairs)
            if more >= FEWEST_MORE and not less:
                found.add(column.number)
    return found


def _measured(matrix: Matrix) -> Iterable[Mapping[str | None, list[Line]]]:
    """Return the columns by what they measure, those that may add up together."""
    groups: dict[tuple[object, ...], dict[str | None, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for column in matrix.columns:
        groups[frame(column), column.fund][column.measure].append(matrix.by_column[column.number])
    return groups.values()


def _declared(declared: Sum, measured: Mapping[str | None, list[Line]], seen: set[tuple[int, ...]]) -> Outcome:
    (whole,), parts = measured[declared.whole], [measured[part][0] for part in declared.parts]
    seen.add(tuple(sorted(map(id, (whole, *parts)))))
    besides = [line for part in declared.besides for line in measured.get(part, ())]
    return sum_with_some(declared.key, whole, parts, besides)


def sum_with_some(identity: str, whole: Line, parts: list[Line], besides: list[Line]) -> Outcome:
    """Return the best of a sum with each choice of the lines beside its parts: which belong to it the page tells."""
    filled = [line for line in besides if any(entry.value for entry in line.values())]
    choices = (
        [[*parts, *some] for count in range(len(filled), -1, -1) for some in combinations(filled, count)]
        if len(filled) <= MOST_BESIDE
        else [[*parts, *filled], parts]
    )
    return best([evaluate(identity, whole, choice, searched=len(choices)) for choice in choices])


def _groups(matrix: Matrix, seen: set[tuple[int, ...]]) -> Iterator[Outcome]:
    """Return the sums that the header's own groups suggest; a group that does not add up says nothing."""
    words = identities()
    paths = {column.number: tuple(column.label.split(SEPARATOR)) for column in matrix.columns}
    totals = {column.number: paths[column.number] for column in matrix.columns if _is_called_total(column.label)}
    for number, path in totals.items():
        above = path[:-1]
        members: dict[str, list[int]] = defaultdict(list)
        for other, its in paths.items():
            if other != number and its[: len(above)] == above and len(its) > len(above):
                members[its[len(above)]].append(other)
        lines = [
            matrix.by_column[each]
            for name, group in members.items()
            if not words.beside_group.search(fold(name))
            for each in _represented(group, totals, paths)
        ]
        key = tuple(sorted(map(id, (matrix.by_column[number], *lines))))
        if len(lines) > 1 and key not in seen:
            seen.add(key)
            yield evaluate(words.groups, matrix.by_column[number], lines, is_asserted=False)


def _represented(group: list[int], totals: dict[int, tuple[str, ...]], paths: dict[int, tuple[str, ...]]) -> list[int]:
    """Return the columns that stand for a group: its own total, or all of them but the parts printed beside others."""
    own = [number for number in group if number in totals and len(group) > 1]
    if own:
        return [min(own, key=lambda number: len(paths[number]))]
    beside = identities().beside_group
    return [number for number in group if not beside.search(fold(paths[number][-1]))]
