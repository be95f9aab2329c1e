"""The one Dagster instance of an installation: runs of the command line and of the UI stand in it together."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from dagster_project.atomic import replaced
from dagster_project.defs.following import MAIN_JOB
from dagster_project.errors import UsageError
from dagster_project.settings import Settings, environment_set, runs_kept

CONFIGURED = "dagster.yaml"
LOCATION = {".dagster/repository": "__repository__@dagster_project.definitions"}
"""Under this label the UI shows a run among those of the job, wherever it was started."""
ENDED = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]


@contextmanager
def opened_instance(settings: Settings) -> Iterator[dg.DagsterInstance]:
    """Yield the instance whose home is DAGSTER_HOME, else a folder of the data folder that is made for it.

    Raises UsageError where its storage cannot be reached.
    """
    home = settings.dagster
    home.mkdir(parents=True, exist_ok=True)
    if settings.stated_dagster is None:
        with replaced(home / CONFIGURED) as beside:
            shutil.copyfile(settings.project / "dagster-instance.yaml", beside)
    try:
        instance = dg.DagsterInstance.from_config(str(home))
    except Exception as error:  # what storage, settings or their packages raise is theirs
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise UsageError(f"Dagster's instance in {home} cannot be opened: {reason}") from error
    with instance:
        yield instance


def drop_old_runs(instance: dg.DagsterInstance) -> None:
    """Remove all but the last ended runs of the main job from Dagster, events and logs with them."""
    _drop(instance, dg.RunsFilter(job_name=MAIN_JOB, statuses=ENDED), runs_kept(os.environ))


def forget_runs(settings: Settings) -> int:
    """Remove every ended run: names of documents and a few of their rows stand in its events. Return their number."""
    if not settings.dagster.is_dir():
        return 0
    with environment_set(settings.environment()), opened_instance(settings) as instance:
        return _drop(instance, dg.RunsFilter(statuses=ENDED), 0)


def _drop(instance: dg.DagsterInstance, runs: dg.RunsFilter, kept: int) -> int:
    old = instance.get_run_records(runs)[kept:]
    for record in old:
        instance.delete_run(record.dagster_run.run_id)
    return len(old)
