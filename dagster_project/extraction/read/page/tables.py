"""A table as it stands on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from dagster_project.extraction.read.page.cells import CERTAIN, Cell
from dagster_project.extraction.read.page.geometry import Box


@dataclass(frozen=True)
class PageTable:
    """A table on one page: its extent, the x of its columns' walls, its cells with text, and how it was found."""

    box: Box
    across: tuple[float, ...]
    cells: tuple[Cell, ...]
    method: str

    def confidences(self) -> Iterator[list[Decimal]]:
        """Yield, for each row that holds text, the confidence in its cells; none where all are certain."""
        for _, cells in groupby(self.cells, key=lambda cell: cell.row):
            found = {cell.column: cell.confidence for cell in cells if cell.confidence < CERTAIN}
            yield [found.get(column, CERTAIN) for column in range(len(self.across) - 1)] if found else []

    def pages(self) -> Iterator[dict[int, int]]:
        """Yield, for each row that holds text, the columns that stand on another page."""
        for _, cells in groupby(self.cells, key=lambda cell: cell.row):
            yield {cell.column: cell.page for cell in cells if cell.page is not None}

    def rows(self) -> Iterator[list[str]]:
        """Yield the rows that hold text; a merged cell's text stands in its first place, the others are blank."""
        row: list[str] = []
        number: int | None = None
        for cell in self.cells:
            if cell.row != number:
                if row:
                    yield row
                row, number = [""] * (len(self.across) - 1), cell.row
            row[cell.column] = cell.text
        if row:
            yield row
