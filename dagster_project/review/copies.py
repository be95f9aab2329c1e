"""Copies of PDFs that hold pages and nothing else: no attachment, form, script, comment or name of an author.

A page that holds what was left out as personal is copied as a picture in which that is black; so is one with notes,
stamps or fields of its own, since a viewer draws those over the page. A page that must not be shown is left blank.
"""

from __future__ import annotations

import io
import zlib

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream

from dagster_project.extraction.model.document import Area
from dagster_project.extraction.read.boxes import turned
from dagster_project.extraction.read.persons_in_prose import without_persons
from dagster_project.inspection.pictures import draw
from dagster_project.inspection.redaction import Redaction

SHARPNESS = 2
"""How much finer a page is drawn for a copy than for the screen."""
OF_PAGES = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit", "/Group"}
BESIDE_CONTENT = ("/Metadata", "/PieceInfo", "/StructParents", "/StructParent")
"""What objects carry beside what they draw; words of the text may be repeated there."""
AROUND = 1.5
"""Points by which a frame is wider than what it stands around."""
Colour = tuple[float, float, float]


def copied(content: bytes, hidden: Redaction) -> pikepdf.Pdf:
    """Return a new document of the pages of a PDF, each as it is or as a picture; the caller closes it."""
    copy = pikepdf.new()
    with pypdfium2.PdfDocument(content) as drawn, _opened(content) as original:
        for number in range(1, len(drawn) + 1):
            page = original.pages[number - 1] if number <= len(original.pages) else None
            if page is not None and _is_clean(page, drawn, number, hidden):
                copy.pages.append(page)
                for key in set(copy.pages[-1].obj.keys()) - OF_PAGES:
                    del copy.pages[-1].obj[key]
            else:
                _append_picture(copy, drawn, number, hidden)
        copy.remove_unreferenced_resources()
    for each in copy.objects:
        if isinstance(each, Dictionary | Stream):
            for key in BESIDE_CONTENT:
                if key in each:
                    del each[key]
    return copy


def _opened(content: bytes) -> pikepdf.Pdf:
    """Return the document; of one that is too damaged, one without pages: all are drawn."""
    try:
        return pikepdf.open(io.BytesIO(content))
    except pikepdf.PdfError:
        return pikepdf.new()


def _is_clean(page: pikepdf.Page, drawn: pypdfium2.PdfDocument, number: int, hidden: Redaction) -> bool:
    """Tell whether nothing is hidden on a page, nor would be in what its text layer holds, nor is laid over it."""
    notes = page.obj.get("/Annots", Array())
    if number in hidden.withheld or hidden.areas.get(number) or any(note.Subtype != Name.Link for note in notes):
        return False
    try:
        text = drawn[number - 1].get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return False
    return not any(without_persons(line).cuts for line in text.splitlines())


def _append_picture(copy: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, number: int, hidden: Redaction) -> None:
    try:
        width, height = drawn.get_page_size(number - 1)
    except pypdfium2.PdfiumError:
        width, height = 595, 842
    copy.add_blank_page(page_size=(width, height))
    pixels = draw(drawn, number, hidden, SHARPNESS)
    if pixels is None:
        return
    down, across, _ = pixels.shape
    picture = Stream(copy, zlib.compress(pixels.tobytes()))
    picture.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=across,
        Height=down,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.FlateDecode,
    )
    page = copy.pages[-1]
    page.obj.Resources = Dictionary(XObject=Dictionary(Picture=copy.make_indirect(picture)))
    page.obj.Contents = Stream(copy, f"q {width} 0 0 {height} 0 0 cm /Picture Do Q".encode())


def frame(copy: pikepdf.Pdf, page: pikepdf.Page, area: Area, colour: Colour, title: str, words: str) -> Dictionary:
    """Return a note that draws a frame around a part of a page as displayed, and says its words when it is opened."""
    left, bottom, right, top = _on_paper(page, area)
    width, height = right - left, top - bottom
    paint = " ".join(f"{part:.3f}" for part in colour)
    drawing = f"/Faint gs {paint} RG {paint} rg 1.2 w 0.6 0.6 {width - 1.2:.2f} {height - 1.2:.2f} re B"
    looks = Stream(copy, drawing.encode())
    looks.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, width, height]),
        Resources=Dictionary(ExtGState=Dictionary(Faint=Dictionary(ca=0.16, CA=0.9))),
    )
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Square,
        Rect=Array([left, bottom, right, top]),
        C=Array(list(colour)),
        IC=Array(list(colour)),
        CA=0.9,
        F=4,
        T=title,
        Contents=words,
        AP=Dictionary(N=copy.make_indirect(looks)),
    )


def _on_paper(page: pikepdf.Page, area: Area) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a part of the page as displayed, in the coordinates of its paper."""
    rotation = int(page.obj.get("/Rotate", 0)) % 360
    left, top, right, bottom = turned(area, (360 - rotation) % 360)
    box = [float(side) for side in page.cropbox]
    x, y = min(box[0], box[2]), max(box[1], box[3])
    width, height = abs(box[2] - box[0]), abs(box[3] - box[1])
    return (
        x + left * width - AROUND,
        y - bottom * height - AROUND,
        x + right * width + AROUND,
        y - top * height + AROUND,
    )
