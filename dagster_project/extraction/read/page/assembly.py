"""From pages to content: prose and rows in reading order, with the page of each."""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.page.boxes import row_boxes
from dagster_project.extraction.read.page.columns import align_columns
from dagster_project.extraction.read.page.page import Page
from dagster_project.extraction.read.page.paragraphs import join_lines
from dagster_project.extraction.read.page.scans import Recognise, Recogniser, Scan
from dagster_project.extraction.read.page.tables import PageTable


class PagesRead(NamedTuple):
    """The pages that could be read, and what is to be said about the others."""

    pages: list[Page]
    issues: list[Issue]


def assemble(format: str, read: PagesRead, recognise: Recognise) -> Content:
    """Put the pages of a document together; each table of a page is a grid of its own.

    `recognise` reads the pages that are pictures.
    """
    builder = Builder(format)
    recogniser = Recogniser(recognise)
    for page, block in align_columns(join_lines(read.pages)):
        if isinstance(block, PageTable):
            builder.end_grid()
            for cells, boxes in zip(block.rows(), row_boxes(page, block), strict=True):
                builder.row(cells, page.number, method=block.method, boxes=boxes)
            builder.end_grid()
        elif isinstance(block, Scan):
            recogniser.add(page.number, builder)
        else:
            builder.prose(block.text, page.number, turns=block.turns)
    for issue in (*read.issues, *recogniser.issues(len(read.pages))):
        builder.issue(issue)
    return builder.content()
