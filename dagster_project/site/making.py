"""What a worker makes of the site: the files of one unit, as a parcel that is put into its place."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

import duckdb

from dagster_project.errors import RunFailed
from dagster_project.settings import Settings
from dagster_project.site.pages import Pages
from dagster_project.store.failures import Failure
from dagster_project.warehouse.memory import Memory

Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Making(Generic[Shown]):
    """Makes the pages of documents, or of bodies, into `parcels`, a folder for each unit."""

    settings: Settings
    warehouse: Path
    pages: Pages
    parcels: Path

    def attempt(self, shown: Shown, seconds: int) -> Failure | RunFailed | None:
        """Make the pages of one and return what went wrong."""
        try:
            self.make(shown)
        except OSError as error:
            return RunFailed(f"The site cannot be written: {error}. Check its disk, then run again.")
        except Exception as error:  # a page that cannot be made costs its document alone
            return Failure.of(error)
        return None

    def make(self, shown: Shown) -> None:
        """Make the pages of one."""
        raise NotImplementedError

    def opened(self) -> duckdb.DuckDBPyConnection:
        """Return a connection of one's own to the release, which a process opens once: that takes as long as a page."""
        return _kept(Memory.of(self.settings), self.warehouse).cursor()

    def pack(self, unit: str, files: Mapping[str, bytes]) -> None:
        """Write the files of a unit, by address, into its parcel."""
        for address, written in files.items():
            file = self._parcel(unit) / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(written)

    def unpacked(self, unit: str) -> dict[str, bytes]:
        """Return the files of a parcel, which is gone afterwards."""
        parcel = self._parcel(unit)
        files = sorted(file for file in parcel.rglob("*") if file.is_file())
        unpacked = {file.relative_to(parcel).as_posix(): file.read_bytes() for file in files}
        self.drop(unit)
        return unpacked

    def drop(self, unit: str) -> None:
        """Remove a parcel, of which there may be a part."""
        shutil.rmtree(self._parcel(unit), ignore_errors=True)

    def _parcel(self, unit: str) -> Path:
        return self.parcels / unit.replace("/", "-")


@lru_cache(maxsize=1)
def _kept(memory: Memory, warehouse: Path) -> duckdb.DuckDBPyConnection:
    return memory.connect(warehouse, read_only=True)
