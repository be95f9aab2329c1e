"""A printed character, whichever file it comes from, with its box and the baseline it stands on, turned upright."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dagster_project.extraction.read.page.geometry import Upright

BLANKS = "\u3000\xa0\uffff"
"""What prints nothing: the distance between characters tells it."""
NAMELESS = "\ufffd"
"""Stands for a character that its font gives no name, but a number that no text holds."""
OBLIQUE = 10
"""Degrees by which a watermark leans."""


class Character(NamedTuple):
    """One printed character, upright: its extent across, its baseline, the middle of its line and its height."""

    text: str
    left: float
    right: float
    baseline: float
    middle: float
    size: float


class Characters(NamedTuple):
    """The characters of a page in the order the file draws them; `oblique` is what leans across (a watermark).

    `clipped` are those of words of which only a part shows: in a table they would stand in the next cell. `outside` is
    what the file draws beside the page, where nobody sees it; `hidden` is what it does not show on it. `is_cut` says
    that figures are among those clipped, of which a part shows.
    """

    upright: Upright
    printed: list[Character]
    oblique: str
    clipped: Sequence[Character] = ()
    outside: str = ""
    hidden: str = ""
    is_cut: bool = False


def text_of(characters: Iterable[Character]) -> str:
    """Return the text of some characters, as they follow one another."""
    return "".join(character.text for character in characters)


def leans(angle: float) -> bool:
    """Tell whether an angle in degrees is that of a watermark."""
    return OBLIQUE < angle % 90 < 90 - OBLIQUE
