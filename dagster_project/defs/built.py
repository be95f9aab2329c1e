"""What stands in the tables of a database, for the metadata of its assets: rows built, and what readers are given."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import dagster as dg
import duckdb

from dagster_project.defs.preview import ROWS, markdown_preview

BUILT = """
    select table_name, estimated_size from duckdb_tables()
    where database_name = current_database() and not internal
"""
READ = "marts"


def rows_built(database: Path) -> dict[str, int]:
    """Return the rows of each table of a build database; of a night that built a part, of this part."""
    if not database.exists():
        return {}
    with duckdb.connect(str(database), read_only=True) as connection:
        return dict(connection.execute(BUILT).fetchall())


def told_of_tables(warehouse: Path, counts: Mapping[str, int]) -> list[dg.AssetMaterialization]:
    """Return the number of rows and the first of them of each table that readers are given."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        heads = {
            name: connection.sql(f'select * from {READ}."{name}" limit {ROWS}').to_arrow_table() for name in counts
        }
    return [
        dg.AssetMaterialization(
            name,
            metadata={
                "dagster/row_count": counts[name],
                "preview": dg.MetadataValue.md(markdown_preview(head)),
            },
        )
        for name, head in heads.items()
    ]
