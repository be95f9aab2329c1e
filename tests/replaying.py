"""dbt builds in earnest once per test run; in other folders the statements that it ran there are run again.

Of the half minute that dbt takes for a small raw folder, two seconds are SQL. The statements are dbt's own: what it
sent to the database for seeds, models with their contracts, and tests.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from parsing import alone

from dagster_project.atomic import write_text
from dagster_project.invariants import rounds
from dagster_project.settings import Settings
from dagster_project.warehouse import dbt
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import NodeResult, build_models

Made = Callable[[duckdb.DuckDBPyConnection, str], None]


class Node(NamedTuple):
    """A seed, a model or a test of the build that was recorded.

    `relation` names the table it makes, if any; `failing_rows` is the query for what fails a test.
    """

    unique_id: str
    relation: str | None
    sql: str
    failing_rows: str | None = None


class Builds:
    """Takes the place of `build_models`; `file` is shared by all workers of a test run."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._in_earnest = False

    @contextmanager
    def in_earnest(self) -> Iterator[None]:
        """Let dbt itself build within the block."""
        self._in_earnest = True
        try:
            yield
        finally:
            self._in_earnest = False

    def build_models(self, settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
        """Build as dbt does, or does in earnest where nothing is recorded yet; others wait for what is recorded."""
        with alone(self.file.with_suffix(".lock")):
            if not self.file.exists():
                return self._recorded(settings, build, progress)
        return build_models(settings, build, progress) if self._in_earnest else self.replay(settings, build)

    def _recorded(self, settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
        results = build_models(settings, build, progress)
        if not any(result.is_red for result in results):
            self._record(settings, build, results)
        return results

    def _record(self, settings: Settings, build: Build, results: list[NodeResult]) -> None:
        recorded = [
            Node(result.unique_id, result.relation, result.statement, result.failing_rows)
            for result in results
            if result.statement is not None
        ]
        write_text(json.dumps([dbt.variables(settings, build), recorded]), self.file)

    def replay(
        self, settings: Settings, build: Build, made: Made = lambda connection, relation: None
    ) -> list[NodeResult]:
        """Run what is recorded, on the Parquet of other folders, into the database of another build.

        `made` is called with the name of each table of a model when it is made.
        """
        before, recorded = json.loads(self.file.read_text(encoding="utf-8"))
        after = dbt.variables(settings, build)
        build.folder.mkdir(parents=True)
        with duckdb.connect(str(build.database)) as connection:
            # small tables: what is asked of them costs less than threads and compression
            connection.execute("set threads = 1; pragma force_compression = 'uncompressed'")
            connection.begin()
            results = []
            for result in _run(connection, (Node(*node) for node in recorded), lambda sql: _moved(sql, before, after)):
                results.append(result)
                if result.relation is not None and result.unique_id.startswith("model."):
                    made(connection, result.relation)
            connection.commit()
        return results


def recorded_builds(patch: pytest.MonkeyPatch, folder: Path) -> Builds:
    """Let the main job build by what is recorded in a folder; call it before the definitions are loaded."""
    builds = Builds(folder / "dbt-build.json")
    patch.setattr(rounds, "build_models", builds.build_models)
    return builds


def _moved(sql: str, before: dict[str, str], after: dict[str, str]) -> str:
    """Return a statement with the folders and the release of one build put in the place of another's."""
    for name, value in before.items():
        sql = sql.replace(value, after[name])
    return sql


def _run(
    connection: duckdb.DuckDBPyConnection, nodes: Iterable[Node], moved: Callable[[str], str]
) -> Iterable[NodeResult]:
    for node in nodes:
        kind = node.unique_id.partition(".")[0]
        if kind == "test":
            ((failures, _, is_red),) = connection.execute(moved(node.sql)).fetchall()
            rows = moved(node.failing_rows) if node.failing_rows else None
            status = "fail" if is_red else "pass"
            yield NodeResult(node.unique_id, status, 0.0, None, failures, rows, statement=moved(node.sql))
            continue
        assert node.relation is not None
        connection.execute(f"create schema if not exists {node.relation.rpartition('.')[0]}")
        connection.execute(moved(node.sql))
        made = moved(node.sql)
        yield NodeResult(node.unique_id, "success", 0.0, None, None, relation=node.relation, statement=made)
