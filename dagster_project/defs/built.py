"""What stands in a build database, for the metadata of its assets: rows of every table, a few of those people read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dagster as dg
import duckdb

from dagster_project.defs.preview import ROWS, markdown_preview

COUNTS = """
    select table_name, estimated_size from duckdb_tables()
    where database_name = current_database() and not internal
"""
READ = "marts"


def described_rows(database: Path) -> dict[str, dict[str, Any]]:
    """Return the metadata of each table by its name; nothing where there is no database."""
    if not database.exists():
        return {}
    with duckdb.connect(str(database), read_only=True) as connection:
        told: dict[str, dict[str, Any]] = {
            name: {"dagster/row_count": count} for name, count in connection.execute(COUNTS).fetchall()
        }
        connection.execute("select table_name from duckdb_tables() where schema_name = ?", [READ])
        for (name,) in connection.fetchall():
            head = connection.execute(f'select * from {READ}."{name}" limit {ROWS}').to_arrow_table()
            told[name]["preview"] = dg.MetadataValue.md(markdown_preview(head))
    return told
