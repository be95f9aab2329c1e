"""One page: image → upright sheet → words → the texts of its tables and lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from dagster_project.extraction.read.ocr import engine
from dagster_project.extraction.read.ocr.boxes import cell_boxes
from dagster_project.extraction.read.ocr.images import Image
from dagster_project.extraction.read.ocr.lattice import Lattice
from dagster_project.extraction.read.ocr.recognised import MOST, Line, Recognised, Table
from dagster_project.extraction.read.ocr.sheets import Place, Sheet, sheet_of
from dagster_project.extraction.read.ocr.texts import Text, Word, cell_text, prose_lines, table_texts

LEGIBLE = 0.75
"""Mean certainty of words below which a page is tried head down."""
LYING = 0.65
"""Part of wide boxes below which a page is tried sideways."""
SMUDGE = 0.25
"""Certainty below which a text outside tables is taken for a stamp or a smudge."""
SAMPLE = 24
"""Words that are read to tell whether a page stands on its head."""


def recognised(image: Image) -> Recognised:
    """Return what stands on the image of a page."""
    sheet, words, quarters = _upright(image)
    read: dict[tuple[int | None, int], list[Word]] = defaultdict(list)
    for place, (text, confidence) in zip(sheet.places, words, strict=True):
        if place.table is not None or (text and confidence >= SMUDGE):
            read[place.table, place.cell].append(Word(place.box, text, confidence))
    lines = prose_lines(read[None, 0], sheet.height, sheet.margins())
    return Recognised(
        lines=tuple(Line(*line) for line in lines),
        tables=tuple(
            Table(table.top, table.rows, table.columns, _texts(table, index, read), cell_boxes(table, sheet, quarters))
            for index, table in enumerate(sheet.tables)
        ),
        boxes=len(words),
        is_legible=any(word.text for word in words),
        is_inked=sheet.inked,
    )


def _texts(
    table: Lattice, index: int, read: Mapping[tuple[int | None, int], list[Word]]
) -> dict[tuple[int, int], Text]:
    return table_texts(
        {
            (cell.row, cell.column): cell_text(read.get((index, at), []), cell.right - cell.left)
            for at, cell in enumerate(table.cells)
        }
    )


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
