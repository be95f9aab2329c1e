"""The one statement as a Word document and as a workbook, and what tests change in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
from kinds import HEADER, LAST, ROWS, STATEMENT, TITLE, UNIT

Paragraph = Any
Mark = Callable[[Paragraph], None]


def word(mark: Mark | None = None, place: tuple[int, int] = (LAST, 2), header: str = "") -> bytes:
    """Return the statement as a Word document; `mark` adds to the paragraph of a cell."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(STATEMENT)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    else:
        document.add_paragraph(UNIT)
    table = document.add_table(0, len(HEADER))
    for row in (HEADER, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    if mark is not None:
        mark(table.rows[place[0] + 1].cells[place[1]].paragraphs[0])
    return saved(document)


def workbook(change: Callable[[Any], None] | None = None, format: str = "#,##0.00", factor: int = 1) -> bytes:
    """Return the statement as a workbook whose figures are numbers in a format."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ([TITLE], [STATEMENT], [UNIT], HEADER, *ROWS):
        sheet.append([value_of(text, factor) if column > 1 else text for column, text in enumerate(row)])
    for cells in sheet.iter_rows(min_row=5, min_col=3):
        for cell in cells:
            cell.number_format = format
    if change is not None:
        change(sheet)
    return saved(book)


def saved(document: Any) -> bytes:
    """Return a document, or a workbook, as bytes."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def value_of(text: str, factor: int = 1) -> float | str | None:
    """Return the number that a text prints, or the text; None for a blank."""
    bare = text.replace(",", "")
    return float(bare) * factor if bare.replace(".", "").isdecimal() else text or None


def changed(package: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """Return a package with other parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return target.getvalue()
