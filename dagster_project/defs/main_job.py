"""The main job: everything, from the raw folder to the pointer, and the night it runs in."""

from __future__ import annotations

from collections.abc import Iterator

import dagster as dg

from dagster_project.defs.following import MAIN_JOB
from dagster_project.publication.inputs import release_of_unchanged
from dagster_project.settings import Settings

main_job = dg.define_asset_job(
    MAIN_JOB,
    selection=dg.AssetSelection.all(),
    executor_def=dg.in_process_executor,
    description="Read what is new in the raw folder, build and check the warehouse, publish it.",
)


@dg.schedule(
    job=main_job,
    cron_schedule="0 2 * * *",
    execution_timezone="Asia/Shanghai",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="The main job at 02:00 in Shanghai, if anything is new; it runs while `make dev` (or a daemon) is up.",
)
def nightly() -> Iterator[dg.RunRequest | dg.SkipReason]:
    """Ask for a run, unless the current release was made of just what there is now."""
    release = release_of_unchanged(Settings.load())
    if release is None:
        yield dg.RunRequest()
    else:
        yield dg.SkipReason(f"Nothing is new since {release.release_id}: no file, nothing stated, no code.")
