"""Text of a Word document that nobody sees: hidden or white by its own properties or by those of its styles.

White text is seen on what is shaded. What is behind text in a shape, or over a picture, is not known here: it is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docx.oxml.ns import qn
from lxml import etree

from dagster_project.extraction.read.docx.markup import is_on, value
from dagster_project.extraction.read.markup import parse

WHITE = 250
"""The darkest channel of white, as on paper."""
STYLES = "word/styles.xml"
DEEPEST = 20
"""Styles that a style is based on, one on another."""
OVER_A_PICTURE = "boolean(.//*[local-name() = 'anchor'][@behindDoc = '1' or @behindDoc = 'true'])"
APART = {qn("w:txbxContent"), qn("w:del"), qn("w:moveFrom")}
"""What is read by itself, or not at all."""


class Ground(NamedTuple):
    """What runs stand in: whether on a shade, and by which styles their text is set."""

    is_shaded: bool = False
    styles: tuple[str | None, ...] = ()
    is_in_table: bool = False


class Unseen:
    """Takes off what nobody sees of the parts of one document."""

    def __init__(self, body: etree._Element, parts: Mapping[str, bytes]) -> None:
        self.styles: dict[str, etree._Element] = {}
        if STYLES in parts:
            root = parse(parts[STYLES])
            styles = root.iterfind(qn("w:style")) if root is not None else ()
            self.styles = {str(value(style, "w:styleId")): style for style in styles}
        paper = body.getparent().find(qn("w:background")) if body.getparent() is not None else None
        self.is_on_colour = paper is not None and _darkest(value(paper, "w:color")) < WHITE
        self.is_over_picture = bool(body.xpath(OVER_A_PICTURE))

    def take_off(self, element: etree._Element) -> Iterator[str]:
        """Take the text that nobody sees off a part, and yield it."""
        return self._take_off(element, Ground(self.is_on_colour))

    def _take_off(self, parent: etree._Element, ground: Ground) -> Iterator[str]:
        for child in parent:
            if child.tag == qn("w:r"):
                yield from self._run(child, ground)
            if isinstance(child.tag, str) and child.tag not in APART and not child.tag.endswith("}Fallback"):
                yield from self._take_off(child, self._within(child, ground))

    def _within(self, element: etree._Element, ground: Ground) -> Ground:
        """Return what the content of an element stands in: the innermost shade says."""
        properties = element.find(element.tag + "Pr")
        if properties is None:
            return ground._replace(is_in_table=ground.is_in_table or element.tag == qn("w:tbl"))
        style = next(
            (value(each, "w:val") for each in properties if each.tag in (qn("w:pStyle"), qn("w:tblStyle"))), None
        )
        shade = _shade(properties)
        if shade is None and style is not None:
            shade = any(_shade(each) for found in self._chain(style) for each in found.iter() if len(each)) or None
        return Ground(
            ground.is_shaded if shade is None else shade,
            (style,) if element.tag == qn("w:p") else ground.styles,
            ground.is_in_table or element.tag == qn("w:tbl"),
        )

    def _run(self, run: etree._Element, ground: Ground) -> Iterator[str]:
        own = run.find(qn("w:rPr"))
        character = own.find(qn("w:rStyle")) if own is not None else None
        names = (value(character, "w:val") if character is not None else None, *ground.styles)
        properties = [own, *(style.find(qn("w:rPr")) for name in names for style in self._chain(name))]
        if _is_hidden(properties) or self._is_white(properties, ground):
            for text in run.iterfind(qn("w:t")):
                yield text.text or ""
                text.text = ""

    def _is_white(self, properties: list[etree._Element | None], ground: Ground) -> bool:
        if ground.is_shaded or (self.is_over_picture and not ground.is_in_table):
            return False
        known = [each for each in properties if each is not None]
        colour = next((found for each in known if (found := each.find(qn("w:color"))) is not None), None)
        if colour is None or _darkest(value(colour, "w:val")) < WHITE:
            return False
        return not any(_shade(each) or each.find(qn("w:highlight")) is not None for each in known)

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on."""
        for _ in range(DEEPEST):
            style = self.styles.get(name) if name is not None else None
            if style is None:
                return
            yield style
            based = style.find(qn("w:basedOn"))
            name = value(based, "w:val") if based is not None else None


def _is_hidden(properties: list[etree._Element | None]) -> bool:
    """Tell whether text is hidden: the first of its properties that says so or not."""
    stated = next((each for each in properties if each is not None and each.find(qn("w:vanish")) is not None), None)
    return stated is not None and is_on(stated.getparent(), "w:rPr", "w:vanish")


def _shade(properties: etree._Element) -> bool | None:
    """Tell whether properties shade what they are of in another colour than white; None where they say nothing."""
    shade = properties.find(qn("w:shd"))
    if shade is None:
        return None
    pattern, fill = value(shade, "w:val"), value(shade, "w:fill")
    if pattern not in (None, "clear", "nil"):
        return True
    return None if fill in (None, "auto") else _darkest(fill) < WHITE


def _darkest(colour: str | None) -> int:
    """Return the darkest channel of a colour; 0 where it is none, or the reader's choice."""
    try:
        return min(bytes.fromhex(colour or ""), default=0)
    except ValueError:
        return 0
