"""Derive the page of commands from the commands themselves: each with its example, its arguments and its options."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import get_args

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from dagster_project.cli import app

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
HEADER = "Derived from dagster_project/commands by `python -m dagster_project.derived`; do not edit."
Parameter = TyperArgument | TyperOption


def commands() -> dict[str, TyperCommand]:
    """Return every command by its name."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return {name: command for name, command in group.commands.items() if isinstance(command, TyperCommand)}


def parameters(command: TyperCommand) -> list[Parameter]:
    """Return the arguments and options of a command, in the order of its help."""
    return [each for each in command.params if isinstance(each, TyperArgument | TyperOption)]


def rendered() -> dict[Path, str]:
    """Return the text of the page."""
    return {PAGE: render_commands()}


def render_commands() -> str:
    """Return a section for each command, in the order of `yusuan --help`."""
    sections = ("\n".join(_section(name, command)) for name, command in commands().items())
    return f"<!-- {HEADER} -->\n# Commands\n\n" + "\n".join(sections)


def names(parameter: Parameter) -> list[str]:
    """Return what a person types: the spellings of an option, the name of an argument in capitals."""
    if isinstance(parameter, TyperOption):
        return [*parameter.opts, *parameter.secondary_opts]
    return [parameter.metavar or str(parameter.name).upper()]


def _section(name: str, command: TyperCommand) -> Iterator[str]:
    yield f"## yusuan {name}"
    yield " ".join((command.help or "").split("\n\n")[0].split())
    yield f"\n```sh\n{(command.epilog or '').removeprefix('Example:').strip()}\n```\n"
    yield "| argument or option | |\n|---|---|"
    for each in parameters(command):
        yield f"| {', '.join(f'`{spelling}`' for spelling in names(each))} | {_meaning(each)} |"
    yield ""


def _meaning(parameter: Parameter) -> str:
    """Return the help of a parameter, with what may be chosen where that is a closed set."""
    words = " ".join((parameter.help or "").split())
    kind = parameter.type_descriptor.annotation
    for choices in (kind, *get_args(kind)):
        if isinstance(choices, type) and issubclass(choices, Enum):
            return f"{words} One of {', '.join(f'`{choice.value}`' for choice in choices)}."
    return words
