"""What was judged of the documents before dbt reads them: who is withheld and why, and what the second count says.

Parquet in the folder `judged`. dbt leaves out the rows of the documents withheld, whatever table they are in; the
documents themselves are published from here, with an issue of severity error for each sentence they violate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dagster_project.atomic import sweep, write_table
from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.schemas.columns import TEXT, Column, TableSchema
from dagster_project.extraction.schemas.conform import conform
from dagster_project.extraction.vocabulary import Severity
from dagster_project.invariants.extracted import extracted_tables, violating_documents
from dagster_project.invariants.judged_before import JudgedBefore
from dagster_project.invariants.second_count import SECOND_COUNTS, count_again
from dagster_project.invariants.violations import Violation
from dagster_project.settings import Settings
from dagster_project.store.buckets import scan_extracted
from dagster_project.store.states import read_states
from dagster_project.warehouse.memory import Memory

WITHHELD = TableSchema(
    "withheld_documents",
    "One row per document that was found and read and is not published, with the reason",
    (
        *TABLES["documents"].columns,
        Column("withheld_because", TEXT, "The sentence that does not hold for it (不予发布的原因)", required=True),
    ),
    ("document_id",),
)
ISSUES = replace(TABLES["issues"], grain="One row per issue of a document withheld, or counted differently")
JUDGED = {table.name: table for table in (WITHHELD, ISSUES, SECOND_COUNTS)}
REMEDY = "Nothing of it is published; this is a defect of its reading: please report it, with the file."
Rows = list[dict[str, Any]]


def judge_documents(settings: Settings, code: str | None = None) -> list[Violation]:
    """Judge every document extracted, write what came of it into the folder `judged`, and return who is withheld.

    `code` tells what judges; what it has judged before, and has not changed since, is not judged again.
    """
    sweep(settings.judged)
    if code is None:
        counts, differing, violations = _judge(settings, settings.extracted)
    else:
        before = JudgedBefore(settings.judged / "before", code, read_states(settings.extracted))
        known = before.known()
        with before.rest(settings.extracted, known) as extracted:
            counts, differing, violations = _judge(settings, extracted)
        if known:
            counts += before.rows(SECOND_COUNTS.name, known)
            differing += before.rows(ISSUES.name, known)
    _write(settings.judged, SECOND_COUNTS, counts)
    _write(settings.judged, ISSUES, differing)
    _write(settings.judged, WITHHELD, [])
    if code is not None:
        judged = {name: read_judged(settings.judged, name) for name in (SECOND_COUNTS.name, ISSUES.name)}
        before.remember(judged, {violation.document_id for violation in violations})
    withhold(settings, violations)
    return violations


def _judge(settings: Settings, extracted: Path) -> tuple[Rows, Rows, list[Violation]]:
    """Return the second counts, an issue for each that differs, and who violates an invariant."""

    def judged(memory: Memory) -> tuple[Rows, Rows, list[Violation]]:
        with extracted_tables(extracted, memory) as connection:
            violations = violating_documents(connection)
            counts = count_again(connection, settings.archive)
            return counts, _counted_differently(connection, counts), violations

    return Memory.of(settings).enough(judged)


def withhold(settings: Settings, violations: Iterable[Violation]) -> None:
    """Add documents to those withheld, each with an issue for every sentence that it violates."""
    by_document: dict[str, list[Violation]] = {}
    for violation in violations:
        by_document.setdefault(violation.document_id, []).append(violation)
    documents = _documents(settings.extracted, by_document)
    files = {row["document_id"]: row["document_file"] for row in documents}
    withheld = [row | {"withheld_because": by_document[row["document_id"]][0].sentence} for row in documents]
    issues = [
        _issue(each.document_id, files[each.document_id], "document_withheld", _message(each))
        for document_id in files
        for each in by_document[document_id]
    ]
    _write(settings.judged, WITHHELD, [*read_judged(settings.judged, WITHHELD.name).to_pylist(), *withheld])
    _write(settings.judged, ISSUES, [*read_judged(settings.judged, ISSUES.name).to_pylist(), *issues])


def read_judged(judged: Path, name: str) -> pa.Table:
    """Return one judged table."""
    return pq.read_table(judged / f"{name}.parquet", schema=JUDGED[name].arrow())


def _write(judged: Path, schema: TableSchema, rows: Rows) -> None:
    write_table(conform(pa.Table.from_pylist(rows, schema.arrow()), schema), judged / f"{schema.name}.parquet")


def _documents(extracted: Path, ids: Iterable[str]) -> Rows:
    wanted = pc.field("document_id").isin(pa.array(ids, pa.string()))
    return list(scan_extracted(extracted, "documents").to_table(filter=wanted).to_pylist())


def _counted_differently(connection: duckdb.DuckDBPyConnection, counts: Rows) -> Rows:
    differing = [row for row in counts if row["counted_difference"]]
    files = dict(connection.execute("select document_id, document_file from documents").fetchall())
    return [
        _issue(
            row["document_id"],
            files[row["document_id"]],
            "counted_differently",
            f"A second count finds {row['numbers_counted_again']:,} numbers where the ledger has "
            f"{row['numbers_in_ledger']:,} ({row['differing_lines']}). Compare these lines with what is published.",
        )
        for row in differing
    ]


def _message(violation: Violation) -> str:
    return f"{violation.sentence} Not so: {'; '.join(violation.examples)}. {REMEDY}"


def _issue(document_id: str, file: str, code: str, message: str) -> dict[str, Any]:
    nothing = dict.fromkeys(ISSUES.arrow().names)
    said = {"code": code, "severity": Severity.ERROR.value, "message": message}
    return nothing | {"document_id": document_id, "document_file": file} | said
