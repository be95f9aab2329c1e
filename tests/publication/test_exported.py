"""A table of many rows is a folder of buckets: a night writes those that it changed and links the others."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from dagster_project.publication import exported
from dagster_project.publication.exported import export
from dagster_project.publication.releases import Release
from dagster_project.settings import Settings
from dagster_project.warehouse.literals import read_parquet
from dagster_project.warehouse.memory import Memory

ROWS = (
    "select md5(i::varchar) as document_id, i % 7 as number, nullif(i % 3, 0)::varchar as text from range({}) as r(i)"
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return an empty installation in which few rows are many."""
    monkeypatch.setattr(exported, "ALONE", 10)
    monkeypatch.setattr(exported, "SIXTEEN", 100)
    (tmp_path / "data").mkdir()
    return Settings(tmp_path / "raw", tmp_path / "data")


def released(settings: Settings, number: int, rows: str) -> Release:
    """Return a release whose readers' file holds one table."""
    release = Release(settings.releases / f"{number}")
    release.folder.mkdir(parents=True)
    with duckdb.connect(str(release.warehouse)) as connection:
        connection.execute(f"create schema marts; create table marts.fct_numbers as {rows}")
    return release


def place(release: Release) -> Path:
    return release.parquet / "fct_numbers.parquet"


@pytest.mark.parametrize(("rows", "digits"), [(0, 0), (10, 0), (11, 1), (100, 1), (101, 2)])
def test_rows_decide_into_how_many_files_a_table_is_parted(settings: Settings, rows: int, digits: int) -> None:
    release = released(settings, 1, ROWS.format(rows))
    assert export(Memory.of(settings), {"fct_numbers": None}, None, release) == {"fct_numbers": rows}
    assert place(release).is_dir() == bool(digits)
    assert {len(file.stem) for file in place(release).glob("*")} == ({digits} if digits else set())
    found = duckdb.sql(f"select * from {read_parquet(place(release))} order by all").fetchall()
    assert found == duckdb.sql(f"{ROWS.format(rows)} order by all").fetchall()
    assert pq.read_table(place(release)).num_rows == rows


def test_rows_of_one_document_lie_in_one_file(settings: Settings) -> None:
    release = released(settings, 1, f"select unnest([1, 2, 3]) as part, * from ({ROWS.format(40)})")
    export(Memory.of(settings), {"fct_numbers": None}, None, release)
    files = [set(pq.read_table(file)["document_id"].to_pylist()) for file in place(release).iterdir()]
    assert sum(map(len, files)) == 40


def test_a_night_writes_what_is_changed_and_links_the_rest(settings: Settings) -> None:
    before = released(settings, 1, ROWS.format(90))
    export(Memory.of(settings), {"fct_numbers": None}, None, before)
    ((changed,),) = duckdb.sql("select substr(md5(md5('7')), 1, 2)").fetchall()
    other = f"select * replace (if(document_id = md5('7'), -1, number) as number) from ({ROWS.format(90)})"
    after, anew = released(settings, 2, other), released(settings, 3, other)
    export(Memory.of(settings), {"fct_numbers": {changed}}, before.parquet, after)
    export(Memory.of(settings), {"fct_numbers": None}, None, anew)
    linked = {file.name for file in place(after).iterdir() if file.stat().st_nlink > 1}
    assert {file.name for file in place(after).iterdir()} - linked == {f"{changed[0]}.parquet"}
    files = [{file.name: file.read_bytes() for file in place(each).iterdir()} for each in (after, anew)]
    assert files[0] == files[1]


def test_a_table_that_is_parted_otherwise_is_written_as_a_whole(settings: Settings) -> None:
    before, after = released(settings, 1, ROWS.format(100)), released(settings, 2, ROWS.format(101))
    export(Memory.of(settings), {"fct_numbers": None}, None, before)
    export(Memory.of(settings), {"fct_numbers": set()}, before.parquet, after)
    assert {len(file.stem) for file in place(after).iterdir()} == {2}
    assert pq.read_table(place(after)).num_rows == 101


@pytest.mark.parametrize(("number", "is_copied"), [(errno.EPERM, True), (errno.EMLINK, True), (errno.EIO, False)])
def test_where_no_links_are_made_files_are_copied(
    number: int, is_copied: bool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before, after = (released(settings, each, ROWS.format(40)) for each in (1, 2))
    export(Memory.of(settings), {"fct_numbers": None}, None, before)
    monkeypatch.setattr(os, "link", refused)
    if not is_copied:
        with pytest.raises(OSError, match=os.strerror(number)):
            export(Memory.of(settings), {"fct_numbers": set()}, before.parquet, after)
        return
    export(Memory.of(settings), {"fct_numbers": set()}, before.parquet, after)
    files = [{file.name: file.read_bytes() for file in place(each).iterdir()} for each in (before, after)]
    assert files[0] == files[1]
