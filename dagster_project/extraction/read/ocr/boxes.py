"""Where the cells of a recognised table stand on the image as it was given; that it was straightened is left aside."""

from __future__ import annotations

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.read.boxes import turned
from dagster_project.extraction.read.ocr.lattice import Lattice
from dagster_project.extraction.read.ocr.sheets import Sheet


def cell_boxes(table: Lattice, sheet: Sheet, quarters: int) -> dict[tuple[int, int], Area]:
    """Return the areas of all cells by row and column; `quarters` is how often the image was turned to the left."""
    tall, wide = sheet.image.shape[:2]
    return {
        (cell.row, cell.column): turned(
            (cell.left / wide, cell.top / tall, cell.right / wide, cell.bottom / tall), 90 * quarters
        )
        for cell in table.cells
    }
