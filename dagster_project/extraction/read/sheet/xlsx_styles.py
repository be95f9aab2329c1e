"""How cells of an XLSX look by their formats: the styles of the workbook, and the colours of its theme.

A cell that its named style alone gives a fill is taken to stand on it: programs differ in whether it does.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from dagster_project.extraction.read.markup import child, children, parse
from dagster_project.extraction.read.package import Parts
from dagster_project.extraction.read.sheet.looks import Channels, Look, hexadecimal, is_white
from dagster_project.extraction.read.sheet.numbers import shows_texts

STYLES, THEME = "xl/styles.xml", "xl/theme/theme1.xml"
THEME_ORDER = (1, 0, 3, 2)
"""Where a theme lists what formats call its first four colours: a background before its text."""
WHITES = (1, 9, 65)
"""Of the colours that have a number: white, white again, and that of windows."""
OFF = ("0", "false")


class Styles(NamedTuple):
    """Formats of cells by their number."""

    looks: tuple[Look, ...] = ()
    without_texts: frozenset[int] = frozenset()
    """Those that show no texts."""


class Palette:
    """The colours of a workbook."""

    def __init__(self, styles: etree._Element, theme: etree._Element | None) -> None:
        own = styles.find("{*}colors/{*}indexedColors")
        self.numbered = [hexadecimal(each.get("rgb")) for each in own] if own is not None else []
        scheme = theme.find(".//{*}clrScheme") if theme is not None else None
        listed = [_of_theme(entry) for entry in scheme] if scheme is not None else []
        self.theme = [listed[THEME_ORDER[at] if at < 4 else at] for at in range(len(listed))] if len(listed) > 3 else []

    def is_white(self, colour: etree._Element | None) -> bool:
        """Tell whether a colour of a font or a fill is white."""
        if colour is None:
            return False
        if (theme := _number(colour, "theme")) is not None:
            found = self.theme[theme] if theme < len(self.theme) else None
            return found is not None and is_white(_tinted(found, colour.get("tint")))
        if (indexed := _number(colour, "indexed")) is not None:
            own = self.numbered[indexed] if indexed < len(self.numbered) else None
            return is_white(own) if own is not None else indexed in WHITES
        return is_white(hexadecimal(colour.get("rgb")))


def styles_of(parts: Parts) -> Styles:
    """Return the looks of the formats of a workbook; none where its styles cannot be read."""
    by_name = {name.lower(): part for name, part in parts.items()}
    root = parse(by_name.get(STYLES, b""))
    if root is None:
        return Styles()
    palette = Palette(root, parse(by_name.get(THEME, b"")))
    fonts, fills = ([*each] if (each := child(root, kind)) is not None else [] for kind in ("fonts", "fills"))
    codes = {_number(each, "numFmtId"): each.get("formatCode") or "" for each in _entries(root, "numFmts")}
    named = list(_entries(root, "cellStyleXfs"))
    looks, without_texts = [], set()
    for number, format in enumerate(_entries(root, "cellXfs")):
        font = _at(fonts, format, "fontId")
        own = [format]
        if format.get("applyFill", "0") in OFF and (style := _at(named, format, "xfId")) is not None:
            own.append(style)
        is_backed = any(_paints(_at(fills, each, "fillId"), palette) for each in own)
        looks.append(Look(_is_white(font, palette), is_backed, _is_struck(font)))
        if not shows_texts(codes.get(_number(format, "numFmtId"), "")):
            without_texts.add(number)
    return Styles(tuple(looks), frozenset(without_texts))


def _is_white(font: etree._Element | None, palette: Palette) -> bool:
    return font is not None and palette.is_white(child(font, "color"))


def _is_struck(font: etree._Element | None) -> bool:
    struck = child(font, "strike") if font is not None else None
    return struck is not None and struck.get("val") not in OFF


def _entries(root: etree._Element, kind: str) -> Iterator[etree._Element]:
    return (each for parent in children(root, kind) for each in parent)


def _at(found: list[etree._Element], format: etree._Element, which: str) -> etree._Element | None:
    place = _number(format, which) or 0
    return found[place] if place < len(found) else None


def _paints(fill: etree._Element | None, palette: Palette) -> bool:
    """Tell whether a fill is anything else than white."""
    if fill is None:
        return False
    pattern = child(fill, "patternFill")
    if pattern is None:
        return len(fill) > 0
    kind = pattern.get("patternType", "none")
    return kind != "none" and not (kind == "solid" and palette.is_white(child(pattern, "fgColor")))


def _of_theme(entry: etree._Element) -> Channels | None:
    return next((hexadecimal(colour.get("lastClr") or colour.get("val")) for colour in entry), None)


def _tinted(colour: Channels, tint: str | None) -> Channels:
    """Return a colour made lighter (to 1) or darker (to -1), as formats do it: by its lightness."""
    try:
        by = max(-1.0, min(float(tint or 0), 1.0))
    except ValueError:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in colour))
    lightness = lightness * (1 + by) if by < 0 else lightness * (1 - by) + by
    red, green, blue = (round(channel * 255) for channel in colorsys.hls_to_rgb(hue, lightness, saturation))
    return red, green, blue


def _number(element: etree._Element, name: str) -> int | None:
    value = element.get(name) or ""
    return int(value) if value.isdecimal() and len(value) < 6 else None
