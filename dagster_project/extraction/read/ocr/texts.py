"""Put recognised pieces together: the lines of a cell, and the prose between tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise
from typing import NamedTuple

from dagster_project.extraction.folding import APART
from dagster_project.extraction.read.ocr.engine import Words
from dagster_project.extraction.read.ocr.ink import Piece
from dagster_project.extraction.read.ocr.mend import is_numeric, mend, mend_points

CERTAIN = Decimal(1)
DECIDED = Decimal("0.5")
"""Highest confidence of a cell in which something had to be decided."""
STEP = Decimal("0.0001")
FULL = 0.75
"""Part of its cell that a line fills at least when it goes on in the next."""
MARGINS = 4
"""Digits that would have room beside two lines which are one broken number, at most: the margins of its cell."""
BROKEN_OFF = re.compile(r"[-−–]?\d[\d,]*(,\d{0,2}|\.\d?)")
"""A number that ends within a group of thousands, or before its second decimal."""
WITH_DECIMALS = re.compile(r"[-−–]?(\d{1,3}(,\d{3})+|\d+)\.\d\d")
BLANK = "  "
"""Stands between words of a line that are printed apart."""


class Text(NamedTuple):
    """Text of a cell or of a line, and the confidence in it."""

    text: str
    confidence: Decimal


class Word(NamedTuple):
    """Recognised text with its box on the page."""

    box: Piece
    text: str
    confidence: float


def cell_text(words: Sequence[Word], width: int) -> Text:
    """Return the text of a cell `width` pixels wide from its words, line by line, left to right."""
    filled = [word for word in words if word.text]
    if not filled:
        return Text("", CERTAIN if not words else DECIDED)
    text = filled[0].text
    confidence = _decimal(min(word.confidence for word in filled))
    for before, word in pairwise(filled):
        same = before.box.line == word.box.line
        if is_numeric(before.text) and is_numeric(word.text):
            is_full = not same and before.box.right - before.box.left >= FULL * width
            goes_on = is_full or (not same and _is_broken_off(before, word, width))
            text += ("" if goes_on else APART) + word.text
            confidence = min(confidence, CERTAIN if is_full else DECIDED)
        else:
            text += _between(before.text, word.text, same) + word.text
    if APART in text:
        # the bar between two numbers is no digit
        return Text(text, confidence)
    mended = mend(text)
    return Text(mended.text, confidence if mended.certain else min(confidence, DECIDED))


def _is_broken_off(before: Word, after: Word, width: int) -> bool:
    """Tell whether the line of a number is the rest of the one before, which had no room beside it: 0.0 over 0."""
    first, rest = (word.box.right - word.box.left for word in (before, after))
    is_one = BROKEN_OFF.fullmatch(before.text) and WITH_DECIMALS.fullmatch(before.text + after.text)
    return is_one is not None and first + rest + MARGINS * first / len(before.text) >= width


def read_line(words: Words) -> Text:
    """Return a line that was recognised by itself, mended where it is a number."""
    mended, confidence = mend(words.text), _decimal(words.confidence)
    return Text(mended.text, confidence if mended.certain else min(confidence, DECIDED))


def table_texts(texts: dict[tuple[int, int], Text]) -> dict[tuple[int, int], Text]:
    """Return the texts of a table's cells with the numbers that only the others explain set right."""
    mended = mend_points({place: text.text for place, text in texts.items()})
    settled = {place: Text(text, min(texts[place].confidence, DECIDED)) for place, (text, _) in mended.items()}
    return texts | settled


def prose_lines(words: Iterable[Word], height: int, margins: tuple[int, int]) -> list[tuple[int, Text]]:
    """Return the text outside tables with its top in pixels: a wrapped line together with those it goes on in.

    `margins` are left and right of all that stands on the page, (0, 0) where no line can be a full one.
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.box.top + word.box.bottom, word.box.left)):
        middle = (word.box.top + word.box.bottom) / 2
        if rows and _middle(rows[-1]) + 0.6 * height > middle:
            rows[-1].append(word)
        else:
            rows.append([word])
    lines = [_line(row, height) for row in rows]
    left, right = margins
    found: list[tuple[int, Text]] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is not None and _goes_on(before, line, left, right, height):
            top, (text, confidence) = found[-1]
            found[-1] = (top, Text(text + line.text, min(confidence, _decimal(line.confidence))))
        else:
            found.append((line.box.top, Text(line.text, _decimal(line.confidence))))
    return found


def _line(row: list[Word], height: int) -> Word:
    """Return the words of one line as one, blanks where they stand apart."""
    row.sort(key=lambda word: word.box.left)
    text = row[0].text
    for before, word in pairwise(row):
        text += (BLANK if word.box.left - before.box.right > height else "") + word.text
    top, bottom = min(word.box.top for word in row), max(word.box.bottom for word in row)
    box = Piece(0, row[0].box.left, top, max(word.box.right for word in row), bottom)
    return Word(box, text, min(word.confidence for word in row))


def _goes_on(before: Word, line: Word, left: int, right: int, height: int) -> bool:
    """Tell whether a line is the rest of the one before: that is full, this begins at the margin, right below."""
    full = left < right - 3 * height < before.box.right and BLANK not in before.text
    below = line.box.top - before.box.bottom < 1.2 * height
    return full and below and before.box.left < left + 6 * height and line.box.left < left + height


def _middle(row: list[Word]) -> float:
    return sum(word.box.top + word.box.bottom for word in row) / (2 * len(row))


def _between(before: str, after: str, same: bool) -> str:
    """Return what parts two pieces: a blank in a line, nothing where a line of Chinese is wrapped."""
    return " " if same or (before[-1:].isascii() and after[:1].isascii()) else ""


def _decimal(confidence: float) -> Decimal:
    return Decimal(str(confidence)).quantize(STEP, rounding=ROUND_DOWN)
