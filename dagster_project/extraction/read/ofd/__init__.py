"""OFD documents (GB/T 33190): text runs with their advances and paths, which `page` makes prose and grids of.

parts → document: pages with their templates, resources → objects: layers, blocks, CTM → texts, paths → pages → page;
pages that are pictures go to the reader of images (pictures)
"""

from __future__ import annotations

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read import package
from dagster_project.extraction.read.ofd.document import find_pages
from dagster_project.extraction.read.ofd.pages import read_pages
from dagster_project.extraction.read.ofd.parts import Package
from dagster_project.extraction.read.ofd.pictures import Pictures
from dagster_project.extraction.read.page.assembly import assemble


def read(content: bytes) -> Content | Issue:
    """Read an OFD document; an Issue where it cannot be opened."""
    parts = package.open_package(content)
    if isinstance(parts, Issue):
        return parts
    found = find_pages(Package(parts))
    if isinstance(found, Issue):
        return found
    read, pictures = read_pages(found)
    return assemble("ofd", read, Pictures(content, pictures).draw)
