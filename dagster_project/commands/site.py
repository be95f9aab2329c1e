"""`yusuan site`: pages to read of the published release."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dagster_project.commands.frame import DEFECT, DataFolder, console, errors
from dagster_project.settings import Settings

EXAMPLE = "yusuan site ~/yusuan-site --only 440300"
MEGABYTE = 2**20


def site(
    folder: Annotated[
        Path | None, typer.Argument(help="Folder of the site (else `site` in the data folder).", show_default=False)
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="NAME",
            help="Make only the pages of a region, a body or a document, named by the code of the region, the id of "
            "the document, or part of a name. May be repeated; what was made of others stays.",
            show_default=False,
        ),
    ] = None,
    data: DataFolder = None,
) -> None:
    """Make a site of the published release to read and to print, in Chinese and English, which opens from disk.

    It has a page for each body with its spending in tables and charts, and one for each document with what was read
    over what is printed. What is the same as last time is left as it is.
    """
    from dagster_project.site import make_site  # loads the knowledge

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("starting", total=None)
        report = make_site(
            Settings.load(data=data),
            folder and folder.expanduser().absolute(),
            only or [],
            lambda what, done, total: progress.update(task, description=what, completed=done, total=total),
        )
    console.print(
        f"{report.bodies:,} bodies and {report.documents:,} documents of {report.release_id}, "
        f"{report.documents_made:,} of these made anew: {report.written:,} files written, {report.kept:,} kept, "
        f"{report.removed:,} removed, {report.size / MEGABYTE:,.1f} MB in {report.seconds:.1f} s",
        soft_wrap=True,
    )
    for file in report.failed:
        errors.print(f"The pages of {file} could not be made; what the release says of it is there.")
    console.print(f"Open {report.folder / 'index.html'}", soft_wrap=True)
    if report.failed:
        raise typer.Exit(DEFECT)
