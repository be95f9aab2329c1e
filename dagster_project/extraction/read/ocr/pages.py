"""One page: image → upright sheet → words → rows and prose in reading order, with doubts as issues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

import numpy as np

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.ocr import engine
from dagster_project.extraction.read.ocr.boxes import cell_boxes
from dagster_project.extraction.read.ocr.images import Image
from dagster_project.extraction.read.ocr.lattice import Lattice
from dagster_project.extraction.read.ocr.sheets import Place, Sheet, sheet_of
from dagster_project.extraction.read.ocr.texts import CERTAIN, Text, Word, cell_text, prose_lines, table_texts

DOUBTFUL = Decimal("0.9")
"""A text is doubtful when its least certain character is less certain than this."""
LEGIBLE = 0.75
"""Mean certainty of words below which a page is tried head down."""
LYING = 0.65
"""Part of wide boxes below which a page is tried sideways."""
SMUDGE = 0.25
"""Certainty below which a text outside tables is taken for a stamp or a smudge."""
MOST = 1500
"""Boxes of text that are read on one page; a page of a document has some hundreds."""
SAMPLE = 24
"""Words that are read to tell whether a page stands on its head."""
QUOTED = 5
"""Doubtful cells that an issue quotes."""


def recognise_page(image: Image, builder: Builder, number: int) -> None:
    """Read the image of a page into the builder."""
    builder.pictures.add(number)
    sheet, words, quarters = _upright(image)
    read: dict[tuple[int | None, int], list[Word]] = defaultdict(list)
    for place, (text, confidence) in zip(sheet.places, words, strict=True):
        if place.table is not None or (text and confidence >= SMUDGE):
            read[place.table, place.cell].append(Word(place.box, text, confidence))
    lines = iter(prose_lines(read[None, 0], sheet.height, sheet.margins()))
    line = next(lines, None)
    doubtful = []
    for index, table in enumerate([*sheet.tables, None]):
        while line is not None and (table is None or line[0] < table.top):
            builder.prose(line[1].text, number)
            if line[1].confidence < DOUBTFUL:
                doubtful.append(builder.key)
            line = next(lines, None)
        if table is not None:
            texts = table_texts(
                {
                    (cell.row, cell.column): cell_text(read[index, at], cell.right - cell.left)
                    for at, cell in enumerate(table.cells)
                }
            )
            _rows(table, texts, cell_boxes(table, sheet, quarters), builder, number)
    _account(sheet, words, builder, number)
    if doubtful:
        message = (
            f"{len(doubtful)} lines of text recognised on page {number} are doubtful: a character is less certain "
            f"than {DOUBTFUL}. Compare them with the page."
        )
        builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.WARNING, message, line=doubtful[0]))


def _rows(
    table: Lattice,
    texts: dict[tuple[int, int], Text],
    boxes: dict[tuple[int, int], Area],
    builder: Builder,
    number: int,
) -> None:
    """Add the rows of a table; its doubtful cells become one issue, with their places."""
    builder.end_grid()
    blank = Text("", CERTAIN)
    doubts: list[str] = []
    first = 0
    for row in range(table.rows):
        cells = [texts.get((row, column), blank) for column in range(table.columns)]
        placed = {column: boxes[row, column] for column, cell in enumerate(cells) if cell.text}
        confidences = [cell.confidence for cell in cells]
        builder.row([cell.text for cell in cells], number, method="ocr", confidences=confidences, boxes=placed)
        # as the builder keeps it: without persons
        kept = builder.rows[-1].cells
        doubts += [f"row {row + 1} column {at + 1} “{kept[at]}”" for at in _doubtful(cells)]
        first = first or (builder.key if doubts else 0)
    builder.end_grid()
    if doubts:
        filled = sum(1 for text in texts.values() if text != blank)
        quoted = ", ".join(doubts[:QUOTED]) + (", …" if len(doubts) > QUOTED else "")
        message = (
            f"{len(doubts)} of {filled} cells recognised in a table on page {number} are doubtful: a character is "
            f"less certain than {DOUBTFUL}, or a number had to be mended: {quoted}. Compare them with the page."
        )
        builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.WARNING, message, line=first))


def _account(sheet: Sheet, words: Sequence[engine.Words], builder: Builder, number: int) -> None:
    """Say what of a page was not read at all."""
    if len(words) > MOST:
        message = f"Page {number} has {len(words)} pieces of text; {MOST} were read. Deliver it as more pages."
        builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.WARNING, message, page=number))
    elif sheet.inked and not any(word.text for word in words):
        message = f"Page {number} is not blank, but nothing on it was recognised. Look at it; scan it again if need be."
        builder.issue(Issue(IssueCode.LOW_CONFIDENCE, Severity.NOTE, message, page=number))


def _doubtful(cells: list[Text]) -> Iterator[int]:
    return (at for at, cell in enumerate(cells) if cell.confidence < DOUBTFUL)


def _upright(image: Image) -> tuple[Sheet, list[engine.Words], int]:
    """Return the sheet of a page and its words, the way round on which it is read best, and its quarter turns."""
    quarters = 0
    sheet = sheet_of(image)
    if _lying(sheet) < LYING:
        turned = sheet_of(_turned(image, 1))
        if _lying(turned) > _lying(sheet):
            image, sheet, quarters = _turned(image, 1), turned, 1
    words = _words(sheet.places, sheet)
    certainty = _certainty(words)
    if certainty >= LEGIBLE or not words:
        return sheet, words, quarters
    headlong = sheet_of(_turned(image, 2))
    longest = sorted(headlong.places, key=lambda place: place.box.left - place.box.right)[:SAMPLE]
    if _certainty(_words(longest, headlong)) <= certainty:
        return sheet, words, quarters
    return headlong, _words(headlong.places, headlong), quarters + 2


def _turned(image: Image, quarters: int) -> Image:
    return np.ascontiguousarray(np.rot90(image, quarters))


def _words(places: Sequence[Place], sheet: Sheet) -> list[engine.Words]:
    read = engine.words([sheet.crop(place.box) for place in places[:MOST]])
    return read + [engine.Words("", 0.0)] * (len(places) - len(read))


def _lying(sheet: Sheet) -> float:
    """Return the part of all boxes that are wide: lines of text, and not single characters below each other."""
    wide = sum(1 for box, _, _ in sheet.places if box.right - box.left >= 1.5 * (box.bottom - box.top))
    return wide / len(sheet.places) if sheet.places else 1.0


def _certainty(words: Sequence[engine.Words]) -> float:
    return sum(word.confidence for word in words) / len(words) if words else 0.0
