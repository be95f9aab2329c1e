"""`yusuan runs` tells what became of the runs, and leaves the exit code that a monitor asks for."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from run_records import run
from typer.testing import CliRunner, Result

from dagster_project.cli import app
from dagster_project.errors import UsageError
from dagster_project.main_run import run_what_is_new
from dagster_project.publication.lock import run_lock
from dagster_project.runs.history import append, read_runs
from dagster_project.runs.record import COLUMNS, Outcome
from dagster_project.settings import Settings
from dagster_project.settings.variables import WEBHOOK


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation without a run."""
    return Settings(tmp_path / "raw", tmp_path / "data")


def yusuan(settings: Settings, *arguments: str) -> Result:
    """List the runs of an installation, on a narrow terminal."""
    command = ["runs", "--data", str(settings.data), *arguments]
    return CliRunner().invoke(app, command, env={"COLUMNS": "80", "TERM": "dumb", "NO_COLOR": "1"})


def test_runs_are_listed_newest_first(settings: Settings) -> None:
    append(settings, run("1", documents=5))
    append(settings, run("2", documents=6, outcome=Outcome.FAILED, error="the disk is full"))
    result = yusuan(settings)
    assert result.exit_code == 0
    assert result.output.index("failed") < result.output.index("published")
    assert "The last run failed: the disk is full" in result.output
    assert "published" not in yusuan(settings, "--last", "1").output


def test_csv_and_json_hold_every_column(settings: Settings) -> None:
    append(settings, run("1"))
    append(settings, run("2", error="“断电”"))
    rows = list(csv.DictReader(io.StringIO(yusuan(settings, "--format", "csv").output)))
    assert [row["run_id"] for row in rows] == ["2", "1"]
    assert list(rows[0]) == list(COLUMNS)
    assert [row["error"] for row in json.loads(yusuan(settings, "--format", "json").output)] == ["“断电”", None]


@pytest.mark.parametrize(
    ("hours", "outcome", "age", "expected"),
    [
        (35, Outcome.PUBLISHED, "36h", 0),
        (37, Outcome.PUBLISHED, "36h", 1),
        (35, Outcome.UNCHANGED, "2160m", 0),
        (35, Outcome.FAILED, "2d", 1),
    ],
)
def test_a_monitor_is_told_when_the_last_good_run_is_long_ago(
    settings: Settings, hours: int, outcome: Outcome, age: str, expected: int
) -> None:
    ended_at = (datetime.now(UTC) - timedelta(hours=hours)).isoformat()
    append(settings, run("1", outcome=outcome, ended_at=ended_at))
    assert yusuan(settings, "--stale-after", age).exit_code == expected


def test_no_run_at_all_is_stale_and_an_age_needs_a_unit(settings: Settings) -> None:
    assert yusuan(settings).exit_code == 0
    assert yusuan(settings, "--stale-after", "36h").exit_code == 1
    assert yusuan(settings, "--stale-after", "36").exit_code == 2


def test_what_fails_before_the_job_is_written_down_too(settings: Settings) -> None:
    settings.data.mkdir()
    with pytest.raises(UsageError):
        run_what_is_new(settings)
    (failed,) = read_runs(settings)
    assert failed.outcome is Outcome.FAILED
    assert str(settings.raw) in (failed.error or "")
    assert failed.documents is None


def test_a_night_that_fails_tells_it_in_json_and_leaves_its_exit_code(settings: Settings) -> None:
    def night() -> Result:
        command = ["run", "--log-format", "json", "--raw", str(settings.raw), "--data", str(settings.data)]
        return CliRunner().invoke(app, command)

    settings.data.mkdir()
    result = night()
    assert result.exit_code == 2
    last = json.loads(result.stdout.splitlines()[-1])
    assert (last["level"], str(settings.raw) in last["message"]) == ("error", True)
    settings.raw.mkdir()
    with run_lock(settings.lock):
        result = night()
    assert result.exit_code == 3
    assert "Another run is at work" in json.loads(result.stdout.splitlines()[-1])["message"]
    # to find another at work is no failure of the night
    assert len(read_runs(settings)) == 1


def test_a_failure_that_cannot_be_told_is_written_down(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.data.mkdir()
    monkeypatch.setenv(WEBHOOK, "ftp://nowhere")
    command = ["run", "--log-format", "json", "--raw", str(settings.raw), "--data", str(settings.data)]
    told = [json.loads(each)["message"] for each in CliRunner().invoke(app, command).stdout.splitlines()]
    assert any("could not be told" in message and "ftp://nowhere" in message for message in told)
    assert "ftp://nowhere" in (read_runs(settings)[-1].hook_problem or "")
