"""The sensor asks for one run for all that arrives together, once it has arrived."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from dagster_project.defs import main_job
from dagster_project.defs.arrivals import STILL, Looked, listing_of
from dagster_project.defs.main_job import new_documents
from dagster_project.publication.lock import run_lock
from dagster_project.settings import Settings, environment_set


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation with one document."""
    (tmp_path / "raw" / "sub").mkdir(parents=True)
    (tmp_path / "raw" / "sub" / "a.txt").write_text("alpha")
    (tmp_path / "data").mkdir()
    return Settings(tmp_path / "raw", tmp_path / "data")


class Sensor:
    """Looks at an installation at times that a test names."""

    def __init__(self, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
        self.settings, self.monkeypatch = settings, monkeypatch
        self.cursor: str | None = None

    def look(self, second: float) -> bool:
        """Look once; tell whether a run is asked for."""
        self.monkeypatch.setattr("time.time", lambda: 1_000_000 + second)
        with environment_set(self.settings.environment()), dg.DagsterInstance.ephemeral() as instance:
            context = dg.build_sensor_context(instance, cursor=self.cursor)
            result = new_documents.evaluate_tick(context)
        self.cursor = result.cursor
        return len(result.run_requests or []) == 1


@pytest.fixture
def sensor(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Sensor:
    """Return a sensor that has not looked yet."""
    return Sensor(settings, monkeypatch)


def test_a_run_is_asked_for_once_the_folder_is_still(sensor: Sensor) -> None:
    raw = sensor.settings.raw
    assert not sensor.look(0)
    assert not sensor.look(STILL - 1)
    (raw / "b.txt").write_text("be")
    assert not sensor.look(STILL)
    (raw / "b.txt").write_text("beta")
    assert not sensor.look(2 * STILL)
    assert not sensor.look(3 * STILL - 1)
    assert sensor.look(3 * STILL)
    assert not sensor.look(4 * STILL)
    assert not sensor.look(9 * STILL)
    (raw / "b.txt").unlink()
    assert not sensor.look(10 * STILL)
    assert sensor.look(11 * STILL)


def test_while_a_run_is_at_work_none_is_asked_for_and_afterwards_one(sensor: Sensor) -> None:
    sensor.look(0)
    with run_lock(sensor.settings.lock):
        assert not sensor.look(STILL)
    assert sensor.look(STILL + 60)


def test_what_is_not_new_to_the_release_needs_no_run(sensor: Sensor, monkeypatch: pytest.MonkeyPatch) -> None:
    class Release:
        release_id = "20260101T000000Z-0"

    sensor.look(0)
    monkeypatch.setattr(main_job, "release_of_unchanged", lambda settings: Release())
    assert not sensor.look(STILL)
    monkeypatch.undo()
    sensor.monkeypatch = monkeypatch
    assert not sensor.look(2 * STILL)


def test_a_listing_tells_names_sizes_and_times_and_opens_nothing(settings: Settings) -> None:
    raw, seen = settings.raw, set()
    file = raw / "sub" / "a.txt"
    seen.add(listing_of(raw))
    file.chmod(0)
    assert {listing_of(raw)} == seen
    file.rename(raw / "sub" / "b.txt")
    seen.add(listing_of(raw))
    (raw / "c.txt").symlink_to("/nowhere")
    seen.add(listing_of(raw))
    assert len(seen) == 3
    assert listing_of(raw / "missing") == listing_of(raw / "missing, too")


def test_what_is_remembered_survives_the_cursor() -> None:
    looked = Looked("a", 12.5, "b")
    assert Looked.read(looked.cursor()) == looked
    assert Looked.read(None) == Looked()
