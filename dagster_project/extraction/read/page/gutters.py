"""Columns that no lines part: what stands below one another, and the name over it, with blank paper on both sides.

The words of the rows and the names of the columns are cut where a gap shows that they stand apart. What overlaps from
row to row is a column; a name in the middle of its column belongs to the figures that end at its right, or to the words
that begin at its left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.read.page.aligned import AMOUNT, FIGURE, GAP, Part, figures_apart
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.lattice import SNAP
from dagster_project.extraction.read.page.lines import Line, line_text, text_lines
from dagster_project.extraction.read.page.phrases import IDEOGRAPH, box_of, cut

DECIMALS = re.compile(r"-?\d[\d,]*\.\d+")
UNITS = tuple({unit[0] for unit in amounts().units})
TOUCHING = 0.12
"""Heights that the gap between an amount and the name in the next column is wide, at least."""
NARROWEST = 0.3
"""Heights that the gap between two columns is wide, at least."""
SPREAD = 5.0
"""Heights between letters that are spread over their cell, at most."""
NAME_ALONE, WORDS_ALONE, ASKEW = 1.0, 1.5, 1.0
"""What speaks against a name without words, words without a name, and a name on the wrong side of its words."""
CROSSED = 10
"""One row of so many may print words over the gap between two columns."""


def is_amount(part: Part) -> bool:
    """Tell whether words are an amount, which no number of a page or a column is."""
    return AMOUNT.fullmatch(part.text) is not None


def without_numbers(rows: Sequence[Sequence[Part]], end: int) -> int:
    """Return where the header ends that is above the row `end`, without the rows that only number its columns."""
    while end > 1 and all(_is_number_of_column(part.text) for part in rows[end - 1]):
        end -= 1
    return end


def _is_number_of_column(words: str) -> bool:
    return header_words().position.fullmatch(words) is not None or header_words().index.fullmatch(words) is not None


def words_apart(characters: Iterable[Character]) -> Iterator[Part]:
    """Yield the words of a row that stand together, left to right in each of its lines."""
    for line in text_lines(characters):
        for piece in _spread_joined(cut(line, GAP)):
            for figures in figures_apart(piece):
                for beside in _beside_figures(figures):
                    for part in _names_apart(beside):
                        yield Part(box_of(part), line_text(part))


def _beside_figures(part: Line) -> Iterator[Line]:
    start = 0
    for index, (one, other) in enumerate(pairwise(part), 1):
        gap = other.left - one.right
        is_gap = gap > NARROWEST * other.size
        if (is_gap and (FIGURE.fullmatch(line_text(part[start:index])) or _begins_figure(part[index:]))) or (
            gap > TOUCHING * other.size and _is_before_name(part[start:index], other)
        ):
            yield part[start:index]
            start = index
    yield part[start:]


def _is_before_name(words: Line, following: Character) -> bool:
    """Tell whether words are an amount at the right of its column, and no unit follows it but the name beside."""
    is_word = following.text >= IDEOGRAPH and not following.text.startswith(UNITS)
    return is_word and DECIMALS.fullmatch(line_text(words)) is not None


def _spread_joined(pieces: Sequence[Line]) -> Iterator[Line]:
    """Join single letters that fill their cell (项 目), but not where 类, 款 and 项 stand in cells of their own."""
    letters = [piece[0].text for piece in pieces if len(piece) == 1]
    if sum(header_words().level.fullmatch(letter) is not None for letter in letters) > 1:
        yield from pieces
        return
    joined: Line = []
    for piece in pieces:
        if joined and not (_is_letter(piece) and piece[0].left - joined[-1].right < SPREAD * piece[0].size):
            yield joined
            joined = []
        joined = joined + piece
        if not _is_letter(piece):
            yield joined
            joined = []
    if joined:
        yield joined


def _is_letter(piece: Line) -> bool:
    return len(piece) == 1 and piece[0].text >= IDEOGRAPH


def _names_apart(part: Line) -> Iterator[Line]:
    """Cut words at narrow gaps, but not into single letters: those are spread over their cell."""
    pieces = cut(part, NARROWEST)
    yield from pieces if all(len(piece) > 1 for piece in pieces) else [part]


def _begins_figure(part: Line) -> bool:
    return FIGURE.fullmatch(line_text(part).partition(" ")[0]) is not None


class Band(NamedTuple):
    """What is printed of a column: from where to where, its words and figures in the rows, and whether it is named."""

    left: float
    right: float
    words: tuple[Part, ...] = ()
    is_named: bool = False

    @property
    def leans_right(self) -> bool:
        """Tell whether figures end below one another, rather than begin there as codes do."""
        figures = [part for part in self.words if FIGURE.fullmatch(part.text)]
        if 2 * len(figures) < len(self.words):
            return False
        left, right = ([part.box[side] for part in figures] for side in (0, 2))
        uneven = (max(left) - min(left)) - (max(right) - min(right))
        return uneven > SNAP or (uneven > -SNAP and not all(part.text.isdecimal() for part in figures))


def columns_of(rows: Sequence[Sequence[Part]], names: Sequence[Part]) -> list[Band]:
    """Return what is printed of each column; few rows may print words over more than one (合计)."""
    words = [part for row in rows for part in row]
    bands, left = _bands(words, names), len(rows) // CROSSED
    for part in [part for part in words if not FIGURE.fullmatch(part.text)]:
        others = _bands([each for each in words if each is not part], names)
        if left and _filled(others) > _filled(bands):
            words, bands, left = [each for each in words if each is not part], others, left - 1
    return _named(bands)


def _filled(bands: Sequence[Band]) -> int:
    """Return how many columns hold something: words that cross a gap below a name alone part no columns."""
    return sum(bool(band.words) for band in bands)


def _bands(words: Sequence[Part], names: Sequence[Part]) -> list[Band]:
    bands: list[Band] = []
    found = [Band(part.box.left, part.box.right, (part,)) for part in words]
    height = min((part.box.height for part in (*words, *names)), default=0.0)
    narrow, slim = NARROWEST * height, TOUCHING * height
    for band in sorted([*found, *(Band(part.box.left, part.box.right, (), True) for part in names)]):
        if bands and band.left - bands[-1].right <= (narrow if not _are_unlike(bands[-1], band) else slim):
            bands[-1] = _one(bands[-1], band)
        else:
            bands.append(band)
    return bands


def _are_unlike(band: Band, other: Band) -> bool:
    """Tell whether amounts stand to the left of names: the two are no column, however close."""
    are_amounts = bool(band.words) and all(DECIMALS.fullmatch(part.text) for part in band.words)
    return are_amounts and bool(other.words) and not any(FIGURE.fullmatch(part.text) for part in other.words)


def _one(band: Band, other: Band) -> Band:
    right = max(band.right, other.right)
    return Band(band.left, right, (*band.words, *other.words), band.is_named or other.is_named)


def _named(bands: Sequence[Band]) -> list[Band]:
    """Join names that have no words with words beside them that have no name, so that least is left without another."""
    best: list[tuple[float, list[Band]]] = [(0.0, [])]
    for index, band in enumerate(bands):
        cost, found = best[index]
        ways = [(cost + _left_alone(band), [*found, band])]
        if index and (askew := _askew(bands[index - 1], band)) is not None:
            cost, found = best[index - 1]
            ways.append((cost + askew, [*found, _one(bands[index - 1], band)]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _left_alone(band: Band) -> float:
    """Return what it costs that a column has no name; that it has no words costs less, for it may be blank."""
    return 0.0 if band.is_named and band.words else NAME_ALONE if band.is_named else WORDS_ALONE


def _askew(one: Band, other: Band) -> float | None:
    """Return what it costs to join a name and words: a name in the middle of its column stands to the left of figures.

    It stands to the right of words that begin at the left. None where the two are no name and its words.
    """
    if one.is_named is other.is_named:
        return None
    name, words = (one, other) if one.is_named else (other, one)
    if name.words:
        return None
    return 0.0 if words.leans_right == (name is one) else ASKEW
