"""What a Word document shows and does not hold as text: embedded workbooks, and pictures of tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping

from docx.oxml.ns import qn
from lxml import etree

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.copying import add_content, says_something
from dagster_project.extraction.read.formats import recognise
from dagster_project.extraction.read.package import DAMAGED
from dagster_project.extraction.read.sheet import read_xls, read_xlsx
from dagster_project.extraction.vocabulary import Unread

OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
WORKBOOKS: dict[str, Callable[[bytes], Content | Issue]] = {"xlsx": read_xlsx, "xls": read_xls}
INCH = 914_400
WIDE, TALL = 3 * INCH, INCH
"""A picture that is smaller is a logo, a seal or a signature."""
LARGEST = 32 * 2**20
PICTURES = 20
"""Pictures of one document that are recognised, at most; each takes a second or two."""


class Attached:
    """The files within a document, by the keys that its main part uses for them."""

    def __init__(self, content: bytes, names: Mapping[str, str]) -> None:
        self.content, self.names = content, names
        self.recognised = 0

    def add(self, element: etree._Element, builder: Builder) -> None:
        """Add what the objects and pictures in a paragraph show; what cannot be read is an issue."""
        for found in element.iter(OBJECT):
            self._add_object(str(found.get(qn("r:id"))), builder)
        for key in _pictures(element):
            self._add_picture(key, builder)

    def _add_object(self, key: str, builder: Builder) -> None:
        name = self.names.get(key, "")
        data = self._bytes(name)
        reader = WORKBOOKS.get(recognise(data)) if data else None
        found = reader(data) if reader and data else None
        if isinstance(found, Content):
            with builder.beside_the_text():
                add_content(found, builder)
            message = "A workbook is embedded in the document; it was read as if its sheets were printed here."
            builder.issue(Issue(IssueCode.LEFT_OUT, Severity.NOTE, message))
        else:
            message = (
                f"An object embedded in the document ({name.rpartition('/')[2]}) was not read. Deliver it by itself."
            )
            builder.issue(Issue(IssueCode.LEFT_OUT, Severity.WARNING, message, unread=Unread.OBJECTS, unread_count=1))

    def _add_picture(self, key: str, builder: Builder) -> None:
        name = self.names.get(key, "")
        data = self._bytes(name)
        if not data or recognise(data) not in ("png", "jpeg"):
            return
        self.recognised += 1
        if ocr.missing() is not None or self.recognised > PICTURES:
            why = f"To have pictures read, run once: {ocr.INSTALL}" if ocr.missing() else f"{PICTURES} are, at most"
            message = (
                f"A picture in the document ({name.rpartition('/')[2]}) was not read, and may hold a table. {why}."
            )
            builder.issue(
                Issue(IssueCode.OCR_NEEDED, Severity.WARNING, message, unread=Unread.PICTURES, unread_count=1)
            )
            return
        found = ocr.read_image(data)
        if isinstance(found, Content) and says_something(found):
            with builder.beside_the_text():
                add_content(found, builder)

    def _bytes(self, name: str) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(self.content)) as package:
                member = package.getinfo(name)
                return package.read(member) if member.file_size <= LARGEST else b""
        except (*DAMAGED, KeyError):
            return b""


def _pictures(element: etree._Element) -> Iterator[str]:
    """Yield the keys of the pictures that are large enough for a table."""
    for drawing in element.iter(qn("w:drawing")):
        extent = next(drawing.iter(EXTENT), None)
        if extent is not None and _length(extent.get("cx")) >= WIDE and _length(extent.get("cy")) >= TALL:
            yield from (str(blip.get(qn("r:embed"))) for blip in drawing.iter(BLIP) if blip.get(qn("r:embed")))
    for picture in element.iter(qn("w:pict")):
        yield from (str(image.get(qn("r:id"))) for image in picture.iter(IMAGE) if image.get(qn("r:id")))


def _length(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 12 else 0
