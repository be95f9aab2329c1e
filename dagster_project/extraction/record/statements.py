"""Rows of `statement_lines` and `projects`."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.model.meaning import CHANGES, Figure, Project
from dagster_project.extraction.record.keys import figure_id
from dagster_project.extraction.record.row import Columns, fit, in_row, organisation_columns, unit_columns
from dagster_project.extraction.vocabulary import PHASES, Horizon, Phase

SOURCES = ("fiscal_appropriation", "higher_level", "other_funds")
AMOUNTS = (*PHASES, "midterm", *SOURCES)
NOT_ALL = (*CHANGES, "part", "repetition")
"""What a column holds that is not all of a project's money."""


def statement_lines(document_id: str, figures: Sequence[Figure], fiscal_year: int | None) -> Columns:
    """Return a row per figure; `fiscal_year` is the document's."""
    rows, columns = [each.row for each in figures], [each.column for each in figures]
    tables = [each.table for each in figures]
    years = [year_of(each) for each in figures]
    return {
        **in_row(tables, [row.number for row in rows], [row.line for row in rows]),
        "column_number": [each.column_number for each in figures],
        "ledger_id": [figure_id(document_id, each) for each in figures],
        "statement_kind": [table.kind for table in tables],
        "kind_basis": [table.table.kind_basis for table in tables],
        **organisation_columns((row.organisation, row.organisation_as_printed) for row in rows),
        "fiscal_year": years,
        "phase": [column.phase for column in columns],
        "phase_evidence": [column.phase_evidence for column in columns],
        "horizon": [column.horizon for column in columns],
        "is_comparative": [None not in (year, fiscal_year) and year != fiscal_year for year in years],
        "fund": [each.row.fund or each.column.fund or each.table.fund for each in figures],
        "side": [column.side for column in columns],
        "classification": [row.classification for row in rows],
        "code_as_printed": [row.code_as_printed for row in rows],
        "code": [row.code for row in rows],
        "name_as_printed": [row.name or None for row in rows],
        "item": [row.item for row in rows],
        "level": [row.level for row in rows],
        "row_role": [row.role for row in rows],
        "parent_row_number": [row.parent.number if row.parent else None for row in rows],
        "project_name": [row.project_name for row in rows],
        "measure": [each.measure for each in figures],
        "row_label": [row.label for row in rows],
        "column_label": [column.label for column in columns],
        "value_as_printed": [each.text or None for each in figures],
        **unit_columns([each.settled_unit for each in figures]),
        "disclosure": [each.disclosure for each in figures],
        "decimals": [each.number.decimals if each.number else None for each in figures],
        "amount_cny": [each.amount for each in figures],
        "reading_status": [each.status for each in figures],
    }


def year_of(figure: Figure) -> int | None:
    """Return the fiscal year a figure is about: its row's, its column's, or its table's."""
    return figure.row.year or figure.column.year or figure.table.year


def projects(document_id: str, found: Sequence[Project]) -> Columns:
    """Return a row per project row or form."""
    tables, picked = [project.table for project in found], [_pick(project.figures) for project in found]
    rates = [pick.get("execution_rate") for pick in picked]
    mains = [pick.get("approved") or pick.get("revised") or pick.get("executed") for pick in picked]
    periods = [_period(each.period) if each.period else (each.starts_on, each.ends_on) for each in found]
    return {
        **in_row(tables, [project.row_number for project in found], [project.line for project in found]),
        "statement_kind": [table.kind for table in tables],
        "source_table": [table.table.title for table in tables],
        **organisation_columns((project.organisation, project.organisation_as_printed) for project in found),
        "fiscal_year": [table.year for table in tables],
        "project_code": [project.code for project in found],
        "project_name": [project.name for project in found],
        "project_type": [project.type for project in found],
        "is_basic": [project.is_basic for project in found],
        "is_new": [project.is_new for project in found],
        "starts_on": [start for start, _ in periods],
        "ends_on": [end for _, end in periods],
        **_amounts(document_id, picked),
        "execution_rate": [fit(rate.number.value / 100) if rate and rate.number else None for rate in rates],
        "execution_rate_ledger_id": [figure_id(document_id, rate) if rate else None for rate in rates],
        **unit_columns(
            [main.settled_unit if main else each.table.unit for main, each in zip(mains, found, strict=True)]
        ),
    }


def _amounts(document_id: str, picked: Sequence[dict[str, Figure]]) -> Columns:
    columns: dict[str, Sequence[object]] = {}
    for what in AMOUNTS:
        figures = [pick.get(what) for pick in picked]
        columns[f"{what}_cny"] = [figure.amount if figure else None for figure in figures]
        columns[f"{what}_ledger_id"] = [figure_id(document_id, figure) if figure else None for figure in figures]
    return columns


def _pick(figures: list[Figure]) -> dict[str, Figure]:
    """Return one figure per amount of a project: of the year by phase, mid-term, and by source of the budget."""
    picked: dict[str, Figure] = {}
    for figure in _of_the_year_first(figures):
        measure, phase = figure.column.measure or "", figure.column.phase or ""
        if measure in NOT_ALL or figure.column.year not in (None, figure.table.year):
            what = ""
        elif figure.row.item in SOURCES:
            what = figure.row.item if phase != Phase.EXECUTED else ""
        elif figure.column.horizon == Horizon.MID_TERM:
            what = "midterm"
        elif figure.column.horizon != Horizon.YEAR:
            what = ""
        elif measure in SOURCES:
            what = measure if phase != Phase.EXECUTED else ""
        else:
            what = measure if measure in (*PHASES, "execution_rate") else phase
        if what:
            picked.setdefault(what, figure)
    return picked


def _of_the_year_first(figures: list[Figure]) -> list[Figure]:
    """Of sources that a form prints for all years and for the year under one label, put those of the year first."""
    years = {figure.column_number for figure in figures if figure.column.measure == "approved"}
    if not any(figure.column.horizon == Horizon.MID_TERM for figure in figures):
        return figures
    return sorted(figures, key=lambda figure: figure.column_number not in years)


def _period(period: str) -> tuple[str, str | None]:
    for length in (10, 9, 8):
        if len(period) > length and period[length] in "-至~—":
            return period[:length], period[length + 1 :]
    return period, None
