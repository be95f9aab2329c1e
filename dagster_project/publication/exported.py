"""The published tables as Parquet: one file each or, where rows are many, a folder of files with a bucket each.

`parquet/<table>.parquet`, or in a folder of that name `<bucket>.parquet`. The rows of a document, file or body lie in
one bucket, in order, so that a night writes the buckets that it has changed and links the others to the last release's.
How many there are follows from the number of rows alone: the same rows are the same files, whatever night wrote them.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dagster_project.atomic import link
from dagster_project.errors import RunFailed
from dagster_project.publication.descriptions import SCHEMA
from dagster_project.publication.kept_rows import bucket_of, whose
from dagster_project.publication.readers_file import COLUMNS_OF_TABLES, Changed
from dagster_project.publication.releases import Release
from dagster_project.warehouse.literals import literal
from dagster_project.warehouse.memory import Memory

ALONE, SIXTEEN = 2**14, 2**18
"""Rows up to which a table is one file, and up to which it is sixteen; beyond, it is 256."""
AT_ONCE = 2**13


class Buckets(NamedTuple):
    """How the rows of a table are parted: what tells the bucket of a row, as SQL, and how many hex digits name it."""

    telling: str
    digits: int


def export(memory: Memory, changed: Changed, last: Path | None, release: Release) -> dict[str, int]:
    """Write each table of a release and return its number of rows; what has not `changed` since `last` is linked."""
    # of one that did not fit, nothing is left
    shutil.rmtree(release.parquet, ignore_errors=True)
    release.parquet.mkdir()
    counts = {}
    with memory.connect(release.warehouse, read_only=True) as connection:
        for name, columns in connection.execute(COLUMNS_OF_TABLES, [SCHEMA]).fetchall():
            ((counts[name],),) = connection.execute(f'select count(*) from {SCHEMA}."{name}"').fetchall()
            buckets = _buckets(name, columns, counts[name])
            place = release.parquet / f"{name}.parquet"
            of_last = _files(last / place.name, buckets) if last else {}
            kept = _unchanged(of_last, changed[name], buckets)
            _write(connection, name, place, buckets, kept)
    if not counts:
        raise RunFailed(f"{release.warehouse} holds no table in the schema {SCHEMA}; nothing is published.")
    return counts


def _buckets(name: str, columns: Collection[str], rows: int) -> Buckets:
    told = whose(name, columns) if rows > ALONE else None
    return Buckets(bucket_of(told), 1 if rows <= SIXTEEN else 2) if told else Buckets("''", 0)


def _files(place: Path, buckets: Buckets) -> dict[str, Path]:
    """Return the files of a table by their bucket; none where it was parted otherwise."""
    if not buckets.digits:
        return {"": place} if place.is_file() else {}
    files = {file.stem: file for file in place.glob("*.parquet")} if place.is_dir() else {}
    return files if {len(bucket) for bucket in files} <= {buckets.digits} else {}


def _unchanged(files: Mapping[str, Path], changed: Collection[str] | None, buckets: Buckets) -> dict[str, Path]:
    if changed is None:
        return {}
    anew = {bucket[: buckets.digits] for bucket in changed}
    return {bucket: file for bucket, file in files.items() if bucket not in anew}


def _write(
    connection: duckdb.DuckDBPyConnection, name: str, place: Path, buckets: Buckets, kept: Mapping[str, Path]
) -> None:
    """Write the buckets of a table that are not kept, and link those that are."""
    if buckets.digits:
        place.mkdir()
    for bucket, file in kept.items():
        link(file, _place(place, bucket))
    if "" in kept:
        return
    for bucket, rows in _read(connection, name, buckets, kept):
        pq.write_table(rows, _place(place, bucket), compression="zstd")


def _place(place: Path, bucket: str) -> Path:
    return place / f"{bucket}.parquet" if bucket else place


def _read(
    connection: duckdb.DuckDBPyConnection, name: str, buckets: Buckets, kept: Collection[str]
) -> Iterator[tuple[str, pa.Table]]:
    """Yield the rows of each bucket that is not kept, in order; of a table that is one file also where it has none."""
    bucket = f"substr({buckets.telling}, 1, {buckets.digits})"
    wanted = f"where {bucket} not in ({', '.join(map(literal, sorted(kept)))})" if kept else ""
    query = f'select {bucket} as "bucket of the row", * from {SCHEMA}."{name}" {wanted} order by all'
    reader = connection.sql(query).to_arrow_reader(AT_ONCE)
    schema = reader.schema.remove(0)
    read: list[pa.RecordBatch] = []
    before = ""
    for batch in reader:
        rows = pa.RecordBatch.from_arrays(batch.columns[1:], schema=schema)
        runs = pc.run_end_encode(batch.column(0))
        starts = [0, *runs.run_ends.to_pylist()]
        for start, end, now in zip(starts, starts[1:], runs.values.to_pylist(), strict=False):
            if now != before and read:
                yield before, _whole(read, schema)
                read = []
            read.append(rows.slice(start, end - start))
            before = now
    if read or not buckets.digits:
        yield before, _whole(read, schema)


def _whole(read: list[pa.RecordBatch], schema: pa.Schema) -> pa.Table:
    """Return batches as one piece: into how many they were cut decides no byte."""
    return pa.Table.from_batches(read, schema).combine_chunks()
