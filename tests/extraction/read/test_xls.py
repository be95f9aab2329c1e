"""Old binary workbooks: values, formats, merged cells, hidden sheets, and files that only look like one."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pytest
import xlwt
from blocks import Reading


def workbook(*fills: Callable[[xlwt.Worksheet], None]) -> bytes:
    """Return a workbook with a sheet for each function that fills one."""
    book = xlwt.Workbook(encoding="utf-8")
    for number, fill in enumerate(fills, 1):
        fill(book.add_sheet(f"表{number}"))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def table(sheet: xlwt.Worksheet) -> None:
    """Fill a sheet with a title over a small table."""
    sheet.write_merge(0, 0, 0, 1, "支出决算表")
    for row, cells in enumerate((("项目", "金额"), ("甲", 1.5)), 1):
        for column, value in enumerate(cells):
            sheet.write(row, column, value)


def test_title_is_prose_and_rows_have_their_line() -> None:
    reading = Reading(workbook(table))
    assert reading.prose == ["表1", "支出决算表"]
    assert reading.cells == [("项目", "金额"), ("甲", "1.5")]
    assert reading.places == [(1, 2), (1, 3)]
    assert reading.document.format == "xls"


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234.5, "#,##0.00", "1,234.50"),
        (2031, '0"年"', "2031年"),
        (date(2031, 5, 1), 'yyyy"年"', "2031年"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (0.1 + 0.2, "General", "0.3"),
        (2010301, "General", "2010301"),
        (-3, "General", "-3"),
        ("1,234", "General", "1,234"),
        (True, "General", "TRUE"),
        (-5, "yyyy-mm-dd", "-5"),
    ],
)
def test_values_are_read_as_their_formats_show_them(value: object, code: str, shown: str) -> None:
    def fill(sheet: xlwt.Worksheet) -> None:
        sheet.write(0, 0, "名称")
        sheet.write(0, 1, "数值")
        sheet.write(1, 0, "甲")
        sheet.write(1, 1, value, xlwt.easyxf(num_format_str=code))

    assert Reading(workbook(fill)).cells[1] == ("甲", shown)


def test_hidden_sheet_is_left_out_with_a_note() -> None:
    def hidden(sheet: xlwt.Worksheet) -> None:
        table(sheet)
        sheet.visibility = 1

    reading = Reading(workbook(hidden, table))
    assert reading.places == [(2, 2), (2, 3)]
    assert reading.codes == ["left_out"]


def test_truncated_workbook_is_an_issue() -> None:
    content = workbook(table)
    assert [Reading(content[:size]).codes for size in (600, 1500, 4000)] == [["unreadable_file"]] * 3


def test_cell_far_away_costs_little() -> None:
    def far(sheet: xlwt.Worksheet) -> None:
        table(sheet)
        sheet.write(65_535, 255, "尾")

    assert len(Reading(workbook(far)).grids[0]) == 2


def test_page_of_html_named_as_workbook_is_read_as_html() -> None:
    page = "<html><body><table><tr><td>项目</td><td>金额</td></tr></table></body></html>"
    assert Reading(page.encode()).document.format == "html"


@pytest.mark.parametrize(
    ("stream", "words"),
    [("WordDocument", "soffice --headless --convert-to docx"), ("PowerPoint Document", "PDF")],
)
def test_other_ole_files_say_how_to_convert(stream: str, words: str) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + stream.encode("utf-16-le").ljust(128, b"\0")
    reading = Reading(content)
    assert reading.codes == ["unsupported_format"]
    assert words in reading.messages
