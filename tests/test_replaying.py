"""What stands in for dbt, and for Dagster, in other tests publishes what they do, and tells a test that fails."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from replaying import Builds
from stepping import run_steps

from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import variables
from dagster_project.warehouse.literals import quotes_doubled

TABLES = "select schema_name, table_name from duckdb_tables() where database_name = 'warehouse' order by all"


@pytest.mark.xdist_group("warehouse")
def test_statements_that_are_run_again_make_what_dbt_makes(
    installation: Settings, build_database: Path, builds: Builds, tmp_path: Path
) -> None:
    build = Build(tmp_path / build_database.parent.name)
    builds.replay(installation, build)
    with duckdb.connect(str(build.database), read_only=True) as connection:
        connection.execute(f"attach '{quotes_doubled(str(build_database))}' as dbt (read_only)")
        # dbt alone comments on tables: what is compared was not made by its stand-in
        assert connection.execute(TABLES.replace("'warehouse'", "'dbt' and comment is not null")).fetchall()
        tables = connection.execute(TABLES).fetchall()
        assert tables == connection.execute(TABLES.replace("'warehouse'", "'dbt'")).fetchall()
        for schema, table in tables:
            one, other = (f"from {database}.{schema}.{table}" for database in ("warehouse", "dbt"))
            assert (
                connection.execute(f"({one} except all {other}) union all ({other} except all {one})").fetchall() == []
            )


@pytest.mark.xdist_group("warehouse")
def test_the_steps_publish_what_the_main_job_publishes(installation: Settings, tmp_path: Path) -> None:
    settings = Settings(installation.raw, tmp_path / "data")
    run_steps(settings)
    of_steps, of_job = (
        {file.name: file.read_bytes() for file in (each.current / "parquet").iterdir()}
        for each in (settings, installation)
    )
    assert of_steps.keys() == of_job.keys()
    # which holds the release's own name
    assert {name for name in of_job if of_steps[name] != of_job[name]} == {"rpt_release.parquet"}
    assert (
        json.loads((settings.current / "release.json").read_text()).keys()
        == json.loads((installation.current / "release.json").read_text()).keys()
    )


def test_a_test_of_dbt_that_fails_is_told(tmp_path: Path) -> None:
    settings, build = Settings(tmp_path / "raw", tmp_path / "data"), Build(tmp_path / "20310101T000000Z-made")
    nodes = [("test.yusuan.wrong", None, "select 2, true, true"), ("test.yusuan.right", None, "select 0, false, false")]
    builds = Builds(tmp_path / "recorded.json")
    builds.file.write_text(json.dumps([variables(settings, build), nodes]), encoding="utf-8")
    told = [(result.unique_id, result.is_red, result.failures) for result in builds.replay(settings, build)]
    assert told == [("test.yusuan.wrong", True, 2), ("test.yusuan.right", False, 0)]
