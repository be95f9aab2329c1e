"""The build database: what dbt builds a release in, from staging to audit. No reader opens it.

build/<release id>/warehouse.duckdb   named as the readers' file, so that the names dbt writes down hold there too
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dagster_project.settings import Settings


@dataclass(frozen=True)
class OfRelease:
    """A folder of one release, named by its id: what it holds is of no other."""

    folder: Path

    @property
    def release_id(self) -> str:
        """Time of the build in UTC and the start of the run's id: sorts by time."""
        return self.folder.name

    @property
    def built_at(self) -> datetime:
        """Time in UTC at which the build began, from the id."""
        return datetime.strptime(self.release_id.split("-")[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


class Build(OfRelease):
    """The build of one release."""

    @property
    def database(self) -> Path:
        """The DuckDB file."""
        return self.folder / "warehouse.duckdb"

    @property
    def kept(self) -> Path:
        """Where the published tables of the last release are found while what is touched is built; else not there."""
        return self.folder / "kept"

    @property
    def last_warehouse(self) -> Path:
        """Among what is kept, the readers' file of the last release."""
        return self.kept / "warehouse.duckdb"

    @property
    def sources(self) -> tuple[Path, Path]:
        """The extracted and the judged rows of the touched documents, where only these are built."""
        return self.folder / "part" / "extracted", self.folder / "part" / "judged"

    @property
    def remembered(self) -> Path:
        """What the next night needs to know of this one."""
        return self.folder / "remembered"


def build_of(settings: Settings, release_id: str) -> Build:
    """Return the build of a release; it may be gone, since only that of the current release is kept."""
    return Build(settings.builds / release_id)
