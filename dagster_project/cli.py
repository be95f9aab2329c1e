"""The command line `yusuan`: one module per command in `commands/`; this file only puts them together."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from inspect import getdoc
from typing import Annotated

import typer

from dagster_project.commands import (
    assess,
    docs,
    doctor,
    export,
    findings,
    forget,
    inspect,
    issues,
    query,
    releases,
    rollback,
    run,
    runs,
    site,
    trace,
)
from dagster_project.commands.frame import EXIT_CODES, guarded

app = typer.Typer(
    name="yusuan",
    help="Yusuan (预算): budget documents as a warehouse in which every number can be traced.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,
)


def _help(command: Callable[..., None]) -> str:
    """Return what a command says of itself, a line for each paragraph: the terminal breaks them."""
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in (getdoc(command) or "").split("\n\n"))


def _tell_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"yusuan {version('yusuan')}")
        raise typer.Exit


@app.callback()
def _options(
    is_asked: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Tell the version and leave.")
    ] = False,
) -> None:
    pass


LISTED = (
    *(run, assess, inspect, trace, query, findings, issues, export, site),
    *(runs, releases, rollback, forget, docs, doctor),
)
for module in LISTED:
    name = module.__name__.rsplit(".", 1)[-1]
    command, kind = getattr(module, name), getattr(module, "Command", None)
    app.command(name, cls=kind, help=_help(command), epilog=f"Example:  {module.EXAMPLE}")(guarded(command))

if __name__ == "__main__":
    app()
