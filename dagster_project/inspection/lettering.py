"""The letters of a page of a PDF, line by line, each with the place where a viewer displays it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from dagster_project.extraction.model.document import Area

SIDE = 1_000_000
"""Steps into which a side of the page is divided: pdfium tells places on a display in whole numbers."""
BREAKS = "\r\n"


class Letter(NamedTuple):
    """A letter and its box, as parts of the page."""

    text: str
    area: Area


def lines(page: pypdfium2.PdfPage) -> Iterator[list[Letter]]:
    """Yield the lines of a page's text layer, what is hidden in it too."""
    line: list[Letter] = []
    text = page.get_textpage()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter not in BREAKS:
            line.append(Letter(letter, _area(page, text, index)))
        elif line:
            yield line
            line = []
    if line:
        yield line
    text.close()


def joined(line: list[Letter]) -> str:
    """Return the words of a line."""
    return "".join(letter.text for letter in line)


def around(letters: list[Letter]) -> Area:
    """Return the box around letters of one line."""
    left, top, right, bottom = zip(*(letter.area for letter in letters), strict=True)
    return min(left), min(top), max(right), max(bottom)


def _area(page: pypdfium2.PdfPage, text: Any, index: int) -> Area:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    one, other = _displayed(page, left.value, bottom.value), _displayed(page, right.value, top.value)
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _displayed(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, SIDE, SIDE, 0, x, y, across, down)
    return across.value / SIDE, down.value / SIDE
