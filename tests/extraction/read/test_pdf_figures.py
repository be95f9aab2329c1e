"""Figures of real PDFs, checked by hand: each stands in a grid of its page, in its row and under its column."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest
from pdf_reading import Rows, content_of

from dagster_project.extraction.model.document import Grid

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "documents"
GOLD = FOLDER / "pdf_gold.csv"
WORDS = re.compile(r"[\u4e00-\u9fff]{2,}|\d{5,}")
FIGURES = list(csv.DictReader(GOLD.read_text("utf-8-sig").splitlines())) if GOLD.exists() else []

pytestmark = pytest.mark.skipif(not FIGURES, reason="the real documents are not beside the clone")


@cache
def _grids(file: str) -> list[tuple[int, Rows]]:
    """Return the grids of a document with their pages."""
    content = content_of((FOLDER / "pdf" / file).read_bytes())
    return [
        (content.layout.pages[block.rows[0].line], [row.cells for row in block.rows])
        for block in content.blocks
        if isinstance(block, Grid)
    ]


def _over(rows: Rows, row: int, column: int) -> str:
    """Return the words over a cell: those of its column, and of merged cells that span it."""
    return "".join(next((cell for cell in reversed(cells[: column + 1]) if cell), "") for cells in rows[:row])


def _has_any(printed: str, words: str, among: str) -> bool:
    """Tell whether a label holds one of the words; those that are printed nowhere are the checker's own."""
    wanted = [word for word in WORDS.findall(words) if word in among]
    return not wanted or any(word in printed for word in wanted)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure['page']}-{figure['value_as_printed']}")
def test_figure_stands_in_its_row_and_column(figure: dict[str, str]) -> None:
    grids = [rows for page, rows in _grids(figure["file"]) if page == int(figure["page"])]
    page = "".join(cell for rows in grids for cells in rows for cell in cells)
    places = [
        ("".join(cells), _over(rows, number, column), "".join(rows[0]))
        for rows in grids
        for number, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell == figure["value_as_printed"]
    ]
    assert any(
        _has_any(row + over, figure["row"], page)
        and (re.search(r"\d", first) is not None or _has_any(over, figure["column"], over + first))
        for row, over, first in places
    ), (figure, places)
