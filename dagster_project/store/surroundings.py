"""What surrounds an extracted document: its path, its sidecar, and second copies of the same bytes.

The extractor sees bytes, and the corrections of what it finds in them; these things may change while those do not, so
they are put in afterwards.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any

import pyarrow as pa

from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.model.issues import IssueCode, Severity
from dagster_project.extraction.record.extraction import EXTRACTOR_VERSION
from dagster_project.extraction.schemas import TABLES
from dagster_project.intake.inventory import RawDocument
from dagster_project.store.parts import Parts

Rows = list[dict[str, Any]]
SUFFIX = re.compile(r"\.[a-z0-9]{1,16}")


@dataclass(frozen=True)
class Entry:
    """One file of the raw folder; `duplicate_of` is the document with the same bytes that is read in its place.

    `corrections` are those that concern its content.
    """

    document: RawDocument
    duplicate_of: str | None
    corrections: tuple[Correction, ...] = ()

    @property
    def document_id(self) -> str:
        """First 16 hex digits of the content hash; of a second copy, of the hash of content hash and path."""
        sha = self.document.content_sha256
        return hashlib.sha256((sha + self.document.file).encode()).hexdigest()[:16] if self.duplicate_of else sha[:16]

    @property
    def key(self) -> str:
        """Under which the extraction is remembered: the content, its corrections, the kind of file its name claims."""
        digest = hashlib.sha256(repr(self.corrections).encode()).hexdigest()[:16]
        corrected = f"-corrected-{digest}" if self.corrections else ""
        suffix = PurePosixPath(self.document.file).suffix.lower()
        if suffix and not SUFFIX.fullmatch(suffix):
            # what follows a dot in a name may be as long as names can be
            suffix = f".{hashlib.sha256(suffix.encode(errors='surrogateescape')).hexdigest()[:16]}"
        return self.document.content_sha256 + corrected + suffix


def assemble(parts: Parts, entries: list[Entry]) -> dict[str, pa.Table]:
    """Return the tables of the given documents together, with all that stands beside the documents."""
    found = [entry for entry in entries if entry.duplicate_of is None and not entry.document.problem]
    read = {entry: parts.read(entry.key) for entry in found if parts.failure(entry.key) is None}
    tables = {
        name: pa.concat_tables([of_document[name] for of_document in read.values()] or [schema.empty])
        for name, schema in TABLES.items()
        if name not in {"documents", "issues"}
    }
    documents, issues = _described(entries, read)
    issues += [_failed(parts, entry) for entry in found if entry not in read]
    return tables | {
        "documents": pa.Table.from_pylist(documents, schema=TABLES["documents"].arrow()),
        "issues": pa.Table.from_pylist(issues, schema=TABLES["issues"].arrow()),
    }


def _described(entries: list[Entry], read: Mapping[Entry, Mapping[str, pa.Table]]) -> tuple[Rows, Rows]:
    extracted = {entry.document.content_sha256: tables["documents"].to_pylist()[0] for entry, tables in read.items()}
    documents: Rows = []
    issues: Rows = []
    for entry in entries:
        found = extracted.get(entry.document.content_sha256) or _unreadable(entry)
        documents.append(found | _surroundings(entry))
        for remark in filter(None, (entry.document.remark, entry.document.source.problem)):
            issues.append(_issue(entry, IssueCode.UNREADABLE_FILE, Severity.WARNING, remark))
        if entry.document.problem:
            issues.append(_issue(entry, IssueCode.UNREADABLE_FILE, Severity.ERROR, entry.document.problem))
    for entry, tables in read.items():
        issues += [issue | {"document_file": entry.document.file} for issue in tables["issues"].to_pylist()]
    return documents, issues


def _surroundings(entry: Entry) -> dict[str, Any]:
    source = asdict(entry.document.source)
    source.pop("problem")
    identity = {"document_id": entry.document_id, "document_file": entry.document.file}
    return identity | {"duplicate_of": entry.duplicate_of} | source


def _unreadable(entry: Entry) -> dict[str, Any]:
    nothing = dict.fromkeys(TABLES["documents"].arrow().names)
    known = {"content_sha256": entry.document.content_sha256, "format": "unreadable"}
    return nothing | known | {"extractor_version": EXTRACTOR_VERSION}


def _failed(parts: Parts, entry: Entry) -> dict[str, Any]:
    failure = parts.failure(entry.key)
    message = failure.message(parts.traceback(entry.key)) if failure else ""
    return _issue(entry, IssueCode.READER_FAILED, Severity.ERROR, message)


def _issue(entry: Entry, code: IssueCode, severity: Severity, message: str) -> dict[str, Any]:
    nothing = dict.fromkeys(TABLES["issues"].arrow().names)
    place = {"document_id": entry.document_id, "document_file": entry.document.file}
    return nothing | place | {"code": code.value, "severity": severity.value, "message": message}
