"""What a query meant that names a table or a column which there is not."""

from __future__ import annotations

import re
from collections import defaultdict

import duckdb

from dagster_project.commands.alike import alike

TABLE = re.compile(r"(?:Table|View) with name \"?(\w+)\"? does not exist")
COLUMN = re.compile(r"column(?: named)? \"(\w+)\"")
NAMES = "select distinct table_name, column_name from duckdb_columns() where not internal order by all"


def meant(connection: duckdb.DuckDBPyConnection, sql: str, error: duckdb.Error) -> str:
    """Return a paragraph on the names that an unknown one may stand for; nothing where none is unknown."""
    columns: dict[str, list[str]] = defaultdict(list)
    for table, column in connection.execute(NAMES).fetchall():
        columns[table].append(column)
    told = str(error)
    if found := TABLE.search(told):
        return f'\n\nNo table {found[1]}. {_alike(found[1], columns)}`yusuan query "show tables"` lists all.'
    if found := COLUMN.search(told):
        asked = [table for table in columns if re.search(rf"\b{table}\b", sql, re.IGNORECASE)]
        near = _alike(found[1], [column for table in asked for column in columns[table]])
        lists = f'`yusuan query "describe {asked[0]}"` lists all. ' if asked else ""
        return f"\n\nNo column {found[1]} there. {near}{lists}{_elsewhere(found[1], columns)}".rstrip()
    return ""


def _alike(name: str, names: list[str] | dict[str, list[str]]) -> str:
    found = alike(name, names)
    return f"Alike: {', '.join(found)}. " if found else ""


def _elsewhere(column: str, columns: dict[str, list[str]]) -> str:
    tables = [table for table, names in columns.items() if column in names and table.startswith(("rpt_", "dim_"))]
    return f"It stands in {', '.join(tables)}." if tables else ""
