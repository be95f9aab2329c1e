"""Statements with a header: one figure per row and amount column, side-by-side blocks read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.matrix.blocks import split_blocks, widened, with_codes_behind
from dagster_project.extraction.interpret.matrix.carried import Carried
from dagster_project.extraction.interpret.matrix.figures import (
    amounts_of_most,
    are_shifted,
    claim_labels,
    figures_of,
    first_value,
    without_money,
)
from dagster_project.extraction.interpret.matrix.finer import by_finer_codes
from dagster_project.extraction.interpret.matrix.headers import is_note
from dagster_project.extraction.interpret.matrix.hierarchy import nest
from dagster_project.extraction.interpret.matrix.lists import name_projects, read_list
from dagster_project.extraction.interpret.matrix.owners import rows_of_bodies
from dagster_project.extraction.interpret.matrix.rows import Found, Rows
from dagster_project.extraction.interpret.matrix.stacked import Part, number_on, parts
from dagster_project.extraction.interpret.matrix.three_public import measure_by_row, phase_by_row
from dagster_project.extraction.interpret.matrix.totals_of_blocks import tell_totals_of_blocks
from dagster_project.extraction.interpret.matrix.totals_of_sides import tell_totals
from dagster_project.extraction.interpret.matrix.units import unit_over_names
from dagster_project.extraction.knowledge import StatementKind
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import NO_UNIT, Figure, Project, RowMeaning, TableMeaning
from dagster_project.extraction.vocabulary import ColumnRole, Disclosure, StatementFamily

INNERMOST = (ColumnRole.PROJECT_NAME, ColumnRole.ORGANISATION, ColumnRole.ORGANISATION_CODE)
"""Roles of which the last of several columns counts: 部门名称 and 单位名称 hold a department and its units."""
LISTS = (StatementFamily.PROJECTS, StatementFamily.ECONOMIC)
"""Families that print bodies and what is theirs under one heading."""


class Reading(NamedTuple):
    """What was read from a statement."""

    figures: list[Figure]
    projects: list[Project]


def read_matrix(table: TableMeaning, kind: StatementKind, organisations: Organisations, ledger: Ledger) -> Reading:
    """Read all figures of a statement; claims figures, codes, years and line numbers in the ledger."""
    figures: list[Figure] = []
    found = parts(table.table.rows, kind, table.year)
    if table.unit is NO_UNIT:
        table.unit = unit_over_names(column for part in found for column in part.header.columns) or NO_UNIT
    for part in found:
        figures += _read_part(part, table, kind, organisations, ledger)
    number_on(found)
    if kind.family == "three_public":
        measure_by_row(figures)
        phase_by_row(figures)
    ledger.claim(figures)
    return Reading(figures, _projects(table, figures) if kind.family == "projects" else [])


def _read_part(
    part: Part, table: TableMeaning, kind: StatementKind, organisations: Organisations, ledger: Ledger
) -> list[Figure]:
    columns = part.header.columns
    shared = {column.role: column.number - 1 for column in reversed(columns) if column.role}
    # behind the columns of what it is a part of
    shared |= {column.role: column.number - 1 for column in columns if column.role in INNERMOST}
    body = _body(part, table, ledger)
    blocks = by_finer_codes(split_blocks(columns), columns, [row for _, row in body])
    if kind.family != StatementFamily.PROJECTS:
        blocks = with_codes_behind(blocks, body)
    claim_labels(table, columns, body, ledger)
    table.table.is_shifted |= are_shifted(columns, body)
    bodies = rows_of_bodies(body, blocks, shared, kind, organisations)
    carried = Carried(table, organisations, columns, shared, bodies)
    figures: list[Figure] = []
    before: list[RowMeaning] = []
    for found in Rows(blocks, kind, carried, len(columns)).read(body):
        _nest(found, kind, organisations, shared, before)
        before = [each.meaning for each in found]
        for each in found:
            figures += figures_of(each, table, len(columns), ledger)
    if kind.family == StatementFamily.ECONOMIC:
        tell_totals_of_blocks(figures)
    return figures


def _body(part: Part, table: TableMeaning, ledger: Ledger) -> list[tuple[int, Row]]:
    """Return the rows below the header with their numbers, as wide as it is; rows that number columns are labels."""
    header, body = part.header, []
    for index, row in enumerate(part.rows):
        number = part.start + index + 1
        if index in header.index_rows or index in header.row_indices:
            ledger.label_row(table.table, number, row, "column number")
        elif not is_note(row.cells):
            rest = Row(row.line, header.rests.get(index, row.cells))
            body.append((number, widened(rest, len(header.columns))))
    return body


def _nest(
    found: list[Found],
    kind: StatementKind,
    organisations: Organisations,
    shared: dict[ColumnRole, int],
    before: Sequence[RowMeaning],
) -> None:
    """Nest the rows of a block: a list in one column by what adds up, else as codes and numbering tell."""
    rows, values = [meaning for meaning, _, _ in found], [first_value(row, block) for _, row, block in found]
    if kind.family == StatementFamily.BALANCE and found:
        tell_totals([*zip(rows, values, strict=True)], found[0].block.amounts[0].side)
    is_one_column = ColumnRole.PROJECT_NAME not in shared or (
        ColumnRole.ORGANISATION not in shared and not any(row.name and row.project_name for row in rows)
    )
    # bodies in a column of their own are known already
    if ColumnRole.ORGANISATION in shared and len({id(row.organisation) for row in rows}) > 1:
        is_one_column = False
    is_list = kind.family in LISTS and is_one_column and not any(row.numbering for row in rows)
    if not (is_list and read_list(rows, amounts_of_most(found) or values, organisations)):
        bare = without_money(found) if kind.family == StatementFamily.BALANCE else frozenset()
        nest(rows, values, before if kind.family == StatementFamily.ECONOMIC else (), bare)
    elif kind.family == StatementFamily.PROJECTS:
        name_projects(rows)


def _projects(table: TableMeaning, figures: list[Figure]) -> list[Project]:
    projects: dict[int, Project] = {}
    for figure in figures:
        row = figure.row
        if not row.project_name or figure.disclosure == Disclosure.BLANK:
            continue
        project = projects.get(row.number)
        if project is None:
            project = projects[row.number] = Project(
                table, row.number, row.line, row.organisation, row.organisation_as_printed, row.project_name
            )
        project.figures.append(figure)
    return list(projects.values())
