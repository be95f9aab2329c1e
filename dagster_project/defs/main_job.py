"""The main job: everything, from the raw folder to the pointer, and the night it runs in."""

import time
import uuid
from collections.abc import Iterator

import dagster as dg

from dagster_project.defs.arrivals import Looked, listing_of
from dagster_project.defs.following import MAIN_JOB
from dagster_project.engine import bring_home
from dagster_project.publication.inputs import release_of_unchanged
from dagster_project.publication.lake import is_in_lake
from dagster_project.publication.lock import is_locked
from dagster_project.runs.record import Outcome
from dagster_project.runs.recorder import Recorder
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
    """Ask for a run, unless the current release was made of just what there is now; that is a good night, too.

    Of a release that stays only the lake is written, where it lacks something.
    """
    settings = Settings.load()
    bring_home(settings)
    recorder = Recorder(settings, str(uuid.uuid4()))
    release = release_of_unchanged(settings)
    if release is None:
        yield dg.RunRequest()
    elif not is_in_lake(settings, release):
        yield dg.RunRequest(asset_selection=[dg.AssetKey("lake")])
    else:
        recorder.close(Outcome.UNCHANGED)
        yield dg.SkipReason(f"Nothing is new since {release.release_id}: no file, nothing stated, no code.")


@dg.sensor(
    job=main_job,
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="The main job once the raw folder holds something new and has been still for two minutes.",
)
def new_documents(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """Ask for a run where the raw folder is not what it was, is still, and no other run is at work."""
    settings = Settings.load()
    looked, why_not = Looked.read(context.cursor).look(listing_of(settings.raw), time.time())
    if why_not is None and is_locked(settings.lock):
        why_not = "A run is at work; the next look is in a minute."
    if why_not is None:
        looked = looked.settle()
        if release := release_of_unchanged(settings):
            why_not = f"Nothing is new since {release.release_id}."
    context.update_cursor(looked.cursor())
    if why_not is not None:
        return dg.SkipReason(why_not)
    return dg.SensorResult([dg.RunRequest(run_key=f"{looked.listing[:16]} at {looked.since:.0f}")])
