"""The command line `yusuan`: one module per command in `commands/`; this file only puts them together."""

from __future__ import annotations

import typer

from dagster_project.commands import assess, docs, doctor, export, findings, forget, inspect, query, run, trace
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

for module in (run, assess, inspect, trace, query, findings, export, forget, docs, doctor):
    name = module.__name__.rsplit(".", 1)[-1]
    app.command(name, epilog=f"Example:  {module.EXAMPLE}")(guarded(getattr(module, name)))

if __name__ == "__main__":
    app()
