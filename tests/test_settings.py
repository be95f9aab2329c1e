"""Folders come from an argument, else the environment, else the working folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dagster_project.errors import UsageError
from dagster_project.settings import Cluster, Engine, Lake, Settings, environment_set


def test_defaults_lie_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings.load(environment={})
    assert (settings.raw, settings.data) == (tmp_path / "raw", tmp_path / "data")


def test_the_environment_moves_both_folders(tmp_path: Path) -> None:
    settings = Settings.load(environment={"YUSUAN_RAW": str(tmp_path / "r"), "YUSUAN_DATA": str(tmp_path / "d")})
    assert (settings.raw, settings.data) == (tmp_path / "r", tmp_path / "d")


def test_an_argument_wins_over_the_environment(tmp_path: Path) -> None:
    settings = Settings.load(raw=tmp_path, environment={"YUSUAN_RAW": "/elsewhere", "YUSUAN_DATA": "/data"})
    assert (settings.raw, settings.data) == (tmp_path, Path("/data"))


def test_an_empty_variable_counts_as_unset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings.load(environment={"YUSUAN_RAW": ""}).raw == tmp_path / "raw"


def test_settings_survive_the_way_through_the_environment(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "r", tmp_path / "d")
    assert Settings.load(environment=settings.environment()) == settings


def test_everything_made_lies_below_the_data_folder(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    made = (
        settings.archive,
        settings.extracted,
        settings.releases,
        settings.builds,
        settings.current,
        settings.warehouse,
        settings.lock,
        settings.dbt_target,
    )
    assert all(path.is_relative_to(settings.data) for path in made)
    assert not settings.data.exists()


def test_the_dbt_project_is_where_it_is_said_to_be(tmp_path: Path) -> None:
    assert (Settings(tmp_path, tmp_path).dbt_project / "dbt_project.yml").is_file()


def test_variables_are_put_back_after_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUSUAN_RAW", "before")
    monkeypatch.delenv("YUSUAN_DATA", raising=False)
    with environment_set({"YUSUAN_RAW": "inside", "YUSUAN_DATA": "inside"}):
        assert (os.environ["YUSUAN_RAW"], os.environ["YUSUAN_DATA"]) == ("inside", "inside")
    assert os.environ["YUSUAN_RAW"] == "before"
    assert "YUSUAN_DATA" not in os.environ


def test_the_build_spills_where_it_is_told_and_beside_the_build_otherwise(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    assert settings.spill.is_relative_to(settings.builds)
    moved = Settings.load(environment={"YUSUAN_SPILL": str(tmp_path / "wide")})
    assert moved.spill == tmp_path / "wide"
    assert Settings.load(environment=moved.environment()) == moved


def test_the_site_stands_where_it_is_told_and_in_the_data_folder_otherwise(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    assert (settings.site, settings.stated_site) == (tmp_path / "data" / "site", None)
    moved = Settings.load(environment={"YUSUAN_SITE": str(tmp_path / "pages")})
    assert moved.site == tmp_path / "pages"
    assert Settings.load(environment=moved.environment()) == moved


@pytest.mark.parametrize("stated", ["0", "-1", "half"])
def test_memory_of_the_database_is_a_whole_number(stated: str) -> None:
    with pytest.raises(UsageError, match="YUSUAN_DATABASE_MEMORY"):
        Settings.load(environment={"YUSUAN_DATABASE_MEMORY": stated})


def test_the_engine_is_this_machine_unless_another_is_stated(tmp_path: Path) -> None:
    assert Settings.load(environment={}).cluster == Cluster(Engine.EMBEDDED)
    stated = {"YUSUAN_ENGINE": "spark", "YUSUAN_SPARK_MASTER": "yarn", "YUSUAN_SPARK_ARCHIVE": "hdfs:///archive"}
    settings = Settings.load(tmp_path / "raw", tmp_path / "data", environment=stated)
    assert settings.cluster == Cluster(Engine.SPARK, "yarn", "hdfs:///archive")
    assert Settings.load(environment=settings.environment()) == settings


def test_an_engine_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match="embedded, spark"):
        Settings.load(environment={"YUSUAN_ENGINE": "flink"})


def test_what_is_brought_from_elsewhere_lies_in_the_data_folder(tmp_path: Path) -> None:
    stated = {"YUSUAN_SOURCE": "s3a://bucket/raw", "YUSUAN_RAW": str(tmp_path / "own"), "YUSUAN_DATA": str(tmp_path)}
    settings = Settings.load(environment=stated)
    assert settings.raw == tmp_path / "brought"
    assert Settings.load(environment=settings.environment()) == settings


@pytest.mark.parametrize("place", ["hdfs:///yusuan/marts", "/srv/lake", "lake.yusuan", "yusuan"])
def test_a_lake_is_a_folder_or_a_schema(place: str) -> None:
    settings = Settings.load(environment={"YUSUAN_LAKE": place})
    assert settings.cluster.lake == Lake(place, "parquet")
    assert settings.cluster.lake.is_folder is ("/" in place)
    assert settings.cluster.is_asked_for
    stated = Settings.load(environment={"YUSUAN_LAKE": place, "YUSUAN_LAKE_FORMAT": "iceberg"})
    assert Settings.load(environment=stated.environment()) == stated


@pytest.mark.parametrize(
    ("place", "of_tables", "remedy"),
    [
        ("a`b", "parquet", "State a folder"),
        ("lake.", "parquet", "State a folder"),
        ("a.b.c.d", "parquet", "or a schema, as yusuan or lake.yusuan"),
        ("./lake", "parquet", "the whole path"),
        ("lake/marts", "parquet", "the whole path"),
        ("yusuan", "par quet", "parquet, orc, delta, iceberg"),
        ("/srv/lake", "csv", "parquet, orc, delta, iceberg"),
    ],
)
def test_what_is_no_lake_is_refused_with_what_would_be_one(place: str, of_tables: str, remedy: str) -> None:
    stated = {"YUSUAN_LAKE": place, "YUSUAN_LAKE_FORMAT": of_tables}
    with pytest.raises(UsageError, match="YUSUAN_LAKE") as refused:
        Settings.load(environment=stated)
    assert remedy in str(refused.value)


def test_where_things_are_is_known_also_where_a_run_would_be_refused(tmp_path: Path) -> None:
    stated = {"YUSUAN_DATA": str(tmp_path), "YUSUAN_SOURCE": "hdfs:///raw", "YUSUAN_LAKE": "a b", "YUSUAN_SECONDS": "x"}
    settings = Settings.of_folders(environment=stated)
    assert (settings.data, settings.raw) == (tmp_path, tmp_path / "brought")


def test_a_server_is_an_address_with_whom_it_knows() -> None:
    stated = {"YUSUAN_MODELS": "spark", "YUSUAN_SPARK_SERVER": "thrift://night:p%40ss@spark.example:10000"}
    settings = Settings.load(environment=stated)
    server = settings.cluster.server
    assert server is not None
    assert (server.host, server.port, server.user, server.password) == ("spark.example", 10000, "night", "p@ss")
    assert "p@ss" not in repr(settings)
    assert "p%40ss" not in repr(settings)
    assert Settings.load(environment=settings.environment()) == settings


def test_a_server_behind_https_is_an_address_with_a_token() -> None:
    address = "https://token:se%2Fcret@spark.example/sql/protocolv1/o/a%20b/night"
    settings = Settings.load(environment={"YUSUAN_MODELS": "spark", "YUSUAN_SPARK_SERVER": address})
    server = settings.cluster.server
    assert server is not None
    assert (server.host, server.port, server.user, server.password) == ("spark.example", 443, "token", "se/cret")
    assert server.gate == ("a b", "night")
    assert server.url == "https://spark.example:443/sql/protocolv1/o/a b/night"
    assert "cret" not in repr(settings)
    assert Settings.load(environment=settings.environment()) == settings


@pytest.mark.parametrize(
    "address",
    [
        "host:10000",
        "http://host:10000",
        "thrift://host",
        "thrift://:1",
        "thrift://h:x",
        "https://host",
        "https://token:secret@host/cliservice",
        "https://somebody:secret@host/sql/protocolv1/o/a/b",
        "https://host/sql/protocolv1/o/a/b",
        "thrift://token:secret@host/sql/protocolv1/o/a/b",
    ],
)
def test_what_is_no_address_of_a_server_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="YUSUAN_SPARK_SERVER is no address"):
        Settings.load(environment={"YUSUAN_MODELS": "spark", "YUSUAN_SPARK_SERVER": address})


def test_a_server_that_would_build_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="Set YUSUAN_MODELS=spark"):
        Settings.load(environment={"YUSUAN_SPARK_SERVER": "thrift://night@spark.example:10000"})
