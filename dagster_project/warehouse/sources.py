"""The extracted tables as SQL reads them."""

from __future__ import annotations

from pathlib import Path

from dagster_project.store.buckets import bucket_file
from dagster_project.warehouse.literals import file_pattern, literal


def rows_of(extracted: Path, name: str) -> str:
    """Return one extracted table over all documents, as a table of SQL; the bucket is no column of it."""
    files = file_pattern(extracted) + bucket_file(Path("/"), name, "*").as_posix()
    return f"read_parquet({literal(files)}, hive_partitioning = false)"
