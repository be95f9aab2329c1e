"""The lake as tables of Delta in a folder of this machine, without Spark: readers see one release of a table, whole.

<table>/_delta_log/        the versions of a table, one for each release that changed it
<table>/<digest>.parquet   the files of releases as they are; one that a night left as it was is not written again
releases.json              the current release, and for each that can be read here the version of each table
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import operator
import re
import shutil
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from dagster_project.atomic import replaced, sweep, sync, write_text
from dagster_project.engine.lake import LakeTable, lacking
from dagster_project.errors import RunFailed, UsageError
from dagster_project.settings import Lake

if TYPE_CHECKING:
    from deltalake import DeltaTable, Schema

RELEASES = "releases.json"
LOG = "_delta_log"
OWN = re.compile(r"[0-9a-f]{64}\.parquet")
"""A file of a table, by its name; others are left alone."""
LASTING = {"delta.enableExpiredLogCleanup": "false"}
"""A release that is kept may be older than a log that Delta thinks expired; the log names files, and says no more."""
MISSING = (
    "A lake in Delta needs the package deltalake: `pip install 'deltalake>=1.6,<2'`, or leave out YUSUAN_LAKE_FORMAT."
)


def refuse_without_delta(lake: Lake | None) -> None:
    """Raise UsageError where a lake is to be written as Delta and the package for it is not installed."""
    if lake is not None and lake.delta_folder is not None and importlib.util.find_spec("deltalake") is None:
        raise UsageError(MISSING)


def stands(lake: Lake, table: str) -> bool:
    """Tell whether the folder of a table is there; of a lake that is not looked into, it is."""
    return lake.delta_folder is None or (lake.delta_folder / table / LOG).is_dir()


def commit_tables(lake: Lake, folder: Path, release_id: str, tables: Iterable[LakeTable]) -> Iterator[LakeTable]:
    """Make tables those of a release, each at once, and yield each once it is.

    Raises RunFailed with the table that cannot be written.
    """
    refuse_without_delta(lake)
    for table in tables:
        with lacking(lake, f"{table.name} in {lake.place}"):
            _commit(folder / table.name, release_id, table)
        yield table


def close_release(lake: Lake, folder: Path, release_id: str, tables: Iterable[str], here: Collection[str]) -> list[str]:
    """Tell readers at which versions the tables are those of a release; return the releases that they can read.

    These are this one and of those before it which are still `here`: files of others are removed.
    """
    refuse_without_delta(lake)
    with lacking(lake, f"{RELEASES} in {lake.place}"):
        versions = {name: _table(folder / name).version() for name in tables}
        there = {name: each for name, each in _told(folder).items() if name in here and _are_there(each, versions)}
        kept = there | {release_id: versions}
        _tell(folder, release_id, kept)
        for name in versions:
            _remove_files(folder / name, {each[name] for each in kept.values() if name in each})
    return sorted(kept)


def _told(folder: Path) -> dict[str, dict[str, int]]:
    """Return the versions of tables by release, as readers are told; none where that is damaged."""
    try:
        releases = json.loads((folder / RELEASES).read_text(encoding="utf-8"))["releases"]
        return {
            str(name): {str(table): operator.index(version) for table, version in versions.items()}
            for name, versions in releases.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _are_there(told: Mapping[str, int], versions: Mapping[str, int]) -> bool:
    return all(0 <= version <= versions.get(table, version) for table, version in told.items())


def _tell(folder: Path, current: str | None, releases: Mapping[str, Mapping[str, int]]) -> None:
    write_text(json.dumps({"current": current, "releases": releases}, indent=2) + "\n", folder / RELEASES)


def _untell(folder: Path, table: str) -> None:
    """Take from what readers are told the releases whose version of a table was removed with its folder."""
    told = _told(folder)
    left = {name: versions for name, versions in told.items() if table not in versions}
    if left != told:
        _tell(folder, max(left, default=None), left)


def _refuse_others(place: Path) -> None:
    """Raise RunFailed where the folder of a table holds what is none of ours: it would be lost, or be read with it."""
    others = sorted(each.name for each in place.glob("[!.]*") if each.name != LOG and not OWN.fullmatch(each.name))
    if others:
        raise RunFailed(
            f"{place} is no table of Delta and holds “{others[0]}”, so that nothing was written there. "
            "Move that away, or name another folder in YUSUAN_LAKE."
        )


def _commit(place: Path, release_id: str, table: LakeTable) -> None:
    """Add in one version what a table has and did not have, and remove what it no longer has.

    Raises RunFailed where its folder is another's.
    """
    from deltalake import CommitProperties, DeltaTable
    from deltalake.transaction import RemoveAction, create_table_with_add_actions

    said: Any = CommitProperties(custom_metadata={"userMetadata": release_id})
    schema = _schema(table)
    if not (is_there := DeltaTable.is_deltatable(str(place))):
        _refuse_others(place)
        _untell(place.parent, place.name)
    files = _copied(place, table.pieces(), schema.to_json())
    if not is_there:
        adds = [_added(place / name) for name in files]
        about: Any = {"name": table.name, "description": table.description, "configuration": LASTING}
        create_table_with_add_actions(str(place), schema, adds, commit_properties=said, **about)
    elif _table(place).metadata().description != table.description:
        _table(place).alter.set_table_description(table.description, commit_properties=said)
    there = _table(place)
    before = _files(there)
    adds = [_added(place / name) for name in sorted(files - before)]
    if there.schema() != schema:
        # names follow from columns, too: all files are new ones
        there.create_write_transaction(adds, "overwrite", schema, commit_properties=said)
    elif before != files:
        now = int(time.time() * 1000)
        gone = [RemoveAction(name, True, now) for name in sorted(before - files)]
        there.create_write_transaction([*adds, *gone], "append", schema, commit_properties=said)
    _sync_log(place)


def _table(place: Path, version: int | None = None) -> DeltaTable:
    from deltalake import DeltaTable

    return DeltaTable(str(place), version=version)


def _files(table: DeltaTable) -> set[str]:
    return {address.rpartition("/")[2] for address in table.file_uris()}


def _schema(table: LakeTable) -> Schema:
    """Return the columns as the files have them, with what is said of each."""
    from deltalake import Schema

    fields = [
        pa.field(field.name, field.type, metadata=_said(table.comments, field.name))
        for field in pq.read_schema(next(table.pieces()))
    ]
    return Schema.from_arrow(pa.schema(fields))


def _said(comments: Mapping[str, str], column: str) -> dict[str, str]:
    return {"comment": comments[column]} if comments.get(column) else {}


def _copied(place: Path, files: Iterable[Path], columns: str) -> set[str]:
    """Put files into the folder of a table, each under the digest of its bytes and columns; return these names."""
    names = set()
    for file in files:
        with file.open("rb") as content:
            digest = hashlib.sha256(hashlib.file_digest(content, "sha256").digest() + columns.encode()).hexdigest()
        names.add(f"{digest}.parquet")
        if not (place / f"{digest}.parquet").is_file():
            with replaced(place / f"{digest}.parquet") as beside:
                shutil.copyfile(file, beside)
    return names


def _added(file: Path) -> Any:
    from deltalake.transaction import AddAction

    seen, rows = file.stat(), pq.read_metadata(file).num_rows
    is_of_rows, parts = True, dict[str, str | None]()
    return AddAction(
        file.name, seen.st_size, parts, seen.st_mtime_ns // 10**6, is_of_rows, json.dumps({"numRecords": rows})
    )


def _sync_log(place: Path) -> None:
    """Wait until the last version stands on the disk, since it is noted as there."""
    log = place / LOG
    sync(max(log.glob("*.json")))
    sync(log)


def _remove_files(place: Path, versions: Collection[int]) -> None:
    """Remove the files that no version of these holds."""
    held = set().union(*(_files(_table(place, version)) for version in versions))
    sweep(place, below=False)
    for file in place.glob("*.parquet"):
        if OWN.fullmatch(file.name) and file.name not in held:
            file.unlink()
