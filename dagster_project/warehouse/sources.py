"""The extracted tables as SQL reads them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dagster_project.store.buckets import bucket_file
from dagster_project.warehouse.literals import file_pattern, literal


def rows_of(extracted: Path, name: str, buckets: Iterable[str] = ("*",)) -> str:
    """Return one extracted table, over all buckets or some, as a table of SQL; the bucket is no column of it."""
    files = (file_pattern(extracted) + bucket_file(Path("/"), name, bucket).as_posix() for bucket in buckets)
    return f"read_parquet([{', '.join(map(literal, files))}], hive_partitioning = false)"
