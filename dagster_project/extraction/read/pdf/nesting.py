"""Refuse drawings within drawings that multiply: ten of ten of ten, seven deep, are ten million from one kilobyte."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from dagster_project.extraction.read.pdf.unpacking import FILTER, unpacked

DRAWINGS = 50_000
"""Drawings that one drawing may lead to."""
FEWEST = 4
"""Drawings of a document with fewer cannot multiply to many."""
WINDOW = 4_000
"""Bytes before a stream in which its dictionary begins."""
FORM = re.compile(rb"/Subtype\s*/Form\b")
BEGIN = re.compile(rb"(\d+)\s+\d+\s+obj\b")
REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R\b")
RESOURCES = re.compile(rb"/(?:Resources|XObject)\s+(\d+)\s+\d+\s+R\b")
DRAW = re.compile(rb"\bDo\b")


class Drawing(NamedTuple):
    """A drawing that pages may use: how often it draws another one, and which it may draw."""

    draws: int
    others: frozenset[int]


def multiplies(content: bytes) -> bool:
    """Tell whether a drawing of the PDF leads to more others than a page can hold."""
    if len(FORM.findall(content)) < FEWEST:
        return False
    drawings = _drawings(content)
    counts: dict[int, int] = {}
    return any(_count(number, drawings, counts, frozenset()) > DRAWINGS for number in drawings)


def _count(number: int, drawings: Mapping[int, Drawing], counts: dict[int, int], above: frozenset[int]) -> int:
    """Return the drawings that one leads to, itself included; one that draws itself is drawn once."""
    if number in above or len(above) > 40:
        return 0
    if number not in counts:
        draws, others = drawings[number]
        most = max((_count(other, drawings, counts, above | {number}) for other in others), default=0)
        counts[number] = 1 + draws * most
    return counts[number]


def _drawings(content: bytes) -> dict[int, Drawing]:
    found: dict[int, Drawing] = {}
    references: dict[int, set[int]] = {}
    for match in FORM.finditer(content):
        start = content.find(b"stream", match.end())
        begins = list(BEGIN.finditer(content, max(match.start() - WINDOW, 0), match.start()))
        if start < 0 or start - match.end() > WINDOW or not begins:
            continue
        number = int(begins[-1][1])
        head = content[begins[-1].end() : start]
        links = head + b"".join(_object(content, int(place)) for place in RESOURCES.findall(head))
        references[number] = set(map(int, REFERENCE.findall(links)))
        stream = content[start + len(b"stream") : content.find(b"endstream", start)].lstrip(b"\r\n")
        found[number] = Drawing(len(DRAW.findall(unpacked(FILTER.findall(head), stream))), frozenset())
    return {number: found[number]._replace(others=frozenset(references[number] & set(found))) for number in found}


def _object(content: bytes, number: int) -> bytes:
    start = content.find(b"\n%d 0 obj" % number)
    return content[start : content.find(b"endobj", start)][:WINDOW] if start >= 0 else b""
