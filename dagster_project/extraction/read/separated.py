"""Text whose cells are parted by commas, semicolons or tabs, as spreadsheets save it: rows like those of a sheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.model.document import Content
from dagster_project.extraction.read.areas import Line, add_area
from dagster_project.extraction.read.builder import Builder

ROWS, COLUMNS = 3, 3
"""Rows in sequence with as many cells, and cells of each, from which on commas part cells and no clauses."""
TALLEST = 20
"""Lines of a cell, at most."""
FIGURE = re.compile(r"[-+(（△▲]?\d[\d,]*(\.\d+)?%?[)）]?")
AMOUNT = re.compile(rf"[\u4e00-\u9fff(（]\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?\s*(?:{amounts().any_unit})")
"""An amount within words: its commas part thousands."""
BARS = re.compile(r"^[ ]*\|.*\|", re.MULTILINE)
SENTENCE = re.compile(f"[{punctuation().stops}]")


def separator_of(text: str) -> str | None:
    """Return what parts the cells of a table in this text; a table of bars, or tabs among prose, has its own reader."""
    if "\t" in text:
        is_sheet = "\t" in text.lstrip("\r\n").partition("\n")[0]
        return "\t" if is_sheet and _is_padded([cells for _, cells in _rows(text, "\t")]) else None
    return next((mark for mark in ",;" if _is_separated(text, mark)), None)


def _is_separated(text: str, mark: str) -> bool:
    if text.count(mark) < ROWS * (COLUMNS - 1) or not _may_be_separated(text, mark) or BARS.search(text):
        return False
    rows = [cells for _, cells in _rows(text, mark)]
    runs = (list(run) for _, run in groupby(rows, len))
    return _is_padded(rows) or any(len(run) >= ROWS and len(run[0]) >= COLUMNS and _is_table(run) for run in runs)


def _may_be_separated(text: str, mark: str) -> bool:
    """Tell by the marks alone whether rows may stand in sequence; where cells are quoted, a mark may part none."""
    if '"' in text:
        return True
    enough = [line.count(mark) >= COLUMNS - 1 for line in text.split("\n") if line.strip()]
    return all(enough) or any(map(all, zip(*(enough[at:] for at in range(ROWS)), strict=False)))


def _is_padded(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether each row of a sheet was saved with all of its columns, that of a title too."""
    rows = [cells for cells in rows if cells]
    widths = set(map(len, rows))
    has_title = any(cells[0] and not any(cells[1:]) for cells in rows)
    return len(widths) == 1 and widths.pop() >= COLUMNS and has_title


def read_separated(text: str, encoding: str, mark: str = ",") -> Content:
    """Read a text of cells parted by a mark; blank lines part its tables."""
    builder = Builder("text")
    lines = [Line(tuple(cells), number) for number, cells in _rows(text, mark)]
    is_first = True
    for is_filled, block in groupby(lines, lambda line: bool(line.filled)):
        if is_filled:
            is_first &= not add_area(builder, _of_equal_width(list(block)), is_first=is_first)
    return builder.content()._replace(encoding=encoding, line_count=text.count("\n") + 1)


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row, with the line it begins on; a quotation mark that nothing closes is none."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = _end_of_row(lines, at)
        row = "\n".join(lines[at:end])
        is_prose = mark == "," and '"' not in row and AMOUNT.search(row) is not None
        cells = [row] if is_prose else _cells(row, mark) if lines[at].strip() else []
        if cells is None:
            end = at + 1
            cells = _cells(lines[at], mark) or [lines[at]]
        yield at + 1, [cell.strip() for cell in cells]
        at = end


def _cells(row: str, mark: str) -> list[str] | None:
    """Return the cells of a row; None where a quotation mark within a cell opens none: each line is a row."""
    try:
        (cells,) = csv.reader([row], delimiter=mark)
    except csv.Error:
        return None
    return cells


def _end_of_row(lines: Sequence[str], at: int) -> int:
    """Return the line after a row: it goes on while a quotation mark is open, for some lines at most."""
    quotes = 0
    for end in range(at, min(at + TALLEST, len(lines))):
        quotes += lines[end].count('"')
        if quotes % 2 == 0:
            return end + 1
    return at + 1


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows hold figures and no sentences, but for those in which a title or a note stands alone."""
    rows = [cells for cells in rows if sum(map(bool, cells)) > 1]
    with_figure = sum(any(map(FIGURE.fullmatch, cells)) for cells in rows)
    return 2 * with_figure >= len(rows) > 0 and not any(SENTENCE.search(cell) for cells in rows for cell in cells)


def _of_equal_width(lines: list[Line]) -> list[Line]:
    width = max(len(line.cells) for line in lines)
    return [line._replace(cells=line.cells + ("",) * (width - len(line.cells))) for line in lines]
