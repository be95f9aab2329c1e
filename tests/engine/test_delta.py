"""A lake in Delta holds what the release holds, one version for each that changed a table, and no half of one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dagster_project.engine.delta import close_release, commit_tables
from dagster_project.engine.lake import LakeTable
from dagster_project.errors import RunFailed, UsageError
from dagster_project.main_run import run_what_is_new
from dagster_project.publication.descriptions import described_in
from dagster_project.publication.lake import Note, bring_to_lake, is_in_lake
from dagster_project.publication.releases import complete_releases, current_release
from dagster_project.settings import Cluster, Lake, Settings

deltalake = pytest.importorskip("deltalake", reason="deltalake is not installed")
FOLDER = "湖 [2031] {a} 'b' 100% c*"
AMOUNTS = pa.schema([("place", pa.string()), ("amount_cny", pa.decimal128(20, 2)), ("page", pa.int32())])
MEANING = {"place": "Where it is printed.", "amount_cny": "Yuan."}


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    """Return a lake in a folder of a name that an address means something by."""
    return Lake(f"file://{tmp_path}/{FOLDER}", "delta")


def folder_of(lake: Lake) -> Path:
    """Return where a lake lies."""
    assert lake.delta_folder is not None
    return lake.delta_folder


def amounts(*rows: tuple[str, str]) -> pa.Table:
    """Return a table of places and amounts."""
    return pa.table([[place for place, _ in rows], [Decimal(amount) for _, amount in rows], [1] * len(rows)], AMOUNTS)


def table_of(place: Path, files: dict[str, pa.Table], described: str = "Amounts.") -> LakeTable:
    """Return a table of a release with its files."""
    for name, rows in files.items():
        (place / f"{name}.parquet").parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(rows, place / f"{name}.parquet")
    return LakeTable(place.name, place, described, MEANING)


def bring(lake: Lake, release_id: str, tables: Iterable[LakeTable], here: Iterable[str] = ()) -> list[str]:
    """Bring the tables of a release to a lake; return the releases that can be read there."""
    names = [table.name for table in commit_tables(lake, folder_of(lake), release_id, tables)]
    return close_release(lake, folder_of(lake), release_id, names, set(here))


def opened(place: Path, version: int | None = None) -> pa.Table:
    """Return the rows of a table as Delta's own reader reads them, in order."""
    table = deltalake.DeltaTable(str(place), version=version)
    rows = pa.table(deltalake.QueryBuilder().register("t", table).execute("select * from t order by place").read_all())
    return rows.cast(pa.schema(table.schema().to_arrow()).remove_metadata())


def version_of(lake: Lake, release_id: str, table: str) -> int:
    """Return the version of a table in a release, as readers are told."""
    told = json.loads((folder_of(lake) / "releases.json").read_text(encoding="utf-8"))
    return int(told["releases"][release_id][table])


def data_files(place: Path) -> dict[str, int]:
    """Return the files of a table with their inodes."""
    return {file.name: file.stat().st_ino for file in place.glob("*.parquet")}


def test_a_night_adds_the_files_that_it_changed_and_readers_can_ask_for_the_release_before(
    lake: Lake, tmp_path: Path
) -> None:
    first, second = amounts(("a", "1.50"), ("b", "2.00")), amounts(("c", "3.00"))
    bring(lake, "1", [table_of(tmp_path / "one" / "fct", {"0": first, "1": second})])
    before = data_files(folder_of(lake) / "fct")
    changed = amounts(("c", "4.00"))
    table = table_of(tmp_path / "two" / "fct", {"0": first, "1": changed})
    assert bring(lake, "2", [table], {"1", "2"}) == ["1", "2"]
    place = folder_of(lake) / "fct"
    after = data_files(place)
    assert len(after.keys() - before.keys()) == 1
    assert {name: after[name] for name in before} == before, "what is the same is not written again"
    assert (version_of(lake, "1", "fct"), version_of(lake, "2", "fct")) == (0, 1)
    assert opened(place).equals(pa.concat_tables([first, changed]))
    assert opened(place, 0).equals(pa.concat_tables([first, second]))
    assert [each["userMetadata"] for each in deltalake.DeltaTable(str(place)).history()] == ["2", "1"]


def test_files_of_a_release_that_is_gone_are_removed_and_the_kept_ones_can_be_read(lake: Lake, tmp_path: Path) -> None:
    nights = {str(night): amounts(("a", f"{night}.00")) for night in range(4)}
    for night, rows in nights.items():
        bring(lake, night, [table_of(tmp_path / night / "fct", {"": rows})], nights)
    place = folder_of(lake) / "fct"
    (place / ".left.parquet.1-01234567").write_bytes(b"of a run that was killed")
    assert bring(lake, "3", [table_of(tmp_path / "3" / "fct", {"": nights["3"]})], {"2", "3"}) == ["2", "3"]
    assert len(list(place.glob("[!_]*"))) == len([*place.iterdir()]) - 1 == 2
    assert opened(place, version_of(lake, "2", "fct")).equals(nights["2"])
    assert opened(place).equals(nights["3"])


def test_of_a_run_that_is_cut_short_nothing_is_seen_and_the_next_one_goes_on(lake: Lake, tmp_path: Path) -> None:
    def tables(night: str) -> list[LakeTable]:
        return [table_of(tmp_path / night / name, {"": amounts(("a", f"{night}.00"))}) for name in ("dim", "fct")]

    bring(lake, "1", tables("1"))
    next(iter(commit_tables(lake, folder_of(lake), "2", tables("2"))))
    told = json.loads((folder_of(lake) / "releases.json").read_text(encoding="utf-8"))
    seen = [opened(folder_of(lake) / name, told["releases"][told["current"]][name]) for name in ("dim", "fct")]
    assert seen == [amounts(("a", "1.00"))] * 2
    bring(lake, "2", tables("2"), {"1"})
    assert [version_of(lake, "2", name) for name in ("dim", "fct")] == [1, 1], "what stood there has no version more"


def test_columns_of_another_version_come_with_their_rows_in_one_version(lake: Lake, tmp_path: Path) -> None:
    old = amounts(("a", "1.00"))
    bring(lake, "1", [table_of(tmp_path / "1" / "fct", {"": old})])
    new = old.append_column("is_additive", pa.array([True]))
    bring(lake, "2", [table_of(tmp_path / "2" / "fct", {"": new})], {"1"})
    place = folder_of(lake) / "fct"
    assert version_of(lake, "2", "fct") == 1
    assert (opened(place), opened(place, 0)) == (new, old)


def test_what_is_said_of_a_table_follows(lake: Lake, tmp_path: Path) -> None:
    table = table_of(tmp_path / "1" / "fct", {"0": amounts(("a", "1.00")), "1": amounts(("b", "1.00"))})
    bring(lake, "1", [table])
    bring(lake, "2", [replace(table, description="Other amounts.", comments={"page": "From 1."})])
    there = deltalake.DeltaTable(str(folder_of(lake) / "fct"))
    assert there.metadata().description == "Other amounts."
    assert {field.name: field.metadata for field in there.schema().fields if field.metadata} == {
        "page": {"comment": "From 1."}
    }
    assert opened(folder_of(lake) / "fct") == amounts(("a", "1.00"), ("b", "1.00"))


def test_rows_of_a_release_rolled_back_to_are_not_written_again(lake: Lake, tmp_path: Path) -> None:
    releases = {night: table_of(tmp_path / night / "fct", {"": amounts(("a", f"{night}.00"))}) for night in ("1", "2")}
    for night in ("1", "2"):
        bring(lake, night, [releases[night]], releases)
    before = data_files(folder_of(lake) / "fct")
    bring(lake, "1", [releases["1"]], releases)
    assert data_files(folder_of(lake) / "fct") == before
    assert opened(folder_of(lake) / "fct") == amounts(("a", "1.00"))


def test_what_cannot_be_written_is_told_with_its_table(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    lake = Lake(f"{tmp_path}/file", "delta")
    with pytest.raises(RunFailed, match=r"The lake lacks fct in [^\n]*/file, as delta: .*Not a directory"):
        bring(lake, "1", [table_of(tmp_path / "1" / "fct", {"": amounts(("a", "1.00"))})])


@pytest.mark.parametrize(
    "told",
    [
        "",
        "[]",
        '{"releases": []}',
        '{"releases": {"1": null}}',
        '{"releases": {"1": {"fct": "x"}}}',
        '{"releases": {"1": {"fct": 77}}}',
    ],
)
def test_what_readers_are_told_is_told_anew_where_it_was_damaged(lake: Lake, tmp_path: Path, told: str) -> None:
    nights = {night: table_of(tmp_path / night / "fct", {"": amounts(("a", f"{night}.00"))}) for night in ("1", "2")}
    bring(lake, "1", [nights["1"]])
    (folder_of(lake) / "releases.json").write_text(told)
    assert bring(lake, "2", [nights["2"]], nights) == ["2"]
    assert version_of(lake, "2", "fct") == 1
    assert opened(folder_of(lake) / "fct") == amounts(("a", "2.00"))


def test_a_folder_of_others_is_not_touched(lake: Lake, tmp_path: Path) -> None:
    others = folder_of(lake) / "fct" / "part-0.parquet"
    others.parent.mkdir(parents=True)
    pq.write_table(amounts(("x", "9.00")), others)
    table = table_of(tmp_path / "1" / "fct", {"": amounts(("a", "1.00"))})
    with pytest.raises(RunFailed, match=r"holds “part-0.parquet”.*name another folder in YUSUAN_LAKE"):
        bring(lake, "1", [table])
    assert [*others.parent.iterdir()] == [others]
    others.rename(tmp_path / others.name)
    bring(lake, "1", [table])
    (tmp_path / others.name).rename(others)
    bring(lake, "2", [table])
    assert others.exists(), "what came later is none of the table's"


def test_no_release_is_told_whose_table_was_removed_with_its_folder(lake: Lake, tmp_path: Path) -> None:
    nights = ("1", "2", "3")
    for night in nights:
        if night == "3":
            shutil.rmtree(folder_of(lake) / "fct")
        rows = {"dim": amounts(("a", "7.00")), "fct": amounts(("a", f"{night}.00"))}
        readable = bring(lake, night, [table_of(tmp_path / night / name, {"": rows[name]}) for name in rows], nights)
    assert readable == ["3"]
    assert opened(folder_of(lake) / "fct", version_of(lake, "3", "fct")) == amounts(("a", "3.00"))


def test_a_damaged_log_is_told_with_what_to_remove(lake: Lake, tmp_path: Path) -> None:
    def table(night: str) -> list[LakeTable]:
        return [table_of(tmp_path / night / "fct", {"": amounts(("a", f"{night}.00"))})]

    for night in ("1", "2", "3"):
        bring(lake, night, table(night), {"1", "2"})
    (folder_of(lake) / "fct" / "_delta_log" / f"{1:020d}.json").unlink()
    with pytest.raises(RunFailed, match=r"The lake lacks fct in .*Where a table is damaged there, remove its folder"):
        bring(lake, "4", table("4"), {"1", "2", "3"})
    shutil.rmtree(folder_of(lake) / "fct")
    assert bring(lake, "4", table("4"), {"1", "2", "3"}) == ["4"]


@pytest.mark.xdist_group("warehouse")
def test_a_lake_holds_every_published_table_with_types_rows_and_meanings(
    installation: Settings, tmp_path: Path
) -> None:
    release, lake = current_release(installation), Lake(f"{tmp_path}/lake", "delta")
    assert release is not None
    there = replace(installation, cluster=Cluster(lake=lake))
    try:
        assert set(bring_to_lake(there, release, lake).written) == release.row_counts().keys()
        assert is_in_lake(there, release)
        assert bring_to_lake(there, release, lake).written == ()
        note = Note.read(there, lake)
        assert note.readable == [release.release_id]
        replace(note, readable=[*note.readable, "20310101T000000Z-gone"]).keep(there)
        assert not is_in_lake(there, release), "a release that was dropped here is not to be read there"
        assert bring_to_lake(there, release, lake).written == ()
        assert is_in_lake(there, release)
        shutil.rmtree(folder_of(lake) / "dim_cofog")
        assert bring_to_lake(there, release, lake).written == ("dim_cofog",), "whatever the note says"
    finally:
        there.lake_note.unlink()
    for described in described_in(release.warehouse):
        table = deltalake.DeltaTable(f"{lake.place}/{described.name}")
        rows = pq.read_table(release.parquet / f"{described.name}.parquet")
        assert pa.schema(table.schema().to_arrow()).remove_metadata().equals(rows.schema.remove_metadata())
        assert table.metadata().description == described.description
        said = {field.name: field.metadata.get("comment") for field in table.schema().fields}
        assert said == {column.name: column.description for column in described.columns}
        with duckdb.connect() as connection:
            connection.register("rows", rows)
            files = connection.read_parquet(table.file_uris()).order("all").to_arrow_table()
            assert files.equals(connection.sql("from rows order by all").to_arrow_table()), described.name


def test_a_lake_without_its_package_is_refused_before_anything_is_read(
    tmp_path: Path, lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "raw").mkdir()
    settings = Settings(tmp_path / "raw", tmp_path / "data", cluster=Cluster(lake=lake))
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "deltalake" else name)
    with pytest.raises(UsageError, match=r"pip install .*deltalake"):
        run_what_is_new(settings)
    assert complete_releases(settings) == []


@pytest.mark.parametrize(
    ("place", "written_as", "folder"),
    [
        ("/srv/lake", "delta", "/srv/lake"),
        ("file:///srv/lake", "delta", "/srv/lake"),
        ("file:/srv/lake/", "delta", "/srv/lake"),
        ("/srv/lake", "parquet", None),
        ("hdfs:///lake", "delta", None),
        ("s3a://bucket/lake", "delta", None),
        ("lake.yusuan", "delta", None),
        ("/srv/lake", "iceberg", None),
    ],
)
def test_spark_is_not_asked_for_tables_of_delta_on_this_machine(
    place: str, written_as: str, folder: str | None
) -> None:
    cluster = Cluster.load({"YUSUAN_LAKE": place, "YUSUAN_LAKE_FORMAT": written_as})
    assert cluster.lake is not None
    assert cluster.lake.delta_folder == (Path(folder) if folder else None)
    assert cluster.is_asked_for is (folder is None)
