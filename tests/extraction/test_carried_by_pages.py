"""What web pages show and lead to is read, or told; so are files that a PDF carries."""

from __future__ import annotations

import base64
import ctypes
import io
from collections.abc import Iterator

import pypdfium2.raw as pdfium
import pytest
from carrying import RECOGNISED, issues, page, picture
from kinds import RIGHT, STATEMENT, TITLE, UNIT, outcome


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
    yield "<img src='line_1.png' width=800 height=1100>", True, True
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
