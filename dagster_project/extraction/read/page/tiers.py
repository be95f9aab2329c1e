"""Tables ruled across only: the walls between their columns are where nothing is printed from top to bottom.

A stack of lines of one length is such a table, if nothing is ruled down between its sides and figures stand in it. The
rows with figures, and the lowest words of the header, leave the gaps between columns. Above them, a line that is
shorter than the table underlines the words over several columns.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, product
from math import prod
from typing import NamedTuple

from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.read.page.aligned import ALONE, LEADING, Part
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.gutters import Band, columns_of, is_amount, without_numbers
from dagster_project.extraction.read.page.heads import underlines
from dagster_project.extraction.read.page.lattice import OPEN_SIDE, SNAP, join
from dagster_project.extraction.read.page.lines import text_lines
from dagster_project.extraction.read.page.parting import words_apart
from dagster_project.extraction.read.page.row_levels import levels_between_rows
from dagster_project.extraction.read.page.rulings import Ruling, Rulings
from dagster_project.extraction.read.page.titled import is_title

FEWEST = 3
"""Lines that make a stack: a header and a row."""
SHORTEST = 150.0
"""Points that the lines of a stack are long, at least."""
COLONS = punctuation().colons
CAPTION = re.compile(rf"(?!{page_words().of_which.rstrip(COLONS)})[^{COLONS}]+[{COLONS}][^{COLONS}]+")
"""Words of a caption, or of the unit of amount over a table."""
WAYS = 500
"""Ways to share columns among the words above them that are tried."""


class Stack(NamedTuple):
    """The lines across a table, top to bottom, and those that run over only a part of it."""

    left: float
    right: float
    levels: tuple[float, ...]
    shorter: tuple[Ruling, ...]


def with_walls(rulings: Rulings, characters: Sequence[Character]) -> tuple[Rulings, list[Ruling]]:
    """Return the rulings of a page with walls between the columns of the tables that are ruled across only, and these.

    The walls stand where nothing is printed: nobody drew them.
    """
    added: list[Ruling] = []
    if len(rulings.across) < FEWEST:
        return rulings, added
    across = list(rulings.across)
    for stack in stacks(rulings):
        for table in _tables(stack, characters):
            rows = _with_rows(_with_open_foot(table, rulings.across, characters), characters)
            rows = _with_heads(rows, characters)
            if walls := list(walls_of(rows, characters)):
                added += walls
                across += [Ruling(at, table.left, table.right) for at in rows.levels if at not in table.levels]
                across += [line for line in rows.shorter if line not in table.shorter]
    return Rulings(across, [*rulings.down, *added]), added


def stacks(rulings: Rulings) -> Iterator[Stack]:
    """Yield the stacks of lines across between whose sides nothing is ruled down."""
    lines = [line for line in join(rulings.across) if line.end - line.start >= SHORTEST]
    waiting = sorted(lines, key=lambda line: (line.start - line.end, line.at))
    while waiting:
        widest = waiting[0]
        alike = [line for line in waiting if _is_as_wide(line, widest)]
        waiting = [line for line in waiting if line not in alike]
        levels = tuple(sorted(line.at for line in alike))
        if len(levels) < FEWEST - 1 or _is_walled(widest, levels, rulings.down):
            continue
        within = (line for line in join(rulings.across) if levels[0] < line.at < levels[-1])
        shorter = tuple(
            line
            for line in within
            if not _is_as_wide(line, widest)
            and widest.start - OPEN_SIDE < line.start
            and line.end < widest.end + OPEN_SIDE
        )
        waiting = [line for line in waiting if line not in shorter]
        yield Stack(widest.start, widest.end, levels, shorter)


def _tables(stack: Stack, characters: Sequence[Character]) -> Iterator[Stack]:
    """Part a stack where a caption or a title stands between two of its lines: tables of one width."""
    start = 0
    for index, (top, bottom) in enumerate(pairwise(stack.levels), 1):
        between = list(words_apart(each for each in characters if top < each.middle < bottom))
        is_over_table = any(CAPTION.fullmatch(part.text) or is_title(part.text) for part in between)
        if is_over_table and not any(map(is_amount, between)):
            yield _of_levels(stack, stack.levels[start:index])
            start = index
    yield _of_levels(stack, stack.levels[start:])


def _of_levels(stack: Stack, levels: tuple[float, ...]) -> Stack:
    """Return the part of a stack between these lines; what underlines words of another table is none of it."""
    return stack._replace(
        levels=levels, shorter=tuple(line for line in stack.shorter if levels[0] < line.at < levels[-1])
    )


def _with_open_foot(stack: Stack, across: Sequence[Ruling], characters: Sequence[Character]) -> Stack:
    """Close a header below which no line is drawn: a page breaks the table; its rows end with the last amount."""
    foot = stack.levels[-1]
    within = [each for each in characters if stack.left <= (each.left + each.right) / 2 <= stack.right]
    inside = (each for each in within if stack.levels[0] < each.middle < foot)
    if len(stack.levels) < FEWEST - 1 or any(map(is_amount, words_apart(inside))):
        return stack
    limit = min((line.at for line in across if line.at > foot + SNAP), default=float("inf"))
    end, last = foot, foot
    for line in text_lines(each for each in within if foot < each.middle < limit):
        size = max(each.size for each in line)
        if min(each.baseline - each.size for each in line) - last > LEADING * size:
            break
        last = max(each.baseline for each in line)
        end = last + size / 2 if any(map(is_amount, list(words_apart(line))[1:])) else end
    return stack._replace(levels=(*stack.levels, end)) if end > foot else stack


def _with_rows(stack: Stack, characters: Sequence[Character]) -> Stack:
    """Part the rows that no line parts."""
    between = [
        level
        for top, bottom in pairwise(stack.levels)
        for level in levels_between_rows([each for each in characters if top < each.middle < bottom])
    ]
    return stack._replace(levels=tuple(sorted((*stack.levels, *between)))) if between else stack


def _with_heads(stack: Stack, characters: Sequence[Character]) -> Stack:
    """Part a header of several levels in which no line is drawn: its words stand over the columns that they head."""
    held = [each for each in characters if stack.left <= (each.left + each.right) / 2 <= stack.right]
    rows = [[each for each in held if top < each.middle < foot] for top, foot in pairwise(stack.levels)]
    parts = [list(words_apart(row)) for row in rows]
    if stack.shorter or len(rows) < 2 or any(map(is_amount, parts[0])) or not _has_amount(parts[1]):
        return stack
    lines = list(text_lines(rows[0]))
    above = [list(words_apart(line)) for line in lines]
    end = without_numbers(above, len(above))
    levels = [
        (max(each.baseline for each in one) + min(each.baseline - each.size for each in other)) / 2
        for one, other in pairwise(lines[end - 1 :])
    ]
    shorter = underlines(list(chain.from_iterable(above[:end])), columns_of(parts[1:], ()))
    return stack._replace(levels=tuple(sorted((*stack.levels, *levels))), shorter=tuple(shorter))


def _is_as_wide(line: Ruling, other: Ruling) -> bool:
    return abs(line.start - other.start) <= SNAP and abs(line.end - other.end) <= SNAP


def _is_walled(line: Ruling, levels: Sequence[float], down: Iterable[Ruling]) -> bool:
    """Tell whether something is ruled down inside of a stack; its sides may be."""
    return any(
        line.start + OPEN_SIDE < wall.at < line.end - OPEN_SIDE
        and wall.start < levels[-1] - SNAP
        and wall.end > levels[0] + SNAP
        for wall in down
    )


def walls_of(stack: Stack, characters: Sequence[Character]) -> Iterator[Ruling]:
    """Yield the sides of a stack and the walls between its columns; nothing where it is no table with figures."""
    if len(stack.levels) < FEWEST:
        return
    held = [
        each
        for each in characters
        if stack.left <= (each.left + each.right) / 2 <= stack.right
        and stack.levels[0] < each.middle < stack.levels[-1]
    ]
    rows: list[list[Character]] = [[] for _ in stack.levels[1:]]
    for each in held:
        rows[bisect_right(stack.levels, each.middle) - 1].append(each)
    parts = [list(words_apart(row)) for row in rows]
    first = next((number for number, row in enumerate(parts) if _has_amount(row)), len(parts))
    body = parts[first:]
    if sum(map(_has_amount, body)) < 2 and sum(map(is_amount, body[0] if body else ())) < ALONE:
        return
    lowest = without_numbers(parts, first)
    header = [each for row in rows[:lowest] for each in row]
    names = list(_lowest(stack, header, stack.levels[lowest]))
    body = parts[lowest:]
    words = [part.box for part in words_apart(header)]
    places = [_between(one, other, stack, words) for one, other in pairwise(columns_of(parts[first:], names))]
    if not places:
        return
    for at in (stack.left, stack.right):
        yield Ruling(at, stack.levels[0], stack.levels[-1])
    for at in places:
        for row, (top, bottom) in zip(body, pairwise(stack.levels[lowest:]), strict=True):
            if not any(part.box.left < at < part.box.right for part in row):
                yield Ruling(at, top, bottom)
    yield from _over_columns(stack, header, places, stack.levels[lowest])


def _has_amount(row: Sequence[Part]) -> bool:
    return any(map(is_amount, row[1:]))


def _between(band: Band, other: Band, stack: Stack, header: Sequence[Box]) -> float:
    """Return where the wall between two columns stands: where a line of the header ends, else beside its words."""
    left, right = band.right, other.left
    ends = (end for line in stack.shorter for end in (line.start, line.end))
    if (end := next((end for end in ends if left - SNAP <= end <= right + SNAP), None)) is not None:
        return end
    start = max((box.right for box in header if left < box.right < right), default=left)
    stop = min((box.left for box in header if left < box.left < right), default=right)
    return (start + stop) / 2 if start < stop else (left + right) / 2


def _lowest(stack: Stack, header: Sequence[Character], bottom: float) -> Iterator[Part]:
    """Yield the words of a header below which no line is drawn before the rows begin: each names one column."""
    for part in words_apart(header):
        middle, foot = (part.box.left + part.box.right) / 2, part.box.bottom
        lines = (*((line.at, line.start, line.end) for line in stack.shorter), *_whole(stack))
        if not any(foot - SNAP < at < bottom - SNAP and start < middle < end for at, start, end in lines):
            yield part


def _whole(stack: Stack) -> Iterator[tuple[float, float, float]]:
    yield from ((at, stack.left, stack.right) for at in stack.levels)


def _over_columns(
    stack: Stack, header: Sequence[Character], places: Sequence[float], bottom: float
) -> Iterator[Ruling]:
    """Yield the walls of a header: a line shorter than the table parts what stands above it from the names below."""
    lines = sorted(line for line in stack.shorter if line.at < bottom - SNAP)
    levels = sorted({line.at for line in lines} | {at for at in stack.levels if at <= bottom})
    for top, foot in pairwise(levels):
        row = list(words_apart(each for each in header if top < each.middle < foot))
        below = [line for line in lines if line.at == foot] or [Ruling(foot, stack.left, stack.right)] * (foot < bottom)
        for at in places:
            under = next((line for line in below if line.start + SNAP < at < line.end - SNAP), None)
            if under is not None and at not in _between_words(under, row, places):
                continue
            if not any(part.box.left < at < part.box.right for part in row):
                yield Ruling(at, top, foot)


def _between_words(line: Ruling, row: Sequence[Part], places: Sequence[float]) -> tuple[float, ...]:
    """Return the walls over a line that part the words above it, so that each stands in the middle of its columns."""
    words = _side_by_side(part.box for part in row if line.start - SNAP < part.box.left < line.end - SNAP)
    choices = [
        [at for at in places if one.right <= at <= other.left and line.start < at < line.end]
        for one, other in pairwise(words)
    ]
    if not choices or not all(choices) or prod(map(len, choices)) > WAYS:
        return ()

    def askew(walls: tuple[float, ...]) -> float:
        sides = (line.start, *walls, line.end)
        middles = ((one + other) / 2 for one, other in pairwise(sides))
        return sum(abs(middle - (word.left + word.right) / 2) for middle, word in zip(middles, words, strict=True))

    return min(product(*choices), key=askew)


def _side_by_side(boxes: Iterable[Box]) -> list[Box]:
    """Join the boxes that stand below one another: words on two lines."""
    joined: list[Box] = []
    for box in sorted(boxes):
        if joined and box.left < joined[-1].right:
            joined[-1] = joined[-1]._replace(right=max(joined[-1].right, box.right))
        else:
            joined.append(box)
    return joined
