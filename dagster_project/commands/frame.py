"""What all commands share: where they print, their common options, and how errors become exit codes."""

from __future__ import annotations

import functools
import os
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, ParamSpec

import duckdb
import typer
from rich.console import Console

from dagster_project.errors import Busy, RunFailed, UsageError
from dagster_project.languages import Language, told_in_chinese
from dagster_project.runs.history import lay_beside
from dagster_project.settings import Settings
from dagster_project.settings.variables import DATA, LANGUAGE, RAW

EXIT_CODES = "Exit codes: 0 done · 1 a defect or a failed check · 2 wrong usage · 3 another run is at work."
DEFECT, USAGE, BUSY = 1, 2, 3
NAME = "yusuan"

Arguments = ParamSpec("Arguments")
RawFolder = Annotated[
    Path | None, typer.Option("--raw", help=f"Folder of the documents (else ${RAW}, else ./raw).", show_default=False)
]
DataFolder = Annotated[
    Path | None, typer.Option("--data", help=f"Folder of what is made (else ${DATA}, else ./data).", show_default=False)
]
InLanguage = Annotated[
    Language | None,
    typer.Option("--lang", envvar=LANGUAGE, show_envvar=False, help=f"Language of what is said (else ${LANGUAGE})."),
]

# into a file or a pipe, nothing is squeezed into the eighty columns of a terminal that is not there
WIDTH = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 160

# what is printed names files and folders, in which brackets and colons are what they are
console = Console(width=WIDTH, markup=False, emoji=False)
errors = Console(stderr=True, soft_wrap=True, markup=False, emoji=False)


def guarded(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Return the command with its known errors told in one sentence and turned into exit codes."""

    @functools.wraps(command)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        language = kwargs.get("language")
        try:
            command(*args, **kwargs)
        except UsageError as error:
            errors.print(told(str(error), language), style="red")
            raise typer.Exit(USAGE) from error
        except RunFailed as error:
            errors.print(told(str(error), language), style="red")
            raise typer.Exit(BUSY if isinstance(error, Busy) else DEFECT) from error

    return run


def told(text: str, language: object = None) -> str:
    """Return what a person is told, in the language asked for, with the commands in it as this one was started.

    Where none is asked for, that is English.
    """
    return as_called(told_in_chinese(text) if (language or os.environ.get(LANGUAGE)) == Language.ZH else text)


def say(text: str) -> None:
    """Print a sentence for the reader."""
    console.print(told(text), soft_wrap=True)


def with_folders(command: str, raw: Path | None = None, data: Path | None = None) -> str:
    """Return a command with the folders that were given, to be typed as it stands."""
    given = (("--raw", raw), ("--data", data))
    typed = command.replace(NAME, called(), 1) if command.startswith(f"{NAME} ") else command
    return " ".join([typed, *(f"{option} {shlex.quote(str(folder))}" for option, folder in given if folder)])


def as_called(text: str) -> str:
    """Return a text with the commands in it, which stand in backticks, as this one was started."""
    return text.replace(f"`{NAME} ", f"`{called()} ")


def called() -> str:
    """Return how this command was started, to be typed again: by its name alone where that is found on the path."""
    started = Path(sys.argv[0])
    if started.name != NAME or shutil.which(NAME) == str(started.absolute()):
        return NAME
    near = os.path.relpath(started)
    return shlex.quote(str(started) if near.startswith("..") else near)


def refuse_no_page(html: Path) -> None:
    """Raise UsageError where no page can be written to a file, or where nobody would open it as one."""
    if html.is_dir() or not html.parent.is_dir():
        raise UsageError(f"{html} cannot be written: name a file in a folder that exists, as in --html page.html.")
    if html.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(f"{html} is no name of a page: let it end with .html, as in --html page.html.")


def first_run(data: Path | None) -> str:
    """Return what a reader is told before the first run."""
    command = f"`{with_folders('yusuan run', data=data)}`"
    return f"Run {command} first." if data else f"Run `make run` (or {command}) first."


def open_warehouse(data: Path | None) -> duckdb.DuckDBPyConnection:
    """Return a read-only connection to the published warehouse.

    It reads no other file and attaches no other database; the history of runs, `rpt_runs`, is laid beside. Raises
    UsageError where nothing is published yet.
    """
    settings = Settings.of_folders(data=data)
    file = settings.warehouse
    if not file.exists():
        raise UsageError(f"There is no warehouse {file} yet. {first_run(data)}")
    # the release itself, not the pointer to it: the pointer may be renamed while the file is read
    connection = duckdb.connect(str(file.resolve()), read_only=True, config={"enable_external_access": "false"})
    lay_beside(connection, settings)
    connection.execute("set lock_configuration = true")
    return connection
