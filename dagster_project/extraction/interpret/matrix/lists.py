"""Lists that print bodies, kinds of project and projects in one column of names: what each row is, by what adds up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dagster_project.extraction.amounts import Number
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.matrix.owners import Named, is_body, of_own_level
from dagster_project.extraction.interpret.matrix.sums import parents_by_sums
from dagster_project.extraction.model.meaning import RowMeaning
from dagster_project.extraction.vocabulary import RowRole

FEWEST = 2
"""Bodies that are the sum of what stands below them, from which the others are taken for such, too."""
NAMED_LIKE_BODIES = 4
"""Rows that are named like bodies, with the first, among which the body of a group of rows is sought."""


def read_list(rows: Sequence[RowMeaning], values: Sequence[Number | None], organisations: Organisations) -> bool:
    """Nest uncoded rows by their sums and give each its body; False, and nothing done, where they do not add up."""
    if rows and rows[-1].role == RowRole.TOTAL != rows[0].role:
        rows, values = [rows[-1], *rows[:-1]], [values[-1], *values[:-1]]  # the whole may be printed last
    if any(row.code for row in rows) or not _may_hold_others(rows, organisations):
        return False
    decimals = max((value.decimals for value in values if value), default=0)
    amounts = [int((value.value if value else 0) * 10**decimals) for value in values]
    parents = parents_by_sums(amounts) or _by_bodies([_name(row) for row in rows], amounts, organisations)
    if parents is None:
        return False
    wholes = {parent for parent in parents if parent is not None}
    heads = {index for index in wholes if is_body(_name(rows[index]), organisations)}
    totals = {index for index in wholes if rows[index].role == RowRole.TOTAL}
    own_level = of_own_level([_named(rows[index], values[index]) for index in sorted(heads | totals)], organisations)
    for index, (row, parent) in enumerate(zip(rows, parents, strict=True)):
        # a body that stands beside its number is known already
        known = row.organisation if row.role == RowRole.TOTAL else None
        if parent is not None:
            row.parent = rows[parent]
            row.organisation, row.organisation_as_printed = row.parent.organisation, row.parent.organisation_as_printed
        if index in heads:
            place = known or organisations.resolve(_name(row), row.line)
            is_own_level = row.number in own_level and place.name == organisations.department
            row.organisation = organisations.own_level_of(place) if is_own_level else place
            row.organisation_as_printed = squeeze(_name(row))
            row.item, row.role = "total", RowRole.TOTAL
        elif index in wholes and row.role == RowRole.LEAF:
            row.role = RowRole.SUBTOTAL
    return True


def _by_bodies(names: Sequence[str], amounts: Sequence[int], organisations: Organisations) -> list[int | None] | None:
    """Return the whole of each row of a list that does not add up to its end: the body that stands over it.

    Most of the bodies must be the sum of what stands below them, up to the next, or to one after it where a project is
    named like a body. One row that is misread or missing then takes its body from no other row.
    """
    starts = [index for index, name in enumerate(names) if is_body(name, organisations)]
    sums: dict[int, tuple[int, list[int | None]]] = {}
    done = 0
    for number, start in enumerate(starts):
        ends = [*starts[number + 1 : number + NAMED_LIKE_BODIES], len(amounts)]
        found = ((end, parents) for end in ends if (parents := parents_by_sums(amounts[start:end])) is not None)
        if start >= done and (whole := next(found, None)):
            sums[start], done = whole, whole[0]
    others = [start for start in starts if _is_known(names[start], organisations) and not _is_within(start, sums)]
    if len(sums) < max(FEWEST, len(others)):
        return None
    heads = sorted({*sums, *others})
    found_parents: list[int | None] = [None] * len(amounts)
    for start, following in zip(heads, [*heads[1:], len(amounts)], strict=True):
        end, parents = sums.get(start, (following, None))
        for index in range(start + 1, end):
            found_parents[index] = start + (parents[index - start] or 0 if parents else 0)
    return found_parents


def _is_known(name: str, organisations: Organisations) -> bool:
    return squeeze(name) in organisations.aliases or organisations.is_department(name)


def _is_within(index: int, sums: Mapping[int, tuple[int, Sequence[int | None]]]) -> bool:
    return any(start <= index < end for start, (end, _) in sums.items())


def _may_hold_others(rows: Sequence[RowMeaning], organisations: Organisations) -> bool:
    """Tell whether a list may hold more than projects: under 项目名称 the first row is all of them, or a body."""
    if not any(row.project_name for row in rows):
        return True
    return rows[0].role == RowRole.TOTAL or is_body(_name(rows[0]), organisations)


def name_projects(rows: Sequence[RowMeaning]) -> None:
    """The lowest rows of a list of projects are the projects; those that hold them are none."""
    for row in rows:
        if row.role == RowRole.LEAF and row.name:
            row.project_name = row.project_name or row.name
        elif row.role != RowRole.LEAF:
            row.name, row.project_name = _name(row), None


def _name(row: RowMeaning) -> str:
    return row.name or row.project_name or ""


def _named(row: RowMeaning, value: Number | None) -> Named:
    return Named(row.number, row.line, _name(row), value)
