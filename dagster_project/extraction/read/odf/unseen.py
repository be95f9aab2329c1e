"""Words of an OpenDocument file that nobody is to read: in white on nothing or on white, or struck out.

What paints a ground that is not known here (a drawing, a picture, a condition) may be dark: words on it are seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from dagster_project.extraction.read.markup import attribute, child, name
from dagster_project.extraction.read.odf.words import BESIDE
from dagster_project.extraction.read.sheet.looks import Look, hexadecimal, is_white

DEEPEST = 20
"""Styles that a style is based on, one on another."""
WORDS = {"p", "h", "span", "a"}
DRAWN = {"frame", "custom-shape", "rect"}
APART = (BESIDE - {"note"}) | {"tracked-changes", "hidden-text", "covered-table-cell"}
"""What is read by itself, or not at all."""
FAMILIES = {"p": "paragraph", "h": "paragraph", "span": "text", "a": "text"}
"""Families of styles that have other names than the elements which they are of."""


class Unseen:
    """How words look by the styles of a file."""

    def __init__(self, *roots: etree._Element | None) -> None:
        known = [root for root in roots if root is not None]
        self.styles = {
            (attribute(style, "family"), attribute(style, "name")): style
            for root in known
            for style in root.iter("{*}style")
        }
        papers = (layout for root in known for layout in root.iter("{*}page-layout"))
        self.paper = Look(is_backed=any(_paints(properties) for layout in papers for properties in layout))

    def take_off(self, element: etree._Element, above: Look | None = None, style: str | None = None) -> Iterator[str]:
        """Take the words that nobody is to read off an element, and yield them.

        `above` is how words look in what it stands in; `style` is that of an element without one of its own.
        """
        look = self.within(element, above, style)
        has_words = name(element) in WORDS and look.is_unseen
        if has_words and element.text:
            yield element.text
            element.text = ""
        for inner in element:
            if name(inner) not in APART:
                yield from self.take_off(inner, look)
            if has_words and inner.tail:
                yield inner.tail
                inner.tail = ""

    def within(self, element: etree._Element, above: Look | None = None, default: str | None = None) -> Look:
        """Return how words look in an element: the nearest of its styles that says."""
        kind, look = name(element), self.paper if above is None else above
        if kind in DRAWN or (kind == "table" and child(element, "conditional-formats") is not None):
            return look._replace(is_backed=True)
        chain = list(self._chain(FAMILIES.get(kind, kind), attribute(element, "style-name") or default))
        if any(child(style, "map") is not None for style in chain):
            return look._replace(is_backed=True)
        properties = [each for style in chain for each in style]
        texts = [each for each in properties if name(each) == "text-properties"]
        white = next((found for each in texts if (found := _is_white(each)) is not None), None)
        struck = next((found for each in texts if (found := _is_struck(each)) is not None), None)
        painted = next((found for each in properties if (found := _paints(each)) is not None), None)
        return Look(
            look.is_white if white is None else white,
            look.is_backed if painted is None else painted,
            look.is_struck if struck is None else struck,
        )

    def _chain(self, family: str, style: str | None) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on."""
        for _ in range(DEEPEST):
            found = self.styles.get((family, style)) if style is not None else None
            if found is None:
                return
            yield found
            style = attribute(found, "parent-style-name")


def _is_white(properties: etree._Element) -> bool | None:
    if attribute(properties, "use-window-font-color") == "true":
        return False
    colour = attribute(properties, "color")
    return None if colour is None else is_white(hexadecimal(colour))


def _is_struck(properties: etree._Element) -> bool | None:
    said = [attribute(properties, f"text-line-through-{of}") for of in ("style", "type")]
    return None if said == [None, None] else any(each not in (None, "none") for each in said)


def _paints(properties: etree._Element) -> bool | None:
    """Tell whether something that is not white is painted behind words; None where nothing is said."""
    picture = child(properties, "background-image")
    if picture is not None and (attribute(picture, "href") is not None or len(picture)):
        return True
    colour = attribute(properties, "background-color")
    return None if colour in (None, "transparent") else not is_white(hexadecimal(colour))
