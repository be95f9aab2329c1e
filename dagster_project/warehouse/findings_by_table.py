"""How many rows of a table that people read bear a finding, and which findings these are."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import duckdb

BEARING = """
    select count(*) filter (coalesce(finding_ids, '') <> ''), count(*),
        (select count(distinct finding_id) from (select unnest(string_split(finding_ids, ' ')) as finding_id
            from marts."{table}" where finding_ids <> '') as ids)
    from marts."{table}"
"""


class Bearing(NamedTuple):
    """A table: its rows that bear findings, all its rows, and the number of these findings."""

    table: str
    bearing: int
    rows: int
    findings: int

    @property
    def description(self) -> str:
        """What was found, in one line."""
        return f"{self.bearing:,} of {self.rows:,} rows bear {self.findings:,} findings: see `finding_ids`"


def bearing_findings(warehouse: Path, tables: tuple[str, ...]) -> list[Bearing]:
    """Return what each table bears, in a warehouse."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        counts = [(table, connection.execute(BEARING.format(table=table)).fetchall()[0]) for table in tables]
    return [Bearing(table, *counted) for table, counted in counts]
