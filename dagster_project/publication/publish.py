"""Finish a release and point readers to it: sealed first, pointed to last, so that nobody sees half of it."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

from dagster_project.atomic import replaced, sync, sync_whole, write_text
from dagster_project.errors import RunFailed
from dagster_project.publication.exported import export
from dagster_project.publication.readers_file import write_readers_file
from dagster_project.publication.releases import Release, drop_old_builds, drop_old_releases
from dagster_project.settings import Settings
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.memory import Memory
from dagster_project.warehouse.part import drop_part


def seal(release: Release, build: Path, memory: Memory, inputs: str | None = None) -> dict[str, int]:
    """Make the readers' file of a release from its build database, read-only, and export it; return rows per table.

    `memory` is what this may take, `inputs` the digest of what it follows from, where that is known: it spares building
    the same again. Readers do not see it yet. Raises RunFailed where there is nothing to publish or the file is still
    open.
    """
    of = Build(build.parent)
    last = of.last_warehouse.resolve().parent / release.parquet.name if of.kept.is_dir() else None
    changed = memory.enough(lambda memory: write_readers_file(memory, build, release.warehouse))
    drop_part(of)
    counts = memory.enough(lambda memory: export(memory, changed, last, release))
    _make_read_only(release)
    # what the release is told by stands on the disk after what it tells of
    sync_whole(release.folder)
    summary = {
        "release_id": release.release_id,
        "built_at": release.built_at.isoformat(),
        "inputs": inputs,
        "row_counts": counts,
    }
    write_text(json.dumps(summary, indent=2) + "\n", release.manifest)
    return counts


def point_to(release: Release, settings: Settings) -> None:
    """Rename one pointer over the old one: readers see the old release or this one, never a mixture.

    Releases older than the last few are dropped, and so is the build database of the one before.
    """
    release.mark.unlink(missing_ok=True)
    # a release that readers are pointed to must never be found half-built, or gone
    sync(release.folder)
    sync(release.folder.parent)
    point(release, settings)
    drop_old_releases(settings)
    drop_old_builds(settings)


def point(release: Release, settings: Settings) -> None:
    """Rename one pointer over the old one, and drop nothing."""
    _replace_link(settings.current, Path(os.path.relpath(release.folder, settings.data.resolve())))
    through_current = Path(settings.current.name) / release.warehouse.name
    if not settings.warehouse.is_symlink() or settings.warehouse.readlink() != through_current:
        _replace_link(settings.warehouse, through_current)


def _make_read_only(release: Release) -> None:
    log = release.warehouse.with_name(release.warehouse.name + ".wal")
    if log.exists():
        raise RunFailed(f"{log} is left: somebody still has the new warehouse open for writing.")
    release.warehouse.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)


def _replace_link(link: Path, target: Path) -> None:
    if link.exists() and not link.is_symlink():
        raise RunFailed(f"{link} is not the link that releases are published through. Move it away and run again.")
    with replaced(link) as beside:
        beside.symlink_to(target)
