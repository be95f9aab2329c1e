"""Make the site of the published release, or a part of it: what is the same as last time stays as it is."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dagster_project.atomic import write_text
from dagster_project.errors import UsageError
from dagster_project.publication.lock import run_lock
from dagster_project.publication.releases import SHOWN, Release, current_release
from dagster_project.settings import Settings
from dagster_project.site.catalogue import catalogue
from dagster_project.site.folder import SiteFolder, holds_site
from dagster_project.site.pages import Pages
from dagster_project.site.selection import present, selected
from dagster_project.site.units import Progress, Units
from dagster_project.warehouse.memory import Memory


class Report(NamedTuple):
    """What making the site came to; `failed` are files of documents whose pages could not be made."""

    folder: Path
    release_id: str
    bodies: int
    documents: int
    documents_made: int
    written: int
    kept: int
    removed: int
    size: int
    seconds: float
    failed: tuple[str, ...]


def make_site(
    settings: Settings,
    folder: Path | None = None,
    only: Sequence[str] = (),
    progress: Progress = lambda what, done, total: None,
) -> Report:
    """Make the site of the current release into `folder`, else into the data folder.

    `only` names regions, bodies and documents, by their code, their id or a part of their name; what was made of others
    stays. Raises UsageError where there is no release, or nothing is so named, RunFailed where the site is being made
    already or the disk is at fault.
    """
    began = time.monotonic()
    release = current_release(settings)
    if release is None:
        raise UsageError("There is no release to show yet. Run `make run` (or `yusuan run`) first.")
    root = folder or settings.site
    _make_folder(root)
    with (
        run_lock(root.with_name(f".{root.name}.lock")),
        Memory.of(settings).connect(release.warehouse, read_only=True) as connection,
    ):
        site = SiteFolder(root)
        whole = catalogue(connection)
        wanted = selected(whole, only) if only else whole
        units = Units(site, Pages(_about(release), present(whole, wanted, site.had())), connection, progress)
        units.put_small()
        units.put_bodies(wanted.bodies, settings, release.warehouse)
        made, failed = units.put_documents(wanted.documents, settings, release.warehouse)
        site.finish(is_whole=not only)
        if not only and not release.is_shown_in(root):
            write_text(release.release_id, root / SHOWN)
    return Report(
        folder=site.root,
        release_id=release.release_id,
        bodies=len(wanted.bodies),
        documents=len(wanted.documents),
        documents_made=made,
        written=site.written,
        kept=site.kept,
        removed=site.removed,
        size=site.size(),
        seconds=time.monotonic() - began,
        failed=failed,
    )


def _make_folder(root: Path) -> None:
    """Make the folder of a site; raises UsageError for what can be none."""
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{root} cannot be a folder to write to ({error.strerror}). Name another.") from error


def forget_pages(folder: Path, contents: Collection[str]) -> int:
    """Remove the pages of documents, named by the hashes of their contents, and return how many files those were.

    Other pages name them until the site is made again. The caller sees to it that the site is not being made.
    """
    if not holds_site(folder):
        return 0
    site = SiteFolder(folder)
    for unit in sorted(site.had()):
        kind, _, name = unit.partition("/")
        if kind == "documents" and any(content.startswith(name) for content in contents):
            site.drop(unit)
    site.finish(is_whole=False)
    return site.removed


def _about(release: Release) -> dict[str, Any]:
    return {"release_id": release.release_id, "built_at": release.built_at.strftime("%Y-%m-%d %H:%M UTC")}
