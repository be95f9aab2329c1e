"""What a run did: what its release holds, in a few numbers, and what each step took."""

from __future__ import annotations

import time

from dagster_project.commands.frame import open_warehouse
from dagster_project.settings import Settings

PARTS = {"withheld", "facts", "labels", "redacted", "unmapped"}
"""Counts that are parts of the one before."""
COUNTS = {
    "documents": "select count(*) from dim_documents",
    "withheld": "select count(*) from dim_documents where withheld_because is not null",
    "numbers": "select count(*) from fct_ledger",
    "facts": "select count(*) from fct_ledger where disposition = 'fact'",
    "labels": "select count(*) from fct_ledger where disposition = 'label'",
    "redacted": "select count(*) from fct_ledger where disposition = 'redacted'",
    "unmapped": "select count(*) from fct_ledger where disposition = 'unmapped'",
    "findings": "select count(*) from fct_findings",
    "issues": "select count(*) from fct_issues where severity <> 'note'",
}


class Times:
    """The seconds that each step of a run took, in the order of their first beginning."""

    def __init__(self, step: str) -> None:
        self.step = step
        self.seconds: dict[str, float] = {}
        self._since = time.monotonic()

    def begin(self, step: str) -> None:
        """End the step at work and begin the next."""
        now = time.monotonic()
        self.seconds[self.step] = self.seconds.get(self.step, 0) + now - self._since
        self.step, self._since = step, now

    @property
    def total(self) -> float:
        """Seconds until now, the step at work included."""
        return sum(self.seconds.values()) + time.monotonic() - self._since

    def __str__(self) -> str:
        """Return the steps that took a tenth of a second or more, with their seconds; ends the one at work."""
        self.begin(self.step)
        return ", ".join(f"{step} {seconds:.1f}" for step, seconds in self.seconds.items() if seconds >= 0.05)


def summarise(settings: Settings) -> dict[str, int]:
    """Return the counts a user looks at after a run."""
    counts = {}
    with open_warehouse(settings.data) as connection:
        for what, sql in COUNTS.items():
            row = connection.execute(sql).fetchone()
            counts[what] = int(row[0]) if row else 0
    return counts
