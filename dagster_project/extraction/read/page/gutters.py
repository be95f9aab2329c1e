"""Columns that no lines part: what stands below one another, and the name over it, with blank paper on both sides.

What overlaps from row to row is a column; a name in the middle of its column belongs to the figures that end at its
right, or to the words that begin at its left.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import and_
from typing import NamedTuple

from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.read.page.aligned import AMOUNT, FIGURE, Part
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.lattice import SNAP
from dagster_project.extraction.read.page.parting import CODE, DECIMALS, NARROWEST

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


class Forms(NamedTuple):
    """Whether all words of a column are names, codes, or amounts with decimals."""

    names: bool = True
    codes: bool = True
    decimals: bool = True


ANY = Forms()
"""Of no words."""


@lru_cache(maxsize=65_536)
def _forms(words: str) -> Forms:
    is_figure, is_code = (form.fullmatch(words) is not None for form in (FIGURE, CODE))
    return Forms(not is_figure, is_code, DECIMALS.fullmatch(words) is not None)


class Band(NamedTuple):
    """What is printed of a column: from where to where, its words and figures in the rows, and whether it is named."""

    left: float
    right: float
    words: tuple[Part, ...] = ()
    is_named: bool = False
    forms: Forms = ANY

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
    names = _of_one_column(names, _bands(words, ()))
    bands, left = _bands(words, names), len(rows) // CROSSED
    for part in [part for part in words if _forms(part.text).names]:
        if not left:
            break
        rest = [each for each in words if each is not part]
        others = _bands(rest, names)
        if _filled(others) > _filled(bands):
            words, bands, left = rest, others, left - 1
    return _named(_in_one_column(bands, rows) if names else bands)


def _in_one_column(bands: Sequence[Band], rows: Sequence[Sequence[Part]]) -> list[Band]:
    """Join words that no name stands over with those beside them, where no line prints both (合计 in the middle)."""
    joined: list[Band] = []
    for band in bands:
        if joined and joined[-1].is_named is not band.is_named and _take_turns(joined[-1], band, rows):
            joined[-1] = _one(joined[-1], band)
        else:
            joined.append(band)
    return joined


def _take_turns(band: Band, beside: Band, rows: Sequence[Sequence[Part]]) -> bool:
    if not (band.words and beside.words and band.forms.names and beside.forms.names):
        return False
    return not any(
        abs(part.box.bottom - other.box.bottom) < part.box.height / 2
        for row in rows
        for part in row
        if part in band.words
        for other in row
        if other in beside.words
    )


def _of_one_column(names: Sequence[Part], bands: Sequence[Band]) -> Sequence[Part]:
    """Return the names without those over several columns of figures: figures beside one another are of two columns."""
    figures = [band for band in bands if _is_of_figures(band)]
    return [name for name in names if sum(_is_over(name.box, band) for band in figures) < 2]


def _is_over(name: Box, band: Band) -> bool:
    narrow = NARROWEST * name.height
    return band.left - name.right <= narrow and name.left - band.right <= narrow


def _is_of_figures(band: Band) -> bool:
    return all(FIGURE.fullmatch(part.text) for part in band.words) and any(map(is_amount, band.words))


def _filled(bands: Sequence[Band]) -> int:
    """Return how many columns hold something: words that cross a gap below a name alone part no columns."""
    return sum(bool(band.words) for band in bands)


def _bands(words: Sequence[Part], names: Sequence[Part]) -> list[Band]:
    bands: list[Band] = []
    found = [Band(part.box.left, part.box.right, (part,), False, _forms(part.text)) for part in words]
    height = min((part.box.height for part in (*words, *names)), default=0.0)
    narrow, slim = NARROWEST * height, 0.0
    for band in sorted([*found, *(Band(part.box.left, part.box.right, (), True) for part in names)]):
        if bands and band.left - bands[-1].right <= (narrow if not _are_unlike(bands[-1], band) else slim):
            bands[-1] = _one(bands[-1], band)
        else:
            bands.append(band)
    return bands


def _are_unlike(band: Band, other: Band) -> bool:
    """Tell whether amounts stand to the left of names, or codes on either side: the two are no column, if close."""
    if not band.words or not other.words:
        return False
    is_before_names = band.forms.decimals or band.forms.codes
    return (is_before_names and other.forms.names) or (band.forms.names and other.forms.codes)


def _one(band: Band, other: Band) -> Band:
    right = max(band.right, other.right)
    forms = Forms(*map(and_, band.forms, other.forms))
    return Band(band.left, right, (*band.words, *other.words), band.is_named or other.is_named, forms)


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
