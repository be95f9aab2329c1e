"""The numbers of a workbook (.xlsx): its shown cells that hold one, row by row, from the XML of its sheets.

A zero is left out: a format may show it as a dash, or not at all.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from dagster_project.extraction.recount import Printed

PLACE = re.compile(r"([A-Z]+)(\d+)")
DIGIT = re.compile(r"\d")
Element = ElementTree.Element


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return how many cells of a row hold a digit other than a zero by itself; hidden sheets, rows and columns none."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = {name.replace("\\", "/").lower(): name for name in package.namelist()}

        def part(name: str) -> Element:
            return ElementTree.fromstring(package.read(names[name.lower()]))

        shared = _shared(part("xl/sharedStrings.xml")) if "xl/sharedstrings.xml" in names else []
        cells: Counter[tuple[int, int]] = Counter()
        for number, target in _sheets(part("xl/workbook.xml"), part("xl/_rels/workbook.xml.rels")):
            if target.lower() in names:
                for row in _rows(part(target), shared):
                    cells[number, row] += 1
        return Printed(cells=cells)


def _shared(root: Element) -> list[str]:
    return ["".join(_texts(entry)) for entry in root]


def _texts(entry: Element) -> Iterator[str]:
    """Yield the text of an entry, without what says how it is pronounced."""
    for child in entry:
        if _name(child) == "t":
            yield child.text or ""
        elif _name(child) == "r":
            yield from _texts(child)


def _sheets(workbook: Element, relations: Element) -> Iterator[tuple[int, str]]:
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    sheets = (each for each in workbook.iter() if _name(each) == "sheet")
    for number, sheet in enumerate(sheets, 1):
        relation = next((value for key, value in sheet.items() if key.endswith("}id")), "")
        if sheet.get("state", "visible") == "visible":
            yield number, posixpath.normpath(posixpath.join("/xl", targets.get(relation, ""))).lstrip("/")


def _rows(sheet: Element, shared: list[str]) -> Iterator[int]:
    """Yield the row of each shown cell that holds a digit."""
    unseen = {column for each in sheet.iter() if _name(each) == "col" for column in _hidden(each)}
    covered = [area for each in sheet.iter() if _name(each) == "mergeCell" for area in _area(each.get("ref", ""))]
    row = 0
    for line in (each for each in sheet.iter() if _name(each) == "row"):
        row = int(line.get("r") or row + 1)
        column = 0
        for cell in line:
            place = PLACE.fullmatch(cell.get("r", ""))
            column = _column(place[1]) if place else column + 1
            is_covered = any(
                top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
                for top, left, bottom, right in covered
            )
            is_hidden = line.get("hidden") in ("1", "true") or column in unseen
            if not is_hidden and not is_covered and _holds_number(cell, shared):
                yield row


def _holds_number(cell: Element, shared: list[str]) -> bool:
    kind = cell.get("t", "n")
    value = next((each.text or "" for each in cell if _name(each) == "v"), "")
    if kind == "s":
        return value.isdecimal() and int(value) < len(shared) and DIGIT.search(shared[int(value)]) is not None
    if kind == "inlineStr":
        return any(DIGIT.search(text) for each in cell if _name(each) == "is" for text in _texts(each))
    if kind in ("b", "e"):
        return False
    return DIGIT.search(value) is not None and (kind != "n" or float(value) != 0)


def _hidden(columns: Element) -> Iterator[int]:
    if columns.get("hidden") in ("1", "true"):
        yield from range(int(columns.get("min", "1")), min(int(columns.get("max", "1")), 16_384) + 1)


def _area(reference: str) -> Iterator[tuple[int, int, int, int]]:
    ends = [PLACE.fullmatch(end) for end in reference.split(":")]
    if len(ends) == 2 and ends[0] and ends[1]:
        yield int(ends[0][2]), _column(ends[0][1]), int(ends[1][2]), _column(ends[1][1])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
