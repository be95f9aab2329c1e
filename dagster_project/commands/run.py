"""`yusuan run`: the main job, with progress and a summary."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from dagster_project.commands.frame import DataFolder, RawFolder, console, with_folders
from dagster_project.commands.summary import Times, summarise
from dagster_project.errors import UsageError
from dagster_project.main_run import run_what_is_new
from dagster_project.publication.releases import current_release
from dagster_project.settings import ACCEPT_FEWER, Settings, environment_set

EXAMPLE = "yusuan run --raw ~/documents --data ~/yusuan-data"
STEPS = {
    "known_files": "looking for what is new",
    "models": "preparing the models",
    "raw_documents": "looking through the raw folder",
    "stated__findings_review": "reading verdicts on findings",
    "stated__stated_problems": "reading corrections",
    "extracted_tables": "reading documents",
    "extracted_invariants": "checking the inventory",
    "judged_tables": "counting numbers again",
    "dbt_models": "building the warehouse",
    "families_of_rules": "summing up the findings",
    "release": "sealing the release",
    "release_invariants": "checking the release",
    "current_release": "publishing",
    "site": "making the site",
}


def run(
    raw: RawFolder = None,
    data: DataFolder = None,
    accept_fewer: Annotated[
        bool, typer.Option("--accept-fewer", help="Publish also where many documents of the current release are gone.")
    ] = False,
    retry: Annotated[
        bool, typer.Option("--retry", help="Read again the documents on which the reader failed before.")
    ] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Build a release also where nothing is new.")] = False,
    rehash: Annotated[
        bool,
        typer.Option("--rehash", help="Read every file again, also where size and times say that it is as it was."),
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show what Dagster logs.")] = False,
) -> None:
    """Read what is new in the raw folder, build and check the warehouse, and publish it."""
    settings = Settings.load(raw, data)
    if not settings.raw.is_dir():
        raise UsageError(f"There is no raw folder {settings.raw}. Create it, or name another with --raw or YUSUAN_RAW.")
    times, before = Times(), current_release(settings)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=verbose) as progress:
        task = progress.add_task("starting")

        def listen(kind: str, what: str) -> None:
            if kind == "rollback":
                console.print(f"{what} This run builds anew.", soft_wrap=True)
                return
            if kind == "step":
                times.begin(STEPS.get(what, what))
                if not console.is_terminal and not verbose:
                    console.print(times.step)
            progress.update(task, description=times.step if kind == "step" else f"{times.step}: {what[:60]}")

        with environment_set({ACCEPT_FEWER: "1"} if accept_fewer else {}):
            level = "INFO" if verbose else "CRITICAL"
            release = run_what_is_new(settings, listen, level, retry=retry, rebuild=rebuild, rehash=rehash)
    if release == before:
        console.print(f"Nothing is new since {release.release_id}, which stays; --rebuild builds it all the same")
    else:
        told = f"Published {release.release_id} in {times.total:.1f} s: {times}"
        console.print(told, soft_wrap=not console.is_terminal)
    table = Table("", "count", show_header=False)
    table.columns[1].justify = "right"
    for what, count in summarise(settings).items():
        table.add_row(what, f"{count:,}")
    console.print(table)
    console.print(f"Warehouse: {settings.warehouse}", soft_wrap=True)
    command = with_folders('yusuan query "select * from rpt_coverage"', data=data)
    console.print(f"Ask it:    {command}", soft_wrap=True, markup=False)
