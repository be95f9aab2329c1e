"""What the cells of a table hold beside their texts: controls of a form, and figures that show as ####."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from dagster_project.extraction.read.html.chrome import is_hidden, is_silent

TOO_NARROW = re.compile("#+")


def own(table: etree._Element, tag: str | None = None) -> Iterator[etree._Element]:
    """Yield the elements of a table, of one kind or all, that stand in no table within it."""
    walker = etree.iterwalk(table, events=("start",))
    for _, element in walker:
        if element.tag == "table" and element is not table:
            walker.skip_subtree()
        elif tag is None or element.tag == tag:
            yield element


def silent_in(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements of a table whose words are not read, each once."""
    walker = etree.iterwalk(table, events=("start",))
    for _, element in walker:
        if element.tag == "table" and element is not table:
            walker.skip_subtree()
        elif is_silent(element):
            yield element
            walker.skip_subtree()


def entered_in(table: etree._Element) -> Iterator[str]:
    """Yield what is read in a table and stands in none of its texts."""
    for element in own(table):
        yield entered(element)
        if element.tag in ("td", "th") and TOO_NARROW.fullmatch("".join(map(str, element.itertext())).strip()):
            yield too_narrow(element) or ""


def too_narrow(cell: etree._Element) -> str | None:
    """Return the figure that a workbook holds in a cell, where it was saved as a page."""
    held = cell.get("x:num")
    return None if held is None else str(held)


def entered(control: etree._Element) -> str:
    """Return what is entered in a control of a form: a text, a choice, or the sign of a box."""
    kind = str(control.get("type") or "text").lower()
    if control.tag == "input" and kind in ("checkbox", "radio"):
        return "☐" if control.get("checked") is None else "☑"
    if is_hidden(control):
        return ""
    if control.tag == "input" and kind in ("text", "number", "tel"):
        return str(control.get("value") or "")
    if control.tag == "textarea":
        return control.text or ""
    chosen = control.find(".//option[@selected]") if control.tag == "select" else None
    return (chosen.text or "") if chosen is not None else ""
