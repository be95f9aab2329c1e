"""Why a run of Dagster failed, in our own words: each failed check, each error of ours, else its innermost cause."""

from __future__ import annotations

from typing import Any

from dagster_project import errors
from dagster_project.errors import Busy, RunFailed, UsageError

OURS: dict[str, type[Exception]] = {error.__name__: error for error in (Busy, RunFailed, UsageError)}


class Reasons:
    """Hears the events of a run, one by one."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.kind: type[Exception] = RunFailed
        self.is_failed = False

    def hear(self, event: Any) -> None:
        """Keep what an event says of a failure."""
        check = event.asset_check_evaluation_data if event.event_type_value == "ASSET_CHECK_EVALUATION" else None
        # what is found in a document only warns: it is no reason of a failure
        if check is not None and not check.passed and check.severity.value == "ERROR":
            asset = check.asset_key.to_user_string()
            self._add(f"check {check.check_name} on {asset}: {check.description or 'failed'}")
        self.is_failed = self.is_failed or event.event_type_value in {"STEP_FAILURE", "PIPELINE_FAILURE"}
        error = getattr(event.event_specific_data, "error", None)
        # a failed check is told above; it says more than the error that stops the run for it
        while error is not None and error.cls_name != "DagsterAssetCheckFailedError":
            if error.cls_name in OURS or error.cause is None:
                self.kind = OURS.get(error.cls_name, self.kind)
                self._add(error.message.strip().removeprefix(f"{errors.__name__}.{error.cls_name}: "))
                break
            error = error.cause

    def _add(self, line: str) -> None:
        if line not in self.lines:
            self.lines.append(line)

    def __str__(self) -> str:
        """Return a line for each reason."""
        return "\n".join(self.lines) or "The run failed; --verbose shows what Dagster logs."
