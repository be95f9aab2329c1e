"""From pages to content: prose and rows in reading order, with the page of each."""

from __future__ import annotations

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.pdf.boxes import row_boxes
from dagster_project.extraction.read.pdf.columns import align_columns
from dagster_project.extraction.read.pdf.document import PagesRead
from dagster_project.extraction.read.pdf.paragraphs import join_lines
from dagster_project.extraction.read.pdf.scans import Recogniser, Scan
from dagster_project.extraction.read.pdf.tables import PageTable
from dagster_project.extraction.recount import Printed
from dagster_project.extraction.vocabulary import Omission


def assemble(read: PagesRead, content: bytes) -> Content:
    """Put the pages of the PDF in `content` together; each table of a page is a grid of its own."""
    builder = Builder("pdf")
    recogniser = Recogniser(content)
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
    for page in read.pages:
        builder.leave_out(Omission.OFF_PAGE, page.outside, page.number)
    recogniser.close()
    for issue in (*read.issues, *recogniser.issues(len(read.pages))):
        builder.issue(issue)
    return builder.content()._replace(printed=Printed(read.plain))
