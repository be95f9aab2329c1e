"""Release folders: what lies in one, how one begins, and which are kept.

releases/<id>/warehouse.duckdb   the readers' file: the marts, and views of them in `main`
releases/<id>/parquet/           each table of the marts
releases/<id>/site/              documentation, where it was built
releases/<id>/release.json       row counts, written when the release is sealed
releases/<id>/.building          taken away last: a folder that has it is half-built
"""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from dagster_project.atomic import sweep, sync
from dagster_project.errors import RunFailed
from dagster_project.settings import Settings
from dagster_project.warehouse.build import OfRelease, build_of
from dagster_project.warehouse.remembered import Last

KEPT = 5
SHOWN = ".release"
"""In the folder of a site: the id of the release that it was made of as a whole."""


class Release(OfRelease):
    """One release folder."""

    @property
    def warehouse(self) -> Path:
        """The readers' file."""
        return self.folder / "warehouse.duckdb"

    @property
    def parquet(self) -> Path:
        """Folder of the Parquet exports."""
        return self.folder / "parquet"

    @property
    def docs_page(self) -> Path:
        """The page that describes every table and column."""
        return self.folder / "site" / "docs" / "index.html"

    @property
    def manifest(self) -> Path:
        """`release.json`: the tables and their row counts."""
        return self.folder / "release.json"

    @property
    def mark(self) -> Path:
        """Holds the id of the run at work, for as long as it is."""
        return self.folder / ".building"

    @property
    def is_complete(self) -> bool:
        """True once readers may be pointed here."""
        return self.manifest.exists() and not self.mark.exists()

    def inputs(self) -> str | None:
        """Return the digest of what the release follows from; None where that is not known."""
        inputs: str | None = json.loads(self.manifest.read_text(encoding="utf-8")).get("inputs")
        return inputs

    def is_shown_in(self, site: Path) -> bool:
        """Tell whether a site shows this release, all of it."""
        note = site / SHOWN
        shows = note.is_file() and note.read_text(encoding="utf-8", errors="replace") == self.release_id
        return shows and (site / "index.html").is_file()

    def row_counts(self) -> dict[str, int]:
        """Return rows per published table."""
        counts: dict[str, int] = json.loads(self.manifest.read_text(encoding="utf-8"))["row_counts"]
        return counts


def begin_release(settings: Settings, run_id: str, now: datetime | None = None) -> Release:
    """Make the folder of a new release, after clearing away what failed runs left half-built.

    The caller holds the run lock, so that no other release is being built.
    """
    sweep(settings.data, below=False)
    for release in all_releases(settings):
        if not release.is_complete:
            _remove(release)
    drop_old_builds(settings)
    moment = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    release = Release(settings.releases / f"{moment}-{run_id[:8]}")
    release.folder.mkdir(parents=True)
    release.mark.write_text(run_id)
    return release


def release_of_run(settings: Settings, run_id: str) -> Release:
    """Return the release that a run began and has not published; raises RunFailed where there is none."""
    for release in all_releases(settings):
        if release.mark.exists() and release.mark.read_text() == run_id:
            return release
    raise RunFailed("This run has built no warehouse to publish: run the whole job, not the publication alone.")


def release_started_by(settings: Settings, run_id: str) -> Release | None:
    """Return the release that a run began, published since or not; None where it began none."""
    started = (release for release in all_releases(settings) if release.release_id.endswith(f"-{run_id[:8]}"))
    return next(started, None)


def all_releases(settings: Settings) -> list[Release]:
    """Return every release folder, oldest first, half-built ones too."""
    if not settings.releases.is_dir():
        return []
    return [Release(folder) for folder in sorted(settings.releases.resolve().iterdir()) if folder.is_dir()]


def complete_releases(settings: Settings) -> list[Release]:
    """Return the complete releases, oldest first."""
    return [release for release in all_releases(settings) if release.is_complete]


def current_release(settings: Settings) -> Release | None:
    """Return the release that readers see; None before the first one."""
    return Release(settings.current.resolve()) if settings.current.exists() else None


def withdrawn_releases(settings: Settings) -> list[Release]:
    """Return the complete releases newer than the one that readers see: those that were rolled back from."""
    current = current_release(settings)
    return [each for each in complete_releases(settings) if current and each.release_id > current.release_id]


def start_of(settings: Settings) -> Last | None:
    """Return the release that readers see as what a night starts from; None before the first."""
    current = current_release(settings)
    if current is None or not current.is_complete or not current.warehouse.is_file():
        return None
    return Last(current.parquet, current.warehouse, build_of(settings, current.release_id))


def drop_old_releases(settings: Settings, kept: int = KEPT) -> list[str]:
    """Remove all but the newest complete releases, never the current one; return the ids removed."""
    current = current_release(settings)
    old = [release for release in complete_releases(settings)[:-kept] if release != current]
    for release in old:
        _remove(release)
    return [release.release_id for release in old]


def drop_unpublished(settings: Settings, run_id: str) -> None:
    """Remove the release that a run began and left half-built; its build database stays, to look at, until the next."""
    for release in all_releases(settings):
        if release.mark.exists() and release.mark.read_text() == run_id:
            _remove(release)


def drop_old_builds(settings: Settings) -> None:
    """Remove every build database but that of the current release: a night starts from none that was not published."""
    current = current_release(settings)
    for folder in settings.builds.glob("*/"):
        if current is None or folder.name != current.release_id:
            shutil.rmtree(folder)


def _remove(release: Release) -> None:
    """Remove a release, so that what is left where this is cut short is not taken for one."""
    release.manifest.unlink(missing_ok=True)
    sync(release.folder)
    shutil.rmtree(release.folder)
