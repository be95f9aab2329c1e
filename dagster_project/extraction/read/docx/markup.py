"""Word's markup: what is switched on, numbers, signs, children within controls and insertions; edges of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

from dagster_project.extraction.read.spans import SpannedRow

WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")}
OFF = ("0", "false", "off")
SYMBOLS = dict(zip(b"%()+-<=>\xa3\xb1\xb3\xb4", "%()+-<=>≤±≥×", strict=True))
"""Signs of figures by their codes in the font Symbol."""
MATHEMATICS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ON_A_LINE = {f"{MATHEMATICS}{name}" for name in ("oMathPara", "oMath", "r", "e", "num", "den", "fName", "sub", "sup")}
"""Parts of a formula whose content follows on; those of others stand apart."""
FRACTION, BRACKETS = f"{MATHEMATICS}f", f"{MATHEMATICS}d"
SAME_EDGE = 100
"""Twentieths of a point (1.8 mm) within which the edges of two cells are one edge drawn by hand."""


def below(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the children of one kind, those inside content controls and insertions too."""
    for child in parent:
        if child.tag == qn(tag):
            yield child
        elif child.tag in WRAPPERS:
            yield from below(child, tag)


def is_on(element: etree._Element, properties: str, name: str) -> bool:
    """Tell whether a property of a run or a row is switched on."""
    found = element.find(f"{qn(properties)}/{qn(name)}")
    return found is not None and value(found, "w:val") not in OFF


def number(element: etree._Element | None, name: str) -> int:
    """Return a number of Word's markup; 0 where there is none."""
    printed = value(element, name) if element is not None else None
    return int(printed) if printed and printed.isdecimal() and len(printed) < 10 else 0


def value(element: etree._Element, name: str) -> str | None:
    """Return an attribute; None where there is none."""
    printed = element.get(qn(name))
    return None if printed is None else str(printed)


def symbol(element: etree._Element) -> str:
    """Return the sign that a symbol prints; nothing for the ornaments of other fonts."""
    code = value(element, "w:char") or ""
    if value(element, "w:font") != "Symbol" or not re.fullmatch("(F0|00)[0-9A-F]{2}", code, re.IGNORECASE):
        return ""
    return SYMBOLS.get(int(code[2:], 16), "")


def formula(element: etree._Element) -> str:
    """Return a formula as one line: a fraction with a slash, what is raised or below behind a blank."""
    if element.tag == f"{MATHEMATICS}t":
        return element.text or ""
    parts = [formula(child) for child in element if str(child.tag).startswith(MATHEMATICS)]
    if element.tag == BRACKETS:
        return f"({', '.join(filter(None, parts))})"
    between = "/" if element.tag == FRACTION else "" if element.tag in ON_A_LINE else " "
    return between.join(filter(None, parts))


def continues(cell: etree._Element, merge: str) -> bool:
    """Tell whether a cell is the rest of one above or before it; the attribute is left out where it is."""
    found = cell.find(f"{qn('w:tcPr')}/{qn(merge)}")
    return found is not None and value(found, "w:val") in (None, "continue")


def edges_of(rows: list[SpannedRow], widths: list[int]) -> dict[int, int]:
    """Return which column each column of Word's grid belongs to: tables put together by hand have edges that differ a
    little from row to row. Where that would put two cells of a row into one column, each keeps its own."""
    starts = sorted({cell.column for row in rows for cell in row.cells})
    edges: dict[int, int] = {}
    last = None
    for start in starts:
        place = sum(widths[:start])
        near = last is not None and start <= len(widths) and place - sum(widths[:last]) < SAME_EDGE
        edges[start] = edges[last] if near and last is not None else start
        last = last if near else start
    collides = any(len({edges[cell.column] for cell in row.cells}) < len(row.cells) for row in rows)
    return {start: start for start in starts} if collides else edges
