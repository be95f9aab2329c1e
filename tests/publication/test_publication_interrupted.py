"""A publication may die anywhere: readers see one release, whole, and one clean run leaves what a run alone leaves."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb
import pytest
from faults import HOW, Disk, duckdb_on, struck
from releasing import published

from dagster_project import atomic
from dagster_project.publication.releases import KEPT, complete_releases
from dagster_project.settings import Settings

BUILD = "create schema marts; create table marts.fct_numbers as from range(3) as numbers(number)"


def publish_release(settings: Settings, number: int) -> None:
    """Build and publish a release; its number stands in it."""

    def fill(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(BUILD)
        connection.execute("insert into marts.fct_numbers values (?)", [number])

    published(settings, fill, number)


def seen(settings: Settings) -> tuple[list[int], bytes] | None:
    """Return the numbers that readers see in the warehouse, and the bytes of their Parquet; None before a release."""
    if not settings.current.exists():
        return None
    with duckdb.connect(str(settings.current.resolve() / "warehouse.duckdb"), read_only=True) as connection:
        numbers = [number for (number,) in connection.execute("from fct_numbers order by all").fetchall()]
    return numbers, (settings.current / "parquet" / "fct_numbers.parquet").read_bytes()


@pytest.mark.parametrize("how", HOW)
def test_a_publication_that_fails_anywhere_is_made_good_by_the_next(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # no clean publication waits for the disk
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    before = Settings(tmp_path / "raw", tmp_path / "before")
    for number in range(KEPT):
        publish_release(before, number)

    def run(disk: Disk) -> Settings:
        shutil.rmtree(tmp_path / "data", ignore_errors=True)
        shutil.copytree(before.data, tmp_path / "data", symlinks=True)
        settings = Settings(tmp_path / "raw", tmp_path / "data")
        with monkeypatch.context() as patch, disk.failing():
            duckdb_on(disk, patch)
            publish_release(settings, 20)
        return settings

    counted = Disk()
    old, new = seen(before), seen(run(counted))
    assert counted.count > 20
    for number in struck(how, counted.count):
        settings = run(Disk(how, number))
        assert seen(settings) in (old, new), f"{how} at operation {number}"
        publish_release(settings, 30)
        numbers, _ = seen(settings) or ([], b"")
        assert numbers == [0, 1, 2, 30], f"{how} at operation {number}"
        # the one that failed may have been whole already
        assert len(complete_releases(settings)) == KEPT
        assert len(list(settings.releases.iterdir())) == KEPT
        assert [folder.name for folder in settings.builds.iterdir()] == [settings.current.resolve().name]
        assert not [name for name in settings.data.iterdir() if atomic.BESIDE.fullmatch(name.name)]
        assert (settings.data / "warehouse.duckdb").resolve() == settings.current.resolve() / "warehouse.duckdb"
