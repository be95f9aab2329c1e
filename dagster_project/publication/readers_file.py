"""The readers' file: the marts of a build database, and nothing internal.

Tables stand in the schema `marts`; a view of the same name in `main` lets them be asked for without it. The views name
no database, so that the file may be copied under any name.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from dagster_project.publication.descriptions import SCHEMA
from dagster_project.publication.kept_rows import kept_rows, order_of
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


def write_readers_file(memory: Memory, build: Path, file: Path) -> list[str]:
    """Copy the marts out of a build database into a new file and return the names of the tables.

    Where it holds only what is touched, together with what is kept of the last release. Rows have the order of their
    model, columns their constraints; comments stand on tables and views.
    """
    of = Build(build.parent)
    is_part = of.kept.is_dir()
    described = of.last_warehouse.resolve() if is_part else build
    # of one that did not fit, nothing is left
    file.unlink(missing_ok=True)
    with memory.connect(file, storage_compatibility_version=STORAGE) as connection:
        connection.execute(f"attach {literal(str(described))} as described (read_only)")
        if is_part:
            connection.execute(f"attach {literal(str(build))} as build (read_only)")
        connection.execute(f"begin; create schema {SCHEMA}")
        tables = connection.execute(TABLES, [SCHEMA]).fetchall()
        for name, definition, comment in tables:
            connection.execute(definition)
            rows = _merged(connection, name, of) if is_part else f'described.{SCHEMA}."{name}"'
            connection.execute(f'insert into {SCHEMA}."{name}" from {rows}')
            connection.execute(f'create view main."{name}" as from {SCHEMA}."{name}"')
            _comment(connection, name, comment)
        connection.execute("commit; checkpoint")
    return [name for name, *_ in tables]


def _merged(connection: duckdb.DuckDBPyConnection, name: str, build: Build) -> str:
    """Return as SQL the rows built of a table and those kept of it, in the order of the model."""
    built = f'select * from build.{SCHEMA}."{name}"'
    columns = {row[0] for row in connection.execute(f'describe described.{SCHEMA}."{name}"').fetchall()}
    kept = kept_rows(name, columns, build, f'described.{SCHEMA}."{name}"')
    both = f"{built} union all {kept}" if kept else built
    return f"(from ({both}) order by {order_of(name)})"


def _comment(connection: duckdb.DuckDBPyConnection, name: str, comment: str | None) -> None:
    """Comment a table, its view and the columns of both as they were described."""
    columns = connection.execute(COLUMNS, [SCHEMA, name]).fetchall()
    for kind, schema in (("table", SCHEMA), ("view", "main")):
        if comment is not None:
            connection.execute(f'comment on {kind} {schema}."{name}" is {literal(comment)}')
        for column, meaning in columns:
            connection.execute(f'comment on column {schema}."{name}"."{column}" is {literal(meaning)}')
