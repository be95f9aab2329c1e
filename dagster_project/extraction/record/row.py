"""One function per schema: from a meaning to the tuple of its columns, in the order of the schema."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from dagster_project.extraction.amounts import EXACT, LARGEST, Number, parse_number
from dagster_project.extraction.folding import fold_label, squeeze
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.meaning import Figure, IndicatorCells, Organisation, Project, Score, Unit

Values = tuple[Any, ...]
UNIT_IN_BRACKETS = re.compile(r"[（(]([^（）()]+)[）)]$")
SIX_DECIMALS = Decimal("0.000001")
SOURCES = ("fiscal_appropriation", "higher_level", "other_funds")


def ledger_id(document_id: str, table_number: int, row_number: int, column_number: int) -> str:
    """Return the ledger key of a cell."""
    return f"{document_id}:t{table_number}:r{row_number}:c{column_number}"


def id_of(document_id: str, figure: Figure) -> str | None:
    """Return the ledger key of a figure; None for a dash or a blank, which are no numbers."""
    if figure.number is None:
        return None
    return ledger_id(document_id, figure.table.table.number, figure.row.number, figure.column_number)


def organisation_values(
    organisation: Organisation | None, printed: str | None
) -> tuple[str | None, str | None, str | None]:
    """Return organisation, organisation as printed and department."""
    if organisation is None:
        return None, printed, None
    return organisation.name, printed or organisation.name, organisation.department


def unit_values(unit: Unit) -> tuple[str | None, str | None, str]:
    """Return unit as printed, unit applied and its basis."""
    return unit.printed, unit.applied, unit.basis


def fit(value: Decimal | None) -> Decimal | None:
    """Return a number with at most six decimals, as the schemas hold it; None where it is too long to be one."""
    if value is None or abs(value) >= LARGEST:
        return None
    return value.quantize(SIX_DECIMALS, ROUND_HALF_UP, EXACT)


def year_of(figure: Figure) -> int | None:
    """Return the fiscal year a figure is about: its row's, its column's, or its table's."""
    return figure.row.year or figure.column.year or figure.table.year


def statement_row(document_id: str, figure: Figure, fiscal_year: int | None) -> Values:
    """Return the row of `statement_lines` for a figure; `fiscal_year` is the document's."""
    row, column, table = figure.row, figure.column, figure.table
    year = year_of(figure)
    return (
        document_id,
        table.table.number,
        row.number,
        None,
        row.line,
        figure.column_number,
        id_of(document_id, figure),
        table.kind,
        *organisation_values(row.organisation, row.organisation_as_printed),
        year,
        column.phase,
        column.phase_evidence,
        column.horizon,
        year is not None and fiscal_year is not None and year != fiscal_year,
        row.fund or column.fund or table.fund,
        column.side,
        row.classification,
        row.code_as_printed,
        row.code,
        row.name or None,
        row.item,
        row.level,
        row.role,
        row.parent.number if row.parent else None,
        row.project_name,
        row.measure or column.measure,
        row.label,
        column.label,
        figure.text or None,
        *unit_values(figure.settled_unit),
        figure.disclosure,
        figure.number.decimals if figure.number else None,
        figure.amount,
    )


def project_row(document_id: str, project: Project) -> Values:
    """Return the row of `projects` for a project row or form."""
    table, picked = project.table, _pick(project.figures)
    pairs: list[Any] = []
    for what in ("approved", "revised", "executed", "midterm", *SOURCES):
        figure = picked.get(what)
        pairs += [figure.amount, id_of(document_id, figure)] if figure else [None, None]
    rate = picked.get("execution_rate")
    main = picked.get("approved") or picked.get("revised") or picked.get("executed")
    start, end = _period(project.period) if project.period else (project.starts_on, project.ends_on)
    return (
        document_id,
        table.table.number,
        project.row_number,
        None,
        project.line,
        table.kind,
        table.table.title,
        *organisation_values(project.organisation, project.organisation_as_printed),
        table.year,
        project.code,
        project.name,
        project.type,
        project.is_basic,
        project.is_new,
        start,
        end,
        *pairs,
        fit(rate.number.value / 100) if rate and rate.number else None,
        id_of(document_id, rate) if rate else None,
        *unit_values(main.settled_unit if main else table.unit),
    )


def _pick(figures: list[Figure]) -> dict[str, Figure]:
    """Return one figure per amount of a project: of the year by phase, mid-term, and by source of the budget."""
    picked: dict[str, Figure] = {}
    for figure in _of_the_year_first(figures):
        measure, phase = figure.column.measure or "", figure.column.phase or ""
        if figure.row.item in SOURCES:
            what = figure.row.item if phase != "executed" else ""
        elif figure.column.horizon == "mid_term":
            what = "midterm"
        elif figure.column.horizon != "year":
            what = ""
        elif measure in SOURCES:
            what = measure if phase != "executed" else ""
        else:
            what = measure if measure in ("approved", "revised", "executed", "execution_rate") else phase
        if what:
            picked.setdefault(what, figure)
    return picked


def _of_the_year_first(figures: list[Figure]) -> list[Figure]:
    """Of sources that a form prints for all years and for the year under one label, put those of the year first."""
    years = {figure.column_number for figure in figures if figure.column.measure == "approved"}
    if not any(figure.column.horizon == "mid_term" for figure in figures):
        return figures
    return sorted(figures, key=lambda figure: figure.column_number not in years)


def _period(period: str | None) -> tuple[str | None, str | None]:
    if not period:
        return None, None
    for length in (10, 9, 8):
        if len(period) > length and period[length] in "-至~—":
            return period[:length], period[length + 1 :]
    return period, None


def indicator_row(document_id: str, indicator: IndicatorCells) -> Values:
    """Return the row of `indicators` for an indicator."""
    table, project = indicator.table, indicator.project
    kind = knowledge().kinds[table.kind]
    target, actual = _value(indicator.target), _value(indicator.actual)
    place = document_id, table.table.number, indicator.row_number
    return (
        *place,
        None,
        indicator.row.line,
        table.kind,
        kind.scope,
        *organisation_values(indicator.organisation, indicator.organisation_as_printed),
        table.year,
        project.code if project else None,
        project.name if project else None,
        indicator.dimension,
        indicator.aspect,
        indicator.name,
        indicator.target,
        indicator.actual,
        target.comparator if target else None,
        fit(target.value) if target else None,
        target.unit if target else None,
        fit(actual.value) if actual else None,
        actual.unit if actual else None,
        bool(indicator.name) and _is_applicable(indicator.name or ""),
        indicator.explanation,
        indicator.reason,
        _id_of_value(*place, indicator.target, indicator.target_column),
        _id_of_value(*place, indicator.actual, indicator.actual_column),
    )


def _id_of_value(document_id: str, table_number: int, row_number: int, text: str | None, column: int) -> str | None:
    return ledger_id(document_id, table_number, row_number, column + 1) if text and parse_number(text) else None


def _value(text: str | None) -> Number | None:
    """Return the number of an indicator: here, unlike elsewhere, the unit may stand in brackets, ≥95.00(%)."""
    if text is None:
        return None
    return parse_number(UNIT_IN_BRACKETS.sub(r"\1", text) if text.endswith((")", "）")) else text)


@lru_cache(maxsize=4096)
def _is_applicable(name: str) -> bool:
    return knowledge().indicators.not_applicable.fullmatch(fold_label(name)) is None


def score_row(document_id: str, score: Score) -> Values:
    """Return the row of `scores` for a score."""
    table = score.table
    number = table.table.number
    levels: list[Any] = []
    for name, weight, column in zip(score.names, score.weights, score.weight_columns, strict=True):
        levels += [
            name,
            fit(weight),
            ledger_id(document_id, number, score.row_number, column + 1) if column >= 0 else None,
        ]
    return (
        document_id,
        number,
        score.row_number,
        None,
        score.row.line,
        table.kind,
        *organisation_values(table.organisation, table.organisation_as_printed),
        table.year,
        " / ".join(filter(None, score.names)),
        *levels,
        score.role,
        fit(score.score),
        score.score_text,
        ledger_id(document_id, number, score.score_row_number, score.score_column + 1)
        if score.score is not None
        else None,
        squeeze(score.explanation) if score.explanation else None,
        score.rule_text,
    )
