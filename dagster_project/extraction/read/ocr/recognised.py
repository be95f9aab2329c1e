"""What was recognised on a page, and how it goes into a document: rows and prose in reading order, doubts as issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.ocr.texts import CERTAIN, Text

DOUBTFUL = Decimal("0.9")
"""A text is doubtful when its least certain character is less certain than this."""
MOST = 1500
"""Boxes of text that are read on one page; a page of a document has some hundreds."""
QUOTED = 5
"""Doubtful cells that an issue quotes."""
BLANK = Text("", CERTAIN)


class Line(NamedTuple):
    """A line of prose, and its top in pixels."""

    top: int
    text: Text


class Table(NamedTuple):
    """A ruled table: its top in pixels, its size, texts and areas by row and column."""

    top: int
    rows: int
    columns: int
    texts: dict[tuple[int, int], Text]
    areas: dict[tuple[int, int], Area]


class Recognised(NamedTuple):
    """A page: its lines and its tables, each from top to bottom; how many boxes of text it has, and whether any says
    something; whether anything is on it."""

    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    boxes: int
    is_legible: bool
    is_inked: bool


def put(page: Recognised, builder: Builder, number: int) -> None:
    """Add what was recognised on page `number` to a document."""
    builder.pictures.add(number)
    lines = iter(page.lines)
    line = next(lines, None)
    doubtful = []
    for table in (*page.tables, None):
        while line is not None and (table is None or line.top < table.top):
            builder.prose(line.text.text, number, confidence=line.text.confidence)
            if line.text.confidence < DOUBTFUL:
                doubtful.append(builder.key)
            line = next(lines, None)
        if table is not None:
            _put_rows(table, builder, number)
    _tell_unread(page, builder, number)
    if doubtful:
        message = (
            f"{len(doubtful)} lines of text recognised on page {number} are doubtful: a character is less certain "
            f"than {DOUBTFUL}. Compare them with the page."
        )
        builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.WARNING, message, line=doubtful[0]))


def _put_rows(table: Table, builder: Builder, number: int) -> None:
    """Add the rows of a table; its doubtful cells become one issue, with their places."""
    builder.end_grid()
    doubts: list[str] = []
    first = 0
    for row in range(table.rows):
        cells = [table.texts.get((row, column), BLANK) for column in range(table.columns)]
        placed = {column: table.areas[row, column] for column, cell in enumerate(cells) if cell.text}
        confidences = [cell.confidence for cell in cells]
        builder.row([cell.text for cell in cells], number, method="ocr", confidences=confidences, boxes=placed)
        # as the builder keeps it: without persons
        kept = builder.rows[-1].cells
        doubts += [f"row {row + 1} column {at + 1} “{kept[at]}”" for at in _doubtful(cells)]
        first = first or (builder.key if doubts else 0)
    builder.end_grid()
    if doubts:
        filled = sum(1 for text in table.texts.values() if text != BLANK)
        quoted = ", ".join(doubts[:QUOTED]) + (", …" if len(doubts) > QUOTED else "")
        message = (
            f"{len(doubts)} of {filled} cells recognised in a table on page {number} are doubtful: a character is "
            f"less certain than {DOUBTFUL}, or a number had to be mended: {quoted}. Compare them with the page."
        )
        builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.WARNING, message, line=first))


def _doubtful(cells: Sequence[Text]) -> Iterator[int]:
    return (at for at, cell in enumerate(cells) if cell.confidence < DOUBTFUL)


def _tell_unread(page: Recognised, builder: Builder, number: int) -> None:
    """Say what of a page was not read at all."""
    if page.boxes > MOST:
        message = f"Page {number} has {page.boxes} pieces of text; {MOST} were read. Deliver it as more pages."
        builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.WARNING, message, page=number))
    elif page.is_inked and not page.is_legible:
        message = f"Page {number} is not blank, but nothing on it was recognised. Look at it; scan it again if need be."
        builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.NOTE, message, page=number))
