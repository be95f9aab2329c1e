"""`yusuan runs`: what became of the runs, and whether the last good one is long ago."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer

from dagster_project.commands.frame import DEFECT, DataFolder, errors, told
from dagster_project.commands.people import print_rows
from dagster_project.commands.rows import Format, print_csv, print_json
from dagster_project.errors import UsageError
from dagster_project.runs.history import as_table, read_runs
from dagster_project.runs.record import COLUMNS, Run
from dagster_project.settings import Settings

EXAMPLE = "yusuan runs --stale-after 36h"
AGE = re.compile(r"(\d+)([mhd])")
UNITS = {"m": "minutes", "h": "hours", "d": "days"}
SHOWN = ("started", "outcome", "documents", "new", "changed", "removed", "findings", "seconds")


def runs(
    data: DataFolder = None,
    last: Annotated[int, typer.Option("--last", min=1, help="How many runs to show.")] = 20,
    stale_after: Annotated[
        str | None,
        typer.Option(
            "--stale-after",
            metavar="AGE",
            help="Leave exit code 1 where no run published, or found nothing new, for so long: 90m, 36h, 2d.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="csv and json hold every column of rpt_runs.")
    ] = Format.TABLE,
) -> None:
    """List the runs of the main job, newest first: when, what came of it, documents seen and new, and what it took.

    By SQL, with each step's seconds, CPU and memory:  yusuan query "from rpt_runs"
    """
    settings, age = Settings.of_folders(data=data), _age(stale_after) if stale_after else None
    kept = read_runs(settings)
    newest = kept[::-1][:last]
    if form is Format.TABLE:
        print_rows([*SHOWN], (_shown(run) for run in newest))
        _tell_of_failure(kept)
    else:
        rows = as_table(newest).to_pylist()
        print_as = print_csv if form is Format.CSV else print_json
        print_as([*COLUMNS], ([row[name] for name in COLUMNS] for row in rows))  # type: ignore[misc]
    if age is not None:
        _refuse_stale(kept, age)


def _shown(run: Run) -> tuple[Any, ...]:
    started = datetime.fromisoformat(run.started_at).astimezone().strftime("%Y-%m-%d %H:%M")
    return (started, str(run.outcome), run.documents, run.new, run.changed, run.removed, run.findings, run.seconds)


def _tell_of_failure(kept: list[Run]) -> None:
    if kept and not kept[-1].outcome.is_good:
        errors.print(told(f"The last run {kept[-1].outcome.told}: {kept[-1].error}"))


def _age(stated: str) -> timedelta:
    found = AGE.fullmatch(stated)
    if found is None:
        raise UsageError(f"--stale-after is “{stated}”. State minutes, hours or days: 90m, 36h, 2d.")
    return timedelta(**{UNITS[found[2]]: int(found[1])})


def _refuse_stale(kept: list[Run], age: timedelta) -> None:
    """Tell that there was no good run for longer than may be, and leave with the exit code of a failed check."""
    good = [run for run in kept if run.outcome.is_good]
    if good and datetime.now(UTC) - datetime.fromisoformat(good[-1].ended_at) <= age:
        return
    last = f"The last good run ended at {good[-1].ended_at}" if good else "There was no good run yet"
    errors.print(f"{last}: longer ago than may be.")
    raise typer.Exit(DEFECT)
