"""Pages of a document as pictures that stand inside of an HTML page."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Iterable
from math import ceil, floor

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from dagster_project.extraction.model.document import Document
from dagster_project.inspection.redaction import Redaction, redacted_cells, redaction

Pixels = NDArray[np.uint8]
SCALE = 1.3
"""Pixels to a point: figures are read with ease, and a page stays small."""
LONGEST = 2000
"""Pixels of the longer side of a page, at most."""
SHADES = 0xF0
"""Sixteen shades a colour are enough to compare, and halve the size."""


def page_count(content: bytes, format: str) -> int:
    """Return how many pages of a document can be drawn; none of one that has no pages."""
    if format == "pdf":
        with pypdfium2.PdfDocument(content) as document:
            return len(document)
    return 1 if format in ("png", "jpeg") else 0


def pictures(read: Document, content: bytes, numbers: Iterable[int]) -> dict[int, str]:
    """Return data URIs of pages by number, what the reading left out painted black.

    A page is left out that cannot be drawn, or on which the place of what was left out is not known.
    """
    if read.format in ("png", "jpeg"):
        has_persons = any(True for _ in redacted_cells(read))
        return {} if has_persons else {number: _uri(read.format, content) for number in numbers}
    if read.format != "pdf":
        return {}
    with pypdfium2.PdfDocument(content) as document:
        hidden = redaction(read, document)
        drawn = ((number, draw(document, number, hidden)) for number in numbers)
        return {number: uri_of_pixels(pixels) for number, pixels in drawn if pixels is not None}


def draw(document: pypdfium2.PdfDocument, number: int, hidden: Redaction, sharpness: float = 1) -> Pixels | None:
    """Return the pixels of a page, black where something is hidden; None where it cannot or must not be drawn."""
    if number in hidden.withheld:
        return None
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        # a damaged page; the reader has made an issue of it
        return None
    scale = sharpness * min(SCALE, LONGEST / max(*page.get_size(), 1))
    pixels: Pixels = page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3].copy()
    page.close()
    height, width, _ = pixels.shape
    for left, top, right, bottom in hidden.areas.get(number, ()):
        rows = slice(max(0, floor(top * height)), ceil(bottom * height))
        pixels[rows, max(0, floor(left * width)) : ceil(right * width)] = 0
    return pixels


def uri_of_pixels(pixels: Pixels) -> str:
    """Return a picture that stands inside of a page."""
    return _uri("png", png(pixels))


def png(pixels: Pixels) -> bytes:
    """Return RGB pixels (height × width × 3) as a PNG; shades of grey alone take a third of it."""
    kept = np.where(pixels > SHADES, 0xFF, pixels & SHADES).astype(np.uint8)
    is_grey = bool((kept == kept[:, :, :1]).all())
    kept = kept[:, :, :1] if is_grey else kept
    height, width, channels = kept.shape
    lines = np.zeros((height, 1 + width * channels), np.uint8)
    lines[:, 1:] = kept.reshape(height, -1)
    header = struct.pack(">IIBBBBB", width, height, 8, 0 if is_grey else 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines.tobytes(), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _uri(format: str, content: bytes) -> str:
    return f"data:image/{format};base64,{base64.b64encode(content).decode()}"
