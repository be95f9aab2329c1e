"""Run the main job in this process, as the command line, the benchmark and the tests do."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable

from dagster_project.engine import bring_home
from dagster_project.engine.delta import refuse_without_delta
from dagster_project.engine.spark import refuse_without_spark
from dagster_project.errors import Busy, RunFailed, UsageError
from dagster_project.intake.inventory import take_inventory
from dagster_project.intake.known import KnownFiles
from dagster_project.publication.inputs import inputs_of, release_of
from dagster_project.publication.lake import bring_to_lake, is_in_lake
from dagster_project.publication.lock import run_lock
from dagster_project.publication.releases import Release, current_release, release_started_by, withdrawn_releases
from dagster_project.runs.reasons import Reasons
from dagster_project.runs.record import Outcome
from dagster_project.runs.recorder import Recorder
from dagster_project.settings import Settings, environment_set, switch_telemetry_off
from dagster_project.settings.variables import DATA, RAW

Listener = Callable[[str, str], None]
NOT_PUBLISHED = "Nothing was published; readers still see the last good release."
PUBLISHED = "The release is published; what comes after it was not done."


def run_main_job(
    settings: Settings,
    listener: Listener = lambda kind, what: None,
    level: str = "CRITICAL",
    *,
    retry: bool = False,
    rebuild: bool = False,
    in_json: bool = False,
) -> Release:
    """Run everything from the raw folder to the pointer and return the release it published.

    `listener` is told ("step", name) when a step starts and ("note", message) for what it logs, ("rollback", message)
    where it starts from a release that was rolled back to. `level` is what Dagster logs to the console; `in_json`, what
    steps say is printed instead, one object a line. `retry` reads again what the reader failed on; `rebuild` builds all
    from nothing.
    Raises RunFailed with the cause where a step breaks or a blocking check fails, UsageError where what the user gave
    is the cause, Busy where another run is at work.
    """
    _make_data_folder(settings)
    switch_telemetry_off()
    _execute(settings, listener, _configuration(level, retry=retry, rebuild=rebuild, in_json=in_json))
    release = current_release(settings)
    if release is None:
        raise RunFailed(f"The run ended without a release in {settings.releases}.")
    return release


def _configuration(level: str, *, retry: bool, rebuild: bool, in_json: bool) -> dict[str, object]:
    """Return what Dagster is told of a run."""
    return {
        "loggers": {"json_lines": {}} if in_json else {"console": {"config": {"log_level": level}}},
        "ops": {
            "extracted_tables": {"config": {"retry": retry}},
            "dbt_models": {"config": {"from_nothing": rebuild}},
        },
    }


def _execute(settings: Settings, listener: Listener, configuration: dict[str, object]) -> None:
    """Run the main job in this process; raises what `run_main_job` does where it does not succeed."""
    # Dagster is a second of import that `--help` need not wait for
    from dagster_project.defs.event_log import PLANNED_AT_ONCE
    from dagster_project.defs.instance import LOCATION, drop_old_runs, opened_instance

    with environment_set(settings.environment() | PLANNED_AT_ONCE), opened_instance(settings) as instance:
        from dagster_project.definitions import defs

        run_id = str(uuid.uuid4())
        instance.add_event_listener(run_id, lambda entry: _tell(entry, listener))
        job = defs().resolve_job_def("main_job")
        result = job.execute_in_process(
            instance=instance, run_id=run_id, raise_on_error=False, tags=LOCATION, run_config=configuration
        )
        drop_old_runs(instance)
        if not result.success:
            raise _failure(result, PUBLISHED if _has_published(settings, run_id) else NOT_PUBLISHED)


def run_what_is_new(
    settings: Settings,
    listener: Listener = lambda kind, what: None,
    level: str = "CRITICAL",
    *,
    retry: bool = False,
    rebuild: bool = False,
    rehash: bool = False,
    in_json: bool = False,
) -> Release:
    """Return the current release where it was made of just what there is now; else what the main job publishes.

    Of a release that stays the lake is made whole, where one is named.

    `rehash` reads every file of the raw folder again, also where size and times tell that it is as it was; `rebuild`
    runs the job in any case, as `retry` does, and builds all from nothing.
    """
    recorder, outcome = Recorder(settings, str(uuid.uuid4())), Outcome.FAILED
    try:
        if settings.cluster.is_asked_for:
            refuse_without_spark()
        refuse_without_delta(settings.cluster.lake)
        _refuse_no_raw_folder(settings)
        _make_data_folder(settings)
        listener("step", "known_files")
        recorder.meter.begin("known_files")
        with run_lock(settings.lock):
            release = _release_of_now(settings, recorder, rehash)
            if release is not None and not (retry or rebuild):
                outcome = Outcome.INCOMPLETE
                _make_lake_whole(settings, release, listener, recorder)
                recorder.close(Outcome.UNCHANGED)
                return release
        _tell_of_rollback(settings, listener)
        listener("step", "models")
        with recorder.preparing("models"):
            return run_main_job(settings, listener, level, retry=retry, rebuild=rebuild, in_json=in_json)
    except Busy:
        raise
    except (RunFailed, UsageError) as error:
        # what fails within the job is written down there
        if not recorder.is_written_down():
            recorder.close(outcome, str(error))
        raise


def _release_of_now(settings: Settings, recorder: Recorder, rehash: bool) -> Release | None:
    """Return the current release where it was made of what there is now; the recorder is told what that is."""
    bring_home(settings)
    documents = take_inventory(settings.raw, settings.archive, KnownFiles(settings.known, distrusted=rehash))
    release = release_of(settings, inputs_of(settings, documents))
    recorder.documents = documents
    return release


def _make_lake_whole(settings: Settings, release: Release, listener: Listener, recorder: Recorder) -> None:
    lake = settings.cluster.lake
    if lake is not None and not is_in_lake(settings, release):
        listener("step", "lake")
        recorder.meter.begin("lake")
        bring_to_lake(settings, release, lake)


def _tell_of_rollback(settings: Settings, listener: Listener) -> None:
    withdrawn, current = withdrawn_releases(settings), current_release(settings)
    if withdrawn and current:
        listener("rollback", f"Readers see {current.release_id}, rolled back to from {withdrawn[-1].release_id}.")


def _refuse_no_raw_folder(settings: Settings) -> None:
    """Raise UsageError where there is no raw folder, and none is brought from elsewhere."""
    if settings.cluster.source is None and not settings.raw.is_dir():
        raise UsageError(f"There is no raw folder {settings.raw}. Create it, or name another with --raw or {RAW}.")


def _make_data_folder(settings: Settings) -> None:
    """Make the data folder; raises UsageError where nothing can be written there."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.data):
            pass
    except OSError as error:
        raise UsageError(
            f"Nothing can be written to the data folder {settings.data} ({error.strerror}). "
            f"Name another with --data or {DATA}."
        ) from error


def _tell(entry: object, listener: Listener) -> None:
    event = getattr(entry, "dagster_event", None)
    if event is None:
        listener("note", str(getattr(entry, "user_message", "")))
    elif event.event_type_value == "STEP_START":
        listener("step", str(event.step_key))


def _has_published(settings: Settings, run_id: str) -> bool:
    started = release_started_by(settings, run_id)
    return started is not None and started == current_release(settings)


def _failure(result: object, left: str) -> Exception:
    """Return what went wrong, and what is `left`."""
    reasons = Reasons()
    for event in result.all_events:  # type: ignore[attr-defined]
        reasons.hear(event)
    return reasons.kind(f"{reasons}\n{left}")
