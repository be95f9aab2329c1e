"""What pdfium tells of a page beside its text, and the way from a page to its picture."""

from __future__ import annotations

import ctypes
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.page.scans import Drawn

if TYPE_CHECKING:
    from dagster_project.extraction.read.ocr.images import Image

LOOKED_AT = 2_000
"""Objects of a page that are looked at."""


def drawn_on(page: Any) -> Drawn:
    """Return the area of the images on a page, and the number of its paths."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    area, paths = 0.0, 0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), LOOKED_AT)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
            area += (right.value - left.value) * (top.value - bottom.value)
    return Drawn(area, paths)


class Pictures:
    """The pages of one PDF as pictures; the document is opened when the first is asked for."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.document: Any = None

    def __enter__(self) -> Pictures:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.document is not None:
            self.document.close()

    def draw(self, number: int, _: Builder, is_glimpse: bool) -> Image:
        """Return a page as it is displayed."""
        if self.document is None:
            self.document = pypdfium2.PdfDocument(self.content)
        page = self.document[number - 1]
        try:
            return ocr.draw(page, is_glimpse)
        finally:
            page.close()
