"""`yusuan run`: the main job, with progress and a summary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from dagster_project.commands.alike import alike
from dagster_project.commands.frame import DataFolder, InLanguage, RawFolder, console, with_folders
from dagster_project.commands.summary import PARTS, Times, summarise
from dagster_project.commands.words import words_in
from dagster_project.errors import RunFailed, UsageError
from dagster_project.languages import Language, Words
from dagster_project.main_run import run_what_is_new
from dagster_project.publication.releases import current_release
from dagster_project.runs.lines import Lines, tell
from dagster_project.runs.recorder import LOG
from dagster_project.settings import Settings, environment_set
from dagster_project.settings.variables import ACCEPT_FEWER

EXAMPLE = "yusuan run --raw ~/documents --data ~/yusuan-data"


class LogFormat(StrEnum):
    """How a run tells what it does."""

    TEXT = "text"
    JSON = "json"


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
    log_format: Annotated[
        LogFormat, typer.Option("--log-format", help="How to tell what is done: for people, or JSON, an object a line.")
    ] = LogFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Read what is new in the raw folder, build and check the warehouse, and publish it."""
    settings = Settings.load(raw, data)
    how: dict[str, Any] = {"retry": retry, "rebuild": rebuild, "rehash": rehash}
    with environment_set({ACCEPT_FEWER: "1"} if accept_fewer else {}):
        if log_format is LogFormat.JSON:
            _run_in_json(settings, how)
        else:
            _refuse_mistyped(raw)
            _run_for_people(settings, how, verbose, data, words_in(language or Language.EN))


def _run_in_json(settings: Settings, how: dict[str, Any]) -> None:
    """Run, and tell all there is to tell as JSON, a failure too."""
    words = words_in(Language.EN)
    times, before = Times(words.starting), current_release(settings)

    def listen(kind: str, what: str) -> None:
        if kind == "step":
            times.begin(what)
            tell("info", words("step", what), what)
        elif kind == "rollback":
            tell("warning", what)

    with _warnings_in_json():
        try:
            release = run_what_is_new(settings, listen, in_json=True, **how)
        except (RunFailed, UsageError) as error:
            tell("error", str(error), times.step)
            raise
    counts = ", ".join(f"{count:,} {words('count', what)}" for what, count in summarise(settings).items())
    if release == before:
        tell("info", f"Nothing is new since {release.release_id}, which stays: {counts}")
    else:
        tell("info", f"Published {release.release_id} in {times.total:.1f} s: {counts}")


@contextmanager
def _warnings_in_json() -> Iterator[None]:
    handler = Lines()
    LOG.addHandler(handler)
    try:
        yield
    finally:
        LOG.removeHandler(handler)


def _run_for_people(settings: Settings, how: dict[str, Any], verbose: bool, data: Path | None, words: Words) -> None:
    """Run with progress, then show what the release holds and how to ask it."""
    times, before = Times(words.starting), current_release(settings)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=verbose) as progress:
        task = progress.add_task(words.starting)

        def listen(kind: str, what: str) -> None:
            if kind == "rollback":
                console.print(words.rolled_back.format(what), soft_wrap=True)
                return
            if kind == "step":
                times.begin(words("step", what))
                if not console.is_terminal and not verbose:
                    console.print(times.step)
            progress.update(task, description=times.step if kind == "step" else f"{times.step}: {what[:60]}")

        release = run_what_is_new(settings, listen, "INFO" if verbose else "CRITICAL", **how)
    if release == before:
        console.print(words.unchanged.format(release.release_id))
    else:
        told = words.published.format(release.release_id, f"{times.total:.1f}", times)
        console.print(told, soft_wrap=not console.is_terminal)
    if settings.raw.is_dir() and not any(settings.raw.iterdir()):
        console.print(words.nothing_there.format(settings.raw), style="yellow", soft_wrap=True)
    _show_summary(settings, data, words)


def _refuse_mistyped(raw: Path | None) -> None:
    """Raise UsageError for a folder that was typed and is not there: such a run has not begun, and none failed."""
    if raw is None or raw.expanduser().is_dir():
        return
    beside = raw.expanduser().absolute().parent
    folders = [each.name for each in beside.iterdir() if each.is_dir()] if beside.is_dir() else []
    meant = alike(raw.name, folders)
    hint = f"Do you mean {beside / meant[0]}?" if meant else "Create it, or name another."
    raise UsageError(f"There is no folder {raw}, and nothing was run. {hint}")


def _show_summary(settings: Settings, data: Path | None, words: Words) -> None:
    table = Table("", "count", show_header=False)
    table.columns[1].justify = "right"
    counts = summarise(settings)
    for what, count in counts.items():
        table.add_row(("  " if what in PARTS else "") + words("count", what), f"{count:,}")
    console.print(table)
    console.print(words.warehouse.format(settings.warehouse), soft_wrap=True)
    command = with_folders('yusuan query "select * from rpt_coverage"', data=data)
    console.print(words.ask.format(command), soft_wrap=True)
    for what, said in {"findings": words.see_findings, "issues": words.see_issues}.items():
        if counts[what]:
            console.print(said.format(with_folders(f"yusuan {what}", data=data)), soft_wrap=True)
