"""`raw/findings_review.yml`: what a person holds of single findings, with reasons, and the table that dbt reads of it.

Does not belong here: whether an entry still fits its finding. The warehouse compares them (`fct_finding_verdicts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from dagster_project.atomic import write_table
from dagster_project.extraction.amounts import LARGEST, parse_number
from dagster_project.extraction.schemas.columns import NUMBER, TEXT, WHOLE, Column, TableSchema
from dagster_project.extraction.schemas.conform import conform
from dagster_project.intake.sidecar import iso_date
from dagster_project.stated.entries import first_problem, read_entries

FINDINGS_REVIEW = TableSchema(
    "findings_review",
    "One row per entry of findings_review.yml",
    (
        Column("entry", WHOLE, "Place of the entry in the file, from 1 (序号)", required=True),
        Column("line", WHOLE, "Line of the file on which it begins (行号)", required=True),
        Column("finding_id", TEXT, "Finding it judges; NULL where the entry names none (疑点标识)"),
        Column("verdict", TEXT, "true, false or explained (认定)"),
        Column("verdict_reason", TEXT, "Why, in the person's words (理由)"),
        Column("reviewed_on", TEXT, "Date of the verdict, ISO (复核日期)"),
        Column("expect_document", TEXT, "First digits of the SHA-256 of the document judged (文件摘要)"),
        Column("expect_actual", TEXT, "Printed side of the finding judged, as text (实列)"),
        Column("expect_actual_value", NUMBER, "… as a number, where it is one"),
        Column("expect_expected", TEXT, "Other side of the finding judged, as text (应有)"),
        Column("expect_expected_value", NUMBER, "… as a number, where it is one"),
        Column("problem", TEXT, "Why the entry cannot be used, and the remedy; NULL where it can (问题)"),
    ),
    ("entry",),
)
Values = dict[str, Any]
MEND = "; mend the entry (raw/README.md shows one)"


class Expect(BaseModel):
    """The content a verdict is about: its document, by the first digits of its SHA-256, or the sides as printed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: str | None = Field(default=None, pattern=r"^[0-9a-f]{8,64}$")
    actual: str | None = Field(default=None, min_length=1)
    expected: str | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _fits(self) -> Expect:
        if self.document is None and self.actual is None and self.expected is None:
            raise ValueError("give document, actual or expected")
        return self


class Entry(BaseModel):
    """One entry of the file: a finding, what a person holds of it, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    finding: str = Field(pattern=r"^[0-9a-f]{16}$")
    verdict: Literal["true", "false", "explained"]
    reason: str = Field(min_length=1)
    reviewed_on: date | None = None
    expect: Expect

    @field_validator("reviewed_on", mode="before")
    @classmethod
    def _is_a_date(cls, stated: Any) -> Any:
        # a number would else be taken for the seconds since 1970
        return iso_date(stated) if isinstance(stated, str) else stated

    def values(self) -> Values:
        """Return the columns of the table that the entry states."""
        expect = self.expect
        return {
            "finding_id": self.finding,
            "verdict": self.verdict,
            "verdict_reason": self.reason,
            "reviewed_on": self.reviewed_on and self.reviewed_on.isoformat(),
            "expect_document": expect.document,
            "expect_actual": expect.actual,
            "expect_actual_value": _number(expect.actual),
            "expect_expected": expect.expected,
            "expect_expected_value": _number(expect.expected),
        }


def load_review(file: Path, kept: Path | None = None) -> pa.Table:
    """Return the entries of a YAML file, a list, in the schema FINDINGS_REVIEW; none where the file is absent.

    An entry that cannot be used is a row with a problem; see `read_entries` for a file that is broken.
    """
    rows = list(_rows(read_entries(file, yaml.BaseLoader, kept).stated))
    nothing = dict.fromkeys(FINDINGS_REVIEW.arrow().names)
    return conform(pa.Table.from_pylist([nothing | row for row in rows], FINDINGS_REVIEW.arrow()), FINDINGS_REVIEW)


def state_review(file: Path, stated: Path) -> pa.Table:
    """Write the entries of a file as Parquet into the folder `stated` and return them."""
    table = load_review(file, stated)
    write_table(table, stated / f"{FINDINGS_REVIEW.name}.parquet")
    return table


def _rows(entries: Iterable[tuple[int, Any]]) -> Iterator[Values]:
    judged: dict[str, int] = {}
    for number, (line, stated) in enumerate(entries, start=1):
        try:
            values = Entry.model_validate(stated).values()
        except ValidationError as error:
            # what may be told of the entry, so that its issue names the finding
            named = stated.get("finding") if isinstance(stated, dict) else None
            values = {"finding_id": named if isinstance(named, str) else None, "problem": first_problem(error) + MEND}
        else:
            first = judged.setdefault(values["finding_id"], number)
            if first != number:
                values["problem"] = f"entry {first} judges the same finding; keep one of them"
        yield {"entry": number, "line": line} | values


def _number(text: str | None) -> Decimal | None:
    number = parse_number(text) if text else None
    fits = number is not None and number.decimals <= NUMBER.scale and abs(number.value) < LARGEST
    return number.value if number and fits else None
