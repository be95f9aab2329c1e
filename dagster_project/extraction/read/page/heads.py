"""Words of a header that stand over the names of several columns, where no line is drawn below them.

They are taken as underlined there, as a ruled table would have it: they stand in the middle of the columns whose names
stand below them, or of what is printed in these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.read.page.aligned import CAPTION, LARGER, LEADING, Part, is_next
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.gutters import Band, columns_of, is_amount, without_numbers
from dagster_project.extraction.read.page.rulings import Ruling

OF_WHICH = page_words().of_which.rstrip(punctuation().colons)
EDGE = 2.0
"""Points between what is printed and the sides of its table."""
WRAPPED, CLOSE = 1.6, 1.25
"""Heights from one line of a name to the next, at most; and where more words stand on the lower line than on the upper,
as below words that head them."""
CLEAR = 0.15
"""Heights of blank paper below words that head others, at least: a name over two levels stands closer to the lower."""
LOW = 0.65
"""Part of the way from words to the lowest of the names they head that lies over the highest of these, at least."""
ASKEW = 1.0
"""Heights by which words may stand beside the middle of the columns they head."""


class Named(NamedTuple):
    """The name of a column, its extent with all that is printed below it, and up to where nothing else is printed."""

    name: Box
    column: Box
    reach: float


def names_of(parts: Iterable[Part], is_loose: bool = False) -> list[Box]:
    """Join the words of a header that stand below one another in one cell; `is_loose`, wherever they are next lines."""
    cells: list[Box] = []
    words = sorted(parts, key=lambda part: (part.box.top, part.box.left))
    for part in words:
        is_new = part.text.startswith(OF_WHICH)
        boxes = [each.box for each in words]
        above = next(
            (cell for cell in cells if not is_new and _goes_on(cell, part.box, () if is_loose else boxes)), None
        )
        if above is not None:
            cells.remove(above)
            cells.append(
                Box(min(above.left, part.box.left), above.top, max(above.right, part.box.right), part.box.bottom)
            )
        else:
            cells.append(part.box)
    return cells


def underlines(parts: Sequence[Part], columns: Sequence[Band]) -> Iterator[Ruling]:
    """Yield a line below each cell that stands over several, from the first to the last of their columns.

    Of the ways to read a header the one is taken in which most cells stand over several, where it leaves a name of its
    own to as many columns: one in the middle of the levels is a name over one column, though it may seem to head more.
    """
    ways = []
    for is_loose in (False, True):
        cells = names_of(parts, is_loose)
        heads = list(_heads(cells, columns))
        ways += [(cells, each) for each in (heads, *(list(_heads(cells, columns, cell)) for cell, _ in heads))]
    lacking = [max(0, len(columns) - len(cells) + len(heads)) for cells, heads in ways]
    found = max((heads for (_, heads), lack in zip(ways, lacking, strict=True) if lack <= lacking[0]), key=len)
    for cell, line in found:
        # words on one line are underlined on one line
        beside = (each.at for other, each in found if abs(other.bottom - cell.bottom) < cell.height / 2)
        yield line._replace(at=min(beside))


def _heads(cells: Sequence[Box], columns: Sequence[Band], leaf: Box | None = None) -> Iterator[tuple[Box, Ruling]]:
    """Yield each cell that stands over several, the lowest first, and the line below it; `leaf` stands over none."""
    leaves, headed = sorted(cells), list[frozenset[Box]]()
    for cell in sorted((each for each in cells if each != leaf), key=lambda cell: -cell.bottom):
        beside = [other for other in cells if other is not cell and abs(other.bottom - cell.bottom) < cell.height / 2]
        start = max((other.right for other in beside if other.right <= cell.left), default=float("-inf"))
        end = min((other.left for other in beside if other.left >= cell.right), default=float("inf"))
        lower = [leaf for leaf in leaves if leaf.bottom > cell.bottom]
        runs = _runs([leaf for leaf in lower if start < _middle(leaf) < end], cell)
        if span := _headed(cell, [[_named(name, lower, columns) for name in run] for run in runs], headed):
            leaves.remove(cell)
            headed.append(frozenset(each.name for each in span))
            left, right = _apart(span[0].column.left, span[-1].column.right, columns)
            tops = (other.top for other in cells if left < _middle(other) < right and _is_below(other, cell))
            yield cell, Ruling((cell.bottom + min(tops)) / 2, left, right)


def _apart(left: float, right: float, columns: Sequence[Band]) -> tuple[float, float]:
    """Return the ends of a line from the one to the other, half-way at most to the columns beside."""
    before = max((band.right for band in columns if band.right <= left), default=float("-inf"))
    behind = min((band.left for band in columns if band.left >= right), default=float("inf"))
    return max(left - EDGE, (before + left) / 2), min(right + EDGE, (right + behind) / 2)


def heads_some(over: Sequence[Part], table: Sequence[Sequence[Part]]) -> bool:
    """Tell whether all words of a line stand over the names of some columns of a table, but none over all."""
    first = next((number for number, row in enumerate(table) if any(map(is_amount, row[1:]))), 0)
    if any(CAPTION.search(part.text) for part in over) or not first or not is_next(over, table[0], LEADING):
        return False
    names = names_of(chain.from_iterable(table[: without_numbers(table, first)]))
    words = [part.box for part in over]
    if max(each.height for each in words) > LARGER * max(part.box.height for part in table[0]):
        return False
    heads = _heads([*names, *words], columns_of(table[first:], ()))
    lines = [line for cell, line in heads if any(cell is each for each in words)]
    return len(lines) == len(words) and all(
        any(not line.start < _middle(name) < line.end for name in names) for line in lines
    )


def _runs(names: Sequence[Box], cell: Box) -> Iterator[Sequence[Box]]:
    """Yield the names, left to right, that stand below a cell and have none between them that does not."""
    run: list[Box] = []
    for name in names:
        if _is_below(name, cell):
            run.append(name)
        else:
            yield run
            run = []
    yield run


def _headed(cell: Box, runs: Iterable[Sequence[Named]], headed: Sequence[frozenset[Box]]) -> Sequence[Named]:
    """Return the names, the most of them, in whose middle a cell stands, or in the middle of whose columns.

    Those that others head already are `headed`: they belong together.
    """
    parts = [run[one:other] for run in runs for one in range(len(run)) for other in range(one + 2, len(run) + 1)]
    together = [part for part in parts if _may_be_headed(cell, [each.name for each in part], headed)]
    fitting = [part for part in together if _distance(cell, *_middles(part)) < ASKEW * cell.height]
    # words begin at the left of their column: where it ends is not printed
    within = [
        part for part in together if _middles(part)[1] <= _middle(cell) <= (part[0].column.left + part[-1].reach) / 2
    ]
    return max(fitting or within, key=len, default=())


def _may_be_headed(cell: Box, names: Sequence[Box], headed: Sequence[frozenset[Box]]) -> bool:
    is_over = names[0].left < cell.right and cell.left < names[-1].right
    parted = (each for each in headed if not (each.issubset(names) or each.isdisjoint(names)))
    return is_over and not _is_beside(cell, names) and next(parted, None) is None


def _distance(cell: Box, *middles: float) -> float:
    return min(abs(middle - _middle(cell)) for middle in middles)


def _middles(part: Sequence[Named]) -> tuple[float, float]:
    first, last = part[0], part[-1]
    return (_middle(first.name) + _middle(last.name)) / 2, (first.column.left + last.column.right) / 2


def _named(name: Box, names: Sequence[Box], columns: Sequence[Band]) -> Named:
    """Return a name with what is printed below it: figures may end to its right, words begin to its left."""
    before = max((other.right for other in names if other.right <= name.left), default=float("-inf"))
    behind = min((other.left for other in names if other.left >= name.right), default=float("inf"))
    own = [
        band
        for band in columns
        if (name.left if band.leans_right else before) < band.right
        and band.left < (behind if band.leans_right else name.right)
        and before <= band.left
        and band.right <= behind
    ]
    left, right = min((*(band.left for band in own), name.left)), max((*(band.right for band in own), name.right))
    is_open = not any(band.leans_right for band in own)
    beyond = min((band.left for band in columns if band.left >= right), default=behind)
    return Named(name, name._replace(left=left, right=right), min(behind, beyond) if is_open else right)


def _is_beside(cell: Box, names: Sequence[Box]) -> bool:
    """Tell whether one of some names stands about half-way to the lowest of them: over all levels, beside the cell."""
    heights = [name.top + name.bottom - cell.top - cell.bottom for name in names]
    return min(heights) < LOW * max(heights)


def _is_below(name: Box, cell: Box) -> bool:
    return name.top - cell.bottom >= CLEAR * cell.height


def _goes_on(cell: Box, box: Box, words: Sequence[Box]) -> bool:
    upper, lower = (
        sum(abs(each.bottom - line) < box.height / 2 for each in words) for line in (cell.bottom, box.bottom)
    )
    is_next = 0 < box.bottom - cell.bottom <= (WRAPPED if lower <= upper else CLOSE) * box.height
    return is_next and abs(_middle(cell) - _middle(box)) < box.height / 2


def _middle(box: Box) -> float:
    return (box.left + box.right) / 2
