"""Tables side by side on a sheet: each has a title of its own, and blank columns stand between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.read.areas import Line

CAPTION_LINES = 4
"""A title is sought in so many first rows."""


def side_by_side(lines: Sequence[Line]) -> list[list[Line]]:
    """Part rows that stand together at the blank columns between tables that each have a title, from left to right."""
    groups = _columns_between_blank(lines)
    starts = [group.start for group in groups if _is_titled(lines, group)]
    if len(starts) < 2:
        return [list(lines)]
    bounds = [0, *starts[1:], max(len(line.cells) for line in lines)]
    return [[part for line in lines if (part := _within(line, *bound)).filled] for bound in pairwise(bounds)]


def _columns_between_blank(lines: Sequence[Line]) -> list[range]:
    """Return the runs of columns that hold text or are merged into one that does."""
    held = sorted({each for line in lines for column in line.filled for each in _covered(line, column)})
    runs = (list(run) for _, run in groupby(enumerate(held), lambda place: place[1] - place[0]))
    return [range(run[0][1], run[-1][1] + 1) for run in runs]


def _covered(line: Line, column: int) -> Iterator[int]:
    yield from range(column, column + line.merged.get(column, 1))


def _is_titled(lines: Sequence[Line], columns: range) -> bool:
    """Tell whether one of the first rows holds but a title between these columns."""
    return any(
        len(part.filled) == 1 and title_words().row.fullmatch(fold(part.cells[part.filled[0]])) is not None
        for line in lines[:CAPTION_LINES]
        for part in [_within(line, columns.start, columns.stop)]
    )


def _within(line: Line, start: int, stop: int) -> Line:
    """Return the row with the cells between two columns alone, in the columns of the sheet."""
    cells = tuple(cell if start <= column < stop else "" for column, cell in enumerate(line.cells))
    return line._replace(
        cells=cells, merged={column: width for column, width in line.merged.items() if start <= column < stop}
    )
