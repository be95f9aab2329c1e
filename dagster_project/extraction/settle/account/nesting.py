"""Rows that print neither code nor level: a row is the sum of rows below it where the figures say so, and only there.

Read from the last row up: what a row finds below it that adds up to it stands under it, and is one with it for the rows
above. Of a total and one row of the same amount nothing can be told but that the two may be one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.knowledge.identities import identities
from dagster_project.extraction.model.meaning import RowMeaning
from dagster_project.extraction.settle.account.evidence import MARGIN, worth
from dagster_project.extraction.settle.account.identity import Outcome, evaluate
from dagster_project.extraction.settle.account.matrix import Entry, Line, Matrix
from dagster_project.extraction.vocabulary import RowRole

FEWEST = 3
"""Rows from which there is anything to nest."""


class Nested(NamedTuple):
    """A row, and the rows whose sum it is."""

    row: RowMeaning
    children: tuple[RowMeaning, ...]


class _Node(NamedTuple):
    row: RowMeaning
    entry: Entry


def nested_by_sums(matrix: Matrix, rows: Sequence[RowMeaning]) -> Iterator[tuple[Nested, Outcome]]:
    """Return the rows that are the sum of rows below them, with what the figures of all columns say of it."""
    lines = [(row, matrix.by_row[id(row)]) for row in rows]
    lane = _fullest(line for _, line in lines)
    nodes = [_Node(row, line[lane]) for row, line in lines if lane in line and line[lane].value]
    if len(nodes) < FEWEST:
        return
    apart, as_one = (list(_read_up(nodes, takes_one)) for takes_one in (False, True))
    readings = [list(_confirmed(matrix, found)) for found in ([apart] if apart == as_one else [apart, as_one])]
    yield from max(readings, key=lambda found: sum(outcome.digits for _, outcome in found))


def _fullest(lines: Iterator[Line]) -> int:
    """Return the lane that prints most amounts, the first of those that print as many."""
    filled = Counter(lane for line in lines for lane, entry in line.items() if entry.value)
    return max(filled, key=lambda lane: (filled[lane], -lane), default=0)


def _read_up(nodes: Sequence[_Node], takes_one: bool) -> Iterator[Nested]:
    """Return the sums found going up; with `takes_one` a row of the same amount right below is one with its total."""
    stack: list[_Node] = []
    for node in reversed(nodes):
        count = _children(node.entry, stack)
        if count:
            yield Nested(node.row, tuple(each.row for each in reversed(stack[-count:])))
            del stack[-count:]
        elif takes_one and stack and stack[-1].entry.value == node.entry.value:
            stack.pop()
        stack.append(node)


def _children(whole: Entry, stack: Sequence[_Node]) -> int:
    """Return how many of the rows right below make a sum that is no chance, 0 where none do."""
    total, half = Decimal(0), whole.half
    for count, node in enumerate(reversed(stack), 1):
        total += node.entry.value
        half += node.entry.half
        if count > 1 and abs(whole.value - total) <= half:
            return count if worth(whole.value, half, len(stack)) >= MARGIN else 0
        if 0 < whole.value < total - half:
            return 0
    return 0


def _confirmed(matrix: Matrix, found: Sequence[Nested]) -> Iterator[tuple[Nested, Outcome]]:
    for nested in found:
        lines = [matrix.by_row[id(row)] for row in nested.children]
        outcome = evaluate(identities().nested, matrix.by_row[id(nested.row)], lines, is_asserted=False)
        if outcome.is_confirmed:
            yield nested, outcome


def without_place(rows: Sequence[RowMeaning]) -> list[RowMeaning]:
    """Return the rows that no code, level or parent gives a place, totals among them, in printed order."""
    return [
        row
        for row in rows
        if row.code is None
        and row.role != RowRole.DIFFERENCE
        and row.year is None
        and (row.parent is None or row.parent.role == RowRole.TOTAL)
    ]
