"""The rows of an assessment: a document each, its worst tables, and the folder in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dagster_project.assessment.measuring import Measured, Row
from dagster_project.assessment.model import (
    DocumentAssessment,
    Measures,
    Outcome,
    Standing,
    Summary,
    TableAssessment,
)
from dagster_project.assessment.standing import standing_of, verdict_on
from dagster_project.extraction.model.issues import IssueCode
from dagster_project.extraction.vocabulary import OUT_OF_SCOPE, DocumentKind
from dagster_project.store.costs import Cost

OF_ONE_DOCUMENT = 2
"""Tables of one document among the worst, at most: the rest of it fails for the same reason."""
ELSEWHERE = "another_document_counts"
EMPTY = {name: field.default for name, field in DocumentAssessment.model_fields.items() if not field.is_required()}


def document_rows(measured: Measured, costs: Mapping[str, Cost]) -> tuple[DocumentAssessment, ...]:
    """Return a row per document, ordered by its file."""
    return tuple(_document(row, measured, costs) for row in measured.documents)


def worst_tables(measured: Measured, most: int) -> tuple[TableAssessment, ...]:
    """Return the tables with most numbers that are not used or stand in doubt, at most two of one document."""
    files = {row["document_id"]: row["document_file"] for row in measured.documents}
    found: list[TableAssessment] = []
    taken: Counter[str] = Counter()
    for (document, _), row in sorted(measured.of_tables.items(), key=lambda each: (-_weight(each[1]), each[0])):
        if len(found) == most or not _weight(row):
            break
        taken[document] += 1
        if taken[document] <= OF_ONE_DOCUMENT:
            known = {name: row[name] for name in TableAssessment.model_fields if name in row}
            found.append(TableAssessment(**{**known, "document_file": files[document]}))
    return tuple(found)


def summary_of(documents: Iterable[DocumentAssessment], can_be_built: bool = True) -> Summary:
    """Return the folder in all; a second copy, and what is no budget, is counted as a file and measured nowhere."""
    every = list(documents)
    counted = [each for each in every if each.is_counted]
    printed = [each for each in counted if each.printed_total_cny is not None and each.gap_reason != ELSEWHERE]
    return Summary(
        **{name: getattr(whole, name) for whole in [Measures.of_all(counted)] for name in Measures.model_fields},
        verdict=verdict_on(every) if can_be_built else Standing.UNSOUND,
        documents=len(every),
        standings=_counts(Standing, (each.standing for each in every)),
        outcomes=_counts(Outcome, (each.outcome for each in every)),
        identified=sum(None not in (each.issuer, each.fiscal_year, each.document_kind) for each in counted),
        totals_printed=len(printed) or None,
        totals_met=sum(each.gap_reason is None for each in printed) if printed else None,
    )


def _counts(members: Any, values: Iterable[Any]) -> dict[Any, int]:
    counts = Counter(values)
    return {member: counts[member] for member in members}


def _document(found: Row, measured: Measured, costs: Mapping[str, Cost]) -> DocumentAssessment:
    cost = costs.get(found["document_file"])
    outcome, because = _outcome(found)
    row = {
        **EMPTY,
        **found,
        **measured.of_documents.get(found["document_id"], {}),
        "outcome": outcome,
        "outcome_because": because,
        "seconds": round(cost.seconds, 2) if cost else None,
        "megabytes": round(cost.megabytes, 1) if cost and cost.megabytes else None,
    }
    standing, reasons = standing_of(row)
    return DocumentAssessment(**{**row, "standing": standing, "reasons": reasons})


def _outcome(found: Row) -> tuple[Outcome, str | None]:
    if found["duplicate_of"]:
        return Outcome.DUPLICATE, "a second copy of another file here"
    if found["withheld_because"]:
        return Outcome.WITHHELD, found["withheld_because"]
    if found["document_kind"] in OUT_OF_SCOPE:
        return Outcome.OUT_OF_SCOPE, OUT_OF_SCOPE[DocumentKind(found["document_kind"])]
    if found["document_kind"] is not None:
        return Outcome.READ, None
    is_told = found["error_code"] == IssueCode.NOT_A_BUDGET_DOCUMENT
    return Outcome.OUT_OF_SCOPE if is_told else Outcome.FAILED, found["error_message"]


def _weight(table: Row) -> int:
    """Return how many figures of a table speak against its reading."""
    numbers, unmapped = table.get("numbers", 0), table.get("unmapped", 0)
    return int(numbers if table.get("is_doubtful") else unmapped + table.get("identities_failed", 0))
