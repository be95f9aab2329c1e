"""Codes and glyphs: two letters may be drawn as one (`fi`), one as two; advances lead from glyph to glyph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from lxml import etree

from dagster_project.extraction.read.ofd.numbers import number

MOST = 1_000
"""Glyphs of one transform."""
Transforms = Mapping[int, tuple[int, int]]
"""By the place of a code: how many codes become how many glyphs."""


def counts(transform: etree._Element) -> tuple[int, int]:
    """Return how many codes become how many glyphs."""
    codes, found = (int(number(transform.get(each), 1.0)) for each in ("CodeCount", "GlyphCount"))
    return max(codes, 1), min(max(found, 1), MOST)


def glyph_places(count: int, transforms: Transforms) -> list[float]:
    """Return for each code the place of its glyph, and where the last ends; codes that share glyphs divide them."""
    places: list[float] = []
    code = place = 0
    while code < count:
        codes, found = transforms.get(code, (1, 1))
        codes = min(codes, count - code)
        places += [place + index * found / codes for index in range(codes)]
        code, place = code + codes, place + found
    return [*places, place]


def code_at(places: Sequence[float], glyph: int) -> int:
    """Return the last code whose glyph stands at a place or before it."""
    return max(bisect_right(places, glyph) - 1, 0)


def offsets(start: float, steps: Sequence[float], count: int) -> list[float]:
    """Return where so many glyphs begin, and where the last ends; steps that are not told are none."""
    return list(accumulate([*steps[:count], *[0.0] * (count - len(steps))], initial=start))


def between(offsets: Sequence[float], place: float) -> float:
    """Return the offset of a place, which may lie within a glyph."""
    whole = min(int(place), len(offsets) - 1)
    rest = place - whole
    return offsets[whole] + (rest * (offsets[whole + 1] - offsets[whole]) if rest and whole + 1 < len(offsets) else 0)
