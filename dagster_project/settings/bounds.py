"""What a run may take of this machine: processes, seconds, megabytes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from dagster_project.settings.variables import DATABASE_MEMORY, MEMORY, SECONDS, WORKERS, whole_number

STATED_BY = {"workers": WORKERS, "seconds": SECONDS, "megabytes": MEMORY, "database_megabytes": DATABASE_MEMORY}
"""Bound → the variable that states it."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True)
class Bounds:
    """What reading may take: processes at a time, seconds for one document, megabytes for one process; and a build."""

    workers: int = field(default_factory=cores)
    seconds: int = 900
    megabytes: int = 2048
    database_megabytes: int = 384
    """What a database holds in memory while it is checked, built and sealed; the rest spills to disk."""

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Bounds:
        """Return the bounds that are stated, and the defaults of the others; raises UsageError for no whole number."""
        stated = {name: whole_number(environment, variable) for name, variable in STATED_BY.items()}
        return cls(**{name: value for name, value in stated.items() if value is not None})

    def environment(self) -> dict[str, str]:
        """Return the variables under which a process finds the same bounds."""
        return {STATED_BY[name]: str(value) for name, value in asdict(self).items()}
