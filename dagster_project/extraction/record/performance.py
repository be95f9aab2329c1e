"""Rows of `indicators`, `scores` and `mentions`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dagster_project.extraction.amounts import Number, parse_number
from dagster_project.extraction.folding import fold_label, squeeze
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.meaning import IndicatorCells, Score
from dagster_project.extraction.record.keys import Place, cell_id
from dagster_project.extraction.record.row import Columns, fit, in_row, in_text, organisation_columns
from dagster_project.extraction.wording.mentions import Mention

UNIT_IN_BRACKETS = re.compile(r"[（(]([^（）()]+)[）)]$")


def indicators(document_id: str, found: Sequence[IndicatorCells]) -> Columns:
    """Return a row per printed indicator."""
    tables, projects = [each.table for each in found], [each.project for each in found]
    targets, actuals = [_value(each.target) for each in found], [_value(each.actual) for each in found]
    return {
        **in_row(tables, [each.row_number for each in found], [each.row.line for each in found]),
        "statement_kind": [table.kind for table in tables],
        "scope": [knowledge().kinds[table.kind].scope for table in tables],
        **organisation_columns((each.organisation, each.organisation_as_printed) for each in found),
        "fiscal_year": [table.year for table in tables],
        "project_code": [project.code if project else None for project in projects],
        "project_name": [project.name if project else None for project in projects],
        "dimension": [each.dimension for each in found],
        "aspect": [each.aspect for each in found],
        "indicator_name": [each.name for each in found],
        "target_value": [each.target for each in found],
        "actual_value": [each.actual for each in found],
        "comparator": [target.comparator if target else None for target in targets],
        "target_number": [fit(target.value) if target else None for target in targets],
        "target_unit": [target.unit if target else None for target in targets],
        "actual_number": [fit(actual.value) if actual else None for actual in actuals],
        "actual_unit": [actual.unit if actual else None for actual in actuals],
        "is_applicable": [bool(each.name) and _is_applicable(each.name or "") for each in found],
        "explanation": [each.explanation for each in found],
        "reason": [each.reason for each in found],
        "ledger_id": [_value_id(document_id, each, each.target, each.target_column) for each in found],
        "actual_ledger_id": [_value_id(document_id, each, each.actual, each.actual_column) for each in found],
    }


def _value_id(document_id: str, indicator: IndicatorCells, text: str | None, column: int) -> str | None:
    if not text or not parse_number(text):
        return None
    return cell_id(document_id, indicator.table.table.number, indicator.row_number, column + 1)


def _value(text: str | None) -> Number | None:
    """Return the number of an indicator: here, unlike elsewhere, the unit may stand in brackets, ≥95.00(%)."""
    if text is None:
        return None
    return parse_number(UNIT_IN_BRACKETS.sub(r"\1", text) if text.endswith((")", "）")) else text)


@lru_cache(maxsize=4096)
def _is_applicable(name: str) -> bool:
    return knowledge().indicators.not_applicable.fullmatch(fold_label(name)) is None


def scores(document_id: str, found: Sequence[Score]) -> Columns:
    """Return a row per printed row of a scoring table."""
    tables = [each.table for each in found]
    return {
        **in_row(tables, [each.row_number for each in found], [each.row.line for each in found]),
        "statement_kind": [table.kind for table in tables],
        **organisation_columns((table.organisation, table.organisation_as_printed) for table in tables),
        "fiscal_year": [table.year for table in tables],
        "path": [" / ".join(filter(None, each.names)) for each in found],
        **_levels(document_id, found),
        "row_role": [each.role for each in found],
        "score": [fit(each.score) for each in found],
        "score_text": [each.score_text for each in found],
        "score_ledger_id": [
            None
            if each.score is None
            else cell_id(document_id, each.table.table.number, each.score_row_number, each.score_column + 1)
            for each in found
        ],
        "explanation": [squeeze(each.explanation) if each.explanation else None for each in found],
        "rule_text": [each.rule_text for each in found],
    }


def _levels(document_id: str, found: Sequence[Score]) -> Columns:
    columns: dict[str, Sequence[object]] = {}
    for index, level in enumerate(("level_1", "level_2", "level_3")):
        columns[level] = [each.names[index] for each in found]
        columns[f"{level}_weight"] = [fit(each.weights[index]) for each in found]
        columns[f"{level}_ledger_id"] = [_weight_id(document_id, each, each.weight_columns[index]) for each in found]
    return columns


def _weight_id(document_id: str, score: Score, column: int) -> str | None:
    return cell_id(document_id, score.table.table.number, score.row_number, column + 1) if column >= 0 else None


def mentions(found: Sequence[Mention]) -> Columns:
    """Return a row per figure of the text that a table prints too."""
    return {
        **in_text(
            [Place(each.line, each.table_number, each.row_number, each.column_number) for each in found],
            [(each.start, each.end) for each in found],
        ),
        "concerns": [each.side for each in found],
        "of_table_number": [each.of.table.table.number for each in found],
        "of_row_number": [each.of.row_number for each in found],
        "label_as_printed": [each.label for each in found],
        "value_as_printed": [each.printed for each in found],
        "number": [fit(each.number) for each in found],
        "unit": [each.unit for each in found],
    }
