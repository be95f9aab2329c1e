"""Whose figures a table holds, where the name over it can mean two: a department, or its 本级.

The name printed over the table of a 本级 can be the department's; the amount decides (RULES.md, organisation kinds).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model.meaning import Figure, IndicatorCells, Organisation, Project, TableMeaning
from dagster_project.extraction.settle.units import in_yuan
from dagster_project.extraction.vocabulary import OrganisationKind, RowRole, StatementFamily, StatementScope

Known = dict[str, list[tuple[Decimal, Decimal]]]


def settle_scopes(
    figures: Sequence[Figure],
    projects: Sequence[Project],
    indicators: Sequence[IndicatorCells],
    organisations: Organisations,
) -> list[Issue]:
    """Move a unit's table from the department to its 本级 where its total is the 本级's and not the department's."""
    own = organisations.own_level()
    if own is None:
        return []
    known = _totals(figures, {OrganisationKind.DEPARTMENT, OrganisationKind.OWN_LEVEL})
    issues = []
    for table in {id(figure.table): figure.table for figure in figures}.values():
        kind = knowledge().kinds[table.kind]
        if kind.family != StatementFamily.PERFORMANCE or kind.scope != StatementScope.ORGANISATION:
            continue
        if table.organisation is None or table.organisation.kind != OrganisationKind.DEPARTMENT:
            continue
        total = _total_of(table, figures)
        if total is None or _is_one_of(total, known.get(table.organisation.name, [])):
            continue
        if _is_one_of(total, known.get(own.name, [])):
            _move(table, own, figures, projects, indicators)
            message = f"The table names {table.organisation_as_printed}, but its total is that of {own.name}."
            issues.append(
                Issue(
                    IssueCode.ORGANISATION_RESOLVED_BY_AMOUNT,
                    Severity.NOTE,
                    message,
                    table.table.line,
                    table.table.number,
                )
            )
    return issues


def _totals(figures: Sequence[Figure], kinds: set[str]) -> Known:
    known: Known = {}
    for figure in figures:
        place = figure.row.organisation
        if place and place.kind in kinds and figure.row.role == RowRole.TOTAL and figure.column.measure == "total":
            amount = in_yuan(figure)
            if amount is not None and knowledge().kinds[figure.table.kind].family == StatementFamily.EXPENDITURE:
                known.setdefault(place.name, []).append(amount)
    return known


def _total_of(table: TableMeaning, figures: Sequence[Figure]) -> tuple[Decimal, Decimal] | None:
    for figure in figures:
        if figure.table is table and figure.row.role == RowRole.TOTAL and figure.number is not None:
            return in_yuan(figure)
    return None


def _is_one_of(amount: tuple[Decimal, Decimal], known: list[tuple[Decimal, Decimal]]) -> bool:
    return any(abs(amount[0] - other) <= amount[1] + half for other, half in known)


def _move(
    table: TableMeaning,
    own: Organisation,
    figures: Sequence[Figure],
    projects: Sequence[Project],
    indicators: Sequence[IndicatorCells],
) -> None:
    table.organisation = own
    for figure in figures:
        if figure.table is table:
            figure.row.organisation = own
    for project in projects:
        if project.table is table:
            project.organisation = own
    for indicator in indicators:
        if indicator.table is table:
            indicator.organisation = own
