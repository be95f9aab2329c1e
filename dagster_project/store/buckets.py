"""Extracted tables on disk: schemas enforced, rows ordered, files written atomically and the same for the same input.

Two places: the *parts* of each document (`_documents/<version>/<key>/<table>.parquet`), kept so that a document is
read once; and the *buckets* that dbt reads (`<table>/bucket=<xx>/part.parquet`), put together from parts.
Does not belong here: which documents there are, and what they say.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from dagster_project.atomic import made_whole, write_table
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.schemas.conform import conform

Extractor = Callable[[bytes, str, tuple[Correction, ...]], Extraction]


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
        with made_whole(self.place(key)) as beside:
            for name, table in tables.items():
                write_table(table, beside / f"{name}.parquet")

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


def scan_extracted(extracted: Path, name: str) -> ds.Dataset:
    """Return one extracted table over all documents, to be read where and as far as it is asked for."""
    schema = TABLES[name].arrow()
    files = [str(file) for file in sorted((extracted / name).glob("bucket=*/part.parquet"))]
    return ds.dataset(files, schema=schema, format="parquet") if files else ds.dataset(schema.empty_table())
