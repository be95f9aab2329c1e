"""From pages to content: prose and rows in reading order, with the page of each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.page.beside import put_beside
from dagster_project.extraction.read.page.boxes import row_boxes
from dagster_project.extraction.read.page.columns import align_columns
from dagster_project.extraction.read.page.nameless import is_nameless, named
from dagster_project.extraction.read.page.page import Page
from dagster_project.extraction.read.page.paragraphs import join_lines
from dagster_project.extraction.read.page.phrases import Phrase
from dagster_project.extraction.read.page.recogniser import Draw, Recogniser
from dagster_project.extraction.read.page.scans import Picture, Scan
from dagster_project.extraction.read.page.spread import spread
from dagster_project.extraction.read.page.tables import PageTable

DOUBTFUL = Decimal("0.5")
"""Confidence in the text of an earlier recognition, or of a font that names no characters."""


class PagesRead(NamedTuple):
    """The pages that could be read, and what is to be said about the others."""

    pages: list[Page]
    issues: list[Issue]
    page_count: int


def assemble(format: str, read: PagesRead, draw: Draw) -> Content:
    """Put the pages of a document together; each table of a page is a grid of its own.

    `draw` makes pictures of those pages of which the text is to be recognised.
    """
    builder = Builder(format)
    recogniser = Recogniser(draw)
    builder.spread = spread(read.pages)
    pages_read = put_beside(read.pages, builder.spread)
    recogniser.expect(_pictures(pages_read))
    for page, block in align_columns(join_lines(pages_read)):
        if isinstance(block, Picture):
            with builder.beside_the_text(page.number):
                recogniser.add_picture(page.number, block, builder, _lines_of(page))
        elif not isinstance(block, Scan):
            _add(page, named(page, block, recogniser, builder), builder)
        elif not recogniser.add(page.number, block, builder):
            for layer in block.instead:
                _add(page, layer, builder, DOUBTFUL)
    for page in pages_read:
        if page.is_cut_off:
            builder.partial.add(page.number)
        for reason, text in page.recount.left_out.items():
            builder.leave_out(reason, text, page.number)
        builder.show_besides(page.recount.entered, page.number)
    builder.pictures.update(recogniser.unread)
    builder.page_count, builder.drawn = read.page_count, recogniser.drawn
    for issue in (*read.issues, *recogniser.issues(len(read.pages))):
        builder.issue(issue)
    return builder.content()


def _pictures(pages: Sequence[Page]) -> int:
    """Return how many pictures the recogniser is asked for."""
    blocks = (block for page in pages for block in page.blocks)
    return sum(isinstance(block, Scan | Picture) or is_nameless(block) for block in blocks)


def _add(page: Page, block: PageTable | Phrase, builder: Builder, confidence: Decimal | None = None) -> None:
    if isinstance(block, Phrase):
        builder.prose(block.text, page.number, turns=block.turns, confidence=confidence)
        return
    builder.end_grid()
    parts = zip(block.rows(), row_boxes(page, block), block.confidences(), block.pages(), strict=True)
    for cells, boxes, certain, pages in parts:
        method = block.method if confidence is None and not certain else "ocr"
        known = certain if confidence is None else [confidence] * len(cells)
        builder.row(cells, page.number, method=method, confidences=known, boxes=boxes, pages=pages)
        if confidence is None:
            recognised = [cell for cell, sure in zip(cells, certain, strict=False) if sure < 1]
            builder.show_besides(" ".join(recognised), page.number)
    builder.end_grid()


def _lines_of(page: Page) -> set[str]:
    return {squeeze(block.text) for block in page.blocks if isinstance(block, Phrase)}
