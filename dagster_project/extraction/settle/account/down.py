"""Identities within a column: children under their parent, rows under a total, the items of a side, two sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dagster_project.extraction.knowledge.identities import identities
from dagster_project.extraction.model.meaning import RowMeaning
from dagster_project.extraction.settle.account.across import sum_with_some
from dagster_project.extraction.settle.account.identity import Outcome, best, equal, evaluate, holds
from dagster_project.extraction.settle.account.matrix import Line, Matrix
from dagster_project.extraction.settle.account.nesting import nested_by_sums, without_place
from dagster_project.extraction.vocabulary import Classification, RowRole, Side

Section = list[RowMeaning]
"""Rows of one side and one organisation, in printed order."""
CLASSIFIED = {Classification.FUNCTION, Classification.DEPARTMENTAL_ECONOMIC, Classification.GOVERNMENT_ECONOMIC}


def down(matrix: Matrix) -> Iterator[Outcome]:
    """Return the sums of rows, and the equality of sides."""
    children: dict[int, list[RowMeaning]] = defaultdict(list)
    for row in matrix.rows:
        if row.parent is not None and row.parent.role != RowRole.TOTAL:
            children[id(row.parent)].append(row)
    for parent, rows in children.items():
        if parent in matrix.by_row:
            coded = all(row.code for row in rows)
            yield evaluate(identities().children, matrix.by_row[parent], _lines(matrix, rows), is_asserted=coded)
    sections = _sections(matrix)
    for section in sections:
        yield from _totals(matrix, section)
        yield from _items(matrix, section)
    yield from _changes(matrix)
    yield from _nested(matrix)
    yield from _sides(matrix)


def _lines(matrix: Matrix, rows: Sequence[RowMeaning]) -> list[Line]:
    return [matrix.by_row[id(row)] for row in rows if id(row) in matrix.by_row]


def _sections(matrix: Matrix) -> list[Section]:
    sections: dict[tuple[Side | None, int], Section] = defaultdict(list)
    for row in matrix.rows:
        if id(row) in matrix.by_row and row.role != RowRole.DIFFERENCE and not row.year:
            sections[matrix.sides[id(row)], id(row.organisation)].append(row)
    return list(sections.values())


def _totals(matrix: Matrix, section: Section) -> Iterator[Outcome]:
    """Return what the rows of a section make of its totals: those above it, below it, or all; with the total before."""
    tops = _tops(section)
    totals = [index for index, row in enumerate(section) if row.role == RowRole.TOTAL]
    if not tops or len(totals) > len(section) / 2:
        return
    is_asserted = all(row.classification in CLASSIFIED for row in tops.values()) and len(totals) == 1
    for place, index in enumerate(totals):
        before = totals[place - 1] if place else -1
        after = totals[place + 1] if place + 1 < len(totals) else len(section)
        above = [row for at, row in tops.items() if before < at < index]
        below = [row for at, row in tops.items() if index < at < after]
        choices = [above, below, [*above, *below], list(tops.values())]
        choices += [[section[before], *above]] if place else []
        lines = [_lines(matrix, rows) for rows in {tuple(map(id, rows)): rows for rows in choices if rows}.values()]
        if lines:
            whole = matrix.by_row[id(section[index])]
            yield best([evaluate(identities().totals, whole, each, is_asserted, len(lines)) for each in lines])


def _tops(section: Section) -> dict[int, RowMeaning]:
    """Return the rows that stand under no other row than a total, by their index."""
    tops = {
        index: row
        for index, row in enumerate(section)
        if row.role not in (RowRole.TOTAL, RowRole.DIFFERENCE)
        and (row.parent is None or row.parent.role == RowRole.TOTAL)
    }
    levels = [row.level for row in tops.values() if row.level is not None]
    if levels and all(row.code for row in tops.values()):
        return {index: row for index, row in tops.items() if row.level == min(levels)}
    return tops


def _items(matrix: Matrix, section: Section) -> Iterator[Outcome]:
    """Return the sums of items that are known by name, and of measures that stand one under the other."""
    items: dict[str | None, list[Line]] = defaultdict(list)
    measures: dict[str | None, list[Line]] = defaultdict(list)
    for row in section:
        if (row.item or row.measure) and (row.parent is None or row.parent.item != row.item):
            items[row.item].append(matrix.by_row[id(row)])
            measures[row.measure].append(matrix.by_row[id(row)])
    for known, declared in ((items, identities().rows), (measures, identities().columns)):
        for one in declared:
            if all(len(known.get(each, ())) == 1 for each in (one.whole, *one.parts)):
                parts = [known[part][0] for part in one.parts]
                besides = [line for part in one.besides for line in known.get(part, ())]
                yield sum_with_some(one.key, known[one.whole][0], parts, besides)


def _changes(matrix: Matrix) -> Iterator[Outcome]:
    """Return the later of two years as the earlier and the change that is printed beside them."""
    by_owner: dict[int, list[RowMeaning]] = defaultdict(list)
    for row in matrix.rows:
        if row.year or row.role == RowRole.DIFFERENCE:
            by_owner[id(row.organisation)].append(row)
    for rows in by_owner.values():
        years = sorted((row for row in rows if row.year), key=lambda row: row.year or 0)
        changes = _lines(matrix, [row for row in rows if row.role == RowRole.DIFFERENCE])
        lines = _lines(matrix, years)
        if len(lines) == 2 and len(changes) == 1:
            yield evaluate(identities().change, lines[1], [lines[0], *changes], is_asserted=False)


def _nested(matrix: Matrix) -> Iterator[Outcome]:
    """Return the sums that rows without a place make, on each side of the table."""
    sides: dict[Side | None, list[RowMeaning]] = defaultdict(list)
    for row in without_place(matrix.rows):
        if id(row) in matrix.by_row:
            sides[matrix.sides[id(row)]].append(row)
    for rows in sides.values():
        for _, outcome in nested_by_sums(matrix, rows):
            yield outcome


def _sides(matrix: Matrix) -> Iterator[Outcome]:
    """Return the equality of two items of one table, each printed once, on the first amount of its side."""
    firsts: dict[str, Line] = {}
    for row in matrix.rows:
        if row.item and row.item not in firsts and (line := matrix.by_row.get(id(row))):
            firsts[row.item] = line
    for one in identities().sides:
        if one.whole in firsts and one.part in firsts:
            whole, part = (next(iter(firsts[each].values())) for each in (one.whole, one.part))
            outcome = Outcome(one.key, one.is_asserted)
            check = equal(one.key, whole, part)
            if holds(check):
                outcome.held, outcome.digits = [check] if check.digits else [], check.digits
            else:
                outcome.failed = [check]
            yield outcome
