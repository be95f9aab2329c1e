"""PDF documents with a text layer, on pdfium: characters and ruled lines, which `page` makes prose and grids of.

hostile → document → pages: characters, rulings → page; scans go to the reader of images
"""

from __future__ import annotations

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.page.assembly import assemble
from dagster_project.extraction.read.page.page import NOTHING_TOLD
from dagster_project.extraction.read.pdf.document import read_pages
from dagster_project.extraction.read.pdf.fallback import begin_with_fallback
from dagster_project.extraction.read.pdf.scans import Pictures
from dagster_project.extraction.recount import Printed

begin_with_fallback()


def read(content: bytes) -> Content | Issue:
    """Read a PDF; an Issue where it cannot be opened. Pages that cannot be read leave an issue, not an error."""
    found = read_pages(content)
    if isinstance(found, Issue):
        return found
    with Pictures(content) as pictures:
        whole = assemble("pdf", found, pictures.draw)
    # the second page of a sheet is told nothing: the count is that of the sheet
    told = (page for page in found.pages if page.recount is not NOTHING_TOLD)
    return whole._replace(printed=Printed({page.number: page.recount.plain for page in told}))
