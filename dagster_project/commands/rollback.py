"""`yusuan rollback`: readers see an older release again."""

from __future__ import annotations

from typing import Annotated

import typer

from dagster_project.commands.frame import DataFolder, say
from dagster_project.publication.releases import current_release
from dagster_project.publication.rollback import roll_back
from dagster_project.settings import Settings

EXAMPLE = "yusuan rollback 20260101T020000Z"


def rollback(
    release: Annotated[
        str | None,
        typer.Argument(help="Id of a release, or its beginning (else the one before the current).", show_default=False),
    ] = None,
    data: DataFolder = None,
) -> None:
    """Point readers back to an older release; who has another open keeps it, and nothing is removed.

    The next run builds anew, also where nothing is new: mend first what was wrong with the newer one.
    """
    settings = Settings.of_folders(data=data)
    before = current_release(settings)
    now = roll_back(settings, release)
    if now == before:
        say(f"Readers see {now.release_id} already.")
        return
    left = f", no longer {before.release_id}, which is kept" if before else ""
    say(f"Readers see {now.release_id}{left}.")
    say("The next run builds anew, also where nothing is new.")
    if settings.site.is_dir() and not now.is_shown_in(settings.site):
        say(f"The site {settings.site} shows another release: `yusuan site` makes it anew.")
