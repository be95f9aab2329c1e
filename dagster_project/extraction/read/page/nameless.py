"""Cells whose font names no characters: they are recognised from the picture of the page, and nothing else of it."""

from __future__ import annotations

from dataclasses import replace

from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.page.boxes import area_of
from dagster_project.extraction.read.page.characters import NAMELESS
from dagster_project.extraction.read.page.page import Page
from dagster_project.extraction.read.page.phrases import Phrase
from dagster_project.extraction.read.page.recogniser import Recogniser
from dagster_project.extraction.read.page.tables import PageTable


def is_nameless(block: object) -> bool:
    """Tell whether a block is a table that has cells whose font names no characters."""
    return isinstance(block, PageTable) and any(NAMELESS in cell.text for cell in block.cells)


def named(page: Page, block: PageTable | Phrase, recogniser: Recogniser, builder: Builder) -> PageTable | Phrase:
    """Return a table with the cells recognised whose font names no characters."""
    if not isinstance(block, PageTable) or not is_nameless(block):
        return block
    places = [index for index, cell in enumerate(block.cells) if NAMELESS in cell.text]
    parts = [area_of(page, block.cells[index].box) for index in places]
    cells = list(block.cells)
    for index, (text, confidence) in zip(places, recogniser.read_cells(page.number, parts, builder), strict=False):
        if text:
            cells[index] = replace(cells[index], text=text, confidence=confidence)
    return replace(block, cells=tuple(cells))
