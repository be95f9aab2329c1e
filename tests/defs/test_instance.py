"""One Dagster instance holds what the command line and the UI ran, and keeps the last runs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
import yaml
from dagster._core.storage.event_log import SqliteEventLogStorage
from small_job import execute

from dagster_project.defs.event_log import KeptSqliteEventLogStorage, told_together
from dagster_project.defs.instance import drop_old_runs, forget_runs, opened_instance
from dagster_project.defs.resources import Workspace
from dagster_project.errors import RunFailed, UsageError
from dagster_project.runs.history import read_runs
from dagster_project.settings import PROJECT, Settings, environment_set
from dagster_project.settings.variables import RUNS_KEPT


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an empty installation."""
    (tmp_path / "raw").mkdir()
    return Settings(tmp_path / "raw", tmp_path / "data")


def nothing(*told: Any) -> None:
    """Do nothing."""


def run_ids(settings: Settings) -> list[str]:
    """Return the runs that Dagster knows, newest first."""
    with environment_set(settings.environment()), opened_instance(settings) as instance:
        return [run.run_id for run in instance.get_runs()]


def test_what_one_process_ran_another_sees(settings: Settings) -> None:
    execute(settings, nothing)
    execute(settings, nothing)
    assert run_ids(settings) == [run.run_id for run in reversed(read_runs(settings))]


def test_dagsters_own_storage_reads_what_ours_wrote(settings: Settings) -> None:
    execute(settings, nothing)
    (run_id,) = run_ids(settings)
    with environment_set(settings.environment()), opened_instance(settings) as instance:
        assert isinstance(instance.event_log_storage, KeptSqliteEventLogStorage)
        told = [record.event_log_entry.get_dagster_event() for record in events(instance.event_log_storage, run_id)]
    theirs = SqliteEventLogStorage(str(settings.dagster / "history" / "runs"))
    assert [each.event_type for each in told].count(dg.DagsterEventType.STEP_SUCCESS) == 2
    assert [record.event_log_entry.get_dagster_event() for record in events(theirs, run_id)] == told


def test_what_is_told_together_others_see_at_once_also_where_telling_breaks_off(settings: Settings) -> None:
    def materialized() -> list[str]:
        """Return the assets that another process sees."""
        theirs = SqliteEventLogStorage(str(settings.dagster / "history" / "runs"))
        return [key.to_user_string() for key in theirs.all_asset_keys()]  # type: ignore[no-untyped-call]

    def breaks_off(instance: dg.DagsterInstance) -> None:
        with told_together(instance):
            instance.report_runless_asset_event(dg.AssetMaterialization("first"))
            with told_together(instance):
                instance.report_runless_asset_event(dg.AssetMaterialization("second"))
            # who tells sees it, nobody else
            assert instance.get_latest_materialization_event(dg.AssetKey("second")) is not None
            assert materialized() == []
            raise KeyError

    with environment_set(settings.environment()), opened_instance(settings) as instance:
        with pytest.raises(KeyError):
            breaks_off(instance)
        assert sorted(materialized()) == ["first", "second"]
        instance.report_runless_asset_event(dg.AssetMaterialization("third"))
        assert sorted(materialized()) == ["first", "second", "third"]


def test_where_the_storage_is_another_each_is_told_by_itself() -> None:
    with dg.DagsterInstance.ephemeral() as instance, told_together(instance):
        instance.report_runless_asset_event(dg.AssetMaterialization("alone"))
        assert instance.get_latest_materialization_event(dg.AssetKey("alone")) is not None


def events(storage: Any, run_id: str) -> list[Any]:
    """Return the events of a run, those that have one."""
    return [record for record in storage.get_records_for_run(run_id).records if record.event_log_entry.is_dagster_event]


def test_the_last_runs_are_kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(4):
        execute(settings, nothing)
    before = run_ids(settings)
    monkeypatch.setenv(RUNS_KEPT, "3")
    with environment_set(settings.environment()), opened_instance(settings) as instance:
        drop_old_runs(instance)
    assert run_ids(settings) == before[:3]
    # to be kept in Dagster is one thing, in the history another
    assert len(read_runs(settings)) == 4


def test_runs_are_forgotten_with_all_they_told(settings: Settings) -> None:
    assert forget_runs(settings) == 0

    def tells(settings: Settings, run_id: str, workspace: Workspace) -> None:
        raise RunFailed("a name that is to be forgotten")

    execute(settings, tells)
    execute(settings, nothing)
    assert told_in(settings.dagster, "a name that is to be forgotten")
    assert forget_runs(settings) == 2
    assert run_ids(settings) == []
    assert not told_in(settings.dagster, "a name that is to be forgotten")


def told_in(folder: Path, text: str) -> bool:
    """Tell whether a text stands in any file below a folder."""
    return any(text.encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("stated", ["none", "0", "-1"])
def test_a_number_of_runs_that_is_none_is_wrong_usage(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, stated: str
) -> None:
    monkeypatch.setenv(RUNS_KEPT, stated)
    with (
        environment_set(settings.environment()),
        opened_instance(settings) as instance,
        pytest.raises(UsageError, match=RUNS_KEPT),
    ):
        drop_old_runs(instance)


def test_a_home_of_ones_own_keeps_its_settings(settings: Settings, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "dagster.yaml").write_text("telemetry: {enabled: false}\n")
    own = Settings(settings.raw, settings.data, stated_dagster=home)
    execute(own, nothing)
    assert len(run_ids(own)) == 1
    assert (home / "dagster.yaml").read_text() == "telemetry: {enabled: false}\n"
    assert not (settings.data / "dagster").exists()


def test_settings_that_dagster_cannot_read_are_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "dagster.yaml").write_text("storage: {nowhere: {}}\n")
    own = Settings(settings.raw, settings.data, stated_dagster=tmp_path)
    with pytest.raises(UsageError, match="cannot be opened"), opened_instance(own):
        raise AssertionError("it was opened")


@pytest.mark.parametrize("file", ["dagster-instance.yaml", "deploy/dagster.yaml"])
def test_missed_nights_are_made_good_once_and_one_run_is_at_work(file: str, tmp_path: Path) -> None:
    shutil.copyfile(PROJECT / file, tmp_path / "dagster.yaml")
    stated = yaml.safe_load((tmp_path / "dagster.yaml").read_text(encoding="utf-8"))
    stated.pop("storage", None)
    (tmp_path / "dagster.yaml").write_text(yaml.safe_dump(stated), encoding="utf-8")
    with environment_set({"DAGSTER_HOME": str(tmp_path)}), dg.DagsterInstance.from_config(str(tmp_path)) as instance:
        assert instance.scheduler is not None
        assert instance.scheduler.max_catchup_runs == 1  # type: ignore[attr-defined]
        assert instance.get_concurrency_config().run_queue_config.max_concurrent_runs == 1
