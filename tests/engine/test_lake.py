"""The lake holds what the release holds: the same rows and types, what is said of them, and after a night its changes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import dagster as dg
import duckdb
import pyarrow as pa
import pyarrow.orc as orc
import pyarrow.parquet as pq
import pytest
from preparing import Builds
from standalone import LOOPBACK, missing
from stepping import run_steps
from test_cluster import KINDS, only_at_length

from dagster_project.definitions import defs
from dagster_project.errors import RunFailed, UsageError
from dagster_project.main_run import run_what_is_new
from dagster_project.publication import exported
from dagster_project.publication.descriptions import Table, described_in
from dagster_project.publication.lake import Note, bring_to_lake, is_in_lake
from dagster_project.publication.releases import Release, current_release
from dagster_project.settings import Bounds, Cluster, Lake, Settings

pytestmark = pytest.mark.xdist_group("spark")
FOLDER = "湖 [2031] {a} 'b' 100% c*"
NEW = "rpt_release"
AGAIN = {"dim_documents", "fct_ledger"}
KEPT_BY_SPARK = b"org.apache.spark.sql.parquet.row.metadata"
CATALOG = """
spark.sql.catalogImplementation hive
spark.sql.warehouse.dir file://{0}/tables
spark.hadoop.javax.jdo.option.ConnectionURL jdbc:derby:;databaseName={0}/metastore;create=true
spark.driver.extraJavaOptions -Dderby.stream.error.file={0}/derby.log
spark.ui.enabled false
"""
BRING = """
from dagster_project.publication.lake import bring_to_lake
from dagster_project.publication.releases import current_release
from dagster_project.settings import Settings

settings = Settings.load()
bring_to_lake(settings, current_release(settings), settings.cluster.lake)
"""
READ = """
import json, sys
from pathlib import Path
import pyarrow.parquet as pq
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").getOrCreate()
for table in spark.catalog.listTables("yusuan"):
    rows = spark.table(f"yusuan.{table.name}")
    said = {field.name: field.metadata.get("comment", "") for field in rows.schema}
    told = {"said": json.dumps([table.description, said])}
    pq.write_table(rows.toArrow().replace_schema_metadata(told), Path(sys.argv[1]) / f"{table.name}.parquet")
"""


def needs_spark(test: object) -> object:
    """Mark a test that starts Java."""
    skipped = pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed: `make spark`, and Java 17")
    return pytest.mark.spark(skipped(test))


@pytest.fixture(autouse=True)
def _on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_LOCAL_IP", LOOPBACK)


def write_document(raw: Path, number: int) -> None:
    """Put a generated document into a folder."""
    (raw / f"{number}.txt").write_text(KINDS["budget"](number).text, encoding="utf-8")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, builds: Builds) -> Iterator[Settings]:
    """Return an installation with a release that dbt describes, of whose tables some are folders of files."""
    folder = tmp_path_factory.mktemp("lake")
    (folder / "raw").mkdir()
    for number in range(2):
        write_document(folder / "raw", number)
    settings = Settings(folder / "raw", folder / "数据 [2031] 'b' 100% c", bounds=Bounds(workers=2))
    with pytest.MonkeyPatch.context() as patch, builds.in_earnest():
        patch.setattr(exported, "ALONE", 64)
        release = run_steps(settings)
        assert any(table.is_dir() for table in release.parquet.iterdir())
        yield settings


def with_lake(settings: Settings, lake: Lake) -> Settings:
    """Return settings that name a lake."""
    return replace(settings, cluster=Cluster(lake=lake))


def published(settings: Settings) -> Release:
    """Return the release that readers see."""
    release = current_release(settings)
    assert release is not None
    return release


def in_order(rows: pa.Table) -> pa.Table:
    """Return the rows of a table in an order of its own, each column as one piece and without what is said of it."""
    with duckdb.connect() as connection:
        connection.register("rows", rows.replace_schema_metadata())
        return connection.sql("from rows order by all").to_arrow_table()


def same(lake: dict[str, pa.Table], release: Release) -> None:
    """Compare each table with that of the release: names, types and rows."""
    assert lake.keys() == release.row_counts().keys() != set()
    for name, rows in lake.items():
        expected = pq.read_table(release.parquet / f"{name}.parquet")
        assert rows.schema.remove_metadata().equals(expected.schema.remove_metadata()), name
        assert in_order(rows).equals(in_order(expected)), name


def meanings(table: Table) -> dict[str, str]:
    """Return what is said of each column."""
    said = {column.name: column.description for column in table.columns}
    assert all(said.values())
    return said


def read_files(folder: Path, suffix: str) -> dict[str, pa.Table]:
    """Return the tables of a folder, read without Spark."""
    read = pq.read_table if suffix == "parquet" else orc.read_table
    return {
        table.name: pa.concat_tables(read(file) for file in sorted(table.glob(f"*.{suffix}")))
        for table in folder.iterdir()
    }


@needs_spark
@only_at_length
@pytest.mark.parametrize("written_as", ["parquet", "orc"])
def test_a_folder_holds_every_table_and_after_a_night_what_changed(
    settings: Settings, tmp_path: Path, written_as: str
) -> None:
    folder = tmp_path / FOLDER
    lake = Lake(f"file://{folder}/", written_as)
    there = with_lake(settings, lake)
    release = published(settings)
    report = bring_to_lake(there, release, lake)
    assert set(report.written) == release.row_counts().keys()
    same(read_files(folder, written_as), release)
    before = {file: file.stat().st_ino for file in folder.rglob(f"*.{written_as}")}
    assert bring_to_lake(there, release, lake).written == ()
    write_document(settings.raw, len(list(settings.raw.iterdir())))
    release = run_steps(settings)
    assert not is_in_lake(there, release)
    report = bring_to_lake(there, release, lake)
    assert {NEW, "dim_documents"} <= set(report.written) < release.row_counts().keys()
    assert is_in_lake(there, release)
    same(read_files(folder, written_as), release)
    kept = {file.parent.name for file, inode in before.items() if file.exists() and file.stat().st_ino == inode}
    assert kept == release.row_counts().keys() - set(report.written)


@needs_spark
def test_files_of_the_lake_hold_every_table_and_say_what_columns_mean(settings: Settings, tmp_path: Path) -> None:
    lake = Lake(f"file://{tmp_path}/lake")
    release = published(settings)
    bring_to_lake(with_lake(settings, lake), release, lake)
    same(read_files(tmp_path / "lake", "parquet"), release)
    for table in described_in(settings.warehouse):
        file = next((tmp_path / "lake" / table.name).glob("*.parquet"))
        said = json.loads(pq.read_schema(file).metadata[KEPT_BY_SPARK])["fields"]
        assert {each["name"]: each["metadata"].get("comment", "") for each in said} == meanings(table)


@needs_spark
@pytest.mark.parametrize("lake", [Lake("file:///dev/null/lake"), Lake("file:///tmp/none", "nosuch"), Lake("a.b.c")])
def test_a_lake_that_cannot_be_written_is_told_with_a_table(settings: Settings, lake: Lake) -> None:
    there = with_lake(settings, lake)
    with pytest.raises((RunFailed, UsageError), match=r"The lake lacks|a schema of a catalog that ends"):
        bring_to_lake(there, published(settings), lake)
    assert not is_in_lake(there, published(settings))
    assert Note.read(there, lake).tables == {}


@needs_spark
@only_at_length
def test_a_run_that_cannot_write_the_lake_has_published_and_the_next_one_writes_it(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    write_document(tmp_path / "raw", 0)
    (tmp_path / "lake").write_text("no folder")
    lake = Lake(f"file://{tmp_path}/lake")
    settings = with_lake(Settings(tmp_path / "raw", tmp_path / "data", bounds=Bounds(workers=1)), lake)
    with pytest.raises(
        RunFailed,
        match=r"The lake lacks \w+ in file:[^\n]*not a directory[^\n]*Check YUSUAN_LAKE[^\n]*\n[^\n]*is published",
    ):
        run_what_is_new(settings)
    failed = published(settings)
    assert failed.warehouse.is_file()
    (tmp_path / "lake").unlink()
    release = run_what_is_new(settings)
    assert release == failed, "what was published stays, and only what lacks is written"
    same(read_files(tmp_path / "lake", "parquet"), release)
    assert run_what_is_new(settings) == release


@needs_spark
@only_at_length
def test_a_schema_of_a_catalog_holds_every_table_with_its_meaning(settings: Settings, tmp_path: Path) -> None:
    """In a process of its own, since Spark takes its configuration once in each."""
    (tmp_path / "spark-defaults.conf").write_text(CATALOG.format(tmp_path))
    environment = os.environ | {"SPARK_CONF_DIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    lake = Lake("yusuan")
    there = with_lake(settings, lake)
    there.lake_note.unlink(missing_ok=True)
    for _ in range(2):
        subprocess.run([sys.executable, "-c", BRING], env=environment | there.environment(), check=True, cwd=tmp_path)
        # some of it again, over what is there
        note = Note.read(there, lake)
        replace(note, tables={name: each for name, each in note.tables.items() if name not in AGAIN}).keep(there)
    (tmp_path / "read").mkdir()
    read = [sys.executable, "-c", READ, str(tmp_path / "read")]
    subprocess.run(read, env=environment, check=True, cwd=tmp_path)
    tables = {file.stem: pq.read_table(file) for file in (tmp_path / "read").glob("*.parquet")}
    same(tables, published(settings))
    for table in described_in(settings.warehouse):
        said = json.loads(tables[table.name].schema.metadata[b"said"])
        assert said == [table.description, meanings(table)]


def test_what_another_lake_holds_or_a_damaged_note_says_is_not_there(settings: Settings) -> None:
    here, release = Lake("s3a://bucket/marts"), published(settings)
    there = with_lake(settings, here)
    Note(here.place, here.format, release.release_id, {NEW: "digest"}).keep(settings)
    assert is_in_lake(there, release)
    for other in (Lake("s3a://bucket/other"), Lake(here.place, "orc")):
        assert not is_in_lake(with_lake(settings, other), release)
    for damaged in ("{", "[]", "{}"):
        settings.lake_note.write_text(damaged)
        assert not is_in_lake(there, release)
    assert is_in_lake(settings, release), "where no lake is named, nothing lacks"


@pytest.mark.parametrize("is_named", [False, True])
def test_a_run_writes_a_lake_only_where_one_is_named(monkeypatch: pytest.MonkeyPatch, is_named: bool) -> None:
    monkeypatch.setenv("YUSUAN_LAKE", "lake.yusuan" if is_named else "")
    keys = defs().resolve_job_def("main_job").asset_layer.executable_asset_keys
    assert (dg.AssetKey("lake") in keys) is is_named
