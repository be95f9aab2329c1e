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
    found = [part.box for index in chain for part in lines[index][1:] if is_amount(part)]
    if len(chain) < ROWS or len(found) < AMOUNTS:
        return False
    return sum(any(box is not other and _ends_below(box, other) for other in found) for box in found) > 1


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
    return not is_title(_words(line)) and all(
        FIGURE.fullmatch(part.text)
        or not any(box.left < part.box.right and part.box.left < box.right for box in figures)
        for part in line
    )


def _start(lines: Sequence[Line], chain: Sequence[int], done: int) -> int:
    """Return where the header begins: below a caption, a title or a sentence, close over the first row.

    Where none of these is, there is no header, but that of a page that begins with it. Words that are wrapped in the
    cells of the first row are of the table all the same.
    """
    first, figures = chain[0], _figures(lines, chain)
    bare = first
    while bare > done and is_next(lines[bare - 1], lines[bare], WRAPPED) and _is_of_cells(lines, chain, bare - 1):
        bare -= 1
    boxes = [part.box for row in chain for part in lines[row]]
    half = (max(box.right for box in boxes) - min(box.left for box in boxes)) / 2
    large = LARGER * max(box.height for box in boxes)
    for at in range(first - 1, max(done, first - HEADER) - 1, -1):
        line = lines[at]
        is_text = at < bare and _is_text(lines, at, done, figures)
        if is_text or _is_heading(line) or max(part.box.height for part in line) > large:
            return at + 1
        is_wide = line[0].box.width > half and not _leaves_free(line, figures)
        if is_wide or not is_next(line, lines[at + 1], TALL):
            return bare
    return 0 if first <= HEADER and not done else bare


def _is_heading(line: Line) -> bool:
    """Tell whether a line is the caption or the title of a table."""
    captions = (part.text for part in line if CAPTION.search(part.text))
    return any(CLAUSE.search(text) is None for text in captions) or is_title(_words(line))


def _is_text(lines: Sequence[Line], at: int, done: int, figures: Sequence[Box]) -> bool:
    """Tell whether a line is one of the text: it says something, or it begins a paragraph.

    Right below a line of several names it is the name of a row that has no figures of its own (一、本年收入).
    """
    words = _words(lines[at])
    if SAID.search(words):
        return True
    is_below_names = at > done and len(lines[at - 1]) > 1 and is_next(lines[at - 1], lines[at], TALL)
    return START.match(words) is not None and not (is_below_names and _leaves_free(lines[at], figures))


def _words(line: Line) -> str:
    return "".join(part.text for part in line)


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
