"""Tables without ruled lines: rows whose words and figures stand under one another. The fallback, and it says so.

At least three lines in sequence must be cut by gaps into parts, and most of them must hold a figure in a part of its
own. The lines with figures tell the columns; a line with as many parts fills them in order, and the parts of the others
go to the column they stand in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.read.page.cells import Cell
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.lines import OTHER_BLANK, Line, line_text
from dagster_project.extraction.read.page.tables import PageTable
from dagster_project.extraction.read.page.titled import is_title

GAP = 1.2
"""Heights of blank paper between two columns, at least."""
ROWS = 3
ALONE = 3
"""Amounts that a row holds, at least, which is the only one with any."""
FIGURE = re.compile(rf"[(（]?[-+−{amounts().below_zero}]?\d[\d,]*(\.\d+)?%?[)）]?|[-—–]{{1,2}}")
OF_FIGURES = frozenset("0123456789%-—–")
"""With what a figure, or a dash in its place, begins and ends."""
AMOUNT = re.compile(rf"[(（]?[-+−{amounts().below_zero}]?(\d+(,\d{{3}})+(\.\d+)?|\d+\.\d+|\d{{4,}})[)）]?")
"""A figure that is no page number: a list of contents is no table."""
WRAPPED, BESIDE = 1.6, 0.95
"""Heights from one line of a cell to the next, at most, and to a line of the cell beside it."""
LARGER = 1.25
"""Heights of a row, or of the names over it, that words beside or over it have, at most: a title is larger."""
COLONS = punctuation().colons
CAPTION = re.compile(rf"(?<!{page_words().of_which.rstrip(COLONS)})[{COLONS}]")
SENTENCE = re.compile(rf"[{punctuation().clauses}]|{CAPTION.pattern}")
LEADING = 3.0
"""Heights from one row to the next, at most."""
FULL, TALL = 3, 4.5
"""Parts that only a line of a table has, at least, and heights to the row beside it, at most: one may be blank."""
CELL_LINES, NARROW = 6, 10.0
"""Lines of a cell beside a row of one line, and heights that they are wide, at most."""
NAMES_ALONE = 40
"""Lines from a name without amounts to a row with figures, at most."""


PLACES: tuple[Callable[[Box], float], ...] = (lambda box: box.left, lambda box: (box.left + box.right) / 2)
"""Where names that stand below one another agree: they begin there, or that is their middle."""


class Part(NamedTuple):
    """Words that stand together on a line."""

    box: Box
    text: str


def figures_apart(part: Line) -> Iterator[Line]:
    """Cut words at the narrow gaps between figures: a dash and the figure of the next column are no negative number."""
    gaps = [
        index
        for index, (one, other) in enumerate(pairwise(part), 1)
        if other.left - one.right > OTHER_BLANK * other.size and other.text in OF_FIGURES and one.text in OF_FIGURES
    ]
    start = 0
    for index in gaps:
        if _is_figure(part[start:index]) and _begins_figure(part[index:]):
            yield part[start:index]
            start = index
    yield part[start:]


def _is_figure(part: Line) -> bool:
    words = line_text(part).split()
    return bool(words) and FIGURE.fullmatch(words[-1]) is not None


def _begins_figure(part: Line) -> bool:
    words = line_text(part).split()
    return bool(words) and FIGURE.fullmatch(words[0]) is not None


def runs(lines: Sequence[list[Part]]) -> Iterator[tuple[int, int]]:
    """Yield where the lines that are the rows of one table begin and end."""
    start = 0
    for index in range(len(lines) + 1):
        inside = index < len(lines) and (
            _may_be_row(lines[index])
            or _is_wrapped(lines, index)
            or _is_beside(lines, index)
            or _is_name_alone(lines, index)
        )
        if inside and (
            index == start or is_next(lines[index - 1], lines[index], _leading(lines[index - 1 : index + 1]))
        ):
            continue
        found = [[part.text for part in parts] for parts in lines[start:index] if len(parts) > 1]
        if (len(found) >= ROWS and is_table(found)) or is_one_row(found):
            yield start, index
        start = index if inside else index + 1


def _leading(lines: Sequence[list[Part]]) -> float:
    is_tall = all(map(_may_be_row, lines)) and any(len(parts) >= FULL for parts in lines)
    return TALL if is_tall else LEADING


def _may_be_row(parts: list[Part]) -> bool:
    """Tell whether a line has columns; a caption with its unit of amount has a colon instead, but not behind 其中."""
    return len(parts) > 1 and not any(CAPTION.search(part.text) for part in parts)


def _is_wrapped(lines: Sequence[list[Part]], index: int) -> bool:
    """Tell whether the only words of a line are of a cell beside a row: close to it, and no sentence."""
    return _may_be_of_cell(lines[index]) and (_reaches_row(lines, index, -1) or _reaches_row(lines, index, 1))


def _may_be_of_cell(line: Sequence[Part]) -> bool:
    """Tell whether a line holds only words, which are no sentence, and no title of a table between two."""
    return len(line) == 1 and SENTENCE.search(line[0].text) is None and not is_title(line[0].text)


def _reaches_row(lines: Sequence[list[Part]], index: int, step: int) -> bool:
    """Tell whether a row is next to a line, or to narrow lines of the same cell that go on from it."""
    end = max(-1, min(len(lines), index + step * (CELL_LINES + 1)))
    for at in range(index + step, end, step):
        line, other = lines[at - step], lines[at]
        if not other or not is_next(*((other, line) if step < 0 else (line, other)), WRAPPED):
            return False
        if _may_be_row(other):
            return lines[index][0].box.height <= LARGER * max(part.box.height for part in other)
        if not (_may_be_of_cell(other) and _are_of_cell(line[0].box, other[0].box)):
            return False
    return False


def _are_of_cell(box: Box, other: Box) -> bool:
    height = max(box.height, other.height)
    is_narrow = max(box.width, other.width) < NARROW * height
    return is_narrow and any(abs(place(box) - place(other)) < height / 2 for place in PLACES)


def _is_beside(lines: Sequence[list[Part]], index: int) -> bool:
    """Tell whether the only words of a line stand beside those of another, half a line lower: in cells, in no text."""
    if not _may_be_of_cell(lines[index]):
        return False
    return any(
        one and other and is_next(one, other, BESIDE) for one, other in pairwise(lines[max(0, index - 1) : index + 2])
    )


def _is_name_alone(lines: Sequence[list[Part]], index: int) -> bool:
    """Tell whether the only words of a line name a row without amounts: rows above and below begin where they do."""
    if not _may_be_of_cell(lines[index]):
        return False
    box, height = lines[index][0].box, lines[index][0].box.height
    above, below = lines[max(0, index - NAMES_ALONE) : index + 1], lines[index : index + NAMES_ALONE + 1]
    around = _row_from(above[::-1]), _row_from(below)
    return any(
        all(row is not None and abs(place(row[0].box) - place(box)) < height / 2 for row in around) for place in PLACES
    )


def _row_from(lines: Sequence[list[Part]]) -> list[Part] | None:
    """Return the first row with a figure behind a line, where nothing but names alone stand between."""
    for before, line in pairwise(lines):
        if not line or not (is_next(before, line, LEADING) and is_next(line, before, LEADING)):
            return None
        if len(line) > 1:
            return line if _may_be_row(line) and any(FIGURE.fullmatch(part.text) for part in line[1:]) else None
    return None


def is_next(one: Sequence[Part], other: Sequence[Part], leading: float) -> bool:
    """Tell whether a line stands so many heights below another, at most."""
    return other[0].box.bottom - one[0].box.bottom <= leading * max(one[0].box.height, other[0].box.height)


def is_table(lines: Sequence[Sequence[str]]) -> bool:
    """Tell whether most lines hold figures in a part of their own, and amounts among them."""
    figures = sum(any(map(FIGURE.fullmatch, parts[1:])) for parts in lines)
    amounts = sum(any(map(AMOUNT.fullmatch, parts[1:])) for parts in lines)
    return figures * 2 >= len(lines) and amounts > 1


def is_one_row(lines: Sequence[Sequence[str]]) -> bool:
    """Tell whether the last line alone has figures, nothing else behind its name, and others above it name them."""
    if len(lines) < ROWS - 1 or any(map(AMOUNT.fullmatch, chain.from_iterable(lines[:-1]))):
        return False
    *_, row = lines
    return all(map(FIGURE.fullmatch, row[1:])) and sum(AMOUNT.fullmatch(part) is not None for part in row) >= ALONE


def table_of(lines: Sequence[list[Part]]) -> PageTable:
    """Return the table whose rows these lines are."""
    parts = [part for line in lines for part in line]
    box = Box(
        min(part.box.left for part in parts),
        lines[0][0].box.top,
        max(part.box.right for part in parts),
        lines[-1][0].box.bottom,
    )
    across = (box.left, *_limits(lines), box.right)
    return PageTable(box, across, tuple(_cells(lines, across)), "aligned")


def _limits(lines: Sequence[list[Part]]) -> list[float]:
    """Return where one column ends and the next begins.

    Rows with figures leave bands, where no name goes over into the next; else the line with most parts tells, a row
    before a header, which stands to the left of its figures.
    """
    rows = [line for line in lines if any(FIGURE.fullmatch(part.text) for part in line[1:])]
    fullest = max([*rows, *lines], key=len)
    bands: list[tuple[float, float]] = []
    for left, right in sorted((part.box.left, part.box.right) for line in rows for part in line):
        if bands and left <= bands[-1][1]:
            bands[-1] = bands[-1][0], max(right, bands[-1][1])
        else:
            bands.append((left, right))
    if len(bands) >= len(fullest):
        return [(one[1] + other[0]) / 2 for one, other in pairwise(bands)]
    return _between([(one.box.right + other.box.left) / 2 for one, other in pairwise(fullest)], lines)


def _between(limits: list[float], lines: Sequence[list[Part]]) -> list[float]:
    """Move each limit between two columns to the widest gap that most lines leave there."""
    moved = []
    for limit in limits:
        gaps = [
            (one.box.right, other.box.left)
            for line in lines
            for one, other in pairwise(line)
            if one.box.right <= limit <= other.box.left
        ]
        moved.append((max(left for left, _ in gaps) + min(right for _, right in gaps)) / 2 if gaps else limit)
    return moved


def _cells(lines: Sequence[list[Part]], across: tuple[float, ...]) -> Iterator[Cell]:
    for row, line in enumerate(lines):
        held: dict[int, list[Part]] = {}
        for number, part in enumerate(line):
            place = bisect_right(across, (part.box.left + part.box.right) / 2) - 1
            column = number if len(line) == len(across) - 1 else min(max(place, 0), len(across) - 2)
            held.setdefault(column, []).append(part)
        for column, parts in sorted(held.items()):
            box = Box(across[column], parts[0].box.top, across[column + 1], parts[0].box.bottom)
            text = " ".join(part.text for part in parts)
            yield Cell(row, column, box, text, box.width, box.width, parts[0].box.height)
