"""`yusuan forget`: remove a document and its bytes from what is kept."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from dagster_project.commands.frame import DataFolder, RawFolder, console
from dagster_project.errors import UsageError
from dagster_project.publication.holding import drop_releases, releases_holding
from dagster_project.publication.lock import run_lock
from dagster_project.publication.releases import Release, drop_old_builds
from dagster_project.settings import Settings, switch_telemetry_off
from dagster_project.store.buckets import read_extracted
from dagster_project.store.forgetting import forget_content

EXAMPLE = "yusuan forget sub/budget.pdf --releases"


def forget(
    file: Annotated[
        str,
        typer.Argument(
            help="Path below the raw folder as tables show it, document id, or SHA-256.", show_default=False
        ),
    ],
    raw: RawFolder = None,
    data: DataFolder = None,
    releases: Annotated[
        bool, typer.Option("--releases", help="Drop the releases that hold it, too, also the current one.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Remove a document from the archive and from what was read; the file in the raw folder is yours to remove."""
    settings = Settings.load(raw, data)
    with run_lock(settings.lock):
        held = list(releases_holding(settings, file))
        contents = _contents(settings, file).union(*(each.contents for each in held))
        if not contents:
            raise UsageError(
                f"No document {file} is kept. `select document_file from dim_documents` names those that are."
            )
        holding = [each.release for each in held]
        _ask(file, holding if releases else [], yes)
        removed = [place for content in sorted(contents) for place in forget_content(settings, content)]
        if releases:
            drop_releases(settings, holding)
        # what was built and never published may hold it, and nobody reads it
        drop_old_builds(settings)
        pages = _forget_pages(settings, contents)
        runs = _forget_runs(settings)
    console.print(f"Removed {len(removed)} files and folders below {settings.data}.", soft_wrap=True)
    if pages:
        console.print(f"Removed {pages} files of the site. `yusuan site` takes its name off the other pages.")
    if runs:
        console.print(f"Removed {runs} runs from Dagster: what they told may have held rows of it.")
    _tell_what_is_left(settings, file, [] if releases else holding)


def _contents(settings: Settings, named: str) -> set[str]:
    """Return the hashes of the contents that a name stands for: of what was read last, or of the archive itself."""
    rows = read_extracted(settings.extracted, "documents").select(["document_file", "document_id", "content_sha256"])
    found = {row["content_sha256"] for row in rows.to_pylist() if named in row.values()}
    is_archived = len(named) == 64 and named.isalnum() and (settings.archive / named).is_file()
    return found | {named} if is_archived else found


def _forget_pages(settings: Settings, contents: frozenset[str] | set[str]) -> int:
    if not settings.site.is_dir():
        return 0
    from dagster_project.site import forget_pages  # loads the knowledge

    return forget_pages(settings.site, contents)


def _forget_runs(settings: Settings) -> int:
    if not settings.dagster.is_dir():
        return 0
    switch_telemetry_off()
    from dagster_project.defs.instance import forget_runs  # imports Dagster: a second

    return forget_runs(settings)


def _ask(file: str, dropped: list[Release], yes: bool) -> None:
    names = ", ".join(release.release_id for release in dropped)
    question = f"Remove {file} and what was read of it" + (f", and drop the releases {names}" if dropped else "") + "?"
    if not yes and not typer.confirm(question):
        raise UsageError("Nothing was removed.")


def _tell_what_is_left(settings: Settings, file: str, holding: list[Release]) -> None:
    if os.path.lexists(settings.raw / file.partition("!/")[0]):
        console.print(f"{settings.raw / file} still lies there: the next run reads it again.", soft_wrap=True)
    if holding:
        names = ", ".join(release.release_id for release in holding)
        console.print(f"{len(holding)} releases still hold it: {names}. --releases drops them.", soft_wrap=True)
    console.print("`yusuan run` publishes without it.", soft_wrap=True)
