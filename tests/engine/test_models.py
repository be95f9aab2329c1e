"""The models built on Spark are those of DuckDB: every published table row for row, every unit test, every data test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from standalone import LOOPBACK, missing
from test_cluster import documents, only_at_length, without_clock

from dagster_project.engine.tables import session_for_models
from dagster_project.main_run import run_main_job
from dagster_project.publication.releases import Release
from dagster_project.settings import Bounds, Cluster, Engine, Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.dbt import OnSpark, run_dbt
from dagster_project.warehouse.nodes import node_results

pytestmark = [
    pytest.mark.spark,
    pytest.mark.xdist_group("spark"),
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed: `make spark`, and Java 17"),
    only_at_length,
]
MASTER = "local[2]"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return an installation over documents of all kinds, whose models are built on DuckDB."""
    folder = tmp_path_factory.mktemp("models")
    (folder / "raw").mkdir()
    documents(folder / "raw")
    settings = Settings(folder / "raw", folder / "here", bounds=Bounds(workers=1))
    run_main_job(settings)
    return settings


@pytest.fixture(autouse=True)
def _on_loopback(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SPARK_LOCAL_IP", LOOPBACK)
    return


def published(warehouse: Path) -> dict[str, tuple[str, pa.Table]]:
    """Return the definition and the rows of each published table, as readers see them."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        tables = connection.execute(
            "select table_name, sql from duckdb_tables() where schema_name = 'marts'"
        ).fetchall()
        return {
            name: (definition, without_clock(connection.sql(f"from marts.{name} order by all").to_arrow_table()))
            for name, definition in tables
        }


def test_every_published_table_is_the_same(here: Settings) -> None:
    on_spark = Cluster(master=MASTER, models=Engine.SPARK)
    there = replace(here, data=here.data.with_name("there"), cluster=on_spark)
    release: Release = run_main_job(there)
    tables = [published(settings.warehouse) for settings in (here, there)]
    assert tables[0].keys() == tables[1].keys() != set()
    for name, (definition, rows) in tables[0].items():
        assert tables[1][name][0] == definition
        assert tables[1][name][1].equals(rows), name
    assert not list(there.builds.rglob("remembered"))
    assert not (there.builds / release.release_id / "spark").exists()


def test_every_unit_test_of_the_models_passes(here: Settings, tmp_path: Path) -> None:
    sources = {"extracted": here.extracted, "stated": here.stated, "judged": here.judged}
    with session_for_models(MASTER, sources, tmp_path / "tables"):
        build = Build(tmp_path / "20310101T000000Z-tests")
        for made_first in (["seed"], ["run", "--empty"]):
            made = run_dbt(made_first, here, build, tmp_path / "target", there=OnSpark())
            assert made.success, made.exception
        command = ["test", "--select", "test_type:unit"]
        results = node_results(run_dbt(command, here, build, tmp_path / "target", there=OnSpark()))
    assert results
    failed = {result.name: result.message for result in results if result.status != "pass"}
    assert not failed, "\n".join(f"{name}: {message}" for name, message in failed.items())
