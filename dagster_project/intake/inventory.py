"""What lies in the raw folder: the documents, their hashes, and the sidecar files beside them.

A ZIP of documents is so many documents, `outer.zip!/inner.pdf`; its sidecar is theirs.
Does not belong here: what a document says. Files are hashed, not read.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

from dagster_project.errors import UsageError
from dagster_project.intake.zips import INSIDE, is_zip_of_documents, member_content, members

SIDECAR = ".source.yml"
NOT_DOCUMENTS = {"corrections.yml", "findings_review.yml", "readme.md", "readme.zh-cn.md"}
SIDECAR_FIELDS = ("source_url", "published_on", "retrieved_on")


@dataclass(frozen=True)
class Source:
    """Where a document came from, as its sidecar `<file>.source.yml` says; dates as ISO text."""

    source_url: str | None = None
    published_on: str | None = None
    retrieved_on: str | None = None
    problem: str | None = None


@dataclass(frozen=True)
class RawDocument:
    """One file below the raw folder; `file` is its path there, with forward slashes.

    Of a member of a ZIP, `path` is that of the ZIP and `inside` leads to the member.
    """

    file: str
    path: Path
    content_sha256: str
    size: int
    source: Source
    problem: str | None = None
    inside: tuple[int, ...] = ()

    def read_bytes(self) -> bytes:
        """Return the bytes of the document."""
        return member_content(self.path.read_bytes(), self.inside)

    @property
    def bucket(self) -> str:
        """First two hex digits of the content hash: the partition its rows are stored in."""
        return self.content_sha256[:2]


def take_inventory(raw: Path) -> tuple[RawDocument, ...]:
    """Return the documents below a folder, ordered by path; hidden files, READMEs and our own YAML are not documents.

    Raises UsageError where the folder does not exist.
    """
    if not raw.is_dir():
        raise UsageError(f"There is no raw folder {raw}. Create it, or name another with --raw or YUSUAN_RAW.")
    found = []
    for folder, names, files in os.walk(raw):
        names[:] = sorted(name for name in names if not name.startswith("."))
        found += [Path(folder) / name for name in files if _is_document(name)]
    documents = [document for path in found for document in _look_at(path, raw)]
    return tuple(sorted(documents, key=lambda document: document.file))


def _is_document(name: str) -> bool:
    return not (name.startswith((".", "~$")) or name.lower() in NOT_DOCUMENTS or name.endswith(SIDECAR))


def _look_at(path: Path, raw: Path) -> Iterator[RawDocument]:
    file, source = path.relative_to(raw).as_posix(), read_sidecar(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        problem = f"The file cannot be read: {error.strerror}. Check its permissions, or that its link leads somewhere."
        yield RawDocument(file, path, _sha256(file.encode()), 0, source, problem)
        return
    if not is_zip_of_documents(content):
        yield RawDocument(file, path, _sha256(content), len(content), source)
        return
    is_empty = True
    for member in members(content):
        inner = f"{file}{INSIDE}{member.name}"
        if member.problem or _is_document(member.name.rpartition("/")[2]):
            is_empty = False
            digest = _sha256(inner.encode() if member.problem else member.content)
            yield RawDocument(inner, path, digest, len(member.content), source, member.problem, member.inside)
    if is_empty:
        yield RawDocument(file, path, _sha256(content), len(content), source, "The ZIP holds no document. Remove it.")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_sidecar(path: Path) -> Source:
    """Return what `<path>.source.yml` says; a sidecar that cannot be used is kept as a problem, not an error."""
    sidecar = path.with_name(path.name + SIDECAR)
    if not sidecar.exists():
        return Source()
    try:
        stated = yaml.safe_load(sidecar.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return Source(problem=f"{sidecar.name} is not readable YAML; its source is left out")
    if not isinstance(stated, dict) or not set(stated) <= set(SIDECAR_FIELDS):
        return Source(problem=f"{sidecar.name} may hold only {', '.join(SIDECAR_FIELDS)}; its source is left out")
    return Source(**{field: _as_text(value) for field, value in stated.items()})


def _as_text(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
