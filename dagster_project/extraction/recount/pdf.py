"""The digits of a PDF: the plain text of a page as pdfium gives it, in the order in which the file draws it.

It is asked of the page that the reader holds open: loading it again costs as much as reading it.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium


def plain_text(text_page: Any) -> str:
    """Return all characters that pdfium finds on a page."""
    count = pdfium.FPDFText_CountChars(text_page)
    buffer = ctypes.create_string_buffer(2 * (max(count, 0) + 1))
    written = pdfium.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    return buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
