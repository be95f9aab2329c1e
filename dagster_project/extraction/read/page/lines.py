"""Lines of text from characters: by the baseline they stand on, left to right, with the blanks their distances show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.wrapping import first_word, glue

SAME_LINE = 0.5
"""Characters whose baselines differ by less than this part of their height stand on one line: digits beside a label."""
BLANK, OTHER_BLANK = 0.15, 0.25
"""A distance of more than these parts of the height is a blank: after a Latin letter, after anything else."""
OVERPRINT = 0.12
"""The same character again, this close: printed twice to look bold."""
NUMBER_END, NUMBER_START = re.compile(r"[\d,][\d,.]*$"), re.compile(r"[\d,][\d,.]*")
ROOMY = 2.5
"""Cells that are as many times as wide as what they print have room for one more digit."""
CUT, TO_THE_CENT = re.compile(r"\.\d?$"), re.compile(r"[\d,]+\.\d\d")
"""The end of a figure that was cut behind its point, and a figure whose next line makes it one to the cent."""
SPREAD = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
PADDING = 10.8
"""Points that a cell keeps free beside its text, or a letter's width: the usual margins of Word, both sides."""

Line = list[Character]


def text_lines(characters: Iterable[Character]) -> list[Line]:
    """Return the lines of a page or a cell, top to bottom, each left to right."""
    lines: list[Line] = []
    line: Line = []
    limit = float("-inf")
    for character in sorted(characters, key=attrgetter("baseline")):
        if character.baseline > limit:
            line = []
            lines.append(line)
            limit = character.baseline + SAME_LINE * character.size
        line.append(character)
    for line in lines:
        line.sort(key=attrgetter("left"))
    return lines


def line_text(line: Line) -> str:
    """Return a line as text; blanks between characters that are spread to fill a line are none."""
    parts: list[str] = []
    blanks = 0
    before: Character | None = None
    for character in line:
        if before is not None:
            gap = character.left - before.right
            if gap > BLANK * character.size and not _is_close(before, character, gap):
                parts.append(" ")
                blanks += 1
            elif character.text == before.text and character.left - before.left < OVERPRINT * character.size:
                continue
        parts.append(character.text)
        before = character
    text = "".join(parts)
    return SPREAD.sub("", text) if blanks >= 3 and blanks > len(text) / 3 else text


def _is_close(before: Character, character: Character, gap: float) -> bool:
    """Tell whether a small distance is none: letters are as far apart as that only where a word ends."""
    return gap <= OTHER_BLANK * character.size and not (before.text.isalpha() and before.text.isascii())


class CellText(NamedTuple):
    """The text of a cell, the room beside its last and beside its widest line, and the height of its characters."""

    text: str
    room: float
    least_room: float
    size: float


def cell_text(characters: list[Character], width: float) -> CellText:
    """Return the text of a cell `width` points wide: wrapped lines are joined."""
    lines = text_lines(characters)
    text, size = line_text(lines[0]), characters[0].size
    before = lines[0]
    for line in lines[1:]:
        after = line_text(line)
        room = width - line_width(before) - max(PADDING, size)
        needed = line_width(line[: len(first_word(after))])
        fits = needed <= room and (ROOMY * line_width(before) < width or not is_cut(text, after))
        text = f"{text}\n{after}" if _are_apart(text, after, fits) else glue(text, after)
        before = line
    return CellText(text, width - line_width(before), width - max(map(line_width, lines)), size)


def line_width(line: Line) -> float:
    """Return how far a line extends, in points."""
    return line[-1].right - line[0].left


def _are_apart(text: str, after: str, fits: bool) -> bool:
    """Tell whether two lines are figures of their own, and not one figure that was cut in two."""
    head, tail = NUMBER_END.search(text), NUMBER_START.match(after)
    if head is None or tail is None:
        return False
    return (head.group() + tail.group()).count(".") > 1 or fits


def is_cut(text: str, after: str) -> bool:
    """Tell whether two lines that hold nothing else are a figure to the cent, cut behind its point."""
    return CUT.search(text) is not None and TO_THE_CENT.fullmatch(text + after) is not None
