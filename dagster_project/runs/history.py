"""The history of runs: one JSON object a line in `data/runs.jsonl`, oldest first, and the table `rpt_runs` of it.

A file beside the releases (docs/adr/0017): a release is the same whenever it is made, and runs that publish nothing
have a history too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

import duckdb
import pyarrow as pa

from dagster_project.atomic import alone, write_text
from dagster_project.runs.record import COLUMNS, GRAIN, TABLE, Run
from dagster_project.settings import Settings
from dagster_project.warehouse.literals import literal

KEPT = 1_000


def append(settings: Settings, run: Run) -> None:
    """Add a run to the history, of which the last thousand are kept; several processes may do so."""
    file = settings.runs
    with alone(file.with_name(f".{file.name}.lock")):
        lines = [*_lines(settings), json.dumps(run.told(), ensure_ascii=False)]
        write_text("\n".join(lines[-KEPT:]) + "\n", file)


def read_runs(settings: Settings) -> list[Run]:
    """Return the runs that are kept, oldest first."""
    return [Run.read(json.loads(line)) for line in _lines(settings)]


def _lines(settings: Settings) -> list[str]:
    return settings.runs.read_text(encoding="utf-8").splitlines() if settings.runs.exists() else []


def as_table(runs: Iterable[Run]) -> pa.Table:
    """Return runs as `rpt_runs`."""
    rows = [
        run.told() | {name: datetime.fromisoformat(getattr(run, name)) for name in ("started_at", "ended_at")}
        for run in runs
    ]
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, kind) for name, (kind, _) in COLUMNS.items()]))


def lay_beside(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Let a connection to a release ask for `rpt_runs`, too: a table of its own that is gone with it."""
    connection.register("runs_read", as_table(read_runs(settings)))
    connection.execute(f"create temporary table {TABLE} as from runs_read")
    connection.unregister("runs_read")
    connection.execute(f"comment on table {TABLE} is {literal(GRAIN)}")
    for name, (_, meaning) in COLUMNS.items():
        connection.execute(f"comment on column {TABLE}.{name} is {literal(meaning)}")
