"""The geometry of a page turned upright: x grows to the right, y grows downwards, in points from the top left corner.

PDF lets y grow upwards, and a page may show its text on its side. What counts is how the text runs, not /Rotate: the
page is turned until most of its characters stand upright.
"""

from __future__ import annotations

from typing import NamedTuple

Edge = tuple[float, float, float, float]
"""Left, bottom, right, top, in the coordinates of the page."""
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Box(NamedTuple):
    """A rectangle: in upright coordinates `top` is less than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Points from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top


class Upright(NamedTuple):
    """The way from a page's own coordinates to upright ones: its corners, and the angle in which its text runs.

    `angle` is clockwise, in degrees, as pdfium tells it for a character: 0, 90 (text runs down), 180 or 270.
    """

    left: float
    bottom: float
    right: float
    top: float
    angle: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (width, height) if self.angle in (0, 180) else (height, width)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Turn a rectangle of the page."""
        if self.angle == 0:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.angle == 90:
            return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
        if self.angle == 180:
            return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)

    def down(self, x: float, y: float) -> float:
        """Return how far below the upper edge a point of the page stands."""
        if self.angle == 0:
            return self.top - y
        if self.angle == 90:
            return self.right - x
        if self.angle == 180:
            return y - self.bottom
        return x - self.left


def edge(one: tuple[float, float], other: tuple[float, float]) -> Edge:
    """Return the rectangle between two corners."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def move(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved(matrix: Matrix, box: Edge) -> Edge:
    """Return where a matrix takes a rectangle."""
    return edge(move(matrix, box[0], box[1]), move(matrix, box[2], box[3]))


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies `first`, then `then`."""
    if then is IDENTITY:
        return first
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
