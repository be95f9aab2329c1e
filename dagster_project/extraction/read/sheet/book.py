"""What the reader of workbooks needs of one sheet, whichever kind of file it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property
from typing import NamedTuple

from dagster_project.extraction.read.sheet.shapes import Shape

Value = str | float | bool | date | time | timedelta | None
"""A cell: a text, a number, a date or time; datetime is a date."""
MOST_CELLS = 2_000_000
"""Of one sheet, blank ones between its first and last included."""
Place = tuple[int, int]
"""A cell: its row and column, from 0."""
Area = tuple[Place, Place]
"""A merged area: first row and column, last row and column, from 0."""


class Damaged(Exception):
    """A sheet cannot be read; the message says what is wrong with it and what to do."""


class Format(NamedTuple):
    """The format of a cell: its code, and its number where it is one of those every spreadsheet knows."""

    code: str = "General"
    number: int = 0


GENERAL = Format()


class Hidden(NamedTuple):
    """The rows and columns of a sheet that are not shown, from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell is not shown."""
        return row in self.rows or column in self.columns


class SheetContent(NamedTuple):
    """The rows of a sheet from its first cell on, its merged areas, and how many results of its formulas are lost.

    `unseen` is what stands in a cell and nobody sees, as it is not in the rows.
    """

    rows: Sequence[Sequence[Value]]
    merged: Sequence[Area]
    lost: int
    hides_zeros: bool
    hidden: Hidden = Hidden()
    unseen: Mapping[Place, str] = {}


@dataclass
class Sheet:
    """A sheet: its number in the workbook from 1, its name, its content and formats, which are read when asked for."""

    number: int
    name: str
    is_hidden: bool
    load: Callable[[], SheetContent]
    load_formats: Callable[[], Mapping[tuple[int, int], Format]]
    load_shapes: Callable[[], Iterable[Shape]] = tuple
    has_lost_formats: bool = False

    def read(self) -> SheetContent:
        """Return the content of the sheet. Raises Damaged."""
        return self.load()

    @cached_property
    def formats(self) -> Mapping[tuple[int, int], Format]:
        """Formats by row and column, both from 0; none where they cannot be read."""
        try:
            return self.load_formats()
        except Damaged:
            self.has_lost_formats = True
            return {}

    def format(self, row: int, column: int) -> Format:
        """Return the format of a cell."""
        return self.formats.get((row, column), GENERAL)
