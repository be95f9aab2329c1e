"""Draw the font that pdfium measures Chinese characters by: `python -m dagster_project.derived.fallback_font`.

A box for every character of the blocks named, half as wide for Latin ones; marked as a font of the code pages of
Chinese, Japanese and Korean, by which pdfium chooses. Needs fonttools, of the extra `dev`.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import cmap_format_13

from dagster_project.extraction.read.pdf.fallback import FONTS

FILE = Path(FONTS) / "fallback.ttf"
EM, SIDE = 1000, 60
"""Units of an em, and of the blank on either side of a box."""

LATIN = (0x20, 0x100)
"""Half as wide: digits and letters."""

BLOCKS = (
    (0x2010, 0x2070), (0x2160, 0x2180), (0x2190, 0x2200), (0x2460, 0x2600), (0x3000, 0xA000), (0xF900, 0xFB00),
    (0xFE30, 0xFE50), (0xFF00, 0xFFF0),
)  # fmt: skip  # a range a pair, as the standard names its blocks
"""Punctuation, numerals, arrows, circled figures, ideographs, and their compatible and full-width forms."""
CODE_PAGES = 0b11111 << 17
"""Of OS/2: Japanese, simplified Chinese, Korean, traditional Chinese, Korean Johab."""


def build(file: Path) -> None:
    """Write the font as a TrueType file, the same bytes every time."""
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", "full", "half"])
    builder.setupCharacterMap({0x4E00: "full"})
    builder.setupGlyf({".notdef": _box(EM), "full": _box(EM), "half": _box(EM // 2)})
    builder.setupHorizontalMetrics({".notdef": (EM, SIDE), "full": (EM, SIDE), "half": (EM // 2, SIDE)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Yusuan Fallback", "styleName": "Regular", "psName": "YusuanFallback"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, ulCodePageRange1=CODE_PAGES)
    builder.setupPost()
    many_to_one = cmap_format_13(13)
    many_to_one.platformID, many_to_one.platEncID, many_to_one.language = 3, 10, 0
    full = {character: "full" for first, end in BLOCKS for character in range(first, end)}
    many_to_one.cmap = dict.fromkeys(range(*LATIN), "half") | full
    builder.font["cmap"].tables = [many_to_one]
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.font.save(file)


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    corners = ((SIDE, -80), (SIDE, 760), (width - SIDE, 760), (width - SIDE, -80))
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


if __name__ == "__main__":
    build(FILE)
