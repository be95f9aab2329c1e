"""Where the cells of a table stand on the page as a viewer displays it, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.read.boxes import turned
from dagster_project.extraction.read.page.geometry import Box
from dagster_project.extraction.read.page.page import Page
from dagster_project.extraction.read.page.tables import PageTable


def row_boxes(page: Page, table: PageTable) -> Iterator[dict[int, Area]]:
    """Yield, for each row that holds text, the areas of its cells by 0-based column."""
    for _, cells in groupby(table.cells, key=lambda cell: cell.row):
        yield {cell.column: area_of(page, cell.box) for cell in cells if cell.page is None}


def area_of(page: Page, box: Box) -> Area:
    """Return a box of an upright page, as a part of the page as it is displayed."""
    upright = (box.left / page.width, box.top / page.height, box.right / page.width, box.bottom / page.height)
    return turned(upright, page.turn)
