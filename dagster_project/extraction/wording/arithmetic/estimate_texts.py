"""The calculation basis (测算依据) of each project form, wherever the form prints it: in a cell, or as lines of prose.

Its lines are put together to one text, since a sentence and even a number may run over the end of a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from dagster_project.extraction.folding import fold_label
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.estimates import estimate_words
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Prose, Row
from dagster_project.extraction.model.meaning import TableMeaning
from dagster_project.extraction.vocabulary import Layout, StatementScope

WORDS = estimate_words()
HEADING = re.compile(r"\s*([^:：]{2,16}?)\s*(?:[:：]|$)")
HINT = re.compile(WORDS.heading_letter)
ENDS = punctuation().stops + punctuation().colons


class Piece(NamedTuple):
    """A part of a text: where it starts in the whole, its line, its cell if it stands in one, and what is cut off."""

    offset: int
    line: int
    row_number: int | None
    column_number: int | None
    skipped: int


class EstimateText(NamedTuple):
    """The calculation basis of a form, and where its characters stand."""

    table: TableMeaning
    text: str
    pieces: tuple[Piece, ...]

    def place(self, index: int) -> tuple[Piece, int]:
        """Return the piece that holds a character, and the place of the character in its line or cell."""
        piece = self.pieces[bisect_right([piece.offset for piece in self.pieces], index) - 1]
        return piece, index - piece.offset + piece.skipped


def estimate_texts(tables: Sequence[TableMeaning], located: Located) -> Iterator[EstimateText]:
    """Yield the calculation basis of every project form that prints one."""
    headed: dict[int, set[int]] = {}
    for number, row_number, _ in located.rows.holding(HINT):
        headed.setdefault(number, set()).add(row_number)
    headings = located.prose.holding(HINT)
    for table in tables:
        if is_project_form(table):
            pieces = list(_in_cells(table.table.rows, headed.get(table.table.number, ())))
            if not pieces and _inside(table, headings):
                pieces = list(_in_prose(table, located.prose))
            if pieces:
                yield _joined(table, pieces)


def is_project_form(table: TableMeaning) -> bool:
    """Tell whether a table is the form of one project."""
    kind = knowledge().kinds.get(table.kind)
    return kind is not None and kind.layout == Layout.FORM and kind.scope == StatementScope.PROJECT


def _joined(table: TableMeaning, pieces: list[tuple[Piece, str]]) -> EstimateText:
    text, placed = "", []
    for piece, words in pieces:
        if text and text.rstrip()[-1:] in ENDS:
            text += "\n"
        placed.append(piece._replace(offset=len(text)))
        text += words
    return EstimateText(table, text, tuple(placed))


def _in_cells(rows: Sequence[Row], headed: Collection[int]) -> Iterator[tuple[Piece, str]]:
    """The cell beside the heading, which is in one of the `headed` rows, and those that go on below a page break."""
    is_open = False
    for number, row in enumerate(rows, 1) if headed else ():
        if not is_open and number not in headed:
            continue
        filled = [index for index, cell in enumerate(row.cells) if cell]
        headings = [index for index in filled if _is_heading(row.cells[index])]
        if headings:
            filled, is_open = [index for index in filled if index > headings[0]][:1], True
        elif (
            len(filled) != 1 or filled[0] == 0 or knowledge().forms.any_text.fullmatch(fold_label(row.cells[filled[0]]))
        ):
            is_open = False
        if is_open:
            for index in filled:
                yield Piece(0, row.line, number, index + 1, 0), row.cells[index]


def _is_heading(cell: str) -> bool:
    return (
        WORDS.heading_letter in cell
        and len(cell) < 20
        and knowledge().forms.estimates.fullmatch(fold_label(cell)) is not None
    )


def _in_prose(table: TableMeaning, prose: Sequence[Prose]) -> Iterator[tuple[Piece, str]]:
    """The lines from the heading to the next one, inside the lines of the form."""
    labelled = {row.line for row in table.table.rows}
    is_open = False
    for block in _inside(table, prose):
        heading = HEADING.match(block.text)
        label = fold_label(heading.group(1)) if heading else ""
        start = 0
        if knowledge().forms.estimates.fullmatch(label):
            is_open, start = True, heading.end() if heading else 0
        elif knowledge().forms.any_text.fullmatch(label) or block.line in labelled:
            is_open = False
        if is_open and block.text[start:].strip():
            yield Piece(0, block.line, None, None, start), block.text[start:]


def _inside(table: TableMeaning, prose: Sequence[Prose]) -> Sequence[Prose]:
    first, last = table.table.line, table.table.rows[-1].line
    return prose[_first(prose, first) : _first(prose, last + 1)]


def _first(prose: Sequence[Prose], line: int) -> int:
    return bisect_right(prose, line - 1, key=lambda block: block.line)
