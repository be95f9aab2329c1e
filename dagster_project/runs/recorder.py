"""Follows a run from its beginning and writes it down at its end; a failure is told to those who are to know."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dagster_project.intake.inventory import RawDocument
from dagster_project.publication.releases import current_release
from dagster_project.runs import history, hooks
from dagster_project.runs.counts import contents, held, seen
from dagster_project.runs.meter import Meter
from dagster_project.runs.record import Outcome, Run, versions
from dagster_project.settings import Settings
from dagster_project.store.ingredients import extractor_version

LOG = logging.getLogger("yusuan")
_preparing: ContextVar[Recorder | None] = ContextVar("_preparing", default=None)


class Recorder:
    """One run at work."""

    def __init__(self, settings: Settings, run_id: str) -> None:
        self.settings = settings
        self.run_id = run_id
        self.meter = Meter()
        self.documents: Iterable[RawDocument] | None = None
        """What lies in the raw folder, once that is known."""
        self.started_at = datetime.now(UTC)
        self._before = contents(current_release(settings))
        if prepared := _preparing.get():
            prepared.meter.end()
            self.started_at, self.meter.steps = prepared.started_at, list(prepared.meter.steps)

    @contextmanager
    def preparing(self, step: str) -> Iterator[None]:
        """Let the recorder that is opened in this time go on from here: what came before the job is of the run, too."""
        self.meter.begin(step)
        token = _preparing.set(self)
        try:
            yield
        finally:
            _preparing.reset(token)

    def close(self, outcome: Outcome, error: str | None = None) -> Run:
        """Write the run down; a failure is told first, since it may be that nothing can be written."""
        self.meter.end()
        run = self._run(outcome, error)
        if not outcome.is_good and (problem := hooks.tell(run, self.settings)):
            LOG.warning("The failure of this run could not be told: %s", problem)
            run = replace(run, hook_problem=problem)
        if not self.settings.data.is_dir():
            # a folder that was named by mistake is not made for it
            return run
        try:
            history.append(self.settings, run)
        except OSError as error_of_disk:
            LOG.warning("This run could not be written down: %s", error_of_disk)
        return run

    def is_written_down(self) -> bool:
        """Tell whether what began since is in the history, by whoever wrote it."""
        since = self.started_at.isoformat()
        return any(run.started_at >= since for run in history.read_runs(self.settings))

    def _run(self, outcome: Outcome, error: str | None) -> Run:
        release, now, steps = current_release(self.settings), datetime.now(UTC), tuple(self.meter.steps)
        counts: dict[str, Any] = {
            **seen(self.documents, self._before),
            **held(None if outcome is Outcome.FAILED else release),
        }
        return Run(
            run_id=self.run_id,
            started_at=self.started_at.isoformat(),
            ended_at=now.isoformat(),
            outcome=outcome,
            release_id=release.release_id if release else None,
            error=error,
            **counts,
            seconds=round((now - self.started_at).total_seconds(), 3),
            cpu_seconds=round(sum(step.cpu_seconds for step in steps), 3),
            peak_megabytes=max((step.peak_megabytes for step in steps), default=0.0),
            steps=steps,
            versions=versions(extractor_version()),
        )
