"""What is entered on a page after it was made: the values of form fields, and texts written onto it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.geometry import Box, Upright

MOST = 2_000
"""Of one page, at most."""
ENTRIES = {pdfium.FPDF_ANNOT_WIDGET: b"V", pdfium.FPDF_ANNOT_FREETEXT: b"Contents"}
"""Kinds of annotation that are printed as text, and the entry that holds it."""
NOT_SHOWN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
LONGEST = 4_000
TALL, SIZE, WIDE = 0.7, 10.0, 0.5
"""Height of an entered character, of its box and at most in points; width of a letter, of that height."""


def entered(page: Any, upright: Upright) -> list[Character]:
    """Return the characters of fields and texts, set on one line in the middle of their box."""
    found: list[Character] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            try:
                found += _characters(annotation, upright)
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _characters(annotation: Any, upright: Upright) -> Iterator[Character]:
    entry = ENTRIES.get(pdfium.FPDFAnnot_GetSubtype(annotation))
    if entry is None or pdfium.FPDFAnnot_GetFlags(annotation) & NOT_SHOWN:
        return
    rectangle = pdfium.FS_RECTF()
    text = _string(annotation, entry)
    if not text or not pdfium.FPDFAnnot_GetRect(annotation, rectangle):
        return
    box = upright.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
    yield from _set(text, box)


def _set(text: str, box: Box) -> Iterator[Character]:
    """Set a text into a box: narrower where it would not fit."""
    size = min(TALL * box.height, SIZE)
    widths = [size * (WIDE if character.isascii() else 1.0) for character in text]
    scale = min(1.0, box.width / sum(widths)) if box.width > 0 else 0.0
    left, middle = box.left, (box.top + box.bottom) / 2
    for character, width in zip(text, widths, strict=True):
        right = left + scale * width
        if not character.isspace():
            yield Character(character, left, right, middle + size / 3, middle, size)
        left = right


def _string(annotation: Any, entry: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, entry, None, 0)
    if not 2 < length <= 2 * LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, entry, buffer, length)
    return " ".join(bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0").split())
