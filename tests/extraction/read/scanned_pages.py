"""Draws the lines of a text document on images, its tables ruled, as a scanner would deliver them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import noto_cjk_sans_otc
import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONT = Path(noto_cjk_sans_otc.__file__).parent / "NotoSansCJK-Regular.ttc"
SIMPLIFIED = 2
"""The font of simplified Chinese in the collection."""
A4 = (8.27, 11.69)
MARGIN = 0.7
POINTS = 10.5
PITCH = 1.7
"""From line to line, in heights of a character."""


@cache
def _font(size: int) -> Any:
    return ImageFont.truetype(str(FONT), size, index=SIMPLIFIED)


def scan(lines: Iterable[str], dots: int = 200, line_width: int = 2) -> Image.Image:
    """Return a page on which text lines stand as they are and lines with tabs as a ruled table."""
    page = Image.new("RGB", (round(A4[0] * dots), round(A4[1] * dots)), "white")
    pen = ImageDraw.Draw(page)
    size = round(POINTS * dots / 72)
    x, y = round(MARGIN * dots), round(MARGIN * dots)
    printed = (line for line in lines if line.strip() and set(line) - set("-\t"))
    for ruled, group in groupby(printed, key=lambda line: "\t" in line):
        if ruled:
            y = _table(pen, [line.split("\t") for line in group], (x, y, page.width - 2 * x), size, line_width)
            continue
        for line in group:
            pen.text((x, y), line, font=_font(size), fill="black")
            y += round(PITCH * size)
    return page


def _table(pen: Any, rows: list[list[str]], place: tuple[int, int, int], size: int, line_width: int) -> int:
    """Draw a table, its first cells wrapped to make room; return where it ends."""
    left, top, room = place
    count = max(map(len, rows))
    rows = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(max(_font(size).getlength(row[at]) for row in rows), 3 * size) + size for at in range(count)]
    widest = max(widths)
    while sum(min(width, widest) for width in widths) > room:
        widest -= size / 4
    edges = [left]
    for width in widths:
        edges.append(edges[-1] + round(min(width, widest)))
    y = top
    for row in rows:
        wrapped = [_wrapped(cell, edges[at + 1] - edges[at] - size, size) for at, cell in enumerate(row)]
        tall = round((max(map(len, wrapped)) * 1.35 + 0.5) * size)
        for at, lines in enumerate(wrapped):
            start = y + (tall - len(lines) * 1.35 * size) / 2
            for number, line in enumerate(lines):
                at_right = "," in line or line == "0"
                x = edges[at + 1] - size / 2 - _font(size).getlength(line) if at_right else edges[at] + size / 2
                pen.text((x, start + number * 1.35 * size), line, font=_font(size), fill="black")
        pen.line((left, y, edges[-1], y), fill="black", width=line_width)
        y += tall
    pen.line((left, y, edges[-1], y), fill="black", width=line_width)
    for edge in edges:
        pen.line((edge, top, edge, y), fill="black", width=line_width)
    return y + size


def _wrapped(text: str, room: float, size: int) -> list[str]:
    lines = [""]
    for character in text:
        if _font(size).getlength(lines[-1] + character) > room:
            lines.append("")
        lines[-1] += character
    return lines


def png(page: Image.Image) -> bytes:
    """Return a page as PNG."""
    return _saved(page, "PNG")


def jpeg(page: Image.Image, quality: int = 60) -> bytes:
    """Return a page as JPEG."""
    return _saved(page, "JPEG", quality=quality)


def pdf(pages: Sequence[Image.Image], dots: int = 200) -> bytes:
    """Return pages as a PDF of pictures."""
    return _saved(pages[0], "PDF", save_all=True, append_images=list(pages[1:]), resolution=dots)


def noisy(page: Image.Image, deviation: float) -> Image.Image:
    """Return a page with grain."""
    grain = np.random.default_rng(5).normal(0, deviation, (page.height, page.width, 3))
    return Image.fromarray(np.clip(np.asarray(page) + grain, 0, 255).astype(np.uint8))


def sealed(page: Image.Image, centre: tuple[int, int], radius: int) -> Image.Image:
    """Return a page with a red seal stamped on it."""
    stamp = Image.new("RGB", page.size, "white")
    pen = ImageDraw.Draw(stamp)
    around = (centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius)
    pen.ellipse(around, outline=(220, 50, 50), width=8)
    pen.text((centre[0] - 80, centre[1] - 40), "★ 财政", font=_font(60), fill=(220, 50, 50))
    return Image.fromarray(np.minimum(np.asarray(page), np.asarray(stamp)))


def _saved(page: Image.Image, format: str, **options: Any) -> bytes:
    target = io.BytesIO()
    page.save(target, format, **options)
    return target.getvalue()
