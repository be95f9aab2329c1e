"""Extracted tables on disk: schemas enforced, rows ordered, files written atomically and the same for the same input.

Two places: the *parts* of each document (`_documents/<version>/<key>/<table>.parquet`), kept so that a document is
read once; and the *buckets* that dbt reads (`<table>/bucket=<xx>/part.parquet`), put together from parts.
Does not belong here: which documents there are, and what they say.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dagster_project.extraction.corrections import Correction
from dagster_project.extraction.extraction import Extraction
from dagster_project.extraction.schemas import TABLES, TableSchema

Extractor = Callable[[bytes, str, tuple[Correction, ...]], Extraction]
ROWS_PER_GROUP = 65_536


class SchemaMismatch(Exception):
    """Rows that do not fit the declared schema: a defect of the extractor, never of a document."""


def conform(table: pa.Table, schema: TableSchema) -> pa.Table:
    """Return the table in exactly the declared schema, its rows in the declared order.

    Raises SchemaMismatch for a missing or undeclared column, a value that does not fit, or a NULL in a required column.
    """
    declared = schema.arrow()
    if set(table.column_names) != set(declared.names):
        odd = sorted(set(table.column_names) ^ set(declared.names))
        raise SchemaMismatch(f"{schema.name}: columns missing or not declared: {', '.join(odd)}")
    try:
        fitted = table.select(declared.names).cast(declared)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, ValueError) as error:
        raise SchemaMismatch(f"{schema.name}: {error}") from error
    return fitted.take(pc.sort_indices(fitted, sort_keys=[(name, "ascending") for name in schema.order]))


def write_table(table: pa.Table, file: Path) -> None:
    """Write Parquet beside its place and rename it in: a reader sees the old file or the new, whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}-{uuid.uuid4().hex[:8]}")
    try:
        pq.write_table(table, beside, compression="zstd", row_group_size=ROWS_PER_GROUP)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


@dataclass(frozen=True)
class Parts:
    """The extracted tables of single documents, remembered under what was read and by which extractor."""

    folder: Path

    def place(self, key: str) -> Path:
        """Return the folder of one document's parts."""
        return self.folder / key

    def has(self, key: str) -> bool:
        """Tell whether the document was extracted before; its folder appears whole or not at all."""
        return self.place(key).is_dir()

    def write(self, key: str, extraction: Extraction) -> None:
        """Keep the tables of one document; raises SchemaMismatch before anything is kept."""
        tables = {name: conform(extraction.tables[name], schema) for name, schema in TABLES.items()}
        beside = self.folder / f".{key}.{os.getpid()}-{uuid.uuid4().hex[:8]}"
        try:
            for name, table in tables.items():
                write_table(table, beside / f"{name}.parquet")
            if not self.has(key):
                beside.rename(self.place(key))
        finally:
            shutil.rmtree(beside, ignore_errors=True)

    def read(self, key: str, name: str) -> pa.Table:
        """Return one table of one document."""
        return pq.read_table(self.place(key) / f"{name}.parquet", schema=TABLES[name].arrow(), partitioning=None)


def bucket_file(extracted: Path, name: str, bucket: str) -> Path:
    """Return the place of one table's rows of one bucket."""
    return extracted / name / f"bucket={bucket}" / "part.parquet"


def write_bucket(extracted: Path, bucket: str, tables: Mapping[str, pa.Table]) -> None:
    """Write all tables of one bucket, each in its schema and order."""
    for name, schema in TABLES.items():
        write_table(conform(tables[name], schema), bucket_file(extracted, name, bucket))


def drop_buckets(extracted: Path, keep: Iterable[str]) -> None:
    """Remove the buckets in which no document is left."""
    kept = {f"bucket={bucket}" for bucket in keep}
    for name in TABLES:
        for folder in sorted((extracted / name).glob("bucket=*")):
            if folder.name not in kept:
                shutil.rmtree(folder)


def read_extracted(extracted: Path, name: str) -> pa.Table:
    """Return one extracted table over all documents, in the order of its buckets; empty where nothing was extracted."""
    schema = TABLES[name].arrow()
    files = sorted((extracted / name).glob("bucket=*/part.parquet"))
    tables = [pq.read_table(file, schema=schema, partitioning=None) for file in files]
    return pa.concat_tables(tables or [schema.empty_table()])
