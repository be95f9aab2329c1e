"""Rows of `readings` and `repairs`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from dagster_project.extraction.record.keys import figure_id
from dagster_project.extraction.record.row import Columns, in_row
from dagster_project.extraction.settle.account.identity import Check, Outcome
from dagster_project.extraction.settle.account.readings import Candidate, Decided
from dagster_project.extraction.settle.account.repairs import Repair


def readings(found: Sequence[Decided]) -> Columns:
    """Return a row per decision about a table."""
    first = [each.candidates[0] for each in found]
    return {
        "table_number": [each.table.table.number for each in found],
        "line": [each.table.table.line for each in found],
        "statement_kind": [each.table.kind for each in found],
        "decision": [each.decision for each in found],
        "reading": [taken.reading for taken in first],
        "reading_status": [each.status for each in found],
        "digits_for": [_digits(taken.digits_for) for taken in first],
        "digits_against": [_digits(taken.digits_against) for taken in first],
        "runner_up": [each.runner_up.reading if each.runner_up else None for each in found],
        "margin": [_digits(each.margin) if each.margin is not None else None for each in found],
        "candidates": [json.dumps(list(map(_candidate, each.candidates)), ensure_ascii=False) for each in found],
        "evidence": [json.dumps(_evidence(each.evidence), ensure_ascii=False) for each in found],
    }


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "reading": candidate.reading,
        "cost": round(candidate.cost, 1),
        "digits_for": round(candidate.digits_for, 1),
        "digits_against": round(candidate.digits_against, 1),
    }


def _evidence(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """Return how often each identity holds, holds without telling anything, and fails, and the digits it is worth."""
    counted: dict[str, dict[str, float]] = defaultdict(lambda: {"holds": 0, "copies": 0, "fails": 0, "digits": 0.0})
    for outcome in outcomes:
        one = counted[outcome.identity]
        one["holds"] += len(outcome.held)
        one["copies"] += len(outcome.copies)
        one["fails"] += len(outcome.failed)
        one["digits"] = round(one["digits"] + outcome.digits, 1)
    return dict(counted)


def repairs(document_id: str, found: Sequence[Repair]) -> Columns:
    """Return a row per misprint."""
    figures = [each.figure for each in found]
    rows = [figure.row for figure in figures]
    return {
        **in_row([figure.table for figure in figures], [row.number for row in rows], [row.line for row in rows]),
        "column_number": [figure.column_number for figure in figures],
        "ledger_id": [figure_id(document_id, figure) for figure in figures],
        "statement_kind": [figure.table.kind for figure in figures],
        "row_label": [row.label for row in rows],
        "column_label": [figure.column.label for figure in figures],
        "value_as_printed": [figure.text for figure in figures],
        "repaired_value": [f"{each.value:,f}" for each in found],
        "unit_applied": [figure.settled_unit.applied for figure in figures],
        "amount_cny": [figure.amount for figure in figures],
        "repaired_cny": [each.amount for each in found],
        "digits": [_digits(each.digits) for each in found],
        "identities": [len(each.checks) for each in found],
        "explains": [json.dumps([_place(document_id, check) for check in each.checks]) for each in found],
    }


def _place(document_id: str, check: Check) -> dict[str, str | None]:
    return {"identity": check.identity, "ledger_id": figure_id(document_id, check.whole.figure)}


def _digits(value: float) -> Decimal:
    return Decimal(str(round(value, 1)))
