"""What the rows of documents follow from, as digests: where these are what they were, so are the rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from dagster_project import extraction
from dagster_project.extraction.schemas import TABLES
from dagster_project.store.extractor import abilities
from dagster_project.store.parts import Parts
from dagster_project.store.states import State
from dagster_project.store.surroundings import Entry


@cache
def extractor_version() -> str:
    """Return the extractor's version with a digest of its code and knowledge, and of what can be read on this machine.

    An edited rule reads documents anew, and so does text recognition once it is installed.
    """
    folder = Path(extraction.__file__).parent
    digest = hashlib.sha256(repr(abilities()).encode())
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".py", ".yml", ".yaml", ".csv", ".ttf"}:
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return f"{extraction.EXTRACTOR_VERSION}-{digest.hexdigest()[:12]}"


def ingredients(parts: Parts, members: Iterable[Entry]) -> str:
    """Return a digest of what the rows of some documents follow from."""
    schemas = [str(schema.arrow().to_string(show_field_metadata=False)) for schema in TABLES.values()]
    facts = [_facts(parts, entry) for entry in members]
    return hashlib.sha256(repr((parts.folder.name, facts, schemas)).encode(errors="backslashreplace")).hexdigest()


def _facts(parts: Parts, entry: Entry) -> tuple[object, ...]:
    """Return what the rows of a document follow from; where it lies on this machine is none of it."""
    document = entry.document
    return document.file, entry.key, document.source, document.problem, document.remark, parts.failure(entry.key)


def states_of(parts: Parts, entries: Sequence[Entry]) -> dict[str, State]:
    """Return the state of each document; that of a second copy follows from the first, too."""
    first = {entry.document.content_sha256: entry for entry in entries if entry.duplicate_of is None}
    states = {}
    for entry in entries:
        facts = (_facts(parts, entry), _facts(parts, first[entry.document.content_sha256]))
        told = repr((parts.folder.name, facts)).encode(errors="backslashreplace")
        states[entry.document_id] = State(entry.document.bucket, hashlib.sha256(told).hexdigest())
    return states
