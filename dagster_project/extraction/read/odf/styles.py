"""What the styles of an OpenDocument file hide: sheets, paragraphs and words."""

from __future__ import annotations

from lxml import etree

from dagster_project.extraction.read.markup import attribute, name


class Styles:
    """The names of the styles whose properties say `display: none` or the like."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self.hiding = {
            attribute(style, "name")
            for root in roots
            if root is not None
            for style in root.iter("{*}style")
            if any(_hides(properties) for properties in style)
        }

    def hides(self, element: etree._Element) -> bool:
        """Tell whether an element is not shown, by its style or its own display."""
        return attribute(element, "style-name") in self.hiding or attribute(element, "display") == "none"


def _hides(properties: etree._Element) -> bool:
    if not name(properties).endswith("-properties"):
        return False
    return attribute(properties, "display") in ("false", "none") or attribute(properties, "display-name") == "none"
