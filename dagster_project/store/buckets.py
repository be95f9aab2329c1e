"""The extracted tables that dbt reads, `<table>/bucket=<xx>/part.parquet`.

Schemas are enforced, rows ordered, files written atomically and the same for the same input.
Each file bears in itself what its bucket was made of, so that a bucket half-written is never taken for a whole one.
Does not belong here: which documents there are, and what they say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from dagster_project.atomic import remove, write_table
from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.schemas.conform import conform

INGREDIENTS = b"yusuan.ingredients"


def bucket_file(extracted: Path, name: str, bucket: str) -> Path:
    """Return the place of one table's rows of one bucket."""
    return extracted / name / f"bucket={bucket}" / "part.parquet"


def write_bucket(extracted: Path, bucket: str, tables: Mapping[str, pa.Table], ingredients: str) -> None:
    """Write all tables of one bucket, each in its schema and order, and into each what they were made of."""
    for name, schema in TABLES.items():
        table = conform(tables[name], schema)
        signed = table.replace_schema_metadata({**(table.schema.metadata or {}), INGREDIENTS: ingredients})
        # what a power cut took is told by what the file bears, and written again
        write_table(signed, bucket_file(extracted, name, bucket), lasting=False)


def is_made_of(extracted: Path, bucket: str, ingredients: str) -> bool:
    """Tell whether every file of a bucket is whole and was made of just these ingredients."""
    return all(_ingredients(bucket_file(extracted, name, bucket)) == ingredients.encode() for name in TABLES)


def _ingredients(file: Path) -> bytes | None:
    try:
        metadata: Mapping[bytes, bytes] = pq.read_metadata(file).metadata or {}
    except (OSError, ValueError):
        return None
    return metadata.get(INGREDIENTS)


def copy_rows(extracted: Path, folder: Path, documents: Mapping[str, str]) -> None:
    """Write the rows of some documents, each with the bucket that it lies in, as the one bucket of another folder."""
    ids = pa.array(sorted(documents), pa.string())
    for name, schema in TABLES.items():
        files = [bucket_file(extracted, name, bucket) for bucket in sorted(set(documents.values()))]
        found = [pq.read_table(file, schema=schema.arrow(), partitioning=None) for file in files]
        table = pa.concat_tables(found or [schema.empty])
        write_table(table.filter(pc.is_in(table["document_id"], ids)), bucket_file(folder, name, "some"))


def drop_buckets(extracted: Path, keep: Iterable[str]) -> None:
    """Remove the buckets in which no document is left."""
    kept = {f"bucket={bucket}" for bucket in keep}
    for name in TABLES:
        for folder in sorted((extracted / name).glob("bucket=*")):
            if folder.name not in kept:
                remove(folder)


def read_extracted(extracted: Path, name: str) -> pa.Table:
    """Return one extracted table over all documents, in the order of its buckets; empty where nothing was extracted."""
    schema = TABLES[name].arrow()
    files = sorted((extracted / name).glob("bucket=*/part.parquet"))
    tables = [pq.read_table(file, schema=schema, partitioning=None) for file in files]
    return pa.concat_tables(tables or [TABLES[name].empty])


def first_rows(extracted: Path, name: str, buckets: Iterable[str], rows: int) -> pa.Table:
    """Return as many of the first rows of one extracted table, of which it has some in each of these buckets."""
    schema = TABLES[name].arrow()
    read = TABLES[name].empty
    for bucket in buckets:
        if read.num_rows == rows:
            break
        with pq.ParquetFile(bucket_file(extracted, name, bucket)) as file:
            first = next(file.iter_batches(rows - read.num_rows))
        read = pa.concat_tables([read, pa.Table.from_batches([first]).cast(schema)])
    return read


def scan_extracted(extracted: Path, name: str) -> ds.Dataset:
    """Return one extracted table over all documents, to be read where and as far as it is asked for."""
    schema = TABLES[name].arrow()
    files = [str(file) for file in sorted((extracted / name).glob("bucket=*/part.parquet"))]
    return ds.dataset(files, schema=schema, format="parquet") if files else ds.dataset(TABLES[name].empty)
