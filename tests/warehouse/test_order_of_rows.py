"""In which order rows lie decides nothing: another engine, another version, another night reads them in another."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest
from stepping import run_steps

from dagster_project.settings import PROJECT, Settings
from dagster_project.warehouse import statements
from dagster_project.warehouse.build import Build, build_of
from dagster_project.warehouse.literals import quotes_doubled
from dagster_project.warehouse.nodes import NodeResult
from dagster_project.warehouse.statements import Statement, run_statements, sent_statements

BY_FUND = """深圳市福田区水务局2031年部门预算

政府采购预算表
单位：万元
| 采购品目 | 合计 | 一般公共预算拨款 | 政府性基金预算拨款 |
| --- | --- | --- | --- |
| 合计 | 30 | 20 | 10 |
| 货物 | 18 | 12 | 6 |
| 服务 | 12 | 8 | 4 |
"""
"""Rows that print several amounts of one kind."""
TABLES = "select schema_name, table_name from duckdb_tables() where database_name = 'straight' order by all"


def test_rows_that_lie_in_another_order_build_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PROJECT / "raw", tmp_path / "raw")
    (tmp_path / "raw" / "by_fund.txt").write_text(BY_FUND, encoding="utf-8")
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    straight = build_of(settings, run_steps(settings).release_id)
    turned = Build(tmp_path / straight.folder.name)
    run = statements._run

    def run_and_turn(connection: duckdb.DuckDBPyConnection, statement: Statement, *more: Any) -> NodeResult:
        result = run(connection, statement, *more)
        if statement.kind == "model":
            turn(connection, str(statement.relation))
        return result

    monkeypatch.setattr(statements, "_run", run_and_turn)
    run_statements(settings, turned, sent_statements(settings))
    with duckdb.connect(str(turned.database), read_only=True) as connection:
        connection.execute(f"attach '{quotes_doubled(str(straight.database))}' as straight (read_only)")
        tables = connection.execute(TABLES).fetchall()
        assert tables
        differing = {
            table: connection.execute(f"({one} except all {other}) union all ({other} except all {one})").fetchall()
            for schema, table in tables
            for one, other in [(f"from warehouse.{schema}.{table}", f"from straight.{schema}.{table}")]
        }
    assert {table: rows for table, rows in differing.items() if rows} == {}


def turn(connection: duckdb.DuckDBPyConnection, relation: str) -> None:
    """Put the rows of a table the other way round, for the models that read it."""
    connection.execute(f"create temp table turned as select * from {relation} order by rowid desc")
    connection.execute(f"delete from {relation}")
    connection.execute(f"insert into {relation} from turned")
    connection.execute("drop table turned")
