"""OpenDocument files: spreadsheets (.ods) and texts (.odt), read from their content as they show it.

A spreadsheet becomes the sheets of `sheet`; a text has no pages until it is printed, so nothing in one has one.
"""

from __future__ import annotations

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read import markup, package
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.carried import Carried
from dagster_project.extraction.read.odf.sheets import sheets_of
from dagster_project.extraction.read.odf.styles import Styles
from dagster_project.extraction.read.odf.texts import Text
from dagster_project.extraction.read.odf.unseen import Unseen
from dagster_project.extraction.read.sheet import read_sheets

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
REMEDY = "Open it in LibreOffice and save it as .xlsx or .docx"


def read(content: bytes) -> Content | Issue:
    """Read a spreadsheet or a text; an Issue where it is damaged, protected, too large, or neither of them."""
    parts = package.open_package(content, lambda name: name in (CONTENT, STYLES))
    if isinstance(parts, Issue):
        return parts
    root = markup.parse(parts[CONTENT])
    if root is None:
        if b"encryption-data" in (package.read_part(content, MANIFEST) or b""):
            return package.unreadable(
                "The file is protected by a password", "Save it without one, and deliver it again"
            )
        return package.unreadable("The file is damaged", REMEDY)
    roots = root, markup.parse(parts.get(STYLES, b""))
    styles, looks = Styles(*roots), Unseen(*roots)
    body = markup.child(root, "body")
    for part in body if body is not None else ():
        if markup.name(part) == "spreadsheet":
            builder = Builder("ods")
            carried = Carried.in_package(builder, content)
            return read_sheets(sheets_of(part, styles, looks, carried.data), builder, carried)
        if markup.name(part) == "text":
            return Text(styles, content).read(part, looks.take_off(part))
    return package.unreadable("It is an OpenDocument file without sheets or text", REMEDY)
