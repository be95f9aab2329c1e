"""The printed characters of a page, each with its box and the baseline it stands on, turned upright."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.page.characters import BLANKS, Character, Characters, leans
from dagster_project.extraction.read.page.geometry import Upright

LOOSE_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
"""The function by its address, so that it fills an array without an object for each character."""
SAMPLES = 24
"""Characters that are asked which way the text of a page runs."""


def read_characters(page: Any, text_page: Any) -> Characters:
    """Read the characters that are printed on a page, not beside it.

    Blanks are left out, for the distance between characters tells them.
    """
    text = _text(text_page)
    return _characters(text_page, text, _page_box(page)._replace(angle=_turn(text_page, text)))


def _characters(text_page: Any, text: str, upright: Upright) -> Characters:
    printed: list[Character] = []
    oblique: list[str] = []
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    width, height = upright.size
    last_top = last_bottom = baseline = middle = size = math.nan
    is_oblique = False
    indices = [index for index, character in enumerate(text) if character > " " and character not in BLANKS]
    for index, (left, top, right, bottom) in zip(indices, _boxes(text_page, indices, upright), strict=True):
        if top != last_top or bottom != last_bottom:
            # another line, or another font: the boxes of one line and font are equally high
            last_top, last_bottom = top, bottom
            pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
            baseline = upright.down(x.value, y.value)
            middle, size = (top + bottom) / 2, bottom - top
            is_oblique = leans(_angle(text_page, index, matrix))
        if is_oblique:
            oblique.append(text[index])
        elif 0 <= middle <= height and left < width and right > 0:
            printed.append(Character(text[index], left, right, baseline, middle, size))
    return Characters(upright, printed, "".join(oblique))


def _boxes(text_page: Any, indices: Sequence[int], upright: Upright) -> Iterable[tuple[float, float, float, float]]:
    """Return the boxes of characters, upright: as wide as they advance, as high as their font."""
    boxes = (ctypes.c_float * (4 * len(indices)))()
    page, place = ctypes.cast(text_page, ctypes.c_void_p).value, ctypes.addressof(boxes)
    for index in indices:
        LOOSE_BOX(page, index, place)
        place += 16
    values: Sequence[float] = memoryview(boxes).cast("B").cast("f").tolist()
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
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", errors="replace")
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
