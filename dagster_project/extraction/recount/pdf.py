"""The digits of a PDF: the plain text of a page as pdfium gives it, in the order in which the file draws it.

It is asked of the page that the reader holds open: loading it again costs as much as reading it.
"""

from __future__ import annotations

import ctypes
from array import array
from typing import Any

import pypdfium2.raw as pdfium


def plain_text(text_page: Any) -> str:
    """Return all characters that pdfium finds on a page."""
    count: int = pdfium.FPDFText_CountChars(text_page)
    letters = array("H", [0]) * (max(count, 0) + 1)
    place = ctypes.cast(letters.buffer_info()[0], ctypes.POINTER(ctypes.c_ushort))
    written = pdfium.FPDFText_GetText(text_page, 0, count, place)
    return letters.tobytes()[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
