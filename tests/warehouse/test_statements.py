"""What dbt sent is run again for what dbt would make, and tells a test that fails; what goes wrong is left to dbt."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dagster_project.settings import Bounds, Settings
from dagster_project.warehouse import models
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import variables
from dagster_project.warehouse.literals import quotes_doubled
from dagster_project.warehouse.models import build_models
from dagster_project.warehouse.nodes import NodeResult
from dagster_project.warehouse.statements import run_statements, sent_statements

TABLES = """
    select schema_name, table_name, comment from duckdb_tables() where database_name = '{}'
    order by schema_name, table_name
"""
COLUMNS = """
    select schema_name, table_name, column_name, data_type, is_nullable, comment
    from duckdb_columns() where database_name = '{}' and not internal order by all
"""
NAME = "20310101T000000Z-made"


def sent(settings: Settings, nodes: list[tuple[str, str | None, str, None]], file: Path) -> Path:
    """Write statements as dbt would have sent them."""
    file.write_text(
        json.dumps([variables(settings, Build(Path("/before/20300101T000000Z-made"))), nodes]), encoding="utf-8"
    )
    return file


@pytest.mark.xdist_group("warehouse")
def test_what_was_sent_makes_what_dbt_makes(installation: Settings, build_database: Path, tmp_path: Path) -> None:
    build = Build(tmp_path / build_database.parent.name)
    results = run_statements(installation, build, sent_statements(installation))
    assert not any(result.is_red for result in results)
    with duckdb.connect(str(build.database), read_only=True) as connection:
        connection.execute(f"attach '{quotes_doubled(str(build_database))}' as dbt (read_only)")
        tables = connection.execute(TABLES.format("warehouse")).fetchall()
        assert tables == connection.execute(TABLES.format("dbt")).fetchall()
        assert any(comment for *_, comment in tables)
        columns = connection.execute(COLUMNS.format("warehouse")).fetchall()
        assert columns == connection.execute(COLUMNS.format("dbt")).fetchall()
        assert any(comment for *_, comment in columns)
        for schema, table, _ in tables:
            one, other = (f"from {database}.{schema}.{table}" for database in ("warehouse", "dbt"))
            assert (
                connection.execute(f"({one} except all {other}) union all ({other} except all {one})").fetchall() == []
            )


def test_a_test_that_fails_is_told_with_what_fails_it(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    nodes = [
        ("test.yusuan.wrong", None, "select 2, true, true", None),
        ("test.yusuan.right", None, "select 0, false, false", None),
    ]
    told: list[str] = []
    results = run_statements(
        settings, Build(tmp_path / NAME), sent(settings, nodes, tmp_path / "sent.json"), told.append
    )
    assert [(result.name, result.is_red, result.failures) for result in results] == [
        ("wrong", True, 2),
        ("right", False, 0),
    ]
    assert told == ["wrong", "right"]


def test_what_does_not_fit_is_run_again_in_twice_the_memory_and_the_next_begins_with_what_is_stated(
    tmp_path: Path,
) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data", bounds=Bounds(database_megabytes=8))
    # one value cannot be spilled
    long = "create table main.long as select length(string_agg(range)) as length from range(3_000_000)"
    limit = "create table main.limit_of_next as select current_setting('memory_limit') as memory"
    nodes = [("model.yusuan.long", "main.long", long, None), ("model.yusuan.next", "main.limit_of_next", limit, None)]
    build = Build(tmp_path / NAME)
    results = run_statements(settings, build, sent(settings, nodes, tmp_path / "sent.json"))
    assert [result.status for result in results] == ["success", "success"]
    with duckdb.connect(str(build.database), read_only=True) as connection:
        length = sum(len(str(number)) for number in range(3_000_000)) + 2_999_999
        assert connection.execute("from main.long").fetchall() == [(length,)]
        assert connection.execute("from main.limit_of_next").fetchall() == [("7.6 MiB",)]


@pytest.mark.parametrize(("sql", "builds"), [("select 0, false, false", []), ("select 1, true, true", [NAME])])
def test_dbt_begins_anew_where_anything_is_red(
    sql: str, builds: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, build = Settings(tmp_path / "raw", tmp_path / "data"), Build(tmp_path / "build" / NAME)
    nodes = [
        ("model.yusuan.made", "main.made", "create table main.made as select 1 as one", None),
        ("test.yusuan.asked", None, sql, None),
    ]
    file = sent(settings, nodes, tmp_path / "sent.json")
    begun: list[str] = []

    def by_dbt(settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
        assert not build.folder.exists()
        begun.append(build.release_id)
        return [NodeResult("test.yusuan.asked", "fail", 0.0, None, 1)]

    monkeypatch.setattr(models, "sent_statements", lambda settings: file)
    monkeypatch.setattr(models, "built_by_dbt", by_dbt)
    build_models(settings, build, lambda node: None)
    assert begun == builds
