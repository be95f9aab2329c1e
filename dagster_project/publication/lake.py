"""A release in the lake: only what is not there yet is written, and what is there is noted.

data/lake.json   the place, the format, the release that stands there as a whole, a digest of each table there, and of
                 a lake that keeps versions the releases that can be read there
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from dagster_project.atomic import write_text
from dagster_project.engine.delta import close_release, commit_tables, stands
from dagster_project.engine.lake import LakeTable, write_tables
from dagster_project.publication.descriptions import Table, described_in
from dagster_project.publication.releases import Release, complete_releases
from dagster_project.settings import Lake, Settings


@dataclass(frozen=True)
class Note:
    """What this installation has written to a lake. It knows nothing of what others did there."""

    place: str
    format: str
    release_id: str | None
    tables: dict[str, str]
    readable: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, settings: Settings, lake: Lake) -> Note:
        """Return what is noted of a lake; of another one, or where the note is damaged, nothing is there."""
        try:
            note = cls(**json.loads(settings.lake_note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            note = cls("", "", None, {})
        is_of_lake = (note.place, note.format) == (lake.place, lake.format)
        return note if is_of_lake else cls(lake.place, lake.format, None, {})

    def keep(self, settings: Settings) -> None:
        """Write it down."""
        write_text(json.dumps(asdict(self), indent=2) + "\n", settings.lake_note)


@dataclass(frozen=True)
class InLake:
    """What came of a release: its tables, and those of them that were written anew."""

    tables: int
    written: tuple[str, ...]


def is_in_lake(settings: Settings, release: Release) -> bool:
    """Tell whether a release stands in the lake as a whole, also where there is no lake for it to stand in."""
    lake = settings.cluster.lake
    if lake is None:
        return True
    note = Note.read(settings, lake)
    # what was dropped here is not to be read there
    return note.release_id == release.release_id and set(note.readable) <= _here(settings)


def bring_to_lake(settings: Settings, release: Release, lake: Lake) -> InLake:
    """Write to the lake what a release holds and what is not the same there.

    What is being written is taken off the note first, so that a run that is cut short leaves nothing that is taken for
    whole. Raises RunFailed where a table cannot be written; those before it stand there.
    """
    tables = [_lake_table(release, table) for table in described_in(release.warehouse)]
    digests = {table.name: _digest(table) for table in tables}
    before = Note.read(settings, lake)
    same = {
        name: digest for name, digest in digests.items() if before.tables.get(name) == digest and stands(lake, name)
    }
    anew = [table for table in tables if table.name not in same]
    note = replace(before, release_id=None, tables=same)
    note.keep(settings)
    for table in _written(settings, release, lake, anew) if anew else ():
        note = replace(note, tables=note.tables | {table.name: digests[table.name]})
        note.keep(settings)
    readable = _closed(settings, release, lake, digests)
    replace(note, release_id=release.release_id, readable=readable).keep(settings)
    return InLake(len(tables), tuple(table.name for table in anew))


def _written(settings: Settings, release: Release, lake: Lake, tables: Iterable[LakeTable]) -> Iterator[LakeTable]:
    if lake.delta_folder is None:
        return write_tables(lake, settings.bounds.workers, tables)
    return commit_tables(lake, lake.delta_folder, release.release_id, tables)


def _closed(settings: Settings, release: Release, lake: Lake, tables: Iterable[str]) -> list[str]:
    """Return the releases that can be read in a lake that keeps versions."""
    if lake.delta_folder is None:
        return []
    return close_release(lake, lake.delta_folder, release.release_id, tables, _here(settings))


def _here(settings: Settings) -> set[str]:
    return {release.release_id for release in complete_releases(settings)}


def _lake_table(release: Release, table: Table) -> LakeTable:
    comments = {column.name: column.description for column in table.columns}
    return LakeTable(table.name, release.parquet / f"{table.name}.parquet", table.description, comments)


def _digest(table: LakeTable) -> str:
    """Return a digest of the rows of a table and of what is said of it."""
    told: tuple[Any, ...] = (table.description, *table.comments.items())
    digest = hashlib.sha256(repr(told).encode())
    for file in table.pieces():
        with file.open("rb") as content:
            digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()
