"""One page, painted: its characters, lines, fills and images, in points from the lower left corner as PDF has them."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.read.ofd.document import PageFound
from dagster_project.extraction.read.ofd.numbers import Box
from dagster_project.extraction.read.ofd.objects import Painted, TooMuch, is_white, objects
from dagster_project.extraction.read.ofd.paths import drawing
from dagster_project.extraction.read.ofd.pictures import Placed, placed
from dagster_project.extraction.read.ofd.texts import Glyph, glyphs, unnamed
from dagster_project.extraction.read.page.characters import Character, Characters, leans
from dagster_project.extraction.read.page.geometry import Edge, Matrix, Upright
from dagster_project.extraction.read.page.rulings import Rulings, rulings_of

POINTS = 72 / 25.4
"""Of a millimetre."""
CHARACTERS = 150_000
"""On one page, at most."""


class Canvas:
    """Paints a page object by object. Raises TooMuch."""

    def __init__(self, page: PageFound) -> None:
        self.width, self.height = page.box[2] * POINTS, page.box[3] * POINTS
        self.glyphs: list[Glyph] = []
        self.edges: list[Edge] = []
        self.filled: list[Edge] = []
        self.images: list[Placed] = []
        self.paths = self.unnamed = 0
        self.hidden = ""
        for painted in objects(page.layers, page.resources, _to_points(page.box)):
            self._paint(painted, page)

    def _paint(self, painted: Painted, page: PageFound) -> None:
        if painted.kind == "TextObject":
            self._write(painted)
        elif painted.is_hidden:
            return
        elif painted.kind == "PathObject":
            self.paths += 1
            edges, filled = drawing(painted)
            self.edges += edges
            self.filled += filled
        else:
            self.images.append(placed(painted, page.resources))

    def _write(self, painted: Painted) -> None:
        written = list(glyphs(painted))
        shown = [] if painted.is_hidden or not _is_inked(painted) else written
        if is_white(painted.colour("FillColor")) and not painted.is_on("Stroke", "false"):
            # white on a coloured ground is a heading, white on paper is nothing
            shown = [glyph for glyph in shown if any(_holds(box, glyph) for box in self.filled)]
        seen = set(map(id, shown))
        self.hidden += "".join(glyph.text for glyph in written if id(glyph) not in seen)
        self.unnamed += unnamed(painted) if shown or not written else 0
        self.glyphs += shown
        if len(self.glyphs) > CHARACTERS:
            raise TooMuch

    @property
    def pictured(self) -> float:
        """The area of the images, in square points."""
        return sum((right - left) * (top - bottom) for left, bottom, right, top in (each.box for each in self.images))

    def characters(self) -> Characters:
        """Return the characters that are printed on the page, not beside it, upright."""
        upright = Upright(0.0, 0.0, self.width, self.height, _turn(self.glyphs))
        width, height = upright.size
        printed: list[Character] = []
        oblique: list[str] = []
        outside: list[str] = []
        for glyph in self.glyphs:
            left, top, right, bottom = upright.box(*glyph.box)
            middle = (top + bottom) / 2
            if leans(glyph.angle):
                oblique.append(glyph.text)
            elif 0 <= middle <= height and left < width and right > 0:
                baseline = upright.down(*glyph.origin)
                printed.append(Character(glyph.text, left, right, baseline, middle, bottom - top))
            else:
                outside.append(glyph.text)
        return Characters(upright, printed, "".join(oblique), (), "".join(outside), self.hidden)

    def rulings(self, upright: Upright) -> Rulings:
        """Return the ruled lines of the page, upright."""
        return rulings_of(self.edges, upright)


def _to_points(box: Box) -> Matrix:
    left, top, _, height = box
    return POINTS, 0.0, 0.0, -POINTS, -left * POINTS, (top + height) * POINTS


def _turn(glyphs: Sequence[Glyph]) -> int:
    """Return the angle in which most of the text runs, one of 0, 90, 180, 270."""
    votes = [0, 0, 0, 0]
    for glyph in glyphs:
        votes[round(glyph.angle / 90) % 4] += 1
    return 90 * max(range(4), key=lambda turn: votes[turn])


def _is_inked(painted: Painted) -> bool:
    return painted.is_on("Fill", "true") or painted.is_on("Stroke", "false")


def _holds(box: Edge, glyph: Glyph) -> bool:
    left, bottom, right, top = glyph.box
    x, y = (left + right) / 2, (bottom + top) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
