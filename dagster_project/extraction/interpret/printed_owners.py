"""Whose a table is: the body that the lines over it name, its first rows, or its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.identify.regions import seat_of
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.locate import captions
from dagster_project.extraction.locate.titles import kind_of, words_of
from dagster_project.extraction.model.document import Table

CAPTION_LINES, ROWS, NEAREST = 12, 3, 3
"""Lines over a table and first rows that may name its owner; of the lines, those that do so by its name alone."""
LONGEST_LINE = 40
"""Letters from which a line over a table is prose, and says none of what a caption says."""
NAME_ENDS = re.compile(bodies().alone)


Owners = Mapping[int, tuple[str, int] | None]
"""The body whose table it is, by the number of the table: its name and the line it stands on, where it is printed."""


class Over(NamedTuple):
    """A line over a table or in a cell of its first rows; `is_name`: it may be the owner's name alone."""

    line: int
    text: str
    is_name: bool


def lines_over(table: Table) -> Iterator[Over]:
    """Yield what stands over a table, the nearest first; prose left out."""
    rows = []
    for row in table.rows[:ROWS]:
        filled = [cell for cell in row.cells if cell]
        if len(filled) == 1 or captions.are_captions(filled):
            rows += [Over(row.line, cell, len(filled) > 1 and captions.is_owner(cell)) for cell in filled]
    caption = table.caption[-CAPTION_LINES:]
    near = caption[-NEAREST:]
    above = [Over(block.line, block.text, block in near and _is_seated(block.text)) for block in caption]
    return (over for over in reversed([*above, *rows]) if len(fold(over.text)) < LONGEST_LINE)


def printed_owner(table: Table) -> tuple[str, int] | None:
    """Return the name of the body whose table it is, and its line; None where none is printed."""
    for over in lines_over(table):
        name = captions.owner_in(over.text) or (squeeze(over.text) if over.is_name else None)
        if name:
            return name, over.line
    name = _in_title(table)
    return (name, table.caption[-1].line if table.caption else table.line) if name else None


def _in_title(table: Table) -> str | None:
    """Return the body, by its whole name, that a title begins with (某市某小学2031年收支总表)."""
    words = words_of(table.title)
    ends = [match.end() for match in NAME_ENDS.finditer(words)]
    return next((words[:end] for end in reversed(ends) if _is_seated(words[:end]) and kind_of(words[end:])), None)


def _is_seated(text: str) -> bool:
    """Tell whether words are the name of a body that begins with its region."""
    return captions.is_owner(text) and seat_of(squeeze(text)) is not None
