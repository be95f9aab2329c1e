"""Words that are wrapped in the cells of rows which no line parts: whose they are is told by where they stand.

All cells of a table hold their words at the same height: in the middle of the row, at its top or at its foot. Lines are
shared among the rows so that the words of each column stand there, as far as may be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise, takewhile
from statistics import median

from dagster_project.extraction.read.page.aligned import FIGURE, Part
from dagster_project.extraction.read.page.gutters import Band, columns_of, is_amount

WIDER = 0.5
"""Points that a wider gap between two rows is worth, by its points: it tells them apart where all else is the same."""
ASTRAY = 0.6
"""Heights by which words stand from their place at most, as it counts: a page may cut a row."""
TWICE = 20.0
"""Points that it counts to have one more code in a row: each has one."""
Column = list[float | None]
"""The baseline of what a column prints on each line."""
Extent = tuple[float, float]
"""The baselines of the first and of the last line of something: digits may be set higher than the words beside."""
PLACES: Sequence[Callable[[Extent], float]] = (
    lambda extent: (extent[0] + extent[1]) / 2,
    lambda extent: extent[0],
    lambda extent: extent[1],
)
"""Where cells hold their words: in the middle, which is usual, at the top, or at the foot."""


def shared(lines: Sequence[Sequence[Part]], rows: Sequence[int]) -> tuple[float, list[int]]:
    """Return how far words stand from the place of their row, in points, and the last line of each row but the last.

    `rows` are the lines that have the figures of a row.
    """
    codes, words = _by_column(lines)
    own = [_baseline([part for part in lines[row][1:] if is_amount(part)] or lines[row]) for row in rows]
    far = ASTRAY * median(part.box.height for line in lines for part in line)

    def astray(place: Callable[[Extent], float], row: int, start: int, end: int) -> float:
        cost = 0.0
        for columns, again in ((codes, TWICE), (words, 0.0)):
            for column in columns:
                if found := [at for at in column[start : end + 1] if at is not None]:
                    cost += min(abs(place((found[0], found[-1])) - own[row]), far) + again * (len(found) - 1)
        return cost

    gaps = [min(part.box.top for part in after) - _baseline(before) for before, after in pairwise(lines)]
    return min((_ends(gaps, rows, partial(astray, place)) for place in PLACES), key=lambda way: way[0])


def _by_column(lines: Sequence[Sequence[Part]]) -> tuple[list[Column], list[Column]]:
    """Return the baselines of what each column of codes prints on each line, and each column of words."""
    bands = columns_of(lines, ())
    codes = sum(1 for _ in takewhile(_is_of_codes, bands))
    held: list[Column] = [[None] * len(lines) for _ in bands]
    for number, line in enumerate(lines):
        for part in line:
            at = _place(part, bands)
            if at < codes or not FIGURE.fullmatch(part.text):
                held[at][number] = part.box.bottom
    return held[:codes], _joined(held[codes:])


def _joined(held: Sequence[Column]) -> list[Column]:
    """Join columns beside one another of which no line prints both: lines of a cell begin before an indented name."""
    joined: list[Column] = []
    for column in held:
        if joined and any(column) and any(joined[-1]) and not any(map(all, zip(column, joined[-1], strict=True))):
            joined[-1] = [one or other for one, other in zip(joined[-1], column, strict=True)]
        else:
            joined.append(column)
    return joined


def _is_of_codes(band: Band) -> bool:
    return all(part.text.isdecimal() for part in band.words)


def _place(part: Part, bands: Sequence[Band]) -> int:
    middle = (part.box.left + part.box.right) / 2
    return min(range(len(bands)), key=lambda at: max(bands[at].left - middle, middle - bands[at].right))


def _baseline(parts: Sequence[Part]) -> float:
    return max(part.box.bottom for part in parts)


def _ends(
    gaps: Sequence[float], rows: Sequence[int], astray: Callable[[int, int, int], float]
) -> tuple[float, list[int]]:
    """Return how far words stand from the place of their row at least, in points, and the lines that end rows then."""
    last = len(gaps)
    best: dict[int, tuple[float, list[int]]] = {-1: (0.0, [])}
    for row, (one, other) in enumerate(pairwise([*rows, last + 1])):
        before, best = best, {}
        for end in range(one, other) if row < len(rows) - 1 else (last,):
            gap = gaps[end] if end < last else 0.0
            ways = ((cost + astray(row, start + 1, end) - WIDER * gap, start) for start, (cost, _) in before.items())
            cost, start = min(ways)
            best[end] = cost, [*before[start][1], end]
    cost, ends = best[last]
    return cost, ends[:-1]
