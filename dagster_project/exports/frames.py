"""Frames of pandas and Polars whose money adds and divides as people expect; `import yusuan` is their door.

`data` is the data folder, else `YUSUAN_DATA`, else `./data`. Raises UsageError where nothing is published there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import pyarrow as pa

from dagster_project.errors import UsageError
from dagster_project.publication.descriptions import described
from dagster_project.runs.history import lay_beside
from dagster_project.settings import Settings

if TYPE_CHECKING:
    import polars

NULLABLE = {pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
"""NULL among whole numbers and truths is NA, and does not make floats of them."""


def connect(data: str | Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a read-only connection to the published warehouse, with the history of runs, `rpt_runs`, beside it."""
    settings = Settings.of_folders(data=Path(data) if data else None)
    file = settings.warehouse
    if not file.exists():
        raise UsageError(f"There is no warehouse {file} yet: run `yusuan run`, or name the data folder.")
    # the release itself: the pointer may be renamed meanwhile
    connection = duckdb.connect(str(file.resolve()), read_only=True)
    lay_beside(connection, settings)
    return connection


def tables(data: str | Path | None = None) -> dict[str, str]:
    """Return what one row of each published table is, by its name."""
    with connect(data) as connection:
        return {table.name: table.description for table in described(connection)}


def describe(table: str, data: str | Path | None = None) -> pd.DataFrame:
    """Return a row per column of a table: its type, unit and meaning in English and Chinese."""
    with connect(data) as connection:
        columns = [column for each in described(connection) if each.name == table for column in each.columns]
    rows = [(each.name, each.kind, each.unit, each.english, each.chinese) for each in columns]
    return pd.DataFrame(rows, columns=["column", "type", "unit", "english", "chinese"])


def read_pandas(table_or_sql: str, data: str | Path | None = None, *, exact: bool = False) -> pd.DataFrame:
    """Return a table, or what a query gives; money is float64, or `decimal.Decimal` where it is to be `exact`."""
    frame: pd.DataFrame = _read(table_or_sql, data, exact).to_pandas(types_mapper=NULLABLE.get)
    return frame


def read_polars(table_or_sql: str, data: str | Path | None = None, *, exact: bool = False) -> polars.DataFrame:
    """Return a table, or what a query gives; money is Float64, or Decimal where it is to be `exact`."""
    import polars  # need not be installed

    frame = polars.from_arrow(_read(table_or_sql, data, exact))
    assert isinstance(frame, polars.DataFrame)
    return frame


def _read(table_or_sql: str, data: str | Path | None, exact: bool) -> pa.Table:
    query = f'from "{table_or_sql}"' if table_or_sql.isidentifier() else table_or_sql
    with connect(data) as connection:
        read = connection.sql(query).to_arrow_table()
    return read if exact else read.cast(pa.schema([_as_float(field) for field in read.schema]))


def _as_float(field: pa.Field) -> pa.Field:
    return field.with_type(pa.float64()) if pa.types.is_decimal(field.type) else field
