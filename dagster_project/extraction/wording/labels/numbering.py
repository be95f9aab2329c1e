"""Numbers of paragraphs, of items within a cell, and of lines of a table: one printed twice (2. 3. 3. 4.)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.wording.labels import label_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.locate.stray_rows import stray_lines
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Prose, Table
from dagster_project.extraction.wording.labels.headings import PROSE, Label

WORDS, PARAGRAPHS = label_words(), paragraph_words()
KIND, LONGEST = "index_number", 30
LINE_NUMBER = re.compile(r"\s*".join(WORDS.line_number))
SHORTEST_ROW = 4
"""Numbers in a cell, from 1 on, that are a list for sure."""


class _Item(NamedTuple):
    """A number in front of a paragraph; `style` is whether it is in digits, and the marks around it."""

    block: Prose
    printed: str
    number: int
    style: tuple[bool, str]

    def numbered(self, number: int) -> str:
        """Return the printed number as another would be."""
        in_digits, _ = self.style
        return self.printed.replace(_written(self.number, in_digits), _written(number, in_digits))


def _written(number: int, in_digits: bool) -> str:
    return str(number) if in_digits else WORDS.numerals[number - 1]


def index_numbers(prose: Sequence[Prose]) -> Iterator[Label]:
    """Yield numbers printed again, at once, in a row that counts on before and behind; each as it should be.

    The two sides of a statement count each for itself: where rows stand in lines of text, or the number before or
    behind is printed twice too, none is told.
    """
    items = [item for block in prose if (item := _item(block))]
    rows: set[int] | None = None
    for at, (before, first, second, after) in enumerate(zip(items, items[1:], items[2:], items[3:], strict=False)):
        are_alike = before.style == first.style == second.style == after.style
        counts_on = first.number - before.number == 1 and after.number - first.number in (1, 2)
        if are_alike and counts_on and second.number == first.number and second.block.text != first.block.text:
            rows = stray_lines(prose) if rows is None else rows
            is_row = not rows.isdisjoint(range(before.block.line, after.block.line + 1))
            if is_row or _is_again(items, at, -1) or _is_again(items, at + 3, 1):
                continue
            words = squeeze(second.block.text)[:LONGEST]
            yield Label(second.block.line, 0, PROSE, KIND, words, second.printed, second.numbered(first.number + 1))


def _is_again(items: Sequence[_Item], at: int, step: int) -> bool:
    """Tell whether the item beside one bears its number, too."""
    item, beside = items[at], items[at + step : at + step + 1] if at + step >= 0 else []
    return any((other.number, other.style) == (item.number, item.style) for other in beside)


def numbers_in_cells(located: Located) -> Iterator[Label]:
    """Yield numbers printed again, at once, in the list of a cell that counts from 1."""
    for line, text, cell in located.cells_holding(WORDS.listed_number):
        found = list(WORDS.listed_number.finditer(text))
        numbers = [int(match["number"]) for match in found]
        until = next((at for at in range(1, len(numbers)) if numbers[at] != at + 1), len(numbers))
        counts_on = until + 1 >= len(numbers) or numbers[until + 1] - until in (1, 2)
        if until >= SHORTEST_ROW - 1 and until < len(numbers) and numbers[until] == until and counts_on:
            match = found[until]
            if len({each["mark"] for each in found}) == 1:
                words = squeeze(text[match.start() :])[:LONGEST]
                yield Label(line, match.start(), cell, KIND, words, match.group(), f"{until + 1}{match['mark']}")


def numbers_of_lines(located: Located) -> Iterator[Label]:
    """Yield where the line numbers of a table, counted from 1, fall back to one that is printed already."""
    heads: dict[int, list[int]] = {}
    for number, _, row in located.rows.holding(LINE_NUMBER):
        columns = [at for at, cell in enumerate(row.cells) if squeeze(cell) == WORDS.line_number]
        if columns:
            heads.setdefault(number, columns)
    for table in located.tables:
        labels = (_falls_back(table, column) for column in heads.get(table.number, ()))
        yield from islice(filter(None, labels), 1)


def _falls_back(table: Table, column: int) -> Label | None:
    """Return the first number that is less than the one before, and not that of the first line of a table."""
    last = 0
    for number, row in enumerate(table.rows, 1):
        printed = squeeze(row.cells[column]) if column < len(row.cells) else ""
        if not printed.isdecimal():
            continue
        if 1 < int(printed) < last:
            words = squeeze(row.cells[max(column - 1, 0)])[:LONGEST]
            cell = (table.number, number, column + 1)
            return Label(row.line, 0, cell, KIND, words or printed, printed, str(last + 1))
        if int(printed) != last + 1:
            return None
        last = int(printed)
    return None


def _item(block: Prose) -> _Item | None:
    part = PARAGRAPHS.part.match(block.text)
    if part is not None and part.group().strip().endswith(PARAGRAPHS.highest):
        # below the next part numbers begin anew
        return _Item(block, part.group().strip(), 0, (False, PARAGRAPHS.highest))
    match = WORDS.index_number.match(block.text)
    if match is None:
        return None
    digits = match["number"]
    number = int(digits) if digits.isdecimal() else WORDS.numerals.index(digits) + 1
    printed = match.group().strip()
    in_digits = any(map(str.isdecimal, printed))
    return _Item(block, printed, number, (in_digits, printed.replace(_written(number, in_digits), "")))
