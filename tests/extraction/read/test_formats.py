"""What a file is, is told by its bytes; what is not read says what to do."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlwt
from blocks import Reading

from dagster_project.extraction.read import read
from dagster_project.extraction.read.formats import recognise


def zipped(*names: str) -> bytes:
    """Return a ZIP of empty members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, b"")
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (zipped("xl/workbook.xml"), "xlsx"),
        (zipped("xl\\workbook.xml"), "xlsx"),
        (zipped("word/document.xml"), "docx"),
        (zipped("xl/workbook.bin"), "xlsb"),
        (zipped("OFD.xml"), "ofd"),
        (zipped("content.xml"), "opendocument"),
        (zipped("a.pdf"), "zip"),
        (zipped(), "zip"),
        (b"PK\x03\x04rest", "damaged"),
        (b"%PDF-1.7", "pdf"),
        (b"\r\n\r\n%PDF-1.7", "pdf"),
        (b"\xef\xbb\xbf%PDF-1.4", "pdf"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4", "pdf"),
        (b"a file that begins with %PDF-1.4", "text"),
        (bytes(1100) + b"\n%PDF-1.4", "text"),
        (b"II*\0\x08", "picture"),
        (b"GIF89a", "picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "picture"),
        (b"BM\x36\0\x0c\0\0\0\0\0", "picture"),
        (b"BMI of 2031 in all", "text"),
        (
            b'<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
            "flat_opendocument",
        ),
        (b"\x89PNG\r\n", "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"Rar!\x1a\x07\x00", "rar"),
        (b"{\\rtf1", "rtf"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "html"),
        (b'<?xml version="1.0"?>\n<html>', "html"),
        ("<html>".encode("utf-16"), "html"),
        (b" <table border=1>", "html"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "spreadsheetml"),
        (b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "spreadsheetml"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "office_xml"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;", "mhtml"),
        (b"From: <Saved>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", "mhtml"),
        (b"The MIME-Version: of a multipart/related file", "text"),
        (b'<%@ page language="java"%>\r\n<html>', "html"),
        (b"<?php a(); ?><%-- b --%> <html>", "html"),
        (b"<% 5 %> of all", "text"),
        (b"<p>\xe9", "text"),
        (b"text", "text"),
    ],
)
def test_formats_are_recognised_by_content(content: bytes, format: str) -> None:
    assert recognise(content) == format


@pytest.mark.parametrize(
    "content",
    [
        zipped("xl/workbook.bin"),
        zipped("a.pdf"),
        b"Rar!\x1a\x07\x00",
        b"{\\rtf1",
        b"7z\xbc\xaf\x27\x1c",
        zipped("ppt/presentation.xml"),
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>',
    ],
)
def test_what_is_not_read_says_what_to_do(content: bytes) -> None:
    reading = Reading(content)
    assert reading.codes == ["unsupported_format"]
    assert len(reading.messages) > 30
    assert reading.messages.endswith(".")


def test_directives_for_a_server_are_not_read() -> None:
    reading = Reading("<%@ page pageEncoding='UTF-8'%>\n<html><body><p>支出1,200.50万元。</p></body></html>".encode())
    assert reading.prose == ["支出1,200.50万元。"]


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("预算.pdf", b"<html><body><p>1</p></body></html>", "The name says .pdf, the content is html"),
        ("a/预算.XLS", b"<html><body><p>1</p></body></html>", ""),
        ("预算.docx", b"1,200\n", "The name says .docx, the content is text"),
        ("预算.txt", b"<html><body><p>1</p></body></html>", ""),
        ("预算", b"1\n", ""),
    ],
)
def test_the_content_decides_and_a_name_that_says_something_else_is_told(file: str, content: bytes, says: str) -> None:
    document, problems = read(content, file)
    assert document.format in ("html", "text")
    assert [problem.code.value for problem in problems] == (["misnamed"] if says else [])
    assert says in "".join(problem.message for problem in problems)


def test_a_workbook_of_wps_is_read_as_what_it_is() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("支出")
    for row, cells in enumerate((("项目", "金额"), ("甲", "1"))):
        for column, text in enumerate(cells):
            sheet.write(row, column, text)
    target = io.BytesIO()
    book.save(target)
    document, problems = read(target.getvalue(), "预算.et")
    assert (document.format, problems) == ("xls", [])
