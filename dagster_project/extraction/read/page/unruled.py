"""Tables without ruled lines, laid out by what is printed: rows by their amounts, columns by the gaps between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from dagster_project.extraction.read.page.aligned import (
    CELL_LINES,
    ROWS,
    WRAPPED,
    Part,
    figures_apart,
    is_next,
    runs,
    table_of,
)
from dagster_project.extraction.read.page.cells import read_cells
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.gutters import columns_of, is_amount, without_numbers
from dagster_project.extraction.read.page.heads import EDGE, heads_some, underlines
from dagster_project.extraction.read.page.lattice import find_lattices
from dagster_project.extraction.read.page.lines import Line, line_text
from dagster_project.extraction.read.page.parting import words_apart
from dagster_project.extraction.read.page.phrases import box_of
from dagster_project.extraction.read.page.regions import regions
from dagster_project.extraction.read.page.row_levels import levels_of
from dagster_project.extraction.read.page.rulings import Ruling, Rulings
from dagster_project.extraction.read.page.tables import PageTable
from dagster_project.extraction.read.page.tiers import Stack, walls_of

WALL = 30.0
"""Points that a ruled line between columns is long, at least."""


def find_aligned(lines: Sequence[list[Line]], walls: Sequence[Ruling] = ()) -> tuple[list[PageTable], list[list[Line]]]:
    """Return the tables among the lines of a page, which are cut at GAP, and the lines that belong to none.

    `walls` are the ruled lines down the page where none runs across: they part columns, too.
    """
    walls = [wall for wall in walls if wall.end - wall.start > WALL]
    lines = [
        [piece for part in parts for figures in figures_apart(part) for piece in _between_walls(figures, walls)]
        for parts in lines
    ]
    if sum(len(parts) > 1 for parts in lines) < ROWS - 1:
        return [], list(lines)
    parted = [[Part(box_of(part), line_text(part)) for part in parts] for parts in lines]
    tables, places = _by_figures(lines, parted)
    lines, parted = [lines[place] for place in places], [parted[place] for place in places]
    rest: list[list[Line]] = []
    done = 0
    for start, end in runs(parted):
        while start > done and heads_some(parted[start - 1], parted[start:end]):
            start -= 1
        rest += lines[done:start]
        aligned = table_of(parted[start:end])
        table = lay_out([[each for part in parts for each in part] for parts in lines[start:end]])
        is_whole = table is not None and (not walls or len(table.across) >= len(aligned.across))
        tables.append(table if table is not None and is_whole else aligned)
        done = end
    return tables, rest + list(lines[done:])


def _by_figures(lines: Sequence[list[Line]], parted: Sequence[Sequence[Part]]) -> tuple[list[PageTable], list[int]]:
    """Return the tables whose rows have amounts below one another, and the places of lines that are of none of them."""
    places = list(range(len(lines)))
    tables: list[PageTable] = []
    if sum(any(map(is_amount, parts[1:])) for parts in parted) >= ROWS - 1:
        whole = [list(chain.from_iterable(parts)) for parts in lines]
        for start, end in regions([list(words_apart(line)) for line in whole]):
            if (table := lay_out(whole[start:end])) is not None:
                tables.append(table)
                places = [place for place in places if not start <= place < end]
    return tables, places


def _between_walls(part: Line, walls: Sequence[Ruling]) -> Iterator[Line]:
    start, standing = 0, [wall.at for wall in walls if wall.start < part[0].middle < wall.end]
    for index, (one, other) in enumerate(pairwise(part), 1):
        if any(_centre(one) < at < _centre(other) for at in standing):
            yield part[start:index]
            start = index
    yield part[start:]


def lay_out(lines: Sequence[Line]) -> PageTable | None:
    """Return the table that lines of text print, top to bottom; None where no columns can be told."""
    parts = [list(words_apart(line)) for line in lines]
    first = next((number for number, row in enumerate(parts) if any(map(is_amount, row[1:]))), None)
    if first is None:
        return None
    characters = list(chain.from_iterable(lines))
    left = min(each.left for each in characters) - EDGE
    right = max(each.right for each in characters) + EDGE
    tops = [min(each.baseline - each.size for each in line) for line in lines]
    feet = [max(each.baseline for each in line) for line in lines]
    first, levels_below = _first_row(lines, parts, first)
    lowest = without_numbers(parts, first)
    above = [(feet[at - 1] + tops[at]) / 2 for at in range(max(lowest, 1), first + 1)]
    levels = (min(tops) - EDGE, *above, *levels_below, max(feet) + EDGE)
    names = list(chain.from_iterable(parts[:lowest]))
    lines_below = [line for line in underlines(names, columns_of(parts[first:], ())) if above and line.at < above[0]]
    stack = Stack(left, right, levels, tuple(lines_below))
    walls = list(walls_of(stack, characters))
    across = [*(Ruling(at, left, right) for at in levels), *lines_below]
    for lattice in find_lattices(Rulings(across, walls)) if walls else ():
        cells, rest = read_cells(lattice, characters)
        if not rest:
            return PageTable(lattice.box, lattice.across, tuple(cells), "aligned")
    return None


def _first_row(lines: Sequence[Line], parts: Sequence[Sequence[Part]], first: int) -> tuple[int, list[float]]:
    """Return where the first row begins, and the levels below it: words over its amounts may be wrapped in it."""
    best = first, levels_of(list(chain.from_iterable(lines[first:])))
    for at in range(first - 1, max(first - CELL_LINES, 0), -1):
        if not is_next(parts[at], parts[at + 1], WRAPPED) or without_numbers(parts, at + 1) == at:
            break
        levels = levels_of(list(chain.from_iterable(lines[at:])))
        if levels.astray < best[1].astray - parts[first][0].box.height / 4:
            best = at, levels
    return best[0], best[1].at


def _centre(character: Character) -> float:
    return (character.left + character.right) / 2
