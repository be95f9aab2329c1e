"""Tables without lines whose columns stand close together, as a workbook prints them: what parts one from the next."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from paper import Paper
from pdf_reading import Rows, drawn, grids, prose

Word = tuple[float, float, str, str]
"""Where words stand: across, down, how they are aligned, and the words."""
SIZE = 9


def read(words: Sequence[Word]) -> list[Rows]:
    """Return the grids of a page of words."""

    def draw(paper: Paper) -> None:
        for across, down, align, text in words:
            paper.text(across, down, text, SIZE, align)

    return grids(drawn(draw))


def below(rows: Sequence[Sequence[str]], columns: Sequence[tuple[float, str]], top: float, pitch: float) -> list[Word]:
    """Return the words of rows, each in its column."""
    return [
        (across, top + pitch * number, align, words)
        for number, row in enumerate(rows)
        for (across, align), words in zip(columns, row, strict=True)
        if words
    ]


def test_words_over_figures_of_several_columns_part_them() -> None:
    """财政拨款 stands over 一般公共预算 and 政府性基金, whose names are wrapped one and a half lines apart."""
    rows = [
        ("基本工资", "66.21", "66.21", "60.21", "6.00"),
        ("津贴补贴", "54.10", "54.10", "50.00", "4.10"),
        ("绩效工资", "153.57", "153.57", "150.57", "3.00"),
    ]
    columns = [(50.0, "left"), (200.0, "right"), (280.0, "right"), (350.0, "right"), (420.0, "right")]
    names = [(80, 98, "支出项目类别"), (182, 98, "总计"), (332, 80, "财政拨款"), (260, 107, "小计")]
    wrapped = [(332, 100, "一般公共"), (332, 114, "预算拨款"), (402, 100, "政府性基金"), (402, 114, "预算拨款")]
    head: list[Word] = [(across, down, "centre", words) for across, down, words in [*names, *wrapped]]
    assert read([*head, *below(rows, columns, 135, 16)]) == [
        [
            ("支出项目类别", "总计", "财政拨款", "", ""),
            ("", "", "小计", "一般公共预算拨款", "政府性基金预算拨款"),
            *rows,
        ]
    ]


def test_words_askew_over_figures_of_two_columns_part_them_too() -> None:
    """The words stand in the middle neither of the two columns nor of one."""
    rows = [("基本工资", "66.21", "60.21"), ("津贴补贴", "54.10", "50.00"), ("绩效工资", "153.57", "150.57")]
    columns = [(50.0, "left"), (280.0, "right"), (340.0, "right")]
    head: list[Word] = [(70, 100, "centre", "项目"), (290, 100, "centre", "一般公共预算")]
    assert read([*head, *below(rows, columns, 120, 16)])[0][1:] == rows


def test_a_code_close_behind_a_name_is_of_the_next_column() -> None:
    rows = [
        ("30101", "基本工资", "50101", "工资奖金津补贴", "356.50"),
        ("30108", "机关事业单位基本养老保", "50102", "社会保障缴费", "104.25"),
        ("30109", "职业年金缴费", "50102", "社会保障缴费", "52.10"),
        ("302", "商品和服务支出", "502", "机关商品和服务支出", "17.50"),
    ]
    columns = [(50.0, "left"), (90.0, "left"), (191.0, "left"), (240.0, "left"), (420.0, "right")]
    names = ("编码", "部门经济科目", "编码", "政府经济科目", "合计")
    head: list[Word] = [
        (across, 100, "centre", name) for across, name in zip((61, 130, 202, 275, 410), names, strict=True)
    ]
    assert read([*head, *below(rows, columns, 118, 15)]) == [[names, *rows]]


def test_one_letter_over_another_heads_a_narrow_column() -> None:
    """序 ⏎ 号 stands less than a letter beside 部门经济科目 ⏎ 编码."""
    rows = [
        ("1", "301", "工资福利支出", "41.82"),
        ("2", "30101", "基本工资", "35.68"),
        ("3", "302", "商品支出", "6.50"),
    ]
    columns = [(32.0, "left"), (52.0, "left"), (140.0, "left"), (320.0, "right")]
    head: list[Word] = [(31, 100, "left", "序"), (31, 111, "left", "号")]
    head += [(48, 100, "left", "部门经济科目"), (66, 111, "left", "编码")]
    head += [(140, 105, "left", "科目名称"), (300, 105, "left", "合计")]
    assert read([*head, *below(rows, columns, 128, 15)]) == [[("序号", "部门经济科目编码", "科目名称", "合计"), *rows]]


def test_names_that_end_in_one_letter_each_are_two() -> None:
    """基本支 ⏎ 出 and 项目支 ⏎ 出: the letters of 出 出 are no name that is spread over its cell."""
    rows = [
        ("201", "一般公共服务", "98.50", "60.25"),
        ("20101", "人大事务", "98.50", "60.25"),
        ("208", "社会", "9.50", ""),
    ]
    columns = [(50.0, "left"), (90.0, "left"), (280.0, "right"), (318.0, "right")]
    head: list[Word] = [(60, 105, "centre", "编码"), (130, 105, "centre", "名称")]
    head += [(264, 100, "centre", "基本支"), (264, 110, "centre", "出"), (302, 100, "centre", "项目支")]
    head += [(302, 110, "centre", "出")]
    assert read([*head, *below(rows, columns, 126, 15)]) == [[("编码", "名称", "基本支出", "项目支出"), *rows]]


@pytest.mark.parametrize("total", ["合计", "各项总计"])
def test_a_total_in_the_middle_stands_in_the_column_of_the_names(total: str) -> None:
    rows = [("[301]工资福利支出", "125.50"), ("[30101]基本工资", "70.25"), ("[302]商品和服务支出", "43.50")]
    head: list[Word] = [(230, 100, "centre", "部门预算支出经济科目"), (440, 100, "centre", "预算")]
    words: list[Word] = [(230, 116, "centre", total), (470, 116, "right", "169.00")]
    found = read([*head, *words, *below(rows, [(50.0, "left"), (470.0, "right")], 132, 16)])
    assert found == [[("部门预算支出经济科目", "预算"), (total, "169.00"), *rows]]


def test_names_of_columns_half_a_line_apart_are_of_one_header() -> None:
    """Each is in the middle of its cell, over one line or four, and 其中 with its colon is no caption."""
    names = [("科目编码", 60), ("科目名称", 140), ("合计", 240)]
    rows = [
        ("201", "一般公共服务", "98.50", "60.25"),
        ("20101", "人大事务", "98.50", "60.25"),
        ("208", "社会", "9.50", ""),
    ]
    columns = [(45.0, "left"), (115.0, "left"), (260.0, "right"), (360.0, "right")]
    head: list[Word] = [(across, 110.5, "centre", words) for words, across in names]
    head += [
        (330, 94 + 11 * at, "centre", words)
        for at, words in enumerate(["其中：专项资", "金列入部门预", "算项目的", "部分"])
    ]
    head.append((240, 80, "left", "部门预算"))
    content = read([*head, *below(rows, columns, 156, 15)])
    assert content[0][-3:] == rows
    assert [level[-1] for level in content[0][:-3] if level[-1]][-1] == "其中：专项资金列入部门预算项目的部分"


def test_a_blank_row_parts_no_table() -> None:
    rows = [("一、教育支出", "60.25", "一般", "60.25"), ("二、卫生支出", "40.25", "其他", ""), ("", "", "", "")] * 2
    rows.append(("支出总计", "201.00", "总计", "120.50"))
    columns = [(50.0, "left"), (230.0, "right"), (300.0, "left"), (450.0, "right")]
    head: list[Word] = [(90, 100, "left", "项目"), (200, 100, "left", "合计"), (300, 100, "left", "来源")]
    head.append((420, 100, "left", "金额"))
    found = read([*head, *below(rows, columns, 118, 16)])
    assert found[0][1:] == [row for row in rows if any(row)]


def test_lines_of_text_that_are_set_apart_are_no_table() -> None:
    def draw(paper: Paper) -> None:
        for number in range(6):
            paper.text(50, 60 + 16 * number, "其中：基本支出1,234.50万元，项目支出3.00万元。")
            paper.text(340, 66 + 16 * number, "注释")

    assert len(prose(drawn(draw))) > 0
    assert grids(drawn(draw)) == []
