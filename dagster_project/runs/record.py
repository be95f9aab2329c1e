"""One run of the main job: what it found, what came of it, and what it took."""

from __future__ import annotations

import platform
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib.metadata import version
from typing import Any, Self

import pyarrow as pa

PACKAGES = {"yusuan": "yusuan", "duckdb": "duckdb", "dbt": "dbt-core", "dagster": "dagster"}
TABLE = "rpt_runs"
GRAIN = "One row per run of the main job that ended, newest last; of a release nothing follows from it."


class Outcome(StrEnum):
    """What came of a run."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    INCOMPLETE = "incomplete"
    FAILED = "failed"

    @property
    def is_good(self) -> bool:
        """Tell whether nobody needs to look at the run."""
        return self in {Outcome.PUBLISHED, Outcome.UNCHANGED}

    @property
    def told(self) -> str:
        """What is said of a run that somebody needs to look at."""
        return "is incomplete" if self is Outcome.INCOMPLETE else str(self)


@dataclass(frozen=True)
class Step:
    """One step: seconds by the clock and of CPU, and megabytes that the largest of its processes held."""

    step: str
    seconds: float
    cpu_seconds: float
    peak_megabytes: float


@dataclass(frozen=True)
class Run:
    """One run; NULL what it did not come to know. Times are ISO 8601 in UTC."""

    run_id: str
    started_at: str
    ended_at: str
    outcome: Outcome
    release_id: str | None
    error: str | None
    documents: int | None
    new: int | None
    changed: int | None
    removed: int | None
    withheld: int | None
    numbers: int | None
    findings: int | None
    seconds: float
    cpu_seconds: float
    peak_megabytes: float
    steps: tuple[Step, ...]
    versions: dict[str, str]
    hook_problem: str | None = None

    def told(self) -> dict[str, Any]:
        """Return the run as JSON can hold it."""
        return asdict(self)

    @classmethod
    def read(cls, told: dict[str, Any]) -> Self:
        """Return the run that was told; what a later version tells beside is left out."""
        known: dict[str, Any] = {name: told.get(name) for name in cls.__dataclass_fields__}
        steps = tuple(Step(**step) for step in told["steps"])
        return cls(**known | {"outcome": Outcome(told["outcome"]), "steps": steps})


OUTCOMES = "published, unchanged (nothing was new), incomplete (a release stands; its site or lake failed), or failed"
COLUMNS: dict[str, tuple[pa.DataType, str]] = {
    "run_id": (pa.string(), "Id of the run, in Dagster too"),
    "started_at": (pa.timestamp("us", "UTC"), "Time it began"),
    "ended_at": (pa.timestamp("us", "UTC"), "Time it ended"),
    "outcome": (pa.string(), OUTCOMES),
    "release_id": (pa.string(), "Release that readers saw at its end"),
    "error": (pa.string(), "Why it failed, or what it lacks"),
    "documents": (pa.int64(), "Documents seen in the raw folder"),
    "new": (pa.int64(), "Of these, files that the release before did not hold"),
    "changed": (pa.int64(), "Of these, files with other bytes than in the release before"),
    "removed": (pa.int64(), "Files of the release before that are gone"),
    "withheld": (pa.int64(), "Documents withheld from the release, since their reading contradicts itself"),
    "numbers": (pa.int64(), "Numbers seen, in the release"),
    "findings": (pa.int64(), "Findings in the documents, in the release"),
    "seconds": (pa.float64(), "Seconds it took"),
    "cpu_seconds": (pa.float64(), "Seconds of CPU, of all its processes"),
    "peak_megabytes": (pa.float64(), "Megabytes that the largest of its processes held"),
    "steps": (
        pa.list_(
            pa.struct(
                [
                    ("step", pa.string()),
                    ("seconds", pa.float64()),
                    ("cpu_seconds", pa.float64()),
                    ("peak_megabytes", pa.float64()),
                ]
            )
        ),
        "The same for each step, in order: unnest(steps)",
    ),
    "versions": (pa.struct([(name, pa.string()) for name in (*PACKAGES, "extractor", "python")]), "What it ran on"),
    "hook_problem": (pa.string(), "Why its failure could not be told to those who were to be told"),
}


def versions(extractor: str) -> dict[str, str]:
    """Return the versions a run depends on."""
    installed = {name: version(package) for name, package in PACKAGES.items()}
    return installed | {"extractor": extractor, "python": platform.python_version()}
