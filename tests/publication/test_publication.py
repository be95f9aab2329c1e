"""A reader sees the last good release or the new one, whole; never a half-built or a red one."""

from __future__ import annotations

import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
import releasing
from releasing import Fill, sealed

from dagster_project.errors import RunFailed
from dagster_project.publication import publish
from dagster_project.publication.lock import run_lock
from dagster_project.publication.publish import point_to, seal
from dagster_project.publication.readers_file import Changed
from dagster_project.publication.releases import (
    KEPT,
    Release,
    begin_release,
    complete_releases,
    current_release,
    drop_old_releases,
    release_of_run,
)
from dagster_project.settings import Settings
from dagster_project.warehouse.memory import Memory

BUILD = """
    create schema audit;
    create table audit.audit_checks as select 'internal' as rule_id;
    create schema marts;
    create table marts.fct_numbers (number integer not null);
    comment on table marts.fct_numbers is 'One row per number (''数字'').';
    comment on column marts.fct_numbers.number is 'The number';
    insert into marts.fct_numbers values (2), (1);
    create table marts.rpt_numbers as from marts.fct_numbers;
"""
COMMENTS = """
    select schema_name, table_name as name, comment from duckdb_tables() where table_name = 'fct_numbers'
    union all select schema_name, view_name, comment from duckdb_views() where view_name = 'fct_numbers'
    union all select schema_name, column_name, comment from duckdb_columns() where table_name = 'fct_numbers'
    order by all
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an empty installation."""
    (tmp_path / "data").mkdir()
    return Settings(tmp_path / "raw", tmp_path / "data")


def numbers_and(number: int) -> Fill:
    """Return what fills a build database: two numbers, and one more."""

    def fill(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(BUILD)
        connection.execute("insert into marts.fct_numbers values (?)", [number])

    return fill


def built(settings: Settings, number: int) -> Release:
    """Return a release that is neither sealed nor published; its number stands in it."""
    return releasing.built(settings, numbers_and(number), number)


def builds(settings: Settings) -> set[str]:
    """Return the ids of the releases whose build database is kept."""
    return {folder.name for folder in settings.builds.iterdir()}


def published(settings: Settings, number: int) -> Release:
    """Publish a release; its number stands in it."""
    return releasing.published(settings, numbers_and(number), number)


def numbers(settings: Settings) -> list[int]:
    """Return what a reader of the published warehouse sees, without naming a schema."""
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        return [row[0] for row in connection.execute("select number from fct_numbers order by 1").fetchall()]


def test_a_release_is_named_by_time_and_run(settings: Settings) -> None:
    release = built(settings, 7)
    assert release.release_id == "20260101T000007Z-run00007"
    assert release.built_at == datetime(2026, 1, 1, 0, 0, 7, tzinfo=UTC)


def test_a_reader_sees_the_release_through_the_pointer(settings: Settings) -> None:
    published(settings, 5)
    assert numbers(settings) == [1, 2, 5]
    assert settings.current.is_symlink()
    assert not settings.current.readlink().is_absolute()


def test_the_whole_data_folder_may_be_moved(settings: Settings, tmp_path: Path) -> None:
    published(settings, 5)
    settings.data.rename(tmp_path / "moved")
    assert numbers(Settings(settings.raw, tmp_path / "moved")) == [1, 2, 5]


def test_a_sealed_release_is_read_only_closed_and_exported(settings: Settings) -> None:
    release = built(settings, 5)
    assert sealed(settings, release) == {"fct_numbers": 3, "rpt_numbers": 2}
    assert not release.warehouse.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert not release.warehouse.with_name("warehouse.duckdb.wal").exists()
    exported = duckdb.read_parquet(str(release.parquet / "fct_numbers.parquet")).fetchall()
    assert exported == [(1,), (2,), (5,)]


def test_the_readers_file_holds_the_marts_and_views_of_them_and_nothing_else(settings: Settings) -> None:
    published(settings, 5)
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        held = connection.execute(
            "select table_schema, table_type, table_name from information_schema.tables order by all"
        )
        assert held.fetchall() == [
            ("main", "VIEW", "fct_numbers"),
            ("main", "VIEW", "rpt_numbers"),
            ("marts", "BASE TABLE", "fct_numbers"),
            ("marts", "BASE TABLE", "rpt_numbers"),
        ]


def test_the_readers_file_keeps_order_comments_and_constraints(settings: Settings) -> None:
    published(settings, 5)
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        assert connection.execute("select number from fct_numbers").fetchall() == [(2,), (1,), (5,)]
        assert connection.execute(COMMENTS).fetchall() == [
            ("main", "fct_numbers", "One row per number ('数字')."),
            ("main", "number", "The number"),
            ("marts", "fct_numbers", "One row per number ('数字')."),
            ("marts", "number", "The number"),
        ]
        nullable = "select is_nullable from duckdb_columns() where schema_name = 'marts' and table_name = 'fct_numbers'"
        assert connection.execute(nullable).fetchall() == [(False,)]


def test_the_readers_file_may_be_copied_under_another_name(settings: Settings, tmp_path: Path) -> None:
    published(settings, 5)
    shutil.copyfile(settings.warehouse, tmp_path / "mine.duckdb")
    with duckdb.connect(str(tmp_path / "mine.duckdb"), read_only=True) as connection:
        assert connection.execute("select max(number) from fct_numbers").fetchone() == (5,)


def test_the_build_database_of_the_current_release_alone_is_kept(settings: Settings) -> None:
    first, second = published(settings, 5), published(settings, 6)
    assert builds(settings) == {second.release_id} != {first.release_id}
    aborted = built(settings, 7)
    assert builds(settings) == {second.release_id, aborted.release_id}
    begin_release(settings, "run00008", datetime(2026, 1, 2, tzinfo=UTC))
    assert builds(settings) == {second.release_id}


def test_a_release_that_was_not_pointed_to_is_not_seen(settings: Settings) -> None:
    published(settings, 5)
    sealed(settings, built(settings, 6))
    assert numbers(settings) == [1, 2, 5]


def test_a_reader_at_work_keeps_the_release_it_opened(settings: Settings) -> None:
    published(settings, 5)
    with duckdb.connect(str(settings.warehouse.resolve()), read_only=True) as reader:
        published(settings, 6)
        count = reader.execute("select max(number) from marts.fct_numbers").fetchone()
    assert count == (5,)
    assert numbers(settings) == [1, 2, 6]


def test_what_failed_runs_left_is_cleared_away_by_the_next(settings: Settings) -> None:
    good = published(settings, 5)
    half = built(settings, 6)
    whole = built(settings, 7)
    sealed(settings, whole)
    assert not half.folder.exists()
    begin_release(settings, "run00008", datetime(2026, 1, 2, tzinfo=UTC))
    assert not whole.folder.exists()
    assert good.folder.exists()


def test_the_last_releases_are_kept(settings: Settings) -> None:
    for number in range(KEPT + 2):
        published(settings, number)
    kept = [release.release_id for release in complete_releases(settings)]
    assert len(kept) == KEPT
    assert current_release(settings) == complete_releases(settings)[-1]


def test_the_current_release_is_never_dropped(settings: Settings) -> None:
    old, *later = (published(settings, number) for number in range(KEPT))
    point_to(old, settings)
    assert drop_old_releases(settings, kept=1) == [release.release_id for release in later[:-1]]
    assert current_release(settings) == old
    assert numbers(settings) == [0, 1, 2]


def test_a_warehouse_without_marts_is_not_sealed(settings: Settings) -> None:
    release = begin_release(settings, "run")
    build = settings.data / "warehouse.duckdb"
    duckdb.connect(str(build)).close()
    with pytest.raises(RunFailed, match="no table in the schema marts"):
        seal(release, build, Memory.of(settings))


def test_a_warehouse_that_is_still_open_is_not_sealed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    release = built(settings, 1)

    def export_while_somebody_writes(
        memory: Memory, changed: Changed, last: Path | None, release: Release
    ) -> dict[str, int]:
        release.warehouse.with_name("warehouse.duckdb.wal").touch()
        return {"fct_numbers": 3}

    monkeypatch.setattr(publish, "export", export_while_somebody_writes)
    with pytest.raises(RunFailed, match="still has the new warehouse open"):
        sealed(settings, release)
    assert not release.is_complete


def test_a_file_in_the_place_of_the_pointer_is_not_overwritten(settings: Settings) -> None:
    settings.warehouse.write_bytes(b"somebody's own database")
    release = built(settings, 1)
    sealed(settings, release)
    with pytest.raises(RunFailed, match="is not the link"):
        point_to(release, settings)
    assert settings.warehouse.read_bytes() == b"somebody's own database"


def test_publishing_without_building_is_told(settings: Settings) -> None:
    with pytest.raises(RunFailed, match="has built no warehouse"):
        release_of_run(settings, "run")


def test_two_runs_do_not_collide(settings: Settings) -> None:
    with run_lock(settings.lock), pytest.raises(RunFailed, match="Another run is at work"), run_lock(settings.lock):
        raise AssertionError("the lock was held twice")
    with run_lock(settings.lock):
        assert settings.lock.exists()
