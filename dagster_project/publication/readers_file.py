"""The readers' file: the marts of a build database, and nothing internal.

Tables stand in the schema `marts`; a view of the same name in `main` lets them be asked for without it. The views name
no database, so that the file may be copied under any name.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb

from dagster_project.publication.descriptions import SCHEMA
from dagster_project.publication.kept_rows import bucket_of, touched, whose
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.literals import literal
from dagster_project.warehouse.memory import Memory

STORAGE = "v1.4.0"
"""The oldest DuckDB that opens what is published: unless told, a newer one writes for itself alone."""
TABLES = """
    select table_name, sql, comment from duckdb_tables()
    where database_name = 'described' and schema_name = ? order by table_name
"""
COLUMNS = """
    select column_name, comment from duckdb_columns()
    where database_name = 'described' and schema_name = ? and table_name = ? and comment is not null
    order by column_index
"""
COLUMNS_OF_TABLES = """
    select table_name, list(column_name) from duckdb_columns()
    where database_name = current_database() and schema_name = ? group by table_name order by table_name
"""
Changed = Mapping[str, set[str] | None]
"""Table → the buckets in which its rows are others than in the last release; None where that may be all."""


def write_readers_file(memory: Memory, build: Path, file: Path) -> Changed:
    """Write the readers' file of a build database, and return what of each table differs from the last release's.

    Rows have the order of their model, columns their constraints; comments stand on tables and views. Where only what
    is touched was built, the file of the last release is copied and has its rows exchanged.
    """
    of = Build(build.parent)
    # of one that did not fit, nothing is left
    file.unlink(missing_ok=True)
    if of.kept.is_dir():
        return _exchanged(memory, of, file)
    with memory.connect(file, storage_compatibility_version=STORAGE) as connection:
        connection.execute(f"attach {literal(str(build))} as described (read_only)")
        connection.execute(f"begin; create schema {SCHEMA}")
        tables = connection.execute(TABLES, [SCHEMA]).fetchall()
        for name, definition, comment in tables:
            connection.execute(definition)
            connection.execute(f'insert into {SCHEMA}."{name}" from described.{SCHEMA}."{name}"')
            connection.execute(f'create view main."{name}" as from {SCHEMA}."{name}"')
            _comment(connection, name, comment)
        connection.execute("commit; checkpoint")
    return {name: None for name, *_ in tables}


def _exchanged(memory: Memory, build: Build, file: Path) -> Changed:
    """Copy the readers' file of the last release, what was built in the place of what is touched."""
    shutil.copyfile(build.last_warehouse.resolve(), file)
    with memory.connect(file, storage_compatibility_version=STORAGE) as connection:
        connection.execute(f"attach {literal(str(build.database))} as build (read_only)")
        connection.execute(f"create temp table touched as {touched(build)}")
        connection.execute("begin")
        tables = connection.execute(COLUMNS_OF_TABLES, [SCHEMA]).fetchall()
        changed = {name: _exchange(connection, name, columns) for name, columns in tables}
        connection.execute("commit; checkpoint")
    return changed


def _exchange(connection: duckdb.DuckDBPyConnection, name: str, columns: list[str]) -> set[str] | None:
    """Exchange the rows of one table and return the buckets that they lie in; None where it is made as a whole."""
    table, built = f'{SCHEMA}."{name}"', f'build.{SCHEMA}."{name}"'
    told = whose(name, columns)
    if told is None:
        connection.execute(f"delete from {table}")
        changed = None
    else:
        bucket = bucket_of(told)
        # what is of nobody is made anew, too
        gone = f"from {table} where ({told} not in (from touched)) is not true"
        found = f"select distinct {bucket} {gone} union select distinct {bucket} from {built}"
        changed = {row[0] for row in connection.execute(found).fetchall()}
        connection.execute(f"delete {gone}")
    connection.execute(f"insert into {table} from {built}")
    return changed


def _comment(connection: duckdb.DuckDBPyConnection, name: str, comment: str | None) -> None:
    """Comment a table, its view and the columns of both as they were described."""
    columns = connection.execute(COLUMNS, [SCHEMA, name]).fetchall()
    for kind, schema in (("table", SCHEMA), ("view", "main")):
        if comment is not None:
            connection.execute(f'comment on {kind} {schema}."{name}" is {literal(comment)}')
        for column, meaning in columns:
            connection.execute(f'comment on column {schema}."{name}"."{column}" is {literal(meaning)}')
