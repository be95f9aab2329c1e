"""PDF documents with a text layer, on pdfium: characters and ruled lines become prose and grids, in reading order.

hostile → document → pages: characters, rulings → lattice → cells (open_top, aligned) and phrases
→ assembly: paragraphs → columns → Builder; scans go to the reader of images
"""

from __future__ import annotations

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.pdf.assembly import assemble
from dagster_project.extraction.read.pdf.document import read_pages
from dagster_project.extraction.read.pdf.fallback import begin_with_fallback

begin_with_fallback()


def read(content: bytes) -> Content | Issue:
    """Read a PDF; an Issue where it cannot be opened. Pages that cannot be read leave an issue, not an error."""
    found = read_pages(content)
    return found if isinstance(found, Issue) else assemble(found, content)
