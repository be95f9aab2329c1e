"""An assessment as data: the rows of its documents as CSV, all of it as JSON."""

from __future__ import annotations

import csv
from enum import StrEnum
from pathlib import Path
from typing import Any

from dagster_project.assessment.model import Assessment, DocumentAssessment

COLUMNS = (*DocumentAssessment.model_fields, *DocumentAssessment.model_computed_fields)


def write_csv(assessment: Assessment, file: Path) -> None:
    """Write a row per document, its reasons in one cell."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(COLUMNS)
        for document in assessment.documents:
            writer.writerow([_cell(getattr(document, name)) for name in COLUMNS])


def write_json(assessment: Assessment, file: Path) -> None:
    """Write the folder in all, its documents and its worst tables; amounts as text, as they are printed."""
    file.write_text(assessment.model_dump_json(indent=2) + "\n", encoding="utf-8")


def _cell(value: Any) -> Any:
    if isinstance(value, tuple):
        return "; ".join(value)
    return value.value if isinstance(value, StrEnum) else value
