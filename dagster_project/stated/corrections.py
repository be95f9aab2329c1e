"""`raw/corrections.yml`: corrections stated by a person, each with its reason, and which document each concerns.

Does not belong here: putting them in. That is done inside the extraction, so that every fact follows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dagster_project.extraction.amounts import LARGEST, parse_number
from dagster_project.extraction.identify.corrections import FIGURE, Correction
from dagster_project.extraction.vocabulary import PHASES, DocumentKind, DocumentScope
from dagster_project.stated.entries import first_problem, read_entries

CHOICES: dict[str, tuple[str, ...]] = {
    "document_kind": tuple(DocumentKind),
    "document_scope": tuple(DocumentScope),
    "phase": PHASES,
}
YEARS = range(1949, 2150)
Ordinal = Annotated[int, Field(ge=1)]


class Entry(BaseModel):
    """One entry of the file: the document by its path or its content, and why it is corrected."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str | None = None
    content_sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    reason: str = Field(min_length=1)

    def concerns(self, files: Collection[str], content_sha256: str) -> bool:
        """Tell whether the entry names the content that lies at these paths."""
        return self.file in files or self.content_sha256 == content_sha256

    @property
    def named(self) -> str:
        """The document as the entry names it."""
        return str(self.file or self.content_sha256)


class IdentityEntry(Entry):
    """A correction of the document's identity."""

    field: Literal[
        "issuer_as_printed",
        "organisation",
        "region_code",
        "region_name",
        "document_kind",
        "document_scope",
        "fiscal_year",
        "phase",
    ]
    expect: str | int | None
    value: str | int | None

    @model_validator(mode="after")
    def _fits(self) -> IdentityEntry:
        if (self.file is None) == (self.content_sha256 is None):
            raise ValueError("give either file or content_sha256")
        for value in (self.value, self.expect):
            if value is not None and isinstance(value, int) != (self.field == "fiscal_year"):
                raise ValueError("fiscal_year is a number; every other field is a quoted text")
        if isinstance(self.value, int) and self.value not in YEARS:
            raise ValueError(f"{self.value} is no year")
        if self.value not in (None, *CHOICES.get(self.field, (self.value,))):
            raise ValueError(f"{self.field} is one of {', '.join(CHOICES[self.field])}")
        if self.value is None and self.field == "organisation":
            raise ValueError("an organisation has a name; issuer_as_printed may be null")
        return self

    def correction(self) -> Correction:
        """Return what the extraction needs of it."""
        return Correction(self.field, self.expect, self.value, self.reason)


class FigureEntry(Entry):
    """A correction of one figure, by its ledger id or by its table, row and column in a document."""

    ledger_id: str | None = Field(default=None, pattern=r"^[0-9a-f]{16}:t\d+:r\d+:c\d+$")
    table: Ordinal | None = None
    row: Ordinal | None = None
    column: Ordinal | None = None
    expect: str
    value: str

    @model_validator(mode="after")
    def _fits(self) -> FigureEntry:
        if [self.file, self.content_sha256, self.ledger_id].count(None) != 2:
            raise ValueError("give either file, content_sha256 or ledger_id")
        if [self.table, self.row, self.column].count(None) != (3 if self.ledger_id else 0):
            raise ValueError("give either ledger_id, or table, row and column")
        number = parse_number(self.value)
        if number is None or abs(number.value) >= LARGEST:
            raise ValueError(f"the value {self.value!r} is no number that a budget holds")
        return self

    def concerns(self, files: Collection[str], content_sha256: str) -> bool:
        """Tell whether the entry names the content that lies at these paths."""
        by_id = self.ledger_id is not None and self.ledger_id.startswith(content_sha256[:16])
        return by_id or super().concerns(files, content_sha256)

    @property
    def named(self) -> str:
        """The document as the entry names it."""
        return str(self.ledger_id or super().named)

    def correction(self) -> Correction:
        """Return what the extraction needs of it."""
        numbers = [part[1:] for part in self.ledger_id.split(":")[1:]] if self.ledger_id else ()
        table, row, column = map(int, numbers or (self.table or 0, self.row or 0, self.column or 0))
        return Correction(FIGURE, self.expect, self.value, self.reason, (table, row, column))


CorrectionEntry = IdentityEntry | FigureEntry


class Corrections(NamedTuple):
    """The entries of a file that can be used, the lines they begin on, and what is wrong: with a line, or the file."""

    entries: tuple[CorrectionEntry, ...]
    lines: tuple[int, ...]
    problems: tuple[tuple[int | None, str], ...]


def load_corrections(file: Path, kept: Path | None = None) -> Corrections:
    """Return the entries of a YAML file: a list of mappings; none where the file is absent.

    What is wrong with one entry is a problem and leaves the others; see `read_entries` for a file that is broken.
    """
    stated, broken = read_entries(file, yaml.SafeLoader, kept)
    entries: list[CorrectionEntry] = []
    lines: list[int] = []
    problems: list[tuple[int | None, str]] = [(None, broken)] if broken else []
    for number, (line, said) in enumerate(stated, start=1):
        try:
            entries.append(_entry(said))
            lines.append(line)
        except ValidationError as error:
            problems.append((line, f"Entry {number}, {first_problem(error)}. It is not applied; mend the entry."))
    return Corrections(tuple(entries), tuple(lines), tuple(problems))


def concerning(
    entries: Iterable[CorrectionEntry], files: Collection[str], content_sha256: str
) -> tuple[Correction, ...]:
    """Return the corrections of a content that lies at one or more paths, in the order of the file."""
    found = (entry.correction() for entry in entries if entry.concerns(files, content_sha256))
    return tuple(dict.fromkeys(found))


def _entry(stated: Any) -> CorrectionEntry:
    named = stated.keys() if isinstance(stated, dict) else set()
    kind = FigureEntry if named & {"ledger_id", "table", "row", "column"} else IdentityEntry
    return kind.model_validate(stated)
