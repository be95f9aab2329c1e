"""What a Word document shows and does not hold as text: embedded workbooks and pages, pictures, charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from docx.oxml.ns import qn
from lxml import etree

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read import html, mhtml
from dagster_project.extraction.read.carried import Carried, may_show_table
from dagster_project.extraction.read.copying import add_content
from dagster_project.extraction.read.formats import recognise
from dagster_project.extraction.read.sheet import read_xls, read_xlsx

OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
CHARTS = ("/chart", "/chartex", "/diagram")
"""How the names end of what Office draws of figures or words."""
READERS: dict[str, tuple[str, Callable[[bytes], Content | Issue]]] = {
    "xlsx": ("A workbook", read_xlsx),
    "xls": ("A workbook", read_xls),
    "html": ("A web page", html.read),
    "mhtml": ("A web page", mhtml.read),
}
"""What is read within a document: its kind in words, and the reader."""
INCH = 914_400


class Attached:
    """The files within a document, by the keys that its main part uses for them."""

    def __init__(self, carried: Carried, names: Mapping[str, str]) -> None:
        self.carried, self.names = carried, names

    def add(self, element: etree._Element) -> None:
        """Add what the objects and pictures in a paragraph show; what cannot be read is an issue."""
        for found in element.iter(OBJECT):
            self.add_file(str(found.get(qn("r:id"))))
        for key in _pictures(element):
            self.carried.picture(self._name(key))
        for drawn in element.iter(DRAWN):
            if str(drawn.get("uri")).endswith(CHARTS):
                keys = (value for each in drawn for name, value in each.items() if name in (qn("r:id"), qn("r:dm")))
                self.carried.chart(self._name(str(next(keys, ""))))

    def add_file(self, key: str) -> None:
        """Add what a file within the document holds."""
        name, builder = self._name(key), self.carried.builder
        if name in self.carried.met:
            return
        data = self.carried.data(name)
        kind, read = READERS.get(recognise(data), ("", None)) if data else ("", None)
        found = read(data) if read else None
        if not isinstance(found, Content):
            self.carried.object(name)
            return
        self.carried.met.add(name)
        with builder.beside_the_text():
            add_content(found, builder)
        message = f"{kind} is embedded in the document; it was read as if it were printed here."
        builder.issue(Issue(IssueCode.LEFT_OUT, Severity.NOTE, message))

    def _name(self, key: str) -> str:
        return self.names.get(key, "")


def _pictures(element: etree._Element) -> Iterator[str]:
    """Yield the keys of the pictures that are large enough for a table."""
    for drawing in element.iter(qn("w:drawing")):
        extent = next(drawing.iter(EXTENT), None)
        if extent is not None and may_show_table(_inches(extent.get("cx")), _inches(extent.get("cy"))):
            keys = (blip.get(qn("r:embed")) or blip.get(qn("r:link")) for blip in drawing.iter(BLIP))
            yield from (str(key) for key in keys if key)
    for picture in element.iter(qn("w:pict")):
        yield from (str(image.get(qn("r:id"))) for image in picture.iter(IMAGE) if image.get(qn("r:id")))


def _inches(value: str | None) -> float:
    return int(value) / INCH if value and value.isdecimal() and len(value) < 12 else 0.0
