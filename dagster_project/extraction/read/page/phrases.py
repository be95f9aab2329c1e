"""The text outside of tables: lines, cut where a wide gap divides a caption from the unit at its right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.lines import Line, line_text

IDEOGRAPH = "\u2e80"
"""The first of the Chinese characters."""
WIDE = 3.0
"""A gap of more than this many heights divides a line in two."""


class Phrase(NamedTuple):
    """A piece of text that stands alone: a line, or what a wide gap leaves of it."""

    box: Box
    text: str
    size: float
    whole: bool
    """Nothing else stands on its line."""
    turns: tuple[tuple[int, int], ...] = ()
    """Where lines are joined over pages: the offset of the first character of a page, and that page."""
    size_of_words: float = 0.0
    """The height of its Chinese characters: digits may be set taller, or smaller."""


def phrases(lines: Iterable[Sequence[Line]]) -> Iterator[Phrase]:
    """Yield the phrases of lines that are cut into parts, left to right."""
    for parts in lines:
        whole = list(_joined(parts))
        for part in whole:
            yield Phrase(box_of(part), line_text(part), _size(part), len(whole) == 1, (), _size_of_words(part))


def _joined(parts: Sequence[Line]) -> Iterator[Line]:
    """Join the parts of a line that no wide gap divides."""
    joined = parts[0]
    for part in parts[1:]:
        if part[0].left - joined[-1].right > WIDE * part[0].size:
            yield joined
            joined = part
        else:
            joined = joined + part
    yield joined


def cut(line: Line, gap: float) -> list[Line]:
    """Cut a line at gaps of so many heights; a label that ends with a colon keeps the words that follow it."""
    parts: list[Line] = []
    start, right, text = 0, line[0].right, line[0].text
    for index, character in enumerate(line):
        if character.left - right > gap * character.size and text not in ":：":
            parts.append(line[start:index])
            start = index
        right, text = character.right, character.text
    parts.append(line[start:])
    return parts


def box_of(part: Line) -> Box:
    """Return the extent of characters that stand on one line."""
    return Box(part[0].left, part[0].baseline - _size(part), max([each.right for each in part]), part[0].baseline)


def _size_of_words(part: Line) -> float:
    """Return the height of its Chinese characters, where it has any."""
    return max([each.size for each in part if each.text >= IDEOGRAPH], default=0.0) or _size(part)


def _size(part: Line) -> float:
    return max([each.size for each in part])
