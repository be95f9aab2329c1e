"""What must not be seen in a picture of a page: the places of persons that the reading left out.

A page on which such a place cannot be found is not drawn at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pypdfium2

from dagster_project.extraction.model.document import REDACTED, Area, Document, Grid
from dagster_project.extraction.read.persons_in_prose import without_persons
from dagster_project.inspection.lettering import around, joined, lines

MARGIN = 0.002
"""Part of a page by which a black box is wider than its letters."""


class Redaction(NamedTuple):
    """Areas to be painted black, by page, and pages that must not be shown."""

    areas: Mapping[int, list[Area]] = {}
    withheld: frozenset[int] = frozenset()


def redaction(document: Document, pdf: pypdfium2.PdfDocument) -> Redaction:
    """Return what is to be hidden of a PDF that was read as `document`."""
    areas: dict[int, list[Area]] = defaultdict(list)
    withheld: set[int] = set()
    for page, area in redacted_cells(document):
        if area is None:
            withheld.add(page)
        else:
            areas[page].append(area)
    for page, count in _in_prose(document).items():
        in_cells = list(areas[page])
        found = [area for area in persons_on(pdf[page - 1]) if not any(_holds(cell, area) for cell in in_cells)]
        areas[page] += found
        if len(found) < count:
            withheld.add(page)
    return Redaction(dict(areas), frozenset(withheld))


def persons_on(page: pypdfium2.PdfPage) -> Iterator[Area]:
    """Yield the places of persons in the text layer of a page, one by one."""
    for line in lines(page):
        for cut in without_persons(joined(line)).cuts:
            yield _wider(around(line[cut.start : cut.end]))


def redacted_cells(document: Document) -> Iterator[tuple[int, Area | None]]:
    """Yield page and place of each cell that holds what was left out; None where the place is not known."""
    for block in document.blocks:
        for row in block.rows if isinstance(block, Grid) else ():
            for column, text in enumerate(row.cells):
                page = document.layout.page(row.line)
                if REDACTED in text and page is not None:
                    area = document.layout.boxes.get((row.line, column))
                    yield page, None if area is None else _wider(area)


def _in_prose(document: Document) -> Counter[int]:
    """Return how often something was left out of the prose of each page."""
    counts: Counter[int] = Counter()
    for block in document.blocks:
        if isinstance(block, Grid) or REDACTED not in block.text:
            continue
        at = block.text.find(REDACTED)
        while at >= 0:
            counts[document.layout.page(block.line, at) or 1] += 1
            at = block.text.find(REDACTED, at + 1)
    return counts


def _holds(cell: Area, area: Area) -> bool:
    across, down = (area[0] + area[2]) / 2, (area[1] + area[3]) / 2
    return cell[0] <= across <= cell[2] and cell[1] <= down <= cell[3]


def _wider(area: Area) -> Area:
    left, top, right, bottom = area
    return left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN
