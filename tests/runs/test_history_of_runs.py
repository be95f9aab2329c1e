"""Runs are written down one after another, whole, and can be asked for beside a release."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from run_records import run

from dagster_project.runs import history
from dagster_project.runs.history import append, as_table, lay_beside, read_runs
from dagster_project.runs.record import COLUMNS, Outcome, Run, Step
from dagster_project.runs.recorder import Recorder
from dagster_project.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation without a run."""
    return Settings(tmp_path / "raw", tmp_path / "data")


def test_what_is_written_down_is_read_again(settings: Settings) -> None:
    runs = [run("1"), run("2", outcome=Outcome.FAILED, error="“断电”\n第二行"), run("3", steps=(Step("a", 1, 2, 3),))]
    assert read_runs(settings) == []
    for each in runs:
        append(settings, each)
    assert read_runs(settings) == runs
    assert len(settings.runs.read_text(encoding="utf-8").splitlines()) == 3


def test_the_last_are_kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "KEPT", 2)
    for number in range(4):
        append(settings, run(str(number)))
    assert [each.run_id for each in read_runs(settings)] == ["2", "3"]


def test_several_may_write_at_once(settings: Settings) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: append(settings, run(str(number))), range(24)))
    assert sorted(int(each.run_id) for each in read_runs(settings)) == list(range(24))


def test_a_history_that_cannot_be_renamed_stays_as_it_was(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    append(settings, run("1"))
    monkeypatch.setattr(Path, "replace", lambda *where: (_ for _ in ()).throw(OSError("no space")))
    with pytest.raises(OSError, match="no space"):
        append(settings, run("2"))
    assert [each.run_id for each in read_runs(settings)] == ["1"]


def test_what_a_later_version_tells_beside_is_left_out(settings: Settings) -> None:
    append(settings, run("1"))
    told = json.loads(settings.runs.read_text(encoding="utf-8"))
    assert Run.read(told | {"colour": "green"}) == run("1")
    del told["hook_problem"]
    assert Run.read(told) == run("1")


def test_runs_are_asked_for_beside_a_release_that_stays_as_it_is(settings: Settings, tmp_path: Path) -> None:
    append(settings, run("1", steps=(Step("a", 1, 2, 3), Step("b", 4, 5, 6))))
    with duckdb.connect(str(tmp_path / "release.duckdb")) as connection:
        connection.execute("create table numbers as select 1")
    before = (tmp_path / "release.duckdb").read_bytes()
    with duckdb.connect(str(tmp_path / "release.duckdb"), read_only=True) as connection:
        lay_beside(connection, settings)
        found = connection.execute("select outcome, unnest(steps).cpu_seconds from rpt_runs").fetchall()
        comments = connection.execute(
            "select count(*) from duckdb_columns() where table_name = 'rpt_runs' and comment is not null"
        ).fetchone()
    assert found == [("published", 2), ("published", 5)]
    assert comments == (len(COLUMNS),)
    assert (tmp_path / "release.duckdb").read_bytes() == before


def test_columns_are_those_of_a_run() -> None:
    assert list(COLUMNS) == list(Run.__dataclass_fields__)
    assert as_table([]).num_rows == 0


def test_what_prepares_a_run_is_of_the_run(settings: Settings) -> None:
    settings.raw.mkdir(parents=True)
    before = Recorder(settings, "before")
    before.meter.begin("known_files")
    with before.preparing("models"):
        within = Recorder(settings, "within")
        within.meter.begin("raw_documents")
    told = within.close(Outcome.FAILED, "as is tested")
    assert [step.step for step in told.steps] == ["known_files", "models", "raw_documents"]
    assert told.started_at == before.started_at.isoformat()
    assert Recorder(settings, "after").meter.steps == []
