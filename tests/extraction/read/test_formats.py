"""What a file is, is told by its bytes; what is not read says what to do."""

from __future__ import annotations

import io
import zipfile

import pytest
from blocks import Reading

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
        (zipped("a.pdf"), "zip"),
        (zipped(), "zip"),
        (b"PK\x03\x04rest", "damaged"),
        (b"%PDF-1.7", "pdf"),
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
