"""Where tables without ruled lines begin and end: rows with amounts below one another, and what is printed among them.

A line between two such rows is of their table where it leaves the columns of their figures free, as words do that are
wrapped in a cell; a sentence of the text would run over them. What stands over the first row, up to the caption or the
title of the table, is its header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.read.page.aligned import CAPTION, FIGURE, LARGER, TALL, WRAPPED, Part, is_next
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.gutters import is_amount
from dagster_project.extraction.read.page.lattice import SNAP
from dagster_project.extraction.read.page.titled import is_title

ROWS, AMOUNTS = 2, 4
"""Rows with amounts, and amounts in them, that make a table, at least."""
HEADER = 30
"""Lines of a header, at most."""
CLAUSE = re.compile(rf"[{punctuation().clauses}]")
START = page_words().paragraph
"""What begins a paragraph."""
SAID = re.compile(rf"[{punctuation().stops}]|\d(?:{amounts().any_unit})")
"""What no name of a column holds, and a sentence does: its end, or an amount with its unit."""
Line = Sequence[Part]


def regions(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield from where to where the lines are those of one table, header included."""
    rows = [index for index, line in enumerate(lines) if any(map(is_amount, line[1:]))]
    done, chain = 0, list[int]()
    for index in [*rows, len(lines)]:
        if chain and index < len(lines) and _go_on(lines, chain[-1], index):
            chain.append(index)
            continue
        if _is_table(lines, chain):
            start = _start(lines, chain, done)
            done = _end(lines, chain, index)
            yield start, done
        chain = [index]


def _is_table(lines: Sequence[Line], chain: Sequence[int]) -> bool:
    amounts = [part.box for index in chain for part in lines[index][1:] if is_amount(part)]
    if len(chain) < ROWS or len(amounts) < AMOUNTS:
        return False
    return sum(any(box is not other and _ends_below(box, other) for other in amounts) for box in amounts) > 1


def _ends_below(box: Box, other: Box) -> bool:
    is_in_column = abs(box.right - other.right) < SNAP or abs(box.left + box.right - other.left - other.right) < SNAP
    return is_in_column and abs(box.bottom - other.bottom) > box.height / 2


def _go_on(lines: Sequence[Line], one: int, other: int) -> bool:
    """Tell whether the lines between two rows with amounts are of their table."""
    figures = _figures(lines, (one, other))
    if not _share_column(lines[one], lines[other]):
        return False
    for at in range(one + 1, other + 1):
        if not is_next(lines[at - 1], lines[at], TALL):
            return False
    return all(_leaves_free(lines[at], figures) for at in range(one + 1, other))


def _share_column(line: Line, other: Line) -> bool:
    return any(
        each.box.left < part.box.right and part.box.left < each.box.right
        for each in line[1:]
        if is_amount(each)
        for part in other[1:]
        if FIGURE.fullmatch(part.text)
    )


def _figures(lines: Sequence[Line], rows: Sequence[int]) -> list[Box]:
    return [part.box for row in rows for part in lines[row] if is_amount(part)]


def _leaves_free(line: Line, figures: Sequence[Box]) -> bool:
    """Tell whether words stand over and below no amount, and name no table."""
    return not is_title("".join(part.text for part in line)) and all(
        FIGURE.fullmatch(part.text)
        or not any(box.left < part.box.right and part.box.left < box.right for box in figures)
        for part in line
    )


def _is_caption(part: Part) -> bool:
    return CAPTION.search(part.text) is not None and CLAUSE.search(part.text) is None


def _start(lines: Sequence[Line], chain: Sequence[int], done: int) -> int:
    """Return where the header begins: below a caption or a title, close over the first row; where neither is, none is.

    Words that are wrapped in the cells of the first row are of the table all the same.
    """
    first = chain[0]
    figures = _figures(lines, chain)
    bare = first
    while bare > done and is_next(lines[bare - 1], lines[bare], WRAPPED) and _is_of_cells(lines, chain, bare - 1):
        bare -= 1
    left = min(part.box.left for row in chain for part in lines[row])
    right = max(part.box.right for row in chain for part in lines[row])
    height = max(part.box.height for row in chain for part in lines[row])
    for at in range(first - 1, max(done, first - HEADER) - 1, -1):
        line = lines[at]
        words = "".join(part.text for part in line)
        is_text = SAID.search(words) is not None or _opens_text(lines, at, done, figures)
        if any(map(_is_caption, line)) or is_title(words) or (is_text and at < bare):
            return at + 1
        is_wide = line[0].box.width > (right - left) / 2 and not _leaves_free(line, figures)
        is_far = not is_next(line, lines[at + 1], TALL)
        is_large = max(part.box.height for part in line) > LARGER * height
        if is_far or is_large or is_wide:
            return at + 1 if is_large else bare
    return 0 if first <= HEADER and not done else bare


def _opens_text(lines: Sequence[Line], at: int, done: int, figures: Sequence[Box]) -> bool:
    """Tell whether a line begins a paragraph: over figures, or where no line of several names stands right above it.

    Below such a line it is the name of a row (一、本年收入) that has no figures of its own.
    """
    if START.match("".join(part.text for part in lines[at])) is None:
        return False
    is_below_names = at > done and len(lines[at - 1]) > 1 and is_next(lines[at - 1], lines[at], TALL)
    return not (is_below_names and _leaves_free(lines[at], figures))


def _end(lines: Sequence[Line], chain: Sequence[int], limit: int) -> int:
    """Return where the words end that are wrapped in the cells of the last row."""
    end = chain[-1] + 1
    while end < limit and is_next(lines[end - 1], lines[end], WRAPPED) and _is_of_cells(lines, chain, end):
        end += 1
    return end


def _is_of_cells(lines: Sequence[Line], chain: Sequence[int], at: int) -> bool:
    """Tell whether words stand where the rows of a table have words, and are no note below it."""
    words = [
        part.box for row in range(chain[0], chain[-1] + 1) for part in lines[row] if not FIGURE.fullmatch(part.text)
    ]
    return (
        CAPTION.search(lines[at][0].text) is None
        and _leaves_free(lines[at], _figures(lines, chain))
        and all(any(box.left < part.box.right and part.box.left < box.right for box in words) for part in lines[at])
    )
