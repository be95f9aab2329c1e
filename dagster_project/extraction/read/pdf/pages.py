"""One page that pdfium has loaded, as read."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

from dagster_project.extraction.read.page.page import Page, lay_out
from dagster_project.extraction.read.pdf.characters import read_characters
from dagster_project.extraction.read.pdf.rulings import read_rulings
from dagster_project.extraction.read.pdf.scans import drawn_on


def read_page(page: Any, text_page: Any, number: int) -> Page:
    """Read a page that pdfium has loaded."""
    characters = read_characters(page, text_page)
    rotation = 90 * pdfium.FPDFPage_GetRotation(page)
    return lay_out(number, characters, lambda: read_rulings(page, characters.upright), lambda: drawn_on(page), rotation)
