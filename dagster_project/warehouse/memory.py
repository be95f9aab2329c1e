"""What a database may hold in memory while it is asked or written, and where it puts what does not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import duckdb

from dagster_project.settings import Settings

DOUBLINGS = 4
"""How often twice the memory is taken where something does not fit: a folder may grow overnight."""
Result = TypeVar("Result")


@dataclass(frozen=True)
class Memory:
    """Megabytes that a database may hold, and the folder for the rest."""

    megabytes: int
    spill: Path

    @classmethod
    def of(cls, settings: Settings) -> Memory:
        """Return what the settings state."""
        return cls(settings.bounds.database_megabytes, settings.spill)

    def connect(
        self, database: Path | None = None, *, read_only: bool = False, **more: str
    ) -> duckdb.DuckDBPyConnection:
        """Open a database, one of its own where none is named, with what `more` is to be set for it.

        One thread takes least, of memory and of CPU.
        """
        self.spill.mkdir(parents=True, exist_ok=True)
        limits = {"threads": "1", "memory_limit": f"{self.megabytes}MB", "temp_directory": str(self.spill)}
        return duckdb.connect(str(database or ":memory:"), read_only=read_only, config={**limits, **more})

    def enough(self, work: Callable[[Memory], Result]) -> Result:
        """Return what some work comes to; where it does not fit, it is begun anew in twice the memory, a few times."""
        memory = self
        for _ in range(DOUBLINGS):
            try:
                return work(memory)
            except duckdb.OutOfMemoryException:
                memory = replace(memory, megabytes=2 * memory.megabytes)
        return work(memory)


def clear(spill: Path) -> None:
    """Make the folder for what does not fit into memory, without what a build that was killed left in it."""
    spill.mkdir(parents=True, exist_ok=True)
    for left in spill.glob("duckdb_temp_*"):
        left.unlink()
