"""Workbooks as they are shown: sheets, blocks, merged cells, formats, formulas."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from blocks import Reading
from openpyxl.worksheet.worksheet import Worksheet
from workbooks import ROWS, SHEET, edited, rows, saved, workbook


def test_title_unit_and_notes_are_prose_and_the_rest_a_grid() -> None:
    reading = Reading(rows(("支出决算表",), ("部门：某局", None, "单位：万元"), *ROWS, ("注：本表为含税数。",)))
    assert reading.prose == ["Sheet", "支出决算表", "部门：某局", "单位：万元", "注：本表为含税数。"]
    assert reading.cells == [*ROWS]
    assert reading.places == [(1, 3), (1, 4), (1, 5)]
    assert reading.document.format == "xlsx"


def test_organisation_in_the_cell_beside_its_label_is_one_line() -> None:
    assert "编制单位：某局" in Reading(rows(("编制单位：", "某局", "单位：元"), *ROWS)).prose


def test_captions_set_apart_by_blanks_in_one_cell_are_lines() -> None:
    assert Reading(rows(("部门：某局      单位：元",), *ROWS)).prose[1:] == ["部门：某局", "单位：元"]


def test_tables_on_one_sheet_are_told_apart_by_blank_rows() -> None:
    reading = Reading(rows(("表一",), *ROWS, (), ("附表2 补充",), ("单位：元",), *ROWS))
    assert reading.grids == [[*ROWS], [*ROWS]]
    assert reading.prose[2:] == ["附表2 补充", "单位：元"]


def test_what_stands_over_a_caption_below_another_table_is_caption_too() -> None:
    over = [("注：甲为暂列",), ("乙",), ("收支情况表",), ("单位：元",)]
    reading = Reading(rows(("表一",), *ROWS, (), *over, *ROWS))
    assert reading.grids == [[*ROWS], [*ROWS]]
    assert reading.prose[2:] == [text for (text,) in over]


def test_blank_row_inside_a_table_leaves_neighbouring_grids() -> None:
    reading = Reading(rows(("表一",), *ROWS, (), ("合计", None, "3")))
    assert reading.grids == [[*ROWS], [("合计", "", "3")]]


def test_number_alone_in_its_row_stays_in_the_grid() -> None:
    assert Reading(rows(("表一",), *ROWS, (None, None, 12.5))).cells[-1] == ("", "", "12.5")


def test_row_of_a_form_is_no_caption() -> None:
    assert Reading(rows(("项目名称：", "甲"), ("主管部门：", "乙"))).grids[0][0] == ("项目名称：", "甲")


def test_merged_cells_hold_their_text_once() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (("项目", "本年支出", None), (None, "基本", "项目"), ("甲", 1, 2)):
            sheet.append(list(row))
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")

    assert Reading(workbook(fill)).cells == [("项目", "本年支出", ""), ("", "基本", "项目"), ("甲", "1", "2")]


def test_upper_level_of_a_header_over_some_columns_is_no_title() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in ((None, "2031年预算数", None), ("项目", "基本", "合计"), ("甲", 1, 2)):
            sheet.append(list(row))
        sheet.merge_cells("B1:C1")

    assert Reading(workbook(fill)).cells[0] == ("", "2031年预算数", "")


def test_what_a_merged_cell_covers_is_not_read() -> None:
    content = rows(*ROWS, ("丙", "203", "3"))
    hidden = edited(
        content,
        SHEET,
        lambda xml: xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>'),
    )
    assert Reading(hidden).cells == [ROWS[0], ROWS[1], ("", "202", "2"), ("丙", "203", "3")]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234.5, "#,##0.00", "1,234.50"),
        (1234.5678, "#,##0.00", "1,234.57"),
        (0.1 + 0.2, "General", "0.3"),
        (2010301, "General", "2010301"),
        (0.125, "0.0%", "12.5%"),
        (2031, '0"年"', "2031年"),
        (date(2031, 5, 1), 'yyyy"年"', "2031年"),
        (date(2031, 5, 1), 'yyyy"年"m"月"', "2031年5月"),
        (-12.5, "#,##0.00_);[Red](#,##0.00)", "-12.50"),
        (0, '#,##0.00;-#,##0.00;"-"', "-"),
        (123456, '0!.0,"万元"', "12.3万元"),
        ("0012", "@", "0012"),
        ("1,234.50", "General", "1,234.50"),
        (1e22, "General", "10000000000000000000000"),
        (True, "General", "TRUE"),
    ],
)
def test_values_are_read_as_their_formats_show_them(value: object, code: str, shown: str) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["名称", "数值"])
        sheet.append(["甲", value])
        sheet["B2"].number_format = code

    assert Reading(workbook(fill)).cells[1] == ("甲", shown)


def test_whole_numbers_under_a_code_header_are_codes() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (("科目编码", "名称", "金额"), (2010301, "甲", 2010301)):
            sheet.append(list(row))
        for cell in sheet[2]:
            cell.number_format = "#,##0.00"

    assert Reading(workbook(fill)).cells[1] == ("2010301", "甲", "2,010,301.00")


def test_hidden_sheet_is_left_out_with_a_note_and_keeps_its_number() -> None:
    book = openpyxl.Workbook()
    for title in ("草稿", "公开"):
        sheet = book.create_sheet(title)
        for row in ROWS:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.worksheets[0].sheet_state = "hidden"
    reading = Reading(saved(book))
    assert reading.prose == ["公开"]
    assert reading.places[0] == (2, 1)
    assert [(issue.code.value, issue.severity.value) for issue in reading.problems] == [("left_out", "note")]


def test_cached_values_of_formulas_are_read() -> None:
    content = rows(("名称", "数值"), ("甲", "=1+1"))
    cached = edited(content, SHEET, lambda xml: xml.replace("<v></v>", "<v>2.50</v>").replace("<v />", "<v>2.50</v>"))
    assert Reading(cached).cells[1] == ("甲", "2.5")


def test_formula_without_a_result_and_error_are_warned_of() -> None:
    reading = Reading(rows(("名称", "数值"), ("甲", "=1+1"), ("乙", "#DIV/0!")))
    assert reading.cells == [("名称", "数值"), ("甲", ""), ("乙", "")]
    assert reading.codes == ["left_out"]
    assert reading.messages.startswith("2 cells of sheet 1")
    # what is blank may be what a sum lacks
    assert reading.document.layout.partial == {1}
    assert Reading(rows(("名称", "数值"), ("甲", 1))).document.layout.partial == set()


def test_zeros_that_the_sheet_hides_are_blank() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["名称", "数值"])
        sheet.append(["甲", 0])
        sheet.sheet_view.showZeros = False

    assert Reading(workbook(fill)).cells[1] == ("甲", "")


def test_rows_and_columns_after_the_last_text_are_left_out() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in ROWS:
            sheet.append(list(row))
        sheet["H60"].number_format = "0.00"

    assert Reading(workbook(fill)).cells == [*ROWS]


def test_persons_are_taken_out() -> None:
    assert Reading(rows(*ROWS, ("填表人：", "某甲", "13900000000"))).cells[-1] == ("填表人：", "（略）", "（略）")


def test_cells_without_references_and_with_prefixes_are_read() -> None:
    content = rows(*ROWS)
    bare = edited(content, SHEET, lambda xml: re.sub(r' r="\w+"', "", xml))
    assert Reading(bare).cells == [*ROWS]

    def prefixed(xml: str) -> str:
        return re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", xml).replace("xmlns=", "xmlns:x=")

    assert Reading(edited(content, SHEET, prefixed)).cells == [*ROWS]


def test_styles_that_break_the_rules_leave_values_in_full() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["名称", "数值"])
        sheet.append(["甲", 1234.5])
        sheet["B2"].number_format = "#,##0.00"

    broken = edited(
        workbook(fill), "xl/styles.xml", lambda xml: xml.replace("<patternFill", '<patternFill patternType="bogus"', 1)
    )
    reading = Reading(broken)
    assert reading.cells[1] == ("甲", "1234.5")
    assert reading.codes == ["left_out"]


def test_macros_are_noted_and_not_read() -> None:
    target = io.BytesIO(rows(*ROWS))
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    reading = Reading(target.getvalue())
    assert reading.cells == [*ROWS]
    assert "macros" in reading.messages


def test_titled_tables_side_by_side_are_read_one_after_the_other() -> None:
    left = (("表1 收入表", "", ""), ("", "", "单位：元"), *ROWS)
    right = (("表2 支出表", ""), ("", "单位：万元"), ("项目", "金额"), ("丙", "3"), ("丁", "4"))
    reading = Reading(rows(*((*one, None, *other) for one, other in zip(left, right, strict=True))))
    assert [[row[:3] for row in reading.grids[0]], [row[4:] for row in reading.grids[1]]] == [[*ROWS], [*right[2:]]]
    assert reading.prose[1:] == ["表1 收入表", "单位：元", "表2 支出表", "单位：万元"]


def test_blank_column_within_a_table_parts_nothing() -> None:
    parted = tuple((*row[:2], None, *row[2:]) for row in ROWS)
    assert len(Reading(rows(("表1 收入表",), *parted)).grids) == 1
