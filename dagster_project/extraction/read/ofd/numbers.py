"""Numbers of OFD: arrays parted by blanks, in millimetres; what is no number is left out."""

from __future__ import annotations

import math

from lxml import etree

from dagster_project.extraction.read.page.geometry import IDENTITY, Matrix

LARGEST = 1e6
"""Millimetres: a kilometre of paper."""
Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def number(text: str | None, default: float = 0.0) -> float:
    """Return a number; the default where there is none that could stand on a page."""
    try:
        value = float(text) if text else default
    except ValueError:
        return default
    return value if math.isfinite(value) and abs(value) < LARGEST else default


def numbers(text: str | None) -> list[float]:
    """Return the numbers of an array."""
    return [number(piece) for piece in (text or "").replace(",", " ").split()]


def box(text: str | None) -> Box | None:
    """Return a box; None where there is none."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3]) if len(found) >= 4 else None


def matrix(element: etree._Element) -> Matrix:
    """Return the map from the coordinates of an object to those of what holds it: its CTM, then its place."""
    found = numbers(element.get("CTM"))
    a, b, c, d, e, f = found if len(found) == 6 else IDENTITY
    left, top = (box(element.get("Boundary")) or (0.0, 0.0, 0.0, 0.0))[:2]
    return a, b, c, d, e + left, f + top


def advances(text: str | None, most: int) -> list[float]:
    """Return the advances of DeltaX or DeltaY, at most so many; `g 3 1.5` stands for three of 1.5."""
    found: list[float] = []
    pieces = iter((text or "").replace(",", " ").split())
    for piece in pieces:
        if len(found) >= most:
            break
        if piece == "g":
            count = next(pieces, "")
            times = min(int(count[:9]), most) if count.isdecimal() else 0
            found += [number(next(pieces, None))] * times
        else:
            found.append(number(piece))
    return found[:most]
