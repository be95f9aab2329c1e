"""Tables without lines: where they begin and end, and which row wrapped words are of."""

from __future__ import annotations

import pytest
from paper import Paper
from pdf_reading import drawn, grids, prose


def test_wrapped_names_are_of_the_row_in_whose_middle_the_amounts_stand() -> None:
    def draw(paper: Paper) -> None:
        paper.text(500, 80, "单位：万元", align="right")
        for place, text in ((50, "科目编码"), (120, "科目名称")):
            paper.text(place, 100, text)
        for place, text in ((400, "合计"), (500, "基本支出")):
            paper.text(place, 100, text, align="right")
        names = [("其他一般公共", "服务支出"), ("行政运行",), ("机关事业单位", "基本养老保险", "缴费支出")]
        for down, code, name, amounts in zip(
            (130, 160, 192),
            ("20199", "2010101", "2080505"),
            names,
            (("7.50", "1.50"), ("6.00", "2.00"), ("3.25", "3.25")),
            strict=True,
        ):
            paper.text(50, down, code)
            for line, words in enumerate(name):
                paper.text(120, down + 11 * (line - (len(name) - 1) / 2), words)
            for place, amount in zip((400, 500), amounts, strict=True):
                paper.text(place, down, amount, align="right")
        paper.text(50, 240, "注：本表为空的行没有支出。")

    content = drawn(draw)
    assert grids(content) == [
        [
            ("科目编码", "科目名称", "合计", "基本支出"),
            ("20199", "其他一般公共服务支出", "7.50", "1.50"),
            ("2010101", "行政运行", "6.00", "2.00"),
            ("2080505", "机关事业单位基本养老保险缴费支出", "3.25", "3.25"),
        ]
    ]
    assert prose(content) == ["单位：万元", "注：本表为空的行没有支出。"]


def test_sentences_in_a_column_beside_the_amounts_are_of_their_rows() -> None:
    def draw(paper: Paper) -> None:
        paper.text(500, 60, "单位：万元", align="right")
        for place, text in ((50, "项目名称"), (180, "总计"), (260, "财政拨款"), (300, "绩效目标")):
            paper.text(place, 84, text, align="right" if place in (180, 260) else "left")
        goals = ("完成年度培训，", "提高能力：参训率", "达到要求；满意。"), ("保障运转，维护", "设备。")
        for down, name, amount, lines in zip(
            (124, 170), ("培训项目", "运转项目"), ("85.00", "66.00"), goals, strict=True
        ):
            paper.text(50, down, name)
            for place in (180, 260):
                paper.text(place, down, amount, align="right")
            for line, words in enumerate(lines):
                paper.text(300, down + 12 * (line - (len(lines) - 1) / 2), words)

    assert grids(drawn(draw)) == [
        [
            ("项目名称", "总计", "财政拨款", "绩效目标"),
            ("培训项目", "85.00", "85.00", "完成年度培训，提高能力：参训率达到要求；满意。"),
            ("运转项目", "66.00", "66.00", "保障运转，维护设备。"),
        ]
    ]


def test_rows_that_go_on_without_a_header_keep_their_wrapped_names() -> None:
    def draw(paper: Paper) -> None:
        for down, code, name in (
            (100, "2080501", ("离退休",)),
            (130, "2080505", ("机关事业单位", "基本养老保险")),
            (160, "221", ("住房",)),
        ):
            paper.text(50, down, code)
            for line, words in enumerate(name):
                paper.text(120, down + 11 * (line - (len(name) - 1) / 2), words)
            for place in (400, 500):
                paper.text(place, down, "1,056.46", align="right")

    assert grids(drawn(draw)) == [
        [
            ("2080501", "离退休", "1,056.46", "1,056.46"),
            ("2080505", "机关事业单位基本养老保险", "1,056.46", "1,056.46"),
            ("221", "住房", "1,056.46", "1,056.46"),
        ]
    ]


def test_sentences_between_two_amounts_are_of_no_table() -> None:
    def draw(paper: Paper) -> None:
        for number in range(4):
            paper.text(
                50, 100 + 40 * number, "本年支出  12.50万元，其中基本支出  10.50万元，项目支出  2.00万元，比上年增加。"
            )
            paper.text(50, 120 + 40 * number, "主要是人员经费增加，其余与上年持平，没有变化，按照要求执行到位。")

    assert grids(drawn(draw)) == []


def test_a_name_in_the_middle_of_two_levels_heads_no_columns_but_its_own() -> None:
    def draw(paper: Paper) -> None:
        paper.text(500, 60, "单位：万元", align="right")
        for place, down, text in (
            (109, 90, "功能科目"),
            (60, 124, "编码"),
            (158, 124, "名称"),
            (271, 107, "总计"),
            (455, 90, "基本支出"),
            (370, 124, "小计"),
            (455, 124, "人员"),
            (540, 124, "公用"),
        ):
            paper.text(place, down, text, align="centre")
        for down, code, name in (
            (150, "201", "一般公共服务支出"),
            (172, "20101", "人大事务"),
            (194, "2010101", "行政运行"),
        ):
            paper.text(60, down, code, align="centre")
            paper.text(90, down, name)
            for place, amount in ((290, "12,345.60"), (390, "12,345.60"), (475, "10,000.00"), (560, "2,345.60")):
                paper.text(place, down, amount, align="right")

    assert grids(drawn(draw))[0][:2] == [
        ("功能科目", "", "总计", "基本支出", "", ""),
        ("编码", "名称", "", "小计", "人员", "公用"),
    ]


@pytest.mark.parametrize("above", ["年增加10万元", "其余与上年持平。", "二、支出情况"])
def test_a_short_line_over_a_table_is_none_of_its_header(above: str) -> None:
    def draw(paper: Paper) -> None:
        paper.text(50, 80, above)
        for down, cells in (
            (96, ("项目", "合计", "基本支出")),
            (112, ("教育支出", "900.00", "500.00")),
            (128, ("卫生健康支出", "100.00", "100.00")),
        ):
            paper.text(50, down, cells[0])
            for place, text in zip((300, 420), cells[1:], strict=True):
                paper.text(place, down, text, align="right")

    assert grids(drawn(draw)) == [
        [("项目", "合计", "基本支出"), ("教育支出", "900.00", "500.00"), ("卫生健康支出", "100.00", "100.00")]
    ]
