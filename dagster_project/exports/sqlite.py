"""One SQLite file with every table, its keys and a dictionary, and the metadata that Datasette shows beside it.

Amounts are REAL, so that they divide as people expect: exact to the fen up to ninety trillion yuan.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from dagster_project.atomic import replaced, write_text
from dagster_project.exports.dictionary import Entry, entries
from dagster_project.exports.sources import Source
from dagster_project.publication.releases import Release

FILE = "yusuan.sqlite"
METADATA = "datasette.json"
DICTIONARY = "dictionary"
TYPES = {"VARCHAR": "TEXT", "BOOLEAN": "INTEGER", "INTEGER": "INTEGER", "BIGINT": "INTEGER"}
"""Any other type is REAL."""


def write_sqlite(release: Release, exported: list[Source], folder: Path) -> None:
    """Write `yusuan.sqlite` and `datasette.json`."""
    with replaced(folder / FILE) as beside, closing(sqlite3.connect(beside)) as connection:
        # the file takes its place whole, or not at all
        connection.executescript("pragma journal_mode = off; pragma synchronous = off")
        for source in exported:
            _write_table(connection, source)
        columns = ", ".join(f'"{name}" TEXT' for name in Entry._fields)
        connection.execute(f'create table {DICTIONARY} ({columns}, primary key ("table", "column"))')
        _insert(connection, DICTIONARY, len(Entry._fields), entries(exported))
        connection.commit()
    write_text(_metadata(release, exported), folder / METADATA)


def _write_table(connection: sqlite3.Connection, source: Source) -> None:
    lines = [f'"{column.name}" {TYPES.get(column.kind, "REAL")}' for column in source.columns]
    if source.keys.primary:
        lines.append(f"primary key ({_names(source.keys.primary)})")
    for column, (table, key) in source.keys.foreign.items():
        lines.append(f'foreign key ("{column}") references "{table}" ("{key}")')
    connection.execute(f'create table "{source.name}" ({", ".join(lines)})')
    _insert(connection, source.name, len(source.columns), (map(_kept, row) for row in source.rows()))
    for column in source.keys.foreign:
        connection.execute(f'create index "{source.name}_{column}" on "{source.name}" ("{column}")')


def _insert(connection: sqlite3.Connection, table: str, width: int, rows: Iterable[Iterable[Any]]) -> None:
    places = ", ".join("?" * width)
    connection.executemany(f'insert into "{table}" values ({places})', (tuple(row) for row in rows))


def _kept(value: Any) -> Any:
    """Return a value as SQLite keeps it."""
    return float(value) if isinstance(value, Decimal) else value


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _metadata(release: Release, exported: list[Source]) -> str:
    """Return what `datasette --metadata` reads: a description of each table and column."""
    tables = {
        source.name: {
            "description": source.table.description,
            "columns": {column.name: column.description for column in source.columns},
        }
        for source in exported
    }
    stated = {
        "title": "Yusuan 预算",
        "description": f"Release {release.release_id}",
        "databases": {Path(FILE).stem: {"tables": tables}},
    }
    return json.dumps(stated, ensure_ascii=False, indent=1) + "\n"
