"""Corrections of a document's identity, stated by a person in `raw/corrections.yml`, each with its reason.

A correction names what it expects to replace. Once the extractor (or the publisher) has mended the value, the
expectation fails, the correction is not applied, and an issue says so: no correction outlives its cause unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from dagster_project.errors import UsageError

IdentityField = Literal[
    "issuer_as_printed",
    "organisation",
    "region_code",
    "region_name",
    "document_kind",
    "document_scope",
    "fiscal_year",
    "phases",
]
EVIDENCE = {
    "issuer_as_printed": "issuer",
    "organisation": "issuer",
    "region_code": "region",
    "region_name": "region",
    "document_kind": "kind",
    "document_scope": "scope",
    "fiscal_year": "fiscal_year",
    "phases": "phase",
}


class Correction(BaseModel):
    """One correction: which document, which field, what is expected there, what it should be, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str | None = None
    content_sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    field: IdentityField
    value: str | int | None
    expect: str | int | None
    reason: str = Field(min_length=1)

    @model_validator(mode="after")
    def _names_one_document(self) -> Correction:
        if (self.file is None) == (self.content_sha256 is None):
            raise ValueError("give either file or content_sha256")
        for value in (self.value, self.expect):
            if value is not None and isinstance(value, int) != (self.field == "fiscal_year"):
                raise ValueError("fiscal_year is a number; every other field is a quoted text")
        return self

    def concerns(self, document: dict[str, Any]) -> bool:
        """Tell whether the correction names this row of the documents table."""
        if self.file is not None:
            return bool(self.file == document["document_file"])
        return bool(self.content_sha256 == document["content_sha256"])


@dataclass(frozen=True)
class Corrected:
    """A documents row after its corrections, and a message for each correction that no longer fits."""

    document: dict[str, Any]
    failures: tuple[str, ...]


def load_corrections(file: Path) -> tuple[Correction, ...]:
    """Return the corrections of a YAML file: a list of mappings; none where the file is absent.

    Raises UsageError that names the file, the entry and what is wrong with it.
    """
    if not file.exists():
        return ()
    try:
        entries = yaml.safe_load(file.read_text(encoding="utf-8")) or []
        return tuple(TypeAdapter(list[Correction]).validate_python(entries))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is not readable YAML: {error}") from error
    except ValidationError as error:
        raise UsageError(f"{file}: {_first_problem(error)}") from error


def correct(document: dict[str, Any], corrections: tuple[Correction, ...]) -> Corrected:
    """Return a documents row with the corrections that concern it and whose expectation holds."""
    row, failures = dict(document), []
    for correction in corrections:
        if not correction.concerns(document):
            continue
        found = document[correction.field]
        if found != correction.expect:
            failures.append(
                f"corrections.yml expects {correction.field} = {correction.expect!r}, the document has {found!r}; "
                "not applied: drop the correction or restate it"
            )
            continue
        row[correction.field] = correction.value
        evidence = EVIDENCE[correction.field]
        row[f"{evidence}_evidence"] = f"corrections.yml: {correction.reason} ({correction.field} was {found!r})"
        row[f"{evidence}_evidence_line"] = None
    return Corrected(row, tuple(failures))


def _first_problem(error: ValidationError) -> str:
    problem = error.errors()[0]
    place = problem["loc"]
    entry = f"entry {int(place[0]) + 1}" if place and isinstance(place[0], int) else "the file"
    field = ".".join(str(part) for part in place[1:])
    return f"{entry}{f', {field}' if field else ''}: {problem['msg']}"
