"""Tables without ruled lines, laid out by what is printed: rows by their amounts, columns by the gaps between them.

Words of the header that stand over the names of several columns are taken as underlined there, as a ruled table would
have it: they stand in the middle of the columns whose names stand at one height below them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from dagster_project.extraction.read.page.aligned import ROWS, Part, figures_apart, runs, table_of
from dagster_project.extraction.read.page.cells import read_cells
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.gutters import is_amount, words_apart
from dagster_project.extraction.read.page.lattice import find_lattices
from dagster_project.extraction.read.page.lines import Line, line_text
from dagster_project.extraction.read.page.phrases import box_of
from dagster_project.extraction.read.page.row_levels import levels_between_rows
from dagster_project.extraction.read.page.rulings import Ruling, Rulings
from dagster_project.extraction.read.page.tables import PageTable
from dagster_project.extraction.read.page.tiers import Stack, is_number_of_column, walls_of

EDGE = 2.0
"""Points between what is printed and the sides of its table."""
WALL = 30.0
"""Points that a ruled line between columns is long, at least."""
WRAPPED = 1.5
"""Heights from one line of a name to the next, at most."""
CLEAR = 0.25
"""Heights of blank paper below words that head others, at least: a name over two levels stands closer to the lower."""
ASKEW = 1.0
"""Heights by which words may stand beside the middle of the columns they head."""


def find_aligned(lines: Sequence[list[Line]], walls: Sequence[Ruling] = ()) -> tuple[list[PageTable], list[list[Line]]]:
    """Return the tables among the lines of a page, which are cut at GAP, and the lines that belong to none.

    `walls` are the ruled lines down the page where none runs across: they part columns, too.
    """
    walls = [wall for wall in walls if wall.end - wall.start > WALL]
    lines = [
        [piece for part in parts for figures in figures_apart(part) for piece in _between_walls(figures, walls)]
        for parts in lines
    ]
    if sum(len(parts) > 1 for parts in lines) < ROWS:
        return [], list(lines)
    tables: list[PageTable] = []
    rest: list[list[Line]] = []
    parted = [[Part(box_of(part), line_text(part)) for part in parts] for parts in lines]
    done = 0
    for start, end in runs(parted):
        rest += lines[done:start]
        aligned = table_of(parted[start:end])
        table = lay_out([[each for part in parts for each in part] for parts in lines[start:end]])
        is_whole = table is not None and (not walls or len(table.across) >= len(aligned.across))
        tables.append(table if table is not None and is_whole else aligned)
        done = end
    return tables, rest + list(lines[done:])


def _between_walls(part: Line, walls: Sequence[Ruling]) -> Iterator[Line]:
    start, standing = 0, [wall.at for wall in walls if wall.start < part[0].middle < wall.end]
    for index, (one, other) in enumerate(pairwise(part), 1):
        if any(_middle(one) < at < _middle(other) for at in standing):
            yield part[start:index]
            start = index
    yield part[start:]


def lay_out(lines: Sequence[Line]) -> PageTable | None:
    """Return the table that lines of text print, top to bottom; None where no columns can be told."""
    parts = [list(words_apart(line)) for line in lines]
    first = next((number for number, row in enumerate(parts) if any(map(is_amount, row[1:]))), 0)
    if first == 0:
        return None
    characters = list(chain.from_iterable(lines))
    left = min(each.left for each in characters) - EDGE
    right = max(each.right for each in characters) + EDGE
    tops = [min(each.baseline - each.size for each in line) for line in lines]
    feet = [max(each.baseline for each in line) for line in lines]
    lowest = first
    while lowest > 1 and all(is_number_of_column(part.text) for part in parts[lowest - 1]):
        lowest -= 1
    above = [(feet[at - 1] + tops[at]) / 2 for at in range(lowest, first + 1)]
    below = levels_between_rows(list(chain.from_iterable(lines[first:])))
    levels = (min(tops) - EDGE, *above, *below, max(feet) + EDGE)
    names = _cells(chain.from_iterable(parts[:lowest]))
    underlines = [line for line in _underlines(names) if line.at < above[0]]
    stack = Stack(left, right, levels, tuple(underlines))
    walls = list(walls_of(stack, characters))
    across = [*(Ruling(at, left, right) for at in levels), *underlines]
    for lattice in find_lattices(Rulings(across, walls)) if walls else ():
        cells, rest = read_cells(lattice, characters)
        if not rest:
            return PageTable(lattice.box, lattice.across, tuple(cells), "aligned")
    return None


def _cells(parts: Iterable[Part]) -> list[Box]:
    """Join the words of a header that stand below one another in one cell."""
    cells: list[Box] = []
    for part in sorted(parts, key=lambda part: (part.box.top, part.box.left)):
        above = next((cell for cell in cells if _goes_on(cell, part.box)), None)
        if above is not None:
            cells.remove(above)
            cells.append(
                Box(min(above.left, part.box.left), above.top, max(above.right, part.box.right), part.box.bottom)
            )
        else:
            cells.append(part.box)
    return cells


def _goes_on(cell: Box, box: Box) -> bool:
    is_next = 0 < box.bottom - cell.bottom <= WRAPPED * box.height
    return is_next and abs(_middle(cell) - _middle(box)) < box.height / 2


def _middle(each: Box | Character) -> float:
    return (each.left + each.right) / 2


def _underlines(cells: Sequence[Box]) -> Iterator[Ruling]:
    """Yield a line below each cell that stands over several, from the first to the last of them."""
    for cell in cells:
        below = sorted(other for other in cells if other.top - cell.bottom >= CLEAR * cell.height)
        nearest = min(below, key=lambda other: abs(_middle(other) - _middle(cell)), default=None)
        if nearest is None:
            continue
        others = [other for other in cells if other is not cell and abs(other.bottom - cell.bottom) < cell.height / 2]
        start = max((other.right for other in others if other.right <= cell.left), default=float("-inf"))
        end = min((other.left for other in others if other.left >= cell.right), default=float("inf"))
        level = [
            other
            for other in below
            if abs((other.top + other.bottom) - (nearest.top + nearest.bottom)) < nearest.height
            and start < _middle(other) < end
        ]
        if span := _headed(cell, level):
            at = (cell.bottom + min(other.top for other in level)) / 2
            yield Ruling(at, span[0].left - EDGE, span[-1].right + EDGE)


def _headed(cell: Box, level: Sequence[Box]) -> Sequence[Box]:
    """Return the names, the most of them, in whose middle a cell stands."""
    runs = (level[one:other] for one in range(len(level)) for other in range(one + 1, len(level) + 1))
    fitting = [
        run
        for run in runs
        if run[0].left < cell.right
        and cell.left < run[-1].right
        and abs((_middle(run[0]) + _middle(run[-1])) / 2 - _middle(cell)) < ASKEW * cell.height
    ]
    return max(fitting, key=len, default=())
