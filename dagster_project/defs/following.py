"""Follows a run of Dagster by its events, so that it is written down however it was started."""

from __future__ import annotations

import dagster as dg

from dagster_project.publication.releases import current_release, release_started_by
from dagster_project.runs.reasons import Reasons
from dagster_project.runs.record import Outcome
from dagster_project.runs.recorder import Recorder

MAIN_JOB = "main_job"
POINTER = dg.AssetKey("current_release")


def publishes(run: dg.DagsterRun) -> bool:
    """Tell whether a run is to publish a release: the main job, or a selection with all that leads to the pointer."""
    selected = run.asset_selection
    return POINTER in selected if selected else run.job_name == MAIN_JOB and not run.asset_check_selection


class Following:
    """Hears the events of one run: its steps, and why it fails."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.reasons = Reasons()

    def hear(self, entry: dg.EventLogEntry) -> None:
        """Measure a step from its start to its end."""
        event = entry.dagster_event
        if event is None:
            return
        self.reasons.hear(event)
        if event.is_step_start:
            self.recorder.meter.begin(str(event.step_key))
        elif event.is_step_success or event.is_step_failure:
            self.recorder.meter.end()

    def close(self) -> None:
        """Write the run down. What did not publish has failed, whatever ended it."""
        settings = self.recorder.settings
        started = release_started_by(settings, self.recorder.run_id)
        has_published = started is not None and started == current_release(settings)
        if has_published and not self.reasons.is_failed:
            self.recorder.close(Outcome.PUBLISHED)
        else:
            told = str(self.reasons) if self.reasons.lines else "The run was interrupted."
            self.recorder.close(Outcome.INCOMPLETE if has_published else Outcome.FAILED, told)
