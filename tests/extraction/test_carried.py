"""What files carry beside their text: pictures of tables are read, and what is not read is told, in every format."""

from __future__ import annotations

import base64
import ctypes
import io
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import docx
import openpyxl
import pypdfium2.raw as pdfium
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from kinds import HEADER, RIGHT, ROWS, STATEMENT, TITLE, UNIT, outcome
from openpyxl.chart import BarChart, Reference

from dagster_project.extraction import extract
from dagster_project.extraction.read import ocr

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
METAFILE = b"\x01\0\0\0" + bytes(84)
"""The head of a picture that Windows draws; no recognition reads it."""
RECOGNISED = pytest.mark.skipif(ocr.missing() is not None, reason="text recognition is not installed: make ocr")


@cache
def picture() -> bytes:
    """Return the statement as a picture."""
    from scanned_pages import scan

    target = io.BytesIO()
    lines = [TITLE, STATEMENT, UNIT, "\t".join(HEADER), *("\t".join(row) for row in ROWS)]
    scan(lines).save(target, "PNG")
    return target.getvalue()


def issues(content: bytes, code: str) -> list[tuple[str, str]]:
    """Return what the issues of a code say, and what is counted as unread."""
    found = extract(content, "carried").tables["issues"].to_pylist()
    return [(issue["message"], issue["unread"]) for issue in found if issue["code"] == code]


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


# Word


def word(kind: str, data: bytes, markup: Callable[[str], Any], media: str = "application/octet-stream") -> bytes:
    """Return a Word document that shows a part of its package, named `shown` and its kind."""
    document = docx.Document()
    for line in (TITLE, STATEMENT, UNIT):
        document.add_paragraph(line)
    part = Part(PackURI(f"/word/shown.{kind}"), media, data, document.part.package)
    key = document.part.relate_to(part, f"{OFFICE}/{'aFChunk' if kind == 'html' else 'image'}")
    document.element.body.insert(-1, markup(key))
    return saved(document)


def drawing(uri: str, attribute: str, size: tuple[int, int] = (9_144_000, 4_572_000)) -> Callable[[str], Any]:
    """Return the markup of a drawing of a kind, by the key of what it shows; its size is in 914,400ths of an inch."""
    width, height = size
    names = " ".join(
        f'xmlns:{prefix}="http://schemas.openxmlformats.org/{name}"'
        for prefix, name in {
            "w": "wordprocessingml/2006/main",
            "wp": "drawingml/2006/wordprocessingDrawing",
            "a": "drawingml/2006/main",
            "r": "officeDocument/2006/relationships",
        }.items()
    )
    return lambda key: parse_xml(
        f'<w:p {names}><w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}"><a:blip r:{attribute}="{key}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def chunk(key: str) -> Any:
    """Return the markup of a page in the place of a paragraph."""
    found = OxmlElement("w:altChunk")
    found.set(qn("r:id"), key)
    return found


def page(*lines: str, more: str = "") -> bytes:
    """Return a web page with lines and the statement as a table."""
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (HEADER, *ROWS))
    return f"<html><body>{''.join(map('<p>{}</p>'.format, lines))}<table>{rows}</table>{more}</body></html>".encode()


def test_a_page_that_a_word_document_shows_in_its_text_is_read() -> None:
    found = outcome(word("html", page(), chunk))
    assert found.rows == RIGHT
    assert "count_differs" not in dict(found.issues)


def test_a_picture_that_recognition_does_not_know_is_told() -> None:
    [(message, unread)] = issues(word("emf", METAFILE, drawing("picture", "embed")), "ocr_needed")
    assert "shown.emf" in message
    assert unread == "pictures"


def test_a_picture_that_lies_elsewhere_is_told() -> None:
    assert len(issues(word("emf", METAFILE, drawing("picture", "link")), "ocr_needed")) == 1


def test_a_small_picture_is_an_ornament() -> None:
    small = drawing("picture", "embed", (914_400, 914_400))
    assert not issues(word("emf", METAFILE, small), "ocr_needed")


@pytest.mark.parametrize(("uri", "attribute"), [("chart", "id"), ("diagram", "dm")])
def test_a_chart_in_a_text_is_told(uri: str, attribute: str) -> None:
    [(message, unread)] = issues(word("xml", b"<c/>", drawing(uri, attribute), "text/xml"), "left_out")
    assert "shown.xml" in message
    assert unread == "pictures"


def test_a_picture_that_cannot_be_opened_is_told() -> None:
    # the head of a picture, and nothing of it
    [(message, unread)] = issues(
        word("png", b"\x89PNG\r\n\x1a\n" + bytes(40), drawing("picture", "embed")), "ocr_needed"
    )
    assert "shown.png" in message
    assert unread == "pictures"


def test_damaged_notes_cost_a_document_nothing_else() -> None:
    content, target = word("html", page(), chunk), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            package.writestr(name, source.read(name))
        package.writestr("word/footnotes.xml", "<notes")
    assert outcome(target.getvalue()).rows == RIGHT


# Workbooks


def workbook(fill: Callable[[Any], None]) -> bytes:
    """Return a workbook with the titles of the statement, and what is added to its sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line in (TITLE, STATEMENT, UNIT):
        sheet.append([line])
    fill(sheet)
    return saved(book)


def table(sheet: Any) -> None:
    for row in (HEADER, *ROWS):
        sheet.append(list(row))


def chart(sheet: Any) -> None:
    table(sheet)
    drawn = BarChart()
    drawn.add_data(Reference(sheet, min_col=3, min_row=5, max_row=9))
    sheet.add_chart(drawn, "H2")


def test_a_chart_on_a_sheet_is_told_and_costs_nothing() -> None:
    content = workbook(chart)
    assert outcome(content).rows == RIGHT
    [(message, unread)] = issues(content, "left_out")
    assert "chart1.xml" in message
    assert "sheet 1" in message
    assert unread == "pictures"


@RECOGNISED
def test_a_picture_of_a_table_on_a_sheet_is_read() -> None:
    from openpyxl.drawing.image import Image

    found = outcome(workbook(lambda sheet: sheet.add_image(Image(io.BytesIO(picture())), "A5")))
    assert found.rows == RIGHT
    assert "count_differs" not in dict(found.issues)


def with_box(text: str, properties: str = "") -> bytes:
    """Return the statement as a workbook whose sheet has a text box over it."""
    return with_drawing(
        f'<xdr:absoluteAnchor><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="9" name="box" {properties}/></xdr:nvSpPr><xdr:txBody>'
        f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:absoluteAnchor>"
    )


def with_drawing(shapes: str, relations: str = "") -> bytes:
    """Return the statement as a workbook on whose sheet shapes stand, with what they refer to."""
    content, target = workbook(chart), io.BytesIO()
    names = "".join(
        f' xmlns:{prefix}="http://schemas.openxmlformats.org/drawingml/2006/{name}"'
        for prefix, name in {"xdr": "spreadsheetDrawing", "a": "main"}.items()
    )
    changed = {"xl/drawings/drawing1.xml": f"<xdr:wsDr{names} xmlns:r='{OFFICE}'>{shapes}</xdr:wsDr>"}
    if relations:
        changed["xl/drawings/_rels/drawing1.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            package.writestr(name, changed.get(name, source.read(name)))
    return target.getvalue()


MANY = 30
SHOWN = {
    "a picture": "<xdr:pic><xdr:blipFill><a:blip r:embed='k{0}'/></xdr:blipFill></xdr:pic>",
    "a linked picture": "<xdr:pic><xdr:blipFill><a:blip r:link='k{0}'/></xdr:blipFill></xdr:pic>",
    "a filled shape": "<xdr:sp><xdr:spPr><a:blipFill><a:blip r:embed='k{0}'/></a:blipFill></xdr:spPr></xdr:sp>",
}


@pytest.mark.parametrize("kind", SHOWN)
def test_many_pictures_on_a_sheet_are_told_together(kind: str) -> None:
    mode = "TargetMode='External'" if "linked" in kind else ""
    shapes = "".join(f"<xdr:absoluteAnchor>{SHOWN[kind].format(each)}</xdr:absoluteAnchor>" for each in range(MANY))
    relations = "".join(
        f"<Relationship Id='k{each}' Type='{OFFICE}/image' Target='C:\\Users\\某人\\{each}.emf' {mode}/>"
        for each in range(MANY)
    )
    content = with_drawing(shapes, relations)
    [(message, _)] = issues(content, "ocr_needed")
    assert f"and {MANY - 5} more" in message
    assert "0.emf, 1.emf" in message
    assert "某人" not in message
    [row] = [row for row in extract(content, "many").tables["issues"].to_pylist() if row["code"] == "ocr_needed"]
    assert row["unread_count"] == MANY


def test_a_drawing_that_cannot_be_read_is_told() -> None:
    [(message, _)] = issues(with_drawing("<xdr:grpSp>" * 300 + "</xdr:grpSp>" * 300), "left_out")
    assert "drawing1.xml" in message


def test_the_text_of_a_box_on_a_sheet_is_read() -> None:
    found = outcome(with_box("其中教育支出35.5万元。"))
    assert found.rows == RIGHT
    assert found.in_text == [355_000]
    assert "count_differs" not in dict(found.issues)


def test_a_hidden_box_says_nothing() -> None:
    assert outcome(with_box("其中教育支出35.5万元。", 'hidden="1"')).in_text == []


# OpenDocument

DECLARED = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "svg": "svg-compatible",
        "office": "office",
        "table": "table",
        "text": "text",
        "draw": "drawing",
    }.items()
)
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def opendocument(kind: str, frame: str, parts: dict[str, bytes]) -> bytes:
    """Return a spreadsheet or a text with the titles of the statement and a frame."""
    if kind == "spreadsheet":
        cells = "".join(
            f"<table:table-row><table:table-cell><text:p>{line}</text:p></table:table-cell></table:table-row>"
            for line in (TITLE, STATEMENT, UNIT)
        )
        inner = f'<table:table table:name="表"><table:shapes>{frame}</table:shapes>{cells}</table:table>'
    else:
        inner = "".join(f"<text:p>{line}</text:p>" for line in (TITLE, STATEMENT, UNIT)) + f"<text:p>{frame}</text:p>"
    body = f"<office:body><office:{kind}>{inner}</office:{kind}></office:body>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("content.xml", f"<office:document-content{DECLARED} {LINK}>{body}</office:document-content>")
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


KINDS = pytest.mark.parametrize("kind", ["spreadsheet", "text"])


@RECOGNISED
@KINDS
def test_a_picture_in_a_frame_is_read(kind: str) -> None:
    frame = '<draw:frame svg:width="20cm" svg:height="15cm"><draw:image xlink:href="Pictures/1.png"/></draw:frame>'
    found = outcome(opendocument(kind, frame, {"Pictures/1.png": picture()}))
    assert found.rows == RIGHT
    assert "count_differs" not in dict(found.issues)


@KINDS
@pytest.mark.parametrize(("body", "unread"), [("office:chart", "pictures"), ("office:spreadsheet", "objects")])
def test_an_object_in_a_frame_is_told_and_its_picture_is_not(kind: str, body: str, unread: str) -> None:
    shown = '<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/>'
    frame = f'<draw:frame svg:width="20cm" svg:height="15cm">{shown}</draw:frame>'
    parts = {"Object 1/content.xml": f"<{body}/>".encode(), "ObjectReplacements/Object 1": METAFILE}
    content = opendocument(kind, frame, parts)
    assert [told for _, told in issues(content, "left_out")] == [unread]
    assert not issues(content, "ocr_needed")


def test_a_shape_that_is_fixed_to_a_cell_is_no_part_of_what_the_cell_shows() -> None:
    shape = "<draw:custom-shape><text:p>其中教育支出35.5万元。</text:p></draw:custom-shape>"
    row = f"<table:table-row><table:table-cell>{shape}</table:table-cell></table:table-row>"
    found = outcome(opendocument("spreadsheet", f"</table:shapes>{row}<table:shapes>", {}))
    assert found.in_text == [355_000]
    assert "count_differs" not in dict(found.issues)


def test_a_cell_that_is_repeated_without_end_is_told() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16000"><text:p>1</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    found = outcome(opendocument("spreadsheet", f"</table:shapes>{row}<table:shapes>", {}))
    assert "Delete the empty rows" in dict(found.issues)["left_out"]


@KINDS
@pytest.mark.parametrize("name", ["custom-shape", "rect", "caption", "connector"])
@pytest.mark.parametrize("is_grouped", [False, True])
def test_the_text_of_a_shape_is_read(kind: str, name: str, is_grouped: bool) -> None:
    shape = f"<draw:{name}><text:p>其中教育支出35.5万元。</text:p></draw:{name}>"
    shape = f"<draw:g>{shape}</draw:g>" if is_grouped else shape
    found = outcome(opendocument(kind, shape, {}))
    assert found.in_text == [355_000]
    assert "count_differs" not in dict(found.issues)


# Web pages


@RECOGNISED
@pytest.mark.parametrize("is_one_file", [False, True])
def test_a_picture_that_is_saved_with_a_page_is_read(is_one_file: bool) -> None:
    encoded = base64.encodebytes(picture()).decode()
    address = "image001.png" if is_one_file else f"data:image/png;base64,{encoded}"
    shown = f"<html><body><p>{TITLE}</p><p><img src='{address}'></p></body></html>"
    if is_one_file:
        parts = [
            "MIME-Version: 1.0\nContent-Type: multipart/related; type=text/html; boundary=x\n",
            f"--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{shown}",
            "--x\nContent-Type: image/png\nContent-Location: file:///C:/a.files/image001.png",
            f"Content-Transfer-Encoding: base64\n\n{encoded}\n--x--\n",
        ]
        shown = "\n".join(parts)
    found = outcome(shown.encode())
    assert found.rows == RIGHT
    assert "count_differs" not in dict(found.issues)


def pictures() -> Iterator[tuple[str, bool, bool]]:
    """Yield pictures of a page: the markup, whether it prints a table besides, and whether the picture is told of."""
    yield "<img src='W0202.jpg'>", False, True
    yield "<img src='W0202.jpg'>", True, False
    yield "<img src='W0202.jpg' style='width: 800px; height: 1100px'>", True, True
    yield "<img src='W0202.jpg' width=88 height=31>", False, False
    yield "<a href='/'><img src='W0202.jpg'></a>", False, False
    yield "<img src='loading.gif' data-src='W0202.jpg'>", False, True
    yield "<img src='data:image/gif;base64,AA' data-original='W0202.jpg'>", False, True
    yield "<img srcset='W0202.jpg 2x'>", False, True
    yield "<footer><img src='W0202.jpg'></footer>", False, False
    yield "<img src='line.gif'>", False, False
    yield "<img src='/images/site2031_logo.png'><img src='mobile_arrow_2.png'>", False, False


@pytest.mark.parametrize(("markup", "prints_table", "is_told"), list(pictures()))
def test_a_picture_that_is_not_saved_with_its_page_is_told(markup: str, prints_table: bool, is_told: bool) -> None:
    content = page(TITLE, STATEMENT, UNIT, more=markup)
    if not prints_table:
        content = f"<html><body><p>{TITLE}</p>{markup}</body></html>".encode()
    told = [unread for message, unread in issues(content, "left_out") if "pictures" in message]
    assert told == (["pictures"] if is_told else [])


def test_files_that_a_page_leads_to_are_named() -> None:
    more = (
        "<a href='P0201.xls'>附件1</a><iframe src='/view?file=/a/P0202.pdf&x=1'></iframe><a href='index.html'>首页</a>"
    )
    [(message, _)] = issues(page(TITLE, STATEMENT, UNIT, more=more), "left_out")
    assert "P0201.xls" in message
    assert "P0202.pdf" in message
    assert "index.html" not in message


def test_a_long_address_takes_no_time_and_no_room() -> None:
    long = "A" * 1_000_000
    content = page(TITLE, STATEMENT, UNIT, more=f"<a href='{long}'>x</a><img src='data:image/png;base64,{long}'>")
    assert all(len(message) < 500 for message, _ in issues(content, "ocr_needed"))


# PDF


def test_files_that_a_pdf_carries_are_told() -> None:
    document = pdfium.FPDF_CreateNewDocument()
    pdfium.FPDFPage_New(document, 0, 595, 842)
    name = (ctypes.c_ushort * 6)(*b"a.xls", 0)
    assert pdfium.FPDFDoc_AddAttachment(document, name)
    written = io.BytesIO()
    writer = pdfium.FPDF_FILEWRITE(version=1)
    kind = dict(pdfium.FPDF_FILEWRITE._fields_)["WriteBlock"]
    writer.WriteBlock = kind(lambda _, data, size: bool(written.write(ctypes.string_at(data, size))))
    assert pdfium.FPDF_SaveAsCopy(document, ctypes.byref(writer), 0)
    pdfium.FPDF_CloseDocument(document)
    [(message, unread)] = issues(written.getvalue(), "left_out")
    assert "1 attached" in message
    assert unread == "objects"
