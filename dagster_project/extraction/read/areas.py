"""Rows of a sheet, a Word table or an HTML table, put in as what they are: caption and notes as prose, the rest a grid.

Offices type a table's title, organisation and unit into its first rows, and its notes into the last. A row belongs to
the caption where one cell stands alone in it, or where all of its cells are words of a caption.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.captions import captions
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.read.builder import Builder

CAPTIONS = captions()
UNIT = re.compile(rf"\(?{CAPTIONS.unit_of_amount}\)?")
CAPTION = re.compile(
    rf"{UNIT.pattern}|{CAPTIONS.number}|{years().cell.pattern}|{CAPTIONS.date}:.*|{CAPTIONS.organisation}:.*"
)
LABEL = re.compile(f"{CAPTIONS.organisation}:")
GAP = re.compile(r"\s{2,}|\t")
SENTENCE = 25
"""From this length on, a cell that stands alone under a table is a note and no name of a row."""


class Line(NamedTuple):
    """One row as read: its cells, its row in a sheet, and the width of the cells merged over columns."""

    cells: tuple[str, ...]
    number: int | None = None
    merged: Mapping[int, int] = {}

    @property
    def filled(self) -> list[int]:
        """Columns that hold text."""
        return [column for column, cell in enumerate(self.cells) if cell and not cell.isspace()]


def add_area(builder: Builder, lines: Sequence[Line], page: int | None = None, is_first: bool = True) -> bool:
    """Add rows that stand together, and tell whether a grid was among them.

    `is_first` says that no table stands before them on the page: then any cell alone in a row over them is caption.
    """
    lines = [line for line in lines if line.filled]
    if all(_stands_alone(line) for line in lines):
        start = end = len(lines)
    else:
        start = _captions_to(lines, is_first)
        end = start + _notes_from(lines[start:])
    for line in lines[:start]:
        for text in _caption_texts(line):
            builder.prose(text, page, line.number)
    for line in lines[start:end]:
        builder.row(line.cells, page, line.number)
    for line in lines[end:]:
        for text in line.cells[line.filled[0]].splitlines():
            builder.prose(text, page, line.number)
    builder.end_grid()
    return end > start


def prose_lines(text: str) -> list[str]:
    """Split a text into lines, and a line of captions set apart by blanks into its captions."""
    found = []
    for line in text.splitlines():
        pieces = [piece for piece in GAP.split(line.strip()) if piece]
        found += pieces if len(pieces) > 1 and all(CAPTION.fullmatch(fold(piece)) for piece in pieces) else [line]
    return found


def _stands_alone(line: Line) -> bool:
    """Tell whether a row holds one text, and that no number."""
    if len(line.filled) != 1:
        return False
    text = line.cells[line.filled[0]]
    return parse_number(text) is None or years().cell.fullmatch(fold(text)) is not None


def _captions_to(lines: Sequence[Line], is_first: bool) -> int:
    """Return the index of the first row that is no caption. The unit is the last line of one: then comes the header."""
    left = min(column for line in lines for column in line.filled)
    sure = _lines_over_caption(lines)
    has_unit = False
    for index, line in enumerate(lines):
        pieces = _pieces(line)
        is_caption = index < sure or _is_caption(pieces)
        if not is_caption and (has_unit or not _stands_alone(line) or not _is_title(line, left, is_first)):
            return index
        has_unit |= any(UNIT.fullmatch(piece) for piece in pieces)
    return len(lines)


def _lines_over_caption(lines: Sequence[Line]) -> int:
    """Return how many first rows stand over one that only a caption has: a title, an organisation, a unit.

    Where they stand alone, nothing of a table is there yet: notes on the table before, and parts of a title.
    """
    over = list(takewhile(lambda line: _stands_alone(line) or _is_caption(_pieces(line)), lines))
    sure = (index for index, line in enumerate(over) if _is_title_row(line) or _is_caption(_pieces(line)))
    return max(sure, default=0)


def _pieces(line: Line) -> list[str]:
    return [fold(piece) for text in _joined(line) for piece in prose_lines(text)]


def _is_caption(pieces: Sequence[str]) -> bool:
    return all(CAPTION.fullmatch(piece) for piece in pieces) and not _heads_years(pieces)


def _is_title_row(line: Line) -> bool:
    return title_words().row.fullmatch(fold(line.cells[line.filled[0]])) is not None


def _heads_years(pieces: Sequence[str]) -> bool:
    """Tell whether a row names several years: it heads columns of them (2025年 | 2026年)."""
    return sum(years().cell.fullmatch(piece) is not None for piece in pieces) > 1


def _is_title(line: Line, left: int, is_first: bool) -> bool:
    """Tell whether a text alone in its row is a title; the upper level of a header stands over some columns only."""
    column = line.filled[0]
    width = line.merged.get(column, 1)
    if _is_title_row(line):
        return True
    return (is_first or width > 1) and not (column > left and width > 1)


def _joined(line: Line) -> list[str]:
    """Return the filled cells of a row, the label of an organisation together with the name in the next cell."""
    texts: list[str] = []
    for column in line.filled:
        text = line.cells[column]
        if texts and LABEL.fullmatch(fold(texts[-1])) and not CAPTION.fullmatch(fold(text)):
            texts[-1] += text
        else:
            texts.append(text)
    return texts


def _caption_texts(line: Line) -> list[str]:
    return [piece for text in _joined(line) for piece in prose_lines(text)]


def _notes_from(lines: Sequence[Line]) -> int:
    """Return the index of the first row that is a note, of rows that end in notes."""
    first = len(lines)
    for index in range(len(lines) - 1, 0, -1):
        if not _stands_alone(lines[index]):
            break
        text = fold(lines[index].cells[lines[index].filled[0]])
        if page_words().note_row.fullmatch(text) or len(text) >= SENTENCE:
            first = index
    return first
