"""Words of a row, cut where a gap shows that they stand apart: figures, amounts and names, names and codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.read.page.aligned import FIGURE, GAP, Part, figures_apart
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.lines import Line, line_text, text_lines
from dagster_project.extraction.read.page.phrases import IDEOGRAPH, box_of, cut

CODE = re.compile(r"\d{3}(\d\d){0,2}")
DECIMALS = re.compile(r"-?\d[\d,]*\.\d+")
UNITS = tuple({unit[0] for unit in amounts().units})
TOUCHING = 0.06
"""Heights that the gap between an amount and a name, or a name and a code, of two columns is wide, at least."""
NARROWEST = 0.3
"""Heights that the gap between two columns is wide, at least."""
BESIDE_LETTER, LETTERS = 0.75, 2
"""Heights of blank paper behind the one letter of a narrow column, at least; letters that are no words beside it."""
SPREAD = 5.0
"""Heights between letters that are spread over their cell, at most."""


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
            gap > TOUCHING * other.size
            and (_is_before_name(part[start:index], other) or _is_before_code(one, part[index:]))
        ):
            yield part[start:index]
            start = index
    yield part[start:]


def _is_before_name(words: Line, following: Character) -> bool:
    """Tell whether words are an amount at the right of its column, and no unit follows it but the name beside."""
    is_word = following.text >= IDEOGRAPH and not following.text.startswith(UNITS)
    return is_word and DECIMALS.fullmatch(line_text(words)) is not None


def _is_before_code(last: Character, following: Line) -> bool:
    """Tell whether words end at the right of their column, and nothing follows them but the code beside."""
    return last.text >= IDEOGRAPH and CODE.fullmatch(line_text(following)) is not None


def _spread_joined(pieces: Sequence[Line]) -> Iterator[Line]:
    """Join single letters that fill their cell (项 目), but not where 类, 款 and 项 stand in cells of their own."""
    letters = {piece[0].text for piece in pieces if len(piece) == 1}
    if sum(header_words().level.fullmatch(letter) is not None for letter in letters) > 1:
        yield from pieces
        return
    joined: Line = []
    for piece in pieces:
        if joined and not (_is_letter(piece) and _may_be_spread(joined[-1], piece[0])):
            yield joined
            joined = []
        joined = joined + piece
        if not _is_letter(piece):
            yield joined
            joined = []
    if joined:
        yield joined


def _may_be_spread(one: Character, other: Character) -> bool:
    """Tell whether letters may be of one name: those that end two names, each on its last line (出 出), are alike."""
    return other.left - one.right < SPREAD * other.size and one.text != other.text


def _is_letter(piece: Line) -> bool:
    return len(piece) == 1 and piece[0].text >= IDEOGRAPH


def _names_apart(part: Line) -> Iterator[Line]:
    """Cut words at narrow gaps, but not into single letters: those are spread over their cell.

    A wide gap behind one letter that words follow is none of those: 序 ⏎ 号 stands beside 科目编码.
    """
    pieces = cut(part, NARROWEST)
    if len(pieces) > 1 and len(pieces[0]) == 1 and len(pieces[1]) > LETTERS:
        first, rest = pieces[0], part[1:]
        if rest[0].left - first[0].right > BESIDE_LETTER * first[0].size:
            yield first
            yield from _names_apart(rest)
            return
    yield from pieces if all(len(piece) > 1 for piece in pieces) else [part]


def _begins_figure(part: Line) -> bool:
    return FIGURE.fullmatch(line_text(part).partition(" ")[0]) is not None
