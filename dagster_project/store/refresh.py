"""Bring `data/extracted` up to date with the raw folder: read what is new, rewrite the buckets that changed.

A document is extracted once per content, corrections of it, kind of file and version of the extractor. What may
change without these (its path, its sidecar, a second copy of it) is put in when a bucket is put together.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from pathlib import Path

from dagster_project import extraction
from dagster_project.atomic import write_text
from dagster_project.errors import RunFailed
from dagster_project.extraction.schemas import TABLES
from dagster_project.intake.inventory import RawDocument, take_inventory, write_inventory
from dagster_project.settings import Settings
from dagster_project.stated.corrections import CorrectionEntry, concerning, load_corrections
from dagster_project.store.buckets import Extractor, Parts, bucket_file, drop_buckets, write_bucket
from dagster_project.store.extractor import extract
from dagster_project.store.surroundings import Entry, assemble

# Starting a worker costs about as much as reading twenty documents
WORTH_A_POOL = 24


@dataclass(frozen=True)
class RefreshReport:
    """What a refresh did: documents found, of these read anew, duplicates, buckets rewritten."""

    documents: int
    extracted: int
    duplicates: int
    buckets_written: int
    unused_corrections: tuple[CorrectionEntry, ...]


def refresh(
    settings: Settings,
    extractor: Extractor = extract,
    version: str | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    documents: tuple[RawDocument, ...] | None = None,
) -> RefreshReport:
    """Extract new documents and rewrite changed buckets; the same raw folder leaves the same bytes.

    `documents` is the inventory where it was taken already. `progress` is told (documents read, documents to read).
    Raises UsageError for a missing raw folder, RunFailed where the extractor breaks.
    """
    corrections = load_corrections(settings.corrections, settings.stated).entries
    documents = take_inventory(settings.raw, settings.archive) if documents is None else documents
    write_inventory(documents, settings.extracted)
    entries = _entries(documents, corrections)
    parts = Parts(settings.extracted / "_documents" / (version or extractor_version()))
    new = [entry for entry in entries if entry.duplicate_of is None and not parts.has(entry.key)]
    for done, _ in enumerate(_extract_all(new, parts, extractor), start=1):
        progress(done, len(new))
    written = _write_buckets(settings.extracted, parts, entries)
    _forget_other_versions(parts.folder)
    named = [({entry.document.file}, entry.document.content_sha256) for entry in entries]
    unused = tuple(c for c in corrections if not any(c.concerns(*document) for document in named))
    duplicates = sum(entry.duplicate_of is not None for entry in entries)
    return RefreshReport(len(entries), len(new), duplicates, written, unused)


@cache
def extractor_version() -> str:
    """Return the extractor's version with a digest of its code and knowledge: an edited rule reads documents anew."""
    folder = Path(extraction.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".py", ".yml", ".yaml", ".csv", ".ttf"}:
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return f"{extraction.EXTRACTOR_VERSION}-{digest.hexdigest()[:12]}"


def _entries(documents: tuple[RawDocument, ...], corrections: tuple[CorrectionEntry, ...]) -> list[Entry]:
    """Give each document its identity and corrections; of files with the same bytes the first by path is read.

    A correction that names one of these files corrects their content, and so concerns them all.
    """
    places: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        places[document.content_sha256].append(document.file)
    concern = {sha: concerning(corrections, files, sha) for sha, files in places.items()} if corrections else {}
    entries = []
    for document in documents:
        sha = document.content_sha256
        original = None if document.file == places[sha][0] else sha[:16]
        entries.append(Entry(document, original, concern.get(sha, ())))
    return entries


def _extract_all(entries: list[Entry], parts: Parts, extractor: Extractor) -> Iterable[None]:
    work = partial(_extract_one, parts=parts, extractor=extractor)
    if len(entries) < WORTH_A_POOL or (os.cpu_count() or 1) == 1:
        yield from map(work, entries)
        return
    # spawn, not fork: the caller (Dagster) has threads
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(work, entries, chunksize=4)


def _extract_one(entry: Entry, parts: Parts, extractor: Extractor) -> None:
    if entry.document.problem:
        return
    try:
        content = entry.document.read_bytes()
        parts.write(entry.key, extractor(content, entry.document.file, entry.corrections))
    except Exception as error:
        message = f"The extractor broke on {entry.document.file}: {type(error).__name__}: {error}"
        raise RunFailed(f"{message}. This is a defect of the code, not of the document.") from error


def _write_buckets(extracted: Path, parts: Parts, entries: list[Entry]) -> int:
    """Rewrite the buckets whose ingredients differ from what their files were made of; return how many."""
    memory = extracted / "_buckets.json"
    before: dict[str, str] = json.loads(memory.read_text()) if memory.exists() else {}
    after: dict[str, str] = {}
    written = 0
    grouped = groupby(sorted(entries, key=lambda e: (e.document.bucket, e.document.file)), lambda e: e.document.bucket)
    buckets = {bucket: list(members) for bucket, members in grouped} or {"00": []}
    for bucket, members in buckets.items():
        after[bucket] = _signature(parts, members)
        whole = all(bucket_file(extracted, name, bucket).exists() for name in TABLES)
        if whole and before.get(bucket) == after[bucket]:
            continue
        write_bucket(extracted, bucket, assemble(parts, members))
        written += 1
    drop_buckets(extracted, keep=buckets)
    write_text(json.dumps(after, indent=0, sort_keys=True), memory)
    return written


def _signature(parts: Parts, members: list[Entry]) -> str:
    schemas = [str(schema.arrow().to_string(show_field_metadata=False)) for schema in TABLES.values()]
    # where a document lies on this machine is no ingredient
    facts = [(e.document.file, e.key, e.document.source, e.document.problem, e.document.remark) for e in members]
    return hashlib.sha256(repr((parts.folder.name, facts, schemas)).encode()).hexdigest()


def _forget_other_versions(folder: Path) -> None:
    """Drop the parts that another version of the extractor made: they will not be read again."""
    if folder.parent.is_dir():
        for other in folder.parent.iterdir():
            if other != folder:
                shutil.rmtree(other)
