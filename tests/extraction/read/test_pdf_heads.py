"""Headers of several levels in which no line is drawn: words stand over the columns in whose middle they are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from paper import Paper
from pdf_reading import drawn, grids, prose

Head = tuple[int, int, float, str]
"""From which column to which, on which baseline below the first, and the words."""


def printed(
    across: Sequence[int],
    heads: Sequence[Head],
    rows: Sequence[Sequence[str]],
    right: Sequence[int],
    rules: bool = False,
) -> list[list[tuple[str, ...]]]:
    """Return the grids of a page with a header and rows; the columns `right` end at the right."""

    def draw(paper: Paper) -> None:
        for first, end, down, words in heads:
            paper.text((across[first] + across[end]) / 2, 100 + down, words, align="centre")
        top = 100 + max(down for _, _, down, _ in heads)
        for row in rows:
            top += 20
            for column, words in enumerate(row):
                ends = column in right
                paper.text(
                    across[column + 1] - 3 if ends else across[column] + 3,
                    top,
                    words,
                    align="right" if ends else "left",
                )
        if rules:
            for y in (85, 106 + max(down for _, _, down, _ in heads), top + 6):
                paper.line(across[0], y, across[-1], y)

    return grids(drawn(draw))


@pytest.mark.parametrize("rules", [False, True])
def test_words_over_columns_of_unlike_width(rules: bool) -> None:
    across = (45, 195, 225, 300, 440, 470, 545)
    names = ["项目", "行次", "金额", "项目", "行次", "金额"]
    heads = [(0, 3, 0.0, "收入"), (3, 6, 0.0, "支出"), *((at, at + 1, 20.0, name) for at, name in enumerate(names))]
    rows = [
        ("一、预算拨款收入", "1", "900.50", "一、教育支出", "20", "600.25"),
        ("二、事业收入", "2", "", "二、卫生支出", "21", "400.25"),
        ("三、其他收入", "3", "100.00", "三、住房支出", "22", ""),
        ("总计", "4", "1,000.50", "总计", "23", "1,000.50"),
    ]
    header = [("收入", "", "", "支出", "", ""), tuple(names)]
    assert printed(across, heads, rows, (1, 2, 4, 5), rules) == [[*header, *rows]]


@pytest.mark.parametrize("rules", [False, True])
def test_three_levels_over_one_row(rules: bool) -> None:
    across = (45, 95, 165, 215, 275, 335, 395, 445, 515, 560)
    heads = [
        (0, 6, 0.0, "预算数"),
        (6, 9, 0.0, "决算数"),
        (0, 1, 24.0, "合计"),
        (1, 2, 24.0, "出国（境）费"),
        (2, 5, 16.0, "公务用车费"),
        (5, 6, 24.0, "接待费"),
        (6, 7, 24.0, "合计"),
        (7, 8, 24.0, "出国（境）费"),
        (8, 9, 24.0, "接待费"),
        (2, 3, 32.0, "小计"),
        (3, 4, 32.0, "购置费"),
        (4, 5, 32.0, "运行费"),
    ]
    row = ("98.00", "20.00", "68.00", "48.00", "20.00", "10.00", "31.50", "20.00", "11.50")
    header = [
        ("预算数", "", "", "", "", "", "决算数", "", ""),
        ("合计", "出国（境）费", "公务用车费", "", "", "接待费", "合计", "出国（境）费", "接待费"),
        ("", "", "小计", "购置费", "运行费", "", "", "", ""),
    ]
    assert printed(across, heads, [row], range(9), rules) == [[*header, row]]


def test_words_over_some_columns_stand_on_a_line_of_their_own() -> None:
    across = (45, 130, 230, 320, 410, 500, 560)
    heads = [(2, 5, 0.0, "公务用车费"), (0, 1, 10.0, "合计"), (1, 2, 10.0, "出国（境）费"), (5, 6, 10.0, "接待费")]
    heads += [(2, 3, 20.0, "小计"), (3, 4, 20.0, "购置费"), (4, 5, 20.0, "运行费")]
    row = ("98.00", "20.00", "68.00", "48.00", "20.00", "10.00")
    header = [("合计", "出国（境）费", "公务用车费", "", "", "接待费"), ("", "", "小计", "购置费", "运行费", "")]
    assert printed(across, heads, [row], range(6)) == [[*header, row]]


def test_codes_that_end_at_the_right_stand_under_their_letters() -> None:
    across = (45, 95, 145, 195, 345, 445, 545)
    heads = [(0, 3, 0.0, "科目编码"), (3, 4, 8.0, "科目名称"), (4, 5, 8.0, "合计"), (5, 6, 8.0, "基本支出")]
    heads += [(0, 1, 16.0, "类"), (1, 2, 16.0, "款"), (2, 3, 16.0, "项")]
    rows = [
        ("201", "", "", "一般公共服务支出", "1,234.50", "1,200.00"),
        ("201", "01", "", "人大事务", "1,234.50", "1,200.00"),
        ("201", "01", "99", "其他人大事务支出", "34.50", ""),
    ]
    header = [("科目编码", "", "", "科目名称", "合计", "基本支出"), ("类", "款", "项", "", "", "")]
    assert printed(across, heads, rows, (2, 4, 5)) == [[*header, *rows]]


def test_a_unit_or_a_title_over_one_row_is_no_name_of_columns() -> None:
    def draw(paper: Paper) -> None:
        paper.text(300, 60, "三公经费支出表", 14, "centre")
        paper.text(550, 84, "单位：万元", align="right")
        for x, words in ((150, "合计"), (300, "出国（境）费"), (450, "接待费")):
            paper.text(x, 100, words, align="centre")
        for x, figure in ((190, "30.00"), (340, "20.00"), (490, "10.00")):
            paper.text(x, 120, figure, align="right")

    content = drawn(draw)
    assert grids(content) == [[("合计", "出国（境）费", "接待费"), ("30.00", "20.00", "10.00")]]
    assert prose(content) == ["三公经费支出表", "单位：万元"]


@pytest.mark.parametrize(("size", "above"), [(12, 18), (12, 35), (16, 25), (9, 35)])
def test_a_title_over_the_middle_of_some_columns_heads_none(size: float, above: float) -> None:
    rows = [("科目名称", "基本支出", "项目支出"), ("离退休", "12.50", "2.50"), ("抚恤", "13.50", "3.50")]

    def draw(paper: Paper) -> None:
        paper.text(230, 120 - above, "部门支出总表", size, "centre")
        for number, row in enumerate(rows):
            for x, words in zip((60, 200, 260), row, strict=True):
                paper.text(x, 120 + 15 * number, words, align="left" if x == 60 else "centre")

    content = drawn(draw)
    assert (grids(content), prose(content)) == ([rows], ["部门支出总表"])


def test_an_amount_and_the_name_right_behind_it_stand_in_two_columns() -> None:
    """As a workbook prints them: some two points of blank paper between the columns."""
    rows = [
        ("一、预算拨款收入", "900.50", "一、教育支出", "600.25"),
        ("二、事业收入", "", "二、卫生支出", "400.25"),
        ("三、其他收入", "100.00", "三、住房支出", ""),
        ("总计", "1,000.50", "总计", "1,000.50"),
    ]

    def draw(paper: Paper) -> None:
        for x, words in ((170, "收入"), (420, "支出")):
            paper.text(x, 100, words, align="centre")
        for x, words in ((110, "项目"), (260, "预算数"), (360, "项目"), (510, "预算数")):
            paper.text(x, 120, words, align="centre")
        for number, row in enumerate(rows):
            for x, words, align in zip((50, 297.5, 300, 545), row, ("left", "right", "left", "right"), strict=True):
                paper.text(x, 140 + 16 * number, words, align=align)

    header = [("收入", "", "支出", ""), ("项目", "预算数", "项目", "预算数")]
    assert grids(drawn(draw)) == [[*header, *rows]]
