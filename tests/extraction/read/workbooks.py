"""Small workbooks, and ways to change what is in their packages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

ROWS = (("项目", "编码", "金额"), ("甲", "201", "1"), ("乙", "202", "2"))


def saved(book: openpyxl.Workbook) -> bytes:
    """Return a workbook as bytes."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(fill: Callable[[Worksheet], None]) -> bytes:
    """Return a workbook of one sheet."""
    book = openpyxl.Workbook()
    fill(book.worksheets[0])
    return saved(book)


def rows(*rows: tuple[object, ...]) -> bytes:
    """Return a workbook of one sheet with these rows, from its first on."""

    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(list(row))

    return workbook(fill)


def edited(content: bytes, part: str, edit: Callable[[str], str]) -> bytes:
    """Return a package with one of its parts changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            data = source.read(name)
            package.writestr(name, edit(data.decode()) if name == part else data)
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
