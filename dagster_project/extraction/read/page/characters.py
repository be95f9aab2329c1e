"""A printed character, whichever file it comes from, with its box and the baseline it stands on, turned upright."""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.extraction.read.page.geometry import Upright

BLANKS = "\u3000\xa0\ufffe\uffff"
"""What prints nothing: the distance between characters tells it."""
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
    """The characters of a page in the order the file draws them; `oblique` is what leans across (a watermark)."""

    upright: Upright
    printed: list[Character]
    oblique: str


def leans(angle: float) -> bool:
    """Tell whether an angle in degrees is that of a watermark."""
    return OBLIQUE < angle % 90 < 90 - OBLIQUE
