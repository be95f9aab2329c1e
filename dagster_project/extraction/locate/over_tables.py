"""Find the title among the lines over a grid, or in its first rows: on one line or broken over three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from dagster_project.extraction.amounts import looks_like_money
from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.statements import Said
from dagster_project.extraction.locate.captions import is_beside, is_caption
from dagster_project.extraction.locate.contents import LEADERS
from dagster_project.extraction.locate.titles import (
    TABLE_NUMBER,
    WORDS,
    is_long,
    kind_of,
    number_of,
    said_by,
    without_number,
)
from dagster_project.extraction.model.document import Grid, Prose

CAPTION_LINES = 12
TITLE_ROWS = 4
"""First rows of a grid that may hold its title."""
FEWEST_LISTED = 4
"""Titles of different statements, one under the other, that are a list of contents."""


def title_over(caption: Sequence[Prose]) -> tuple[str, str]:
    """Return number and words of the nearest title over a table; '' for what is not printed."""
    number, words = "", ""
    lines = [WORDS.again.sub("", block.text.strip().lstrip("#- ").strip("*")) for block in caption]
    lines = lines[_end_of_contents(lines) :][-CAPTION_LINES:]
    if _is_contents(lines):
        return number, words
    while lines and not is_long(lines[-1]) and not (number and WORDS.sentence.search(lines[-1])):
        if not number and TABLE_NUMBER.fullmatch(fold(lines[-1])):
            number = fold(lines.pop()).rstrip(":")
        elif not words:
            start, end = _title_at_end(lines)
            words = "".join(lines[start:end])
            if number and number_of(words) not in ("", number):
                return number, ""  # the last entry of the contents, and not this table's title
            del lines[min(start, len(lines) - 1) :]
        else:
            break
    return number, words


def _is_contents(lines: list[str]) -> bool:
    """Tell whether the lines over a table only list titles, the last as the others: none of them is this table's."""
    listed = [kind_of(line) for line in takewhile(kind_of, reversed(lines))]
    return len(set(listed)) >= FEWEST_LISTED and listed[0] not in listed[1:]


def _end_of_contents(lines: list[str]) -> int:
    """Return where the last list of titles ends that other lines part from the table; 0 where none does.

    What is listed before stands behind the list as the title of its own table.
    """
    end = run = 0
    for index, line in enumerate(lines[:-1], 1):
        run = run + 1 if kind_of(line.rstrip(LEADERS)) else 0
        titles = [each.rstrip(LEADERS) for each in lines[index - run : index]]
        if len({kind_of(title) for title in titles}) >= FEWEST_LISTED and not kind_of(lines[index].rstrip(LEADERS)):
            is_again = fold(titles[-1]) in {fold(without_number(title)) for title in titles[:-1]}
            end = index - is_again
    return end


def _title_at_end(lines: list[str]) -> tuple[int, int]:
    """Return where the title begins and ends that stands on the last lines, three at most; nothing where none does.

    Lines are added where the title then tells a kind, or more of it.
    """
    last = len(lines)
    starts = [start for start in range(max(0, last - 3), last) if not _is_whole(lines[start:-1], lines[-1])]
    for told in (kind_of, said_by):
        start = next((start for start in starts if told("".join(lines[start:]))), None)
        if start is not None:
            return _shortened(lines, start)
    return last, last


def _shortened(lines: list[str], start: int) -> tuple[int, int]:
    """Leave out the lines at both ends of a title without which it says the same."""
    end = len(lines)
    meaning = _meaning(lines[start:])
    while start < end - 1 and _meaning(lines[start + 1 : end]) == meaning:
        start += 1
    while start < end - 1 and _meaning(lines[start : end - 1]) == meaning:
        end -= 1
    return start, end


def _meaning(lines: list[str]) -> tuple[str | None, Said | None]:
    words = "".join(lines)
    return kind_of(words), said_by(words)


def _is_whole(lines: Sequence[str], below: str) -> bool:
    """Tell whether lines over a title are something of their own: another title, a number, a sentence."""
    return any(
        is_long(line)
        or (WORDS.whole.search(line) and not _is_begun(line, below))
        or TABLE_NUMBER.fullmatch(fold(line))
        or (said_by(line) and said_by(below))
        for line in lines
    )


def _is_begun(line: str, below: str) -> bool:
    """Tell whether a line with a number in front (表1：, 一、) is the longer part of a title that ends on the next."""
    words = without_number(line)
    return len(words) < len(line) and len(words) > len(below) and not (WORDS.whole.search(words) or said_by(below))


def last_line(caption: Sequence[Prose]) -> str:
    """The nearest line over a table that was recognised by its header alone."""
    line = caption[-1].text.strip().rstrip(":：") if caption and not is_note(caption[-1].text) else ""
    return "" if is_long(line) else line


def is_note(text: str) -> bool:
    """Tell whether a line is a note on the table above it."""
    return page_words().note_row.fullmatch(fold(text).lstrip("(")) is not None


def said_over(caption: Sequence[Prose]) -> list[Prose]:
    """Return the lines over a table but for its owner, its unit, and notes on the table above."""
    return [block for block in caption if not (is_beside(block.text) or is_note(block.text))]


def heading(caption: Sequence[Prose], *, below_number: bool = False) -> str:
    """Return the nearest short line over a table that is of none of its own; '' where none is.

    Its owner, its unit and a note on the table above are no heading.
    """
    lines = [block.text.strip().rstrip(":：") for block in said_over(caption[-CAPTION_LINES:])]
    numbers = [index for index, line in enumerate(lines) if TABLE_NUMBER.fullmatch(fold(line))]
    start = numbers[-1] if numbers and below_number else 0
    lines = [line for line in lines[start:] if not TABLE_NUMBER.fullmatch(fold(line))]
    return lines[-1] if lines and not is_long(lines[-1]) else ""


def parts(grid: Grid) -> Iterator[Grid]:
    """Yield the tables in a grid: one begins with each row below the first that holds a title and nothing else.

    The first rows of each hold its own title, before any figure.
    """
    start, has_figure = 0, False
    for index in range(1, len(grid.rows)):
        has_figure = has_figure or any(map(looks_like_money, grid.rows[index - 1].cells))
        if has_figure or index > start + TITLE_ROWS:
            filled = [cell for cell in grid.rows[index].cells if cell]
            if len(filled) == 1 and kind_of(filled[0]):
                yield Grid(grid.rows[start:index])
                start, has_figure = index, False
    yield Grid(grid.rows[start:]) if start else grid


def title_inside(grid: Grid) -> str | None:
    """Return the title among the first rows, each of which holds one cell or two."""
    for row in grid.rows[:TITLE_ROWS]:
        filled = [WORDS.again.sub("", cell) for cell in row.cells if cell]
        if len(filled) > 2 and not all(is_caption(cell) or TABLE_NUMBER.fullmatch(fold(cell)) for cell in filled):
            return None
        if title := next((cell for cell in filled if kind_of(cell)), None):
            return title
    return None
