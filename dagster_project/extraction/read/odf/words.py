"""Words of an OpenDocument file as printed: blanks, tabs and breaks are elements; comments are not printed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from dagster_project.extraction.read.markup import attribute, children, name
from dagster_project.extraction.read.odf.cells import UNSEEN
from dagster_project.extraction.read.odf.styles import Styles
from dagster_project.extraction.vocabulary import Omission

SHAPES = {
    "frame",
    "custom-shape",
    "rect",
    "circle",
    "ellipse",
    "caption",
    "line",
    "polyline",
    "polygon",
    "regular-polygon",
    "path",
    "connector",
    "measure",
}
"""What floats over the text, and may hold one of its own; `g` is a group of them."""
LEFT_OUT = {
    *SHAPES,
    "g",
    "annotation",
    "annotation-end",
    "note",
    "tracked-changes",
    "hidden-text",
    "ruby-text",
    "table",
    "bookmark",
    "change",
}
BESIDE = {"annotation", "note", "ruby-text"}
"""What stands beside the text, on its margin or at the foot of a page."""
BLANKS = 1_000
"""Blanks that one element stands for, at most."""


def text_of(element: etree._Element, styles: Styles) -> str:
    """Return the text of a paragraph or of a cell, a line for each of its paragraphs."""
    return "".join(_pieces(element, styles)).strip("\n")


def _pieces(element: etree._Element, styles: Styles) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        kind = name(child)
        if kind == "s":
            count = str(attribute(child, "c") or "1")
            yield " " * min(int(count) if count.isdecimal() and len(count) < 6 else 1, BLANKS)
        elif kind == "tab":
            yield "\t"
        elif kind == "line-break":
            yield "\n"
        elif kind not in LEFT_OUT and not styles.hides(child):
            yield from _pieces(child, styles)
            if kind in ("p", "h"):
                yield "\n"
        yield child.tail or ""


def left_out(element: etree._Element, styles: Styles) -> Iterator[tuple[Omission, str]]:
    """Yield the texts of an element that are deleted, hidden, or below a cell that covers them."""
    for child in element:
        kind = name(child)
        if kind in BESIDE:
            continue
        is_hidden = kind in ("hidden-text", "covered-table-cell") or attribute(child, "visibility") in UNSEEN
        if kind == "tracked-changes" or is_hidden or styles.hides(child):
            reason = Omission.DELETED if kind == "tracked-changes" else Omission.HIDDEN
            yield reason, " ".join(map(str, child.itertext()))
        else:
            yield from left_out(child, styles)


def shown(cell: etree._Element, styles: Styles) -> str | None:
    """Return what a cell shows; None where the file does not say."""
    if next(children(cell, "p", "h", "list"), None) is None:
        return None
    paragraphs = (_pieces(part, styles) for part in children(cell, "p", "h", "list"))
    return "\n".join("".join(pieces).strip("\n") for pieces in paragraphs)
