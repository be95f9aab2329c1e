"""Which releases are kept and why, and how readers are pointed back to an older one."""

from __future__ import annotations

from typing import NamedTuple

import duckdb

from dagster_project.errors import RunFailed, UsageError
from dagster_project.publication.lock import run_lock
from dagster_project.publication.publish import point
from dagster_project.publication.releases import (
    KEPT,
    Release,
    all_releases,
    complete_releases,
    current_release,
    withdrawn_releases,
)
from dagster_project.settings import Settings

DOCUMENTS, FINDINGS = "dim_documents", "fct_findings"


class Kept(NamedTuple):
    """A release folder: what it holds, the bytes it takes alone, and why it is there."""

    release: Release
    documents: int | None
    findings: int | None
    size: int
    because: str


def kept_releases(settings: Settings) -> list[Kept]:
    """Return every release folder, newest first."""
    return [_kept(settings, release) for release in reversed(all_releases(settings))]


def _kept(settings: Settings, release: Release) -> Kept:
    counts = release.row_counts() if release.is_complete else {}
    files = [file.stat() for file in release.folder.rglob("*") if file.is_file()]
    size = sum(file.st_size for file in files if file.st_nlink == 1)
    return Kept(release, counts.get(DOCUMENTS), counts.get(FINDINGS), size, _because(settings, release))


def _because(settings: Settings, release: Release) -> str:
    if release == current_release(settings):
        return "readers see it" + (", rolled back to" if withdrawn_releases(settings) else "")
    if not release.is_complete:
        return "half-built: the next run removes it"
    if release in withdrawn_releases(settings):
        return "rolled back from"
    return f"one of the last {KEPT}" if release in complete_releases(settings)[-KEPT:] else "the next run removes it"


def roll_back(settings: Settings, named: str | None = None) -> Release:
    """Point readers to the release of an id, or of its beginning; without one to that before the current.

    Nothing is removed, and a reader who has a release open keeps it. Raises UsageError where there is no such release,
    RunFailed where it is damaged, Busy where a run is at work.
    """
    with run_lock(settings.lock):
        release = _named(settings, named) if named else _before(settings)
        _try(release)
        point(release, settings)
    return release


def _named(settings: Settings, named: str) -> Release:
    whole = complete_releases(settings)
    found = [release for release in whole if release.release_id.startswith(named)]
    if len(found) != 1:
        ids = ", ".join(release.release_id for release in found or whole) or "none"
        told = f"{named} begins the ids of {len(found)} releases" if found else f"No release is kept as {named}"
        raise UsageError(f"{told}. There are {ids}.")
    return found[0]


def _before(settings: Settings) -> Release:
    current = current_release(settings)
    older = [each for each in complete_releases(settings) if current and each.release_id < current.release_id]
    if not older:
        raise UsageError("No release is kept that is older than the current one. `yusuan releases` lists them.")
    return older[-1]


def _try(release: Release) -> None:
    """Raise RunFailed where readers could not read what they would be pointed to."""
    try:
        with duckdb.connect(str(release.warehouse), read_only=True) as connection:
            connection.execute(f"select count(*) from marts.{DOCUMENTS}")
    except duckdb.Error as error:
        raise RunFailed(f"{release.release_id} cannot be read, readers stay where they are: {error}") from error
