"""Rows for people, within the width of the terminal: as a table where that can be read, else one below another."""

from __future__ import annotations

import os
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from dagster_project.commands.frame import console
from dagster_project.commands.words import words_in
from dagster_project.languages import Language, Words
from dagster_project.settings.variables import LANGUAGE

MOST = 200
NARROWEST = 12
"""Letters that a column of texts needs to be read where it is folded."""
BORDERS = 3
"""Letters from the end of a column to the next."""

Row = tuple[Any, ...]


class _Column(NamedTuple):
    """A column with the texts of its cells."""

    name: str
    is_number: bool
    texts: list[str]

    @property
    def needed(self) -> int:
        """The width without which it cannot be read: numbers are never broken."""
        title = min(cell_len(self.name), NARROWEST)
        widest = max((cell_len(text) for text in self.texts), default=0)
        return max(title, widest if self.is_number else min(widest, NARROWEST))


def print_rows(names: list[str], rows: Iterable[Row], vertical: bool = False, language: Language | None = None) -> None:
    """Print the first rows and tell the number of all; `vertical` or not, a row too wide for a line has many."""
    words = words_in(language or os.environ.get(LANGUAGE) or Language.EN)
    rows = iter(rows)
    first = list(islice(rows, MOST))
    columns = [_column(name, [row[number] for row in first]) for number, name in enumerate(names)]
    if vertical or sum(column.needed + BORDERS for column in columns) + 1 > console.width:
        _print_vertically(columns, len(first), words)
    else:
        _print_table(columns)
    count = len(first) + sum(1 for _ in rows)
    which, counts = (
        ("first", (f"{MOST:,}", f"{count:,}")) if count > MOST else ("one" if count == 1 else "all", (f"{count:,}",))
    )
    console.print(words("rows", which, *counts), style="dim")


def _column(name: str, values: list[Any]) -> _Column:
    return _Column(name, any(isinstance(value, int | float | Decimal) for value in values), [*map(_shown, values)])


def _print_table(columns: list[_Column]) -> None:
    table = Table()
    for column in columns:
        table.add_column(column.name, overflow="fold", min_width=column.needed)
        table.columns[-1].justify = "right" if column.is_number else "left"
    for texts in zip(*(column.texts for column in columns), strict=True):
        table.add_row(*map(Text, texts))
    console.print(table)


def _print_vertically(columns: list[_Column], count: int, words: Words) -> None:
    """Print each row as a block, a line for each of its columns."""
    for number in range(count):
        print_block(
            words("rows", "row", f"{number + 1:,}"), ((column.name, Text(column.texts[number])) for column in columns)
        )


def print_block(title: str, named: Iterable[tuple[str, Text]]) -> None:
    """Print texts one below another, each behind its name."""
    console.rule(Text(title), align="left", style="dim")
    block = Table.grid(padding=(0, 1))
    block.add_column(style="bold", no_wrap=True)
    block.add_column(overflow="fold")
    for name, text in named:
        block.add_row(Text(name), text)
    console.print(block)


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, Decimal) else str(value)
