"""Draws known tables on the pages of an OFD document, in the dialects that its makers write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Literal
from unicodedata import east_asian_width

from paper import Ruling, Turn

MILLIMETRES = 25.4 / 72
Writing = Literal["advances", "repeated", "characters", "scaled"]
SPACES = {
    "prefix": ('xmlns:ofd="http://www.ofdspec.org/2016"', "ofd:"),
    "default": ('xmlns="http://www.ofdspec.org/2016"', ""),
    "old": ('xmlns:o="http://www.ofdspec.org"', "o:"),
    "none": ("", ""),
}


@dataclass(frozen=True)
class Dialect:
    """How a maker of OFD writes."""

    writing: Writing = "advances"
    space: str = "prefix"
    template: bool = False
    """The ruled lines of a page stand in its template."""
    blocks: bool = False
    """Objects stand in blocks within blocks."""
    laid_out: bool = False
    """The file is indented, text too."""
    parameters: bool = False
    """Colours are said once, in parameters of drawing that build on others."""
    folder: str = "Doc_0"


def width_of(text: str, size: float) -> float:
    """Return how wide a text is set."""
    return sum(size if east_asian_width(each) in "WFA" else size / 2 for each in text)


@dataclass
class OfdPaper:
    """An OFD document to draw on: points from the upper left corner of a page as it is read."""

    width: float = 595
    height: float = 842
    turn: Turn = 0
    """Degrees, clockwise, by which a viewer must turn the page to read it."""
    dialect: Dialect = field(default_factory=Dialect)
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    ruled: list[list[str]] = field(default_factory=lambda: [[]])
    extra: dict[str, bytes] = field(default_factory=dict)
    """Further parts of the package."""

    def new_page(self) -> None:
        """Begin the next page."""
        self.pages.append([])
        self.ruled.append([])

    def text(self, x: float, y: float, text: str, size: float = 9, align: str = "left") -> None:
        """Write a line on the baseline y, to the right of x, to its left, or around it."""
        left = x - {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * width_of(text, size)
        if self.dialect.writing == "characters":
            for each in text:
                self._run(left, y, each, size)
                left += width_of(each, size)
        else:
            self._run(left, y, text, size)

    def _run(self, x: float, y: float, text: str, size: float) -> None:
        unit = 1.0 if self.dialect.writing == "scaled" else MILLIMETRES
        steps = [width_of(each, size) * unit for each in text[:-1]]
        delta = f' DeltaX="{_array(steps, self.dialect.writing == "repeated")}"' if steps else ""
        shown = f"\n      {escape(text)}\n    " if self.dialect.laid_out else escape(text)
        code = f'<TextCode X="0" Y="0"{delta}>{shown}</TextCode>'
        rest = f'Font="3" Size="{size * unit:.4f}"'
        colour = "" if self.dialect.parameters else '<FillColor Value="0 0 0"/>'
        self.pages[-1].append(f"<TextObject {self._placed(x, y, unit)} {rest}>{colour}{code}</TextObject>")

    def line(self, x0: float, y0: float, x1: float, y1: float, ruling: Ruling = "strokes") -> None:
        """Rule a line: a stroke, or a filled rectangle half a point thick."""
        if ruling == "rectangles":
            self.box(min(x0, x1) - 0.25, min(y0, y1) - 0.25, max(x0, x1) + 0.25, max(y0, y1) + 0.25, fill="black")
        else:
            self._path(x0, y0, f"M 0 0 L {_mm(x1 - x0)} {_mm(y1 - y0)}", 'LineWidth="0.18"')

    def box(self, left: float, top: float, right: float, bottom: float, fill: str | None = None) -> None:
        """Draw the frame of a rectangle, or fill it with a colour."""
        across, down = _mm(right - left), _mm(bottom - top)
        value = {"white": "255 255 255", "black": "0 0 0"}.get(fill or "")
        self._path(
            left,
            top,
            f"M 0 0 L {across} 0 L {across} {down} L 0 {down} C",
            'Stroke="false" Fill="true"' if fill else "",
            f'<FillColor Value="{value}"/>' if fill else "",
        )

    def _path(self, x: float, y: float, data: str, attributes: str, colour: str = "") -> None:
        placed = self._placed(x, y, MILLIMETRES)
        layer = self.ruled if self.dialect.template else self.pages
        layer[-1].append(
            f"<PathObject {placed} {attributes}>{colour}<AbbreviatedData>{data}</AbbreviatedData></PathObject>"
        )

    def _placed(self, x: float, y: float, unit: float) -> str:
        """Return the attributes that bring an object whose unit is so many millimetres a point to its place."""
        x, y, (a, b) = {
            0: (x, y, (1, 0)),
            90: (y, self.width - x, (0, -1)),
            180: (self.width - x, self.height - y, (-1, 0)),
            270: (self.height - y, x, (0, 1)),
        }[self.turn]
        scale = MILLIMETRES / unit
        ctm = f'CTM="{a * scale:.6f} {b * scale:.6f} {-b * scale:.6f} {a * scale:.6f} 0 0"'
        boundary = f'Boundary="{_mm(x)} {_mm(y)} 20 5"'
        return f"{ctm} {boundary}" if (a, scale) != (1, 1.0) else boundary

    def save(self) -> bytes:
        """Return the OFD document."""
        width, height = (self.width, self.height) if self.turn in (0, 180) else (self.height, self.width)
        box = f"<PhysicalBox>0 0 {_mm(width)} {_mm(height)}</PhysicalBox>"
        folder, numbers = self.dialect.folder, range(len(self.pages))
        templates = [f'<TemplatePage ID="{900 + each}" BaseLoc="Tpls/{each}.xml"/>' for each in numbers]
        common = [
            f"<PageArea>{box}</PageArea><PublicRes>Res.xml</PublicRes>",
            *(templates if self.dialect.template else ()),
        ]
        listed = "".join(f'<Page ID="{each + 1}" BaseLoc="Pages/{each}/Content.xml"/>' for each in numbers)
        document = f"<CommonData>{''.join(common)}</CommonData><Pages>{listed}</Pages>"
        if f"{folder}/Annotations.xml" in self.extra:
            document += "<Annotations>Annotations.xml</Annotations>"
        parts = {
            "OFD.xml": self._xml("OFD", f"<DocBody><DocRoot>{folder}/Document.xml</DocRoot></DocBody>"),
            f"{folder}/Document.xml": self._xml("Document", document),
            f"{folder}/Res.xml": self._xml("Res", PARAMETERS),
        }
        for number, (drawn, ruled) in enumerate(zip(self.pages, self.ruled, strict=True)):
            used = f'<Template TemplateID="{900 + number}"/>' if self.dialect.template else ""
            parts[f"{folder}/Pages/{number}/Content.xml"] = self._xml("Page", used + self._layer(drawn))
            parts[f"{folder}/Tpls/{number}.xml"] = self._xml("Page", self._layer(ruled))
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for name, content in ({name: xml.encode() for name, xml in parts.items()} | self.extra).items():
                package.writestr(name, content)
        return target.getvalue()

    def _layer(self, drawn: Sequence[str]) -> str:
        inner = "".join(drawn)
        if self.dialect.blocks:
            inner = f"<PageBlock><PageBlock>{inner}</PageBlock></PageBlock>"
        named = ' DrawParam="2"' if self.dialect.parameters else ""
        return f"<Content><Layer{named}>{inner}</Layer></Content>"

    def _xml(self, root: str, inner: str) -> str:
        declared, prefix = SPACES[self.dialect.space]
        named = inner.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<{prefix}{root} {declared}>{named}</{prefix}{root}>'


PARAMETERS = """<DrawParams><DrawParam ID="1"><FillColor Value="0 0 0"/></DrawParam>
<DrawParam ID="2" Relative="1"><StrokeColor Value="10 10 10"/></DrawParam></DrawParams>"""


def _mm(points: float) -> str:
    return f"{points * MILLIMETRES:.4f}"


def _array(steps: Sequence[float], repeated: bool) -> str:
    """Write advances one by one, or equal ones that follow each other as `g 3 1.5`."""
    if not repeated:
        return " ".join(f"{step:.4f}" for step in steps)
    runs: list[tuple[int, str]] = []
    for step in (f"{step:.4f}" for step in steps):
        runs = [*runs[:-1], (runs[-1][0] + 1, step)] if runs and runs[-1][1] == step else [*runs, (1, step)]
    return " ".join(f"g {count} {step}" if count > 1 else step for count, step in runs)
