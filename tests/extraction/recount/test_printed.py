"""What each kind of file prints, by the second count: every digit that is shown, and none that only the markup holds."""

from __future__ import annotations

import io

import docx
import openpyxl
import xlwt
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.worksheet.worksheet import Worksheet
from paper import Paper
from workbooks import rows, saved, workbook

from dagster_project.extraction.read import read
from dagster_project.extraction.recount import Printed, html, printed, text, xls, xlsx
from dagster_project.extraction.recount.digits import sequences, tally


def found(printed: Printed) -> dict[int | None, list[str]]:
    """Return the sequences of digits by page."""
    return {page: sequences(words) for page, words in (printed.texts or {}).items()}


def test_digits_of_any_script_and_width_are_the_same() -> None:
    assert sequences("１２.5 万, 第 3 页") == ["12", "5", "3"]
    assert tally("１1٣") == (0, 2, 0, 1, 0, 0, 0, 0, 0, 0)


def test_text_is_all_of_its_characters_but_marks_in_tables() -> None:
    content = "| 甲 | <td rowspan='2'>1,234.50</td> |\n共 <3> 项 9 万元\n".encode("gb18030")
    assert found(text.printed(content, "gb18030")) == {None: ["1", "234", "50", "3", "9"]}


def test_page_of_html_is_its_text_nodes() -> None:
    page = "<%@ page code=UTF-8 %><title>2026</title><p id=7>1<!-- 2 --><script>let a = 3</script><td colspan=4>5&#54;</td><style>p{top:8}</style>9"
    assert found(html.printed(page.encode(), "utf-8")) == {None: ["2026", "1", "56", "9"]}


def test_word_document_is_its_runs_and_a_text_box_counts_once() -> None:
    document = docx.Document()
    document.add_paragraph("共 12 项")
    document.add_table(1, 1).cell(0, 0).text = "3.50"
    box = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    instead = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:AlternateContent><mc:Choice>{box.format(77)}</mc:Choice><mc:Fallback>{box.format(77)}</mc:Fallback>"
        f"</mc:AlternateContent></w:r>"
    )
    document.paragraphs[0]._p.append(parse_xml(instead))
    target = io.BytesIO()
    document.save(target)
    counted = printed(target.getvalue(), "docx", None)
    assert counted is not None
    assert found(counted) == {None: ["12", "77", "3", "50"]}


def test_page_of_a_pdf_is_its_plain_text() -> None:
    paper = Paper()
    paper.text(50, 100, "第一页 12")
    paper.new_page()
    paper.text(50, 100, "3,450.00")
    document, _ = read(paper.save(), "a.pdf")
    assert document.printed is not None
    assert found(document.printed) == {1: ["12"], 2: ["3", "450", "00"]}


def fill(sheet: Worksheet) -> None:
    """Fill a sheet with rows of which a row, a column and a covered cell are not shown."""
    for row in (("2026年", "表 1"), ("项目", "金额", 5), (1, 0, 5), (2, 0.5, 5), (3, 4, 5), ("甲", 6, 5)):
        sheet.append(row)
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["C"].hidden = True


def test_rows_of_a_workbook_count_their_shown_cells_with_a_digit_that_is_no_zero() -> None:
    assert xlsx.printed(workbook(fill), None).cells == {(1, 1): 2, (1, 3): 1, (1, 4): 2, (1, 6): 1}


def test_what_a_merged_cell_covers_and_a_hidden_sheet_are_not_shown() -> None:
    book = openpyxl.load_workbook(io.BytesIO(rows((1, 2), (3, 4))))
    book.worksheets[0].merge_cells("A2:B2")
    book.create_sheet("乙").append([5])
    book.create_sheet("丙").append([6])
    book.worksheets[1].sheet_state = "hidden"
    assert xlsx.printed(saved(book), None).cells == {(1, 1): 2, (1, 2): 1, (3, 1): 1}


def test_rows_of_an_old_workbook_count_their_shown_numbers() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("甲")
    for row, values in enumerate(((1, 2.5, -3, 1e9), (0, 0.1, 7, 8), ("编码 9", 4, 5, 6), (1, 2, 3, 4))):
        for column, value in enumerate(values):
            sheet.write(row, column, value)
    sheet.row(3).hidden = True
    sheet.col(2).hidden = True
    book.add_sheet("乙").visibility = 1
    book.get_sheet(1).write(0, 0, 7)
    target = io.BytesIO()
    book.save(target)
    assert xls.printed(target.getvalue(), None).cells == {(1, 1): 3, (1, 2): 2, (1, 3): 2}


def test_cells_of_2003_are_counted_in_a_chinese_encoding() -> None:
    data = '<Data ss:Type="Number">{}</Data>'
    cells = "".join(f"<Cell>{data.format(each)}</Cell>" for each in ("12", "0.00", "1.5万"))
    book = f'<Workbook xmlns="a" xmlns:ss="a"><Worksheet><Table><Row ss:Index="3">{cells}</Row></Table></Worksheet></Workbook>'
    counted = printed(f'<?xml version="1.0" encoding="GB2312"?>{book}'.encode("gb2312"), "spreadsheetml", None)
    assert counted is not None
    assert counted.cells == {(1, 3): 2}


def test_file_that_cannot_be_opened_is_not_counted() -> None:
    assert printed(b"<a:b/>", "spreadsheetml", None) is None
