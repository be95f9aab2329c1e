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
from typing import Any, NamedTuple

import duckdb

from dagster_project.atomic import write_text
from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import in_a_source, variables
from dagster_project.warehouse.memory import Memory, clear
from dagster_project.warehouse.nodes import NodeResult
from dagster_project.warehouse.prepared import STATEMENTS, prepared

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


def sent_statements(settings: Settings) -> Path:
    """Return the file of the statements that the dbt project as it stands has sent; there once it has built all."""
    return prepared(settings) / STATEMENTS


def record_statements(settings: Settings, build: Build, results: Iterable[NodeResult]) -> None:
    """Write what was sent to the database for a build, and where it lay."""
    sent = [
        Statement(each.unique_id, each.relation, each.statement, each.failing_rows)
        for each in results
        if each.statement is not None
    ]
    write_text(json.dumps([variables(settings, build), sent]), sent_statements(settings))


def run_statements(
    settings: Settings, build: Build, sent: Path, progress: Callable[[str], None] = lambda node: None
) -> list[NodeResult]:
    """Run what was sent in the database of another build, from nothing; `progress` is told the name of each."""
    build.folder.mkdir(parents=True)
    before, statements = _sent(sent)
    return _run_all(settings, build, statements, _mover(before, variables(settings, build)), progress)


def run_statements_of_part(settings: Settings, build: Build, sent: Path) -> list[NodeResult]:
    """Run what was sent in the database of a build, over its part of the rows and what is kept beside them."""
    extracted, judged = build.sources
    part = {"YUSUAN_EXTRACTED": in_a_source(extracted), "YUSUAN_JUDGED": in_a_source(judged)}
    before, statements = _sent(sent)
    moved = _mover(before, variables(settings, build) | part)
    return _run_all(settings, build, statements, lambda sql: moved(KEPT.sub(r"\1", sql)))


def _sent(file: Path) -> tuple[dict[str, str], list[Statement]]:
    before, statements = json.loads(file.read_text(encoding="utf-8"))
    return before, [Statement(*each) for each in statements]


def _mover(before: Mapping[str, str], after: Mapping[str, str]) -> Callable[[str], str]:
    """Return what puts other folders and another release into a statement."""
    places = {before[name]: after[name] for name in before}
    # a folder may begin as another does
    found = re.compile("|".join(re.escape(place) for place in sorted(places, key=len, reverse=True)))
    return lambda sql: found.sub(lambda place: places[place[0]], sql)


def _run_all(
    settings: Settings,
    build: Build,
    statements: Iterable[Statement],
    moved: Callable[[str], str],
    progress: Callable[[str], None] = lambda node: None,
) -> list[NodeResult]:
    """Run statements one after the other; what does not fit into the memory stated is run again in twice as much."""
    clear(settings.spill)
    memory, results = Memory.of(settings), []
    with memory.connect(build.database) as connection:
        for statement in statements:
            results.append(_run(connection, statement, moved, memory))
            progress(results[-1].name)
    return results


def _run(
    connection: duckdb.DuckDBPyConnection, statement: Statement, moved: Callable[[str], str], memory: Memory
) -> NodeResult:
    """Make a table, or ask a test; what goes wrong is a result, as it is with dbt."""
    began = time.monotonic()
    rows = moved(statement.failing_rows) if statement.failing_rows else None
    sql = moved(statement.sql)
    failures: int | None = None
    message: str | None = None
    try:
        if statement.kind == "test":
            ((failures, _, is_red),) = _answer(connection, sql, memory)
            status = "fail" if is_red else "pass"
        else:
            connection.execute(f"create schema if not exists {str(statement.relation).rpartition('.')[0]}")
            _answer(connection, sql, memory)
            status = "success"
    except duckdb.Error as error:
        status, message = "error", str(error)
    told = (time.monotonic() - began, message, failures, rows, statement.relation, sql)
    return NodeResult(statement.unique_id, status, *told)


def _answer(connection: duckdb.DuckDBPyConnection, sql: str, memory: Memory) -> list[Any]:
    def ask(within: Memory) -> list[Any]:
        connection.execute(f"set memory_limit = '{within.megabytes}MB'")
        return connection.execute(sql).fetchall()

    return memory.enough(ask)
