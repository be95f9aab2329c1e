"""Bring `data/extracted` up to date with the raw folder: read what is new, rewrite the buckets that changed.

A document is extracted once per content, corrections of it, kind of file and version of the extractor. What may
change without these (its path, its sidecar, a second copy of it) is put in when a bucket is put together.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dagster_project.atomic import remove, sweep
from dagster_project.errors import RunFailed
from dagster_project.intake.inventory import RawDocument, take_inventory, write_inventory
from dagster_project.intake.known import KnownFiles
from dagster_project.settings import Bounds, Settings
from dagster_project.stated.corrections import CorrectionEntry, concerning, load_corrections
from dagster_project.store.buckets import drop_buckets, write_bucket
from dagster_project.store.costs import Cost
from dagster_project.store.extractor import extract
from dagster_project.store.failures import Failure
from dagster_project.store.ingredients import extractor_version, ingredients, states_of
from dagster_project.store.parts import Parts
from dagster_project.store.signatures import Signatures
from dagster_project.store.states import write_states
from dagster_project.store.surroundings import Entry, assemble
from dagster_project.store.worker import Extractor, Reading
from dagster_project.store.workers import read_in_workers

Readers = Callable[[Sequence[Entry], Reading, Bounds], Iterator[tuple[Entry, Failure | None, Cost]]]
"""Who reads documents within bounds and keeps their tables: yields each that is done, with what went wrong."""
Progress = Callable[[int, int, str], None]
"""Told how many documents are read, how many there are to read, and which was the last."""


@dataclass(frozen=True)
class RefreshReport:
    """What a refresh did: documents found, of these read anew, duplicates, buckets rewritten; and who failed.

    `costs` are of the documents read anew, by their file.
    """

    documents: int
    extracted: int
    duplicates: int
    buckets_written: int
    failed: tuple[str, ...]
    unused_corrections: tuple[CorrectionEntry, ...]
    costs: Mapping[str, Cost]


def refresh(
    settings: Settings,
    extractor: Extractor = extract,
    version: str | None = None,
    progress: Progress = lambda done, total, file: None,
    documents: tuple[RawDocument, ...] | None = None,
    *,
    isolated: bool = True,
    readers: Readers = read_in_workers,
    retry: bool = False,
) -> RefreshReport:
    """Extract new documents and rewrite changed buckets; the same raw folder leaves the same bytes.

    `documents` is the inventory where it was taken already; `readers` read them. A document on which the extractor
    breaks is an issue, and is left alone until `retry`; where it is not `isolated` in a process of its own, it raises
    RunFailed. Raises UsageError for a missing raw folder, RunFailed where the disk is at fault.
    """
    for folder in (settings.archive, settings.stated, settings.extracted):
        sweep(folder)
    sweep(settings.data, below=False)
    corrections = load_corrections(settings.corrections, settings.stated).entries
    if documents is None:
        documents = take_inventory(settings.raw, settings.archive, KnownFiles(settings.known))
    write_inventory(documents, settings.extracted)
    entries = _entries(documents, corrections)
    parts = Parts(settings.extracted / "_documents" / (version or extractor_version()))
    to_read = [entry for entry in entries if entry.duplicate_of is None and not entry.document.problem]
    if retry:
        _forget_failures(parts, to_read)
    buckets = _in_buckets(entries)
    signatures = Signatures.read(settings)
    changed = _changed(signatures, parts, buckets)
    new = [entry for entry in to_read if entry.document.bucket in changed and not parts.can_be_read_back(entry.key)]
    reading = Reading(extractor, settings.archive, parts)
    costs = _read_all(new, reading, readers, settings.bounds if isolated else None, progress)
    _rewrite(settings.extracted, parts, changed, signatures)
    drop_buckets(settings.extracted, keep=buckets)
    signatures.write(keep=buckets)
    write_states(settings.extracted, states_of(parts, entries))
    _forget_other_versions(parts.folder)
    return RefreshReport(
        documents=len(entries),
        extracted=len(new),
        duplicates=sum(entry.duplicate_of is not None for entry in entries),
        buckets_written=len(changed),
        failed=tuple(entry.document.file for entry in to_read if parts.failure(entry.key)),
        unused_corrections=_unused(corrections, entries),
        costs=costs,
    )


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


def _unused(corrections: tuple[CorrectionEntry, ...], entries: list[Entry]) -> tuple[CorrectionEntry, ...]:
    named = [({entry.document.file}, entry.document.content_sha256) for entry in entries]
    return tuple(c for c in corrections if not any(c.concerns(*document) for document in named))


def _read_all(
    entries: Sequence[Entry], reading: Reading, readers: Readers, bounds: Bounds | None, progress: Progress
) -> dict[str, Cost]:
    """Read documents within bounds, or in this process where there are none; return the cost of each, by its file."""
    for entry in entries:
        reading.parts.drop(entry.key)
    here = (_read_here(entry, reading) for entry in entries)
    costs: dict[str, Cost] = {}
    for entry, failure, cost in readers(entries, reading, bounds) if bounds else here:
        # a process may die after it has kept all
        if failure and not reading.parts.has(entry.key):
            reading.parts.fail(entry.key, failure)
        costs[entry.document.file] = cost
        progress(len(costs), len(entries), entry.document.file)
    return costs


def _read_here(entry: Entry, reading: Reading) -> tuple[Entry, Failure | None, Cost]:
    """Read a document in this process, where what goes wrong is an error and no failure of the document."""
    began = time.monotonic()
    try:
        reading.read(entry)
        return entry, None, Cost(time.monotonic() - began, 0)
    except RunFailed:
        raise
    except Exception as error:
        message = f"The extractor broke on {entry.document.file}: {type(error).__name__}: {error}"
        raise RunFailed(f"{message}. This is a defect of the code, not of the document.") from error


def _in_buckets(entries: list[Entry]) -> dict[str, list[Entry]]:
    """Return the documents by bucket, in order; one bucket is there even without documents."""
    ordered = sorted(entries, key=lambda entry: (entry.document.bucket, entry.document.file))
    return {bucket: list(members) for bucket, members in groupby(ordered, lambda e: e.document.bucket)} or {"00": []}


def _changed(signatures: Signatures, parts: Parts, buckets: Mapping[str, list[Entry]]) -> dict[str, list[Entry]]:
    """Return the buckets whose files were made of anything else than what they are to hold now."""
    return {
        bucket: members
        for bucket, members in buckets.items()
        if not signatures.is_made_of(bucket, ingredients(parts, members))
    }


def _rewrite(extracted: Path, parts: Parts, changed: Mapping[str, list[Entry]], signatures: Signatures) -> None:
    """Write the buckets that changed anew, and note what they are made of."""
    for bucket, members in changed.items():
        made_of = ingredients(parts, members)
        write_bucket(extracted, bucket, assemble(parts, members), made_of)
        signatures.note(bucket, made_of)


def _forget_failures(parts: Parts, entries: list[Entry]) -> None:
    for entry in entries:
        if parts.failure(entry.key):
            parts.drop(entry.key)


def _forget_other_versions(folder: Path) -> None:
    """Drop the parts that another version of the extractor made: they will not be read again."""
    if folder.parent.is_dir():
        for other in folder.parent.iterdir():
            if other != folder:
                remove(other)
