"""Pixels from bytes and from PDF pages, within bounds of memory."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageOps

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity

Image = NDArray[np.uint8]
"""RGB: height × width × 3."""
FORMATS = ("PNG", "JPEG")
LARGEST = 80_000_000
"""Pixels of the largest image that is decoded: A3 at 600 dots an inch."""
TOO_LARGE = f"The image has more than {LARGEST:,} pixels. Deliver it smaller: 300 dots an inch are enough."
LONGEST = 3400
"""Pixels of the longer side after decoding: A4 at about 300 dots an inch, more shows no more."""
DRAWN = 2400
"""Pixels of the longer side of a PDF page: A4 at about 200 dots an inch, A3 at 145."""


GLIMPSED = 1000
LIGHT, CONTRAST = 150.0, 24.0
"""Brightness of paper, of 255, and by how much a ruled line is darker on a small image."""
ACROSS, LINES = 0.5, 3
"""Part of its width that a ruled line crosses, and how many a table has at least."""


def decode(content: bytes) -> tuple[Image | Issue, str]:
    """Return the image, upright by its own flag and on white, and its format; an Issue where there is none."""
    try:
        # Pillow warns of large images in its own words
        with warnings.catch_warnings(action="ignore"), Pillow.open(io.BytesIO(content), formats=FORMATS) as opened:
            format = opened.format.lower()
            if opened.width * opened.height > LARGEST:
                return _refused(TOO_LARGE), format
            opened.draft("RGB", (LONGEST, LONGEST))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((LONGEST, LONGEST), Pillow.Resampling.BOX, reducing_gap=2.0)
            return _on_white(upright), format
    except Pillow.DecompressionBombError:
        return _refused(TOO_LARGE), "unknown"
    except (OSError, ValueError, SyntaxError):
        # Pillow's ways of saying that the bytes are damaged
        return _refused("The image is damaged and cannot be opened. Deliver it again."), "unknown"


def _refused(message: str) -> Issue:
    return Issue(IssueCode.UNREADABLE_FILE, Severity.ERROR, message)


def drawn(page: Any) -> Image:
    """Return a page of pypdfium2 as an image."""
    return _rendered(page, DRAWN)


def glimpsed(page: Any) -> Image:
    """Return a page of pypdfium2 as a small image: enough to tell a table from a photograph."""
    return _rendered(page, GLIMPSED)


def shows_table(image: Image) -> bool:
    """Tell whether an image may be a table: on light paper, and with lines across most of it."""
    grey = image.mean(axis=2)
    paper = float(np.median(grey))
    dark = grey < paper - CONTRAST
    return paper > LIGHT and int((dark.mean(axis=1) > ACROSS).sum()) >= LINES


def _rendered(page: Any, longest: int) -> Image:
    width, height = page.get_size()
    scale = longest / max(width, height, 1.0)
    bitmap = page.render(scale=scale, rev_byteorder=True, fill_color=(255, 255, 255, 255))
    try:
        pixels: Image = np.array(bitmap.to_numpy()[:, :, :3], dtype=np.uint8, order="C", copy=True)
    finally:
        bitmap.close()
    return pixels


def composed(shape: float, pieces: Sequence[tuple[Image, Area]]) -> Image:
    """Return a page, `shape` times as wide as high, with images on it; areas are parts of the page."""
    if len(pieces) == 1:
        return pieces[0][0]
    width, height = (DRAWN, round(DRAWN / shape)) if shape > 1 else (round(DRAWN * shape), DRAWN)
    paper = Pillow.new("RGB", (max(width, 1), max(height, 1)), "white")
    for image, (left, top, right, bottom) in pieces:
        size = round((right - left) * width), round((bottom - top) * height)
        if min(size) > 0 and max(size) <= LONGEST:
            paper.paste(Pillow.fromarray(image).resize(size), (round(left * width), round(top * height)))
    return np.array(paper, dtype=np.uint8)


def _on_white(image: Any) -> Image:
    if image.mode.startswith("I;16") or image.mode == "I":
        image = Pillow.fromarray((np.asarray(image).astype(np.uint32) >> 8).astype(np.uint8))
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Pillow.new("RGBA", image.size, "white")
        image = Pillow.alpha_composite(paper, image)
    return np.array(image.convert("RGB"), dtype=np.uint8)
