"""What is wrong with the files that a person writes, as the table that dbt reads into the issues.

Does not belong here: whether a correction or a verdict still fits its document. Extraction and warehouse say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from dagster_project.atomic import write_table
from dagster_project.extraction.model.issues import IssueCode
from dagster_project.extraction.schemas.columns import TEXT, WHOLE, Column, TableSchema
from dagster_project.extraction.schemas.conform import conform
from dagster_project.extraction.vocabulary import Severity
from dagster_project.intake.inventory import RawDocument
from dagster_project.stated.corrections import Corrections, load_corrections
from dagster_project.stated.entries import read_entries

STATED_PROBLEMS = TableSchema(
    "stated_problems",
    "One row per entry of corrections.yml that cannot be used or names no document, and per file that cannot be read",
    (
        Column("file", TEXT, "File: corrections.yml or findings_review.yml (文件)", required=True),
        Column("line", WHOLE, "Line on which the entry begins; NULL for the whole file (行号)"),
        Column("code", TEXT, "Issue code: correction_failed or review_failed (问题代码)", required=True),
        Column("severity", TEXT, "error or warning (严重程度)", required=True),
        Column("problem", TEXT, "What is wrong, and the remedy (问题)", required=True),
    ),
    ("file", "line", "problem"),
)
REVIEW_FAILED = "review_failed"
Row = dict[str, Any]


def state_problems(corrections: Path, review: Path, stated: Path, documents: Iterable[RawDocument]) -> pa.Table:
    """Write what is wrong with the two files as Parquet into the folder `stated` and return it."""
    rows = [*_of_corrections(load_corrections(corrections, stated), corrections.name, tuple(documents))]
    if problem := read_entries(review, yaml.BaseLoader, stated).problem:
        rows.append(_row(review.name, None, REVIEW_FAILED, Severity.ERROR, problem))
    table = conform(pa.Table.from_pylist(rows, STATED_PROBLEMS.arrow()), STATED_PROBLEMS)
    write_table(table, stated / f"{STATED_PROBLEMS.name}.parquet")
    return table


def _of_corrections(found: Corrections, file: str, documents: tuple[RawDocument, ...]) -> Iterator[Row]:
    for line, problem in found.problems:
        yield _row(file, line, IssueCode.CORRECTION_FAILED, Severity.ERROR, problem)
    for line, entry in zip(found.lines, found.entries, strict=True):
        if not any(entry.concerns({document.file}, document.content_sha256) for document in documents):
            problem = f"{entry.named} is not in the raw folder, so nothing is corrected. Mend or drop the entry."
            yield _row(file, line, IssueCode.CORRECTION_FAILED, Severity.WARNING, problem)


def _row(file: str, line: int | None, code: str, severity: Severity, problem: str) -> Row:
    return {"file": file, "line": line, "code": str(code), "severity": str(severity), "problem": problem}
