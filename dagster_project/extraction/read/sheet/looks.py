"""How the text of a cell looks: in white on nothing or on white, or struck out, nobody is to read it."""

from __future__ import annotations

from collections.abc import Iterable, MutableSequence, Sequence
from typing import NamedTuple

from dagster_project.extraction.read.sheet.book import Place, Value
from dagster_project.extraction.read.sheet.numbers import in_full

WHITE = 250
"""The darkest channel of white, as on paper."""
Channels = tuple[int, int, int]


class Look(NamedTuple):
    """How text looks by the format of its cell."""

    is_white: bool = False
    is_backed: bool = False
    """It stands on something that is not white, or may."""
    is_struck: bool = False

    @property
    def is_unseen(self) -> bool:
        """Tell whether nobody is to read the text."""
        return self.is_struck or (self.is_white and not self.is_backed)


def is_white(colour: Channels | None) -> bool:
    """Tell whether a colour cannot be told from paper; one that is not known can."""
    return colour is not None and min(colour) >= WHITE


def hexadecimal(text: str | None) -> Channels | None:
    """Return the channels of a colour of six digits, or of eight with what is transparent of it before them."""
    try:
        red, green, blue = bytes.fromhex((text or "").lstrip("#"))[-3:]
    except ValueError:
        return None
    return red, green, blue


def take_off(rows: Sequence[MutableSequence[Value]], places: Iterable[Place]) -> dict[Place, str]:
    """Take what stands at the places off the rows of a sheet, and return it, numbers in full."""
    found = {}
    for row, column in places:
        value = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
        if value is not None and value != "":
            found[row, column] = in_full(value)
            rows[row][column] = None
    return found
