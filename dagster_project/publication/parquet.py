"""A published table as a Parquet file that says what it holds: of the table and of each column meaning and unit.

DuckDB writes the file, in little memory; what it cannot say of columns stands in the schema that Arrow keeps beside.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from dagster_project.publication.descriptions import SCHEMA, Column, Table
from dagster_project.warehouse.literals import literal

# Arrow's own name: pyarrow, Polars and pandas read the fields from there
ARROW_SCHEMA = "ARROW:schema"
NOTHING: Mapping[str, str] = {}


def write_parquet(connection: duckdb.DuckDBPyConnection, table: Table, file: Path) -> int:
    """Write a table, rows in order, and return their number; the same rows are the same bytes in every release."""
    stated = {"description": table.description}
    kept = stated | {ARROW_SCHEMA: _schema(connection, table, stated)}
    return copy_rows(connection, f'select * from {SCHEMA}."{table.name}" order by all', file, kept)


def copy_rows(connection: duckdb.DuckDBPyConnection, rows: str, file: Path, kept: Mapping[str, str] = NOTHING) -> int:
    """Write the rows of a query, with what is kept beside them, and return their number.

    Every column may hold NULL, whether one is there or not, so that files of different nights have one schema.
    """
    pairs = ", ".join(f"{literal(key)}: {literal(value)}" for key, value in kept.items())
    options = "format parquet, compression zstd" + (f", kv_metadata {{{pairs}}}" if pairs else "")
    with _blind_to_rows(connection):
        written = connection.execute(f"copy ({rows}) to {literal(str(file))} ({options})").fetchone()
    return int(written[0]) if written else 0


@contextmanager
def _blind_to_rows(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Keep DuckDB from calling a column REQUIRED because its statistics tell of no NULL, as it does from 2.0 on."""
    connection.execute("set disabled_optimizers = 'statistics_propagation'")
    try:
        yield
    finally:
        connection.execute("reset disabled_optimizers")


def _schema(connection: duckdb.DuckDBPyConnection, table: Table, stated: dict[str, str]) -> str:
    """Return the schema as Arrow writes it into a file, its fields described."""
    empty = connection.sql(f'select * from {SCHEMA}."{table.name}" limit 0').to_arrow_table().schema
    fields = [field.with_metadata(_stated(column)) for field, column in zip(empty, table.columns, strict=True)]
    return base64.b64encode(pa.schema(fields, stated).serialize().to_pybytes()).decode()


def _stated(column: Column) -> dict[str, str]:
    return {"description": column.description} | ({"unit": column.unit} if column.unit else {})
