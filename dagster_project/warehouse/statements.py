"""The statements that dbt sent to the database when it built from nothing, run again over other rows.

Of what dbt takes for few documents nearly all is dbt: it parses, compiles, plans and tells. What it sends follows from
the code alone, but for the folders it reads, the name of the release and its time; these are put in anew.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb

from dagster_project.atomic import write_text
from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import NodeResult, clear, in_a_source, variables
from dagster_project.warehouse.memory import Memory

STATEMENTS = "statements.json"
KEPT = re.compile(r"/\* and kept\n(.*?)and kept \*/", re.DOTALL)
"""How the macro `and_kept` hides from dbt what only a night with little new adds."""


class Statement(NamedTuple):
    """A seed, a model or a test: the table it makes, what was sent for it, and the query for what fails a test."""

    unique_id: str
    relation: str | None
    sql: str
    failing_rows: str | None

    @property
    def kind(self) -> str:
        """`seed`, `model` or `test`."""
        return self.unique_id.partition(".")[0]


def record_statements(settings: Settings, build: Build, results: Iterable[NodeResult]) -> None:
    """Write what was sent to the database for a build, and where it lay."""
    sent = [
        Statement(each.unique_id, each.relation, each.statement, each.failing_rows)
        for each in results
        if each.statement is not None
    ]
    write_text(json.dumps([variables(settings, build), sent]), build.remembered / STATEMENTS)


def run_statements(settings: Settings, build: Build, recorded: Path) -> list[NodeResult]:
    """Run recorded statements in the database of a build, over its part of the rows and what is kept beside them."""
    before, statements = json.loads(recorded.read_text(encoding="utf-8"))
    extracted, judged = build.sources
    part = {"YUSUAN_EXTRACTED": in_a_source(extracted), "YUSUAN_JUDGED": in_a_source(judged)}
    moved = _mover(before, variables(settings, build) | part)
    clear(settings.spill)
    with Memory.of(settings).connect(build.database) as connection:
        return [_run(connection, Statement(*each), moved) for each in statements]


def _mover(before: Mapping[str, str], after: Mapping[str, str]) -> Callable[[str], str]:
    """Return what puts other folders and another release into a statement, and lets what is kept stand in it."""
    places = {before[name]: after[name] for name in before}
    # a folder may begin as another does
    found = re.compile("|".join(re.escape(place) for place in sorted(places, key=len, reverse=True)))
    return lambda sql: found.sub(lambda place: places[place[0]], KEPT.sub(r"\1", sql))


def _run(connection: duckdb.DuckDBPyConnection, statement: Statement, moved: Callable[[str], str]) -> NodeResult:
    """Make a table, or ask a test; what goes wrong is a result, as it is with dbt."""
    began = time.monotonic()
    rows = moved(statement.failing_rows) if statement.failing_rows else None
    failures: int | None = None
    message: str | None = None
    try:
        if statement.kind == "test":
            ((failures, _, is_red),) = connection.execute(moved(statement.sql)).fetchall()
            status = "fail" if is_red else "pass"
        else:
            status = _make(connection, statement, moved)
    except duckdb.Error as error:
        status, message = "error", str(error)
    return NodeResult(statement.unique_id, status, time.monotonic() - began, message, failures, rows)


def _make(connection: duckdb.DuckDBPyConnection, statement: Statement, moved: Callable[[str], str]) -> str:
    """Make the table of a seed or a model under its name."""
    schema = str(statement.relation).rpartition(".")[0]
    connection.execute(f"create schema if not exists {schema}")
    connection.execute(moved(statement.sql))
    return "success"
