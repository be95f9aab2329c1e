"""The printed characters of a page, each with its box and the baseline it stands on, turned upright."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from dagster_project.extraction.knowledge.characters import UNSEEN, characters
from dagster_project.extraction.read.page.characters import BLANKS, NAMELESS, Character, Characters, leans, text_of
from dagster_project.extraction.read.page.edges import cut_by_clips, cut_off
from dagster_project.extraction.read.page.geometry import Box, Edge, Upright
from dagster_project.extraction.read.pdf import native

COMMON, RARE = {**characters().common, **dict.fromkeys(UNSEEN, " "), 0xAD: "-", 0xFFFE: "-"}, characters().rare
"""Common characters for those that look like one; a hyphen that ends a line (pdfium says FFFE), or is a soft one, is a
hyphen; other marks are blanks."""
NO_NAME = re.compile("[\x01-\x08\x0e-\x1f]")
"""A character that its font gives no name, but a number that no text holds."""
SAMPLES = 24
"""Characters that are asked which way the text of a page runs."""
RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
MARKS = frozenset("0123456789[]()*①②③④⑤⑥⑦⑧⑨")
LOWEST, HIGHEST, MIDDLE = 0.75, 1.35, 0.36
"""How high a line is, at least and at most, and how far above the baseline its middle, in sizes of its font."""
SMALLER, RAISED_BY, CLOSE = 0.8, 0.15, 0.3
"""A raised mark, in heights of the character before it: how high it is, by how much it is raised, how far it stands."""


def read_characters(page: Any, text_page: Any, clips: Mapping[int, Edge] = {}) -> Characters:
    """Read the characters that are printed on a page, not beside it, nor clipped away.

    Blanks are left out, for the distance between characters tells them. `clips` says what shows of texts of which only
    a part does, by the address of the text object.
    """
    text = _text(text_page)
    if not text.isascii() and ("\ufffe" in text or not RARE.isdisjoint(text)):
        text = text.translate(COMMON)
    if NO_NAME.search(text):
        text = NO_NAME.sub(NAMELESS, text)
    upright = _page_box(page)._replace(angle=_turn(text_page, text))
    clipped = {place: upright.box(*edge) for place, edge in clips.items()}
    return _characters(text_page, text, upright, clipped)


def _characters(text_page: Any, text: str, upright: Upright, clipped: Mapping[int, Box]) -> Characters:
    printed: list[Character] = []
    oblique: list[str] = []
    hidden: list[Character] = []
    outside: list[Character] = []
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    width, height = upright.size
    last_top = last_bottom = baseline = middle = size = math.nan
    last_right = math.nan
    is_oblique = raised = False
    indices = [index for index, character in enumerate(text) if character > " " and character not in BLANKS]
    for index, (left, top, right, bottom) in zip(indices, _boxes(text_page, indices, upright), strict=True):
        if top != last_top or bottom != last_bottom:
            # another line, or another font: the boxes of one line and font are equally high
            before = baseline, middle, size, last_right
            last_top, last_bottom = top, bottom
            pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
            baseline = upright.down(x.value, y.value)
            middle, size = _line_of(text_page, index, matrix, baseline, top, bottom)
            raised = _is_raised(text[index], left, baseline, size, *before)
            if raised:
                baseline, middle = before[:2]
            is_oblique = leans(_angle(text_page, index, matrix))
        last_right = right
        if is_oblique:
            oblique.append(text[index])
        elif 0 <= middle <= height and left < width and right > 0:
            shown = RAISED.get(text[index], text[index]) if raised else text[index]
            character = Character(shown, left, right, baseline, middle, size)
            printed.append(character)
            if clipped and not _shows(text_page, index, character, clipped):
                hidden.append(character)
        else:
            outside.append(Character(text[index], left, right, baseline, middle, bottom - top))
    count = len(hidden)
    if hidden:
        printed, hidden = cut_by_clips(printed, hidden)
    if outside:
        printed, outside = cut_off(printed, outside)
    return Characters(upright, printed, "".join(oblique), hidden, text_of(outside), is_cut=len(hidden) > count)


def _line_of(
    text_page: Any, index: int, matrix: Any, baseline: float, top: float, bottom: float
) -> tuple[float, float]:
    """Return the middle and the height of a line: as its font says, unless it is far from what it was set in.

    Fonts that a program has put together may say that they are twice as high as their letters, or half.
    """
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    em = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    if em and not LOWEST * em < bottom - top < HIGHEST * em:
        return baseline - MIDDLE * em, em
    return (top + bottom) / 2, bottom - top


def _is_raised(
    text: str, left: float, baseline: float, size: float, below: float, _: float, above: float, right: float
) -> bool:
    """Tell whether a character is a raised mark behind another: smaller, higher, and close to it."""
    return (
        text in MARKS
        and size < SMALLER * above
        and RAISED_BY * above < below - baseline < above
        and abs(left - right) < CLOSE * above
    )


def _shows(text_page: Any, index: int, character: Character, clipped: Mapping[int, Box]) -> bool:
    """Tell whether the middle of a character is not clipped away."""
    box = clipped.get(native.text_object(native.handle(text_page), index))
    across = (character.left + character.right) / 2
    return box is None or (box.left <= across <= box.right and box.top <= character.middle <= box.bottom)


def _boxes(text_page: Any, indices: Sequence[int], upright: Upright) -> Iterable[tuple[float, float, float, float]]:
    """Return the boxes of characters, upright: as wide as they advance, as high as their font."""
    boxes, place = native.room("f", 4 * len(indices))
    page, fill = native.handle(text_page), native.loose_box
    for index in indices:
        fill(page, index, place)
        place += 16
    values: Sequence[float] = boxes.tolist()
    # FS_RECTF holds left, top, right and bottom
    left, top, right, bottom = (values[side::4] for side in range(4))
    if upright.angle:
        return map(upright.box, left, bottom, right, top)
    x, y = upright.left, upright.top
    if x:
        left, right = [each - x for each in left], [each - x for each in right]
    return zip(left, [y - each for each in top], right, [y - each for each in bottom], strict=True)


def _text(text_page: Any) -> str:
    """Return one character for each index of the text page."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer, place = native.room("H", count + 1)
    written = native.text_of(native.handle(text_page), 0, count, place)
    text = buffer[: written - 1].tobytes().decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    return "".join(_character(pdfium.FPDFText_GetUnicode(text_page, index)) for index in range(count))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _turn(text_page: Any, text: str) -> int:
    """Return the angle in which most of the text runs, one of 0, 90, 180, 270."""
    matrix = pdfium.FS_MATRIX()
    printed = [index for index, character in enumerate(text) if character > " "]
    votes = [0, 0, 0, 0]
    for index in printed[:: len(printed) // SAMPLES + 1]:
        votes[round(_angle(text_page, index, matrix) / 90) % 4] += 1
    return 90 * max(range(4), key=lambda turn: votes[turn])


def _angle(text_page: Any, index: int, matrix: Any) -> float:
    """Return the angle of the baseline, clockwise in degrees; letters that lean on it (italics) stand upright."""
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    return -math.degrees(math.atan2(matrix.b, matrix.a))


def _page_box(page: Any) -> Upright:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        return Upright(0, 0, 595, 842)
    return Upright(box.left, box.bottom, box.right, box.top)
