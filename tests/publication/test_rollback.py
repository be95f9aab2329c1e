"""Readers may be pointed back to an older release, and the next run does not take it for what is wanted now."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
import releasing

from dagster_project import main_run
from dagster_project.errors import Busy, RunFailed, UsageError
from dagster_project.intake.inventory import take_inventory
from dagster_project.main_run import run_what_is_new
from dagster_project.publication.inputs import inputs_of, release_of
from dagster_project.publication.lock import run_lock
from dagster_project.publication.releases import KEPT, Release, begin_release, current_release
from dagster_project.publication.rollback import kept_releases, roll_back
from dagster_project.settings import Settings

BUILD = """
    create schema marts;
    create table marts.dim_documents as
        select 'a.txt' as document_file, 'hash' as content_sha256, null::varchar as withheld_because;
    create table marts.fct_ledger as from range(7) as ledger(ledger_id);
    create table marts.fct_findings as from range(3) as findings(finding_id)
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation with one document."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("alpha")
    return Settings(tmp_path / "raw", tmp_path / "data")


def published(settings: Settings, number: int) -> Release:
    """Publish a release made of what lies in the raw folder; its number stands in it."""

    def fill(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(BUILD)
        connection.execute(f"create table marts.fct_numbers as select {number} as number")

    return releasing.published(settings, fill, number, digest(settings))


def digest(settings: Settings) -> str:
    """Return the digest of what there is now."""
    return inputs_of(settings, take_inventory(settings.raw, settings.archive))


def number(settings: Settings) -> int:
    """Return what a reader of the published warehouse sees."""
    with duckdb.connect(str(settings.warehouse.resolve()), read_only=True) as connection:
        row = connection.execute("select number from fct_numbers").fetchone()
    assert row is not None
    return int(row[0])


def test_readers_see_the_release_before_or_the_one_named(settings: Settings) -> None:
    first, second, third = (published(settings, each) for each in (1, 2, 3))
    with duckdb.connect(str(settings.warehouse.resolve()), read_only=True) as reader:
        assert roll_back(settings) == second == current_release(settings)
        assert reader.execute("select number from marts.fct_numbers").fetchone() == (3,)
    assert number(settings) == 2
    assert roll_back(settings, first.release_id[:16]) == first
    assert number(settings) == 1
    assert (settings.current / "parquet" / "fct_numbers.parquet").exists()
    assert roll_back(settings, third.release_id) == third
    assert number(settings) == 3


def test_every_release_is_listed_with_why_it_is_kept(settings: Settings) -> None:
    releases = [published(settings, each) for each in range(KEPT)]
    roll_back(settings, releases[3].release_id)
    half = begin_release(settings, "half", datetime(2026, 1, 2, tzinfo=UTC))
    kept = kept_releases(settings)
    assert [each.release for each in kept] == [half, *reversed(releases)]
    assert [each.because for each in kept[:4]] == [
        "half-built: the next run removes it",
        "rolled back from",
        "readers see it, rolled back to",
        f"one of the last {KEPT}",
    ]
    assert (kept[1].documents, kept[1].findings) == (1, 3)
    assert kept[1].size > releases[4].warehouse.stat().st_size
    assert kept[0].documents is None


def test_a_rolled_back_release_is_not_what_is_wanted_now(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = published(settings, 1), published(settings, 2)
    # both were made of the same: nothing is new, and yet the newer one was withdrawn
    assert release_of(settings, digest(settings)) == second
    roll_back(settings)
    assert first.inputs() == second.inputs() == digest(settings)
    assert release_of(settings, digest(settings)) is None
    monkeypatch.setattr(main_run, "run_main_job", lambda settings, *told, **how: published(settings, 3))
    told: list[tuple[str, str]] = []
    release = run_what_is_new(settings, lambda kind, what: told.append((kind, what)))
    assert number(settings) == 3
    sentence = f"Readers see {first.release_id}, rolled back to from {second.release_id}."
    assert ("rollback", sentence) in told
    assert run_what_is_new(settings, lambda kind, what: told.append((kind, what))) == release
    assert [kind for kind, _ in told].count("rollback") == 1


def test_what_cannot_be_rolled_back_to_is_refused(settings: Settings) -> None:
    with pytest.raises(UsageError, match="older than the current one"):
        roll_back(settings)
    first, second = published(settings, 1), published(settings, 2)
    with pytest.raises(UsageError, match=rf"No release is kept as 2031\. There are {first.release_id}, "):
        roll_back(settings, "2031")
    with pytest.raises(UsageError, match="begins the ids of 2 releases"):
        roll_back(settings, "2026")
    first.warehouse.chmod(0o644)
    first.warehouse.write_bytes(b"no database")
    with pytest.raises(RunFailed, match="cannot be read, readers stay where they are"):
        roll_back(settings)
    with run_lock(settings.lock), pytest.raises(Busy):
        roll_back(settings)
    assert current_release(settings) == second
