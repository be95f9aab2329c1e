"""Over the pages of a PDF: columns of one table, paragraphs that a page break cut, captions and page numbers."""

from __future__ import annotations

from paper import Paper
from pdf_reading import drawn, grids, prose, table

from dagster_project.extraction.model.document import Prose

LONG = "本表反映部门年度总体收支预算情况根据财政部门关于部门预算的批复填列全年收入支出总计"

HEAD = "某市档案馆2031年部门决算"


def test_header_cut_by_a_page_break_spans_the_columns_of_the_next_page() -> None:
    def draw(paper: Paper) -> None:
        table(paper, [("收入", "支出")], top=780, widths=(180, 180))
        paper.new_page()
        table(paper, [("项目", "金额", "项目", "金额"), ("一、收入", "1", "二、支出", "2")], top=50)

    assert grids(drawn(draw)) == [
        [("收入", "", "支出", "")],
        [("项目", "金额", "项目", "金额"), ("一、收入", "1", "二、支出", "2")],
    ]


def test_last_page_with_fewer_columns_keeps_its_places() -> None:
    def draw(paper: Paper) -> None:
        table(paper, [("201", "服务", "3", "1")])
        paper.text(297, 820, "- 1 -", align="centre")
        paper.new_page()
        table(paper, [("合计", "5", "4")], widths=(180, 90, 90))
        paper.text(297, 820, "- 2 -", align="centre")

    content = drawn(draw)
    assert grids(content) == [[("201", "服务", "3", "1")], [("合计", "", "5", "4")]]
    assert [text.replace(" ", "") for text in prose(content)] == ["-1-", "-2-"]


def test_tables_with_a_title_between_keep_their_own_columns() -> None:
    def draw(paper: Paper) -> None:
        table(paper, [("201", "服务", "3", "1")])
        paper.new_page()
        paper.text(50, 60, "收入总表")
        table(paper, [("合计", "5", "4")], widths=(180, 90, 90))

    assert grids(drawn(draw))[1] == [("合计", "5", "4")]


def test_amount_and_unit_parted_by_a_line_are_joined() -> None:
    def draw(paper: Paper) -> None:
        paper.text(74, 60, LONG + "1,023.25", size=11)
        paper.text(50, 80, "万元，占全年的", size=11)
        paper.text(74, 100, "二、支出预算情况说明", size=11)

    assert prose(drawn(draw, Paper(width=615))) == [LONG + "1,023.25万元，占全年的", "二、支出预算情况说明"]


def test_mark_that_hangs_over_the_edge_leaves_the_other_lines_full() -> None:
    line = "本部门按照综合预算的原则编制收入和支出预算全年安排各项资金如下所列机关事业单位基本"

    def draw(paper: Paper) -> None:
        paper.text(50, 60, line + "，", size=11)
        paper.text(50, 80, line, size=11)
        paper.text(50, 100, "养老保险缴费支出共1,023.25万元。", size=11)

    assert prose(drawn(draw, Paper(width=615))) == [line + "，" + line + "养老保险缴费支出共1,023.25万元。"]


def _below_a_full_line(one: str, room: float, other: str, left: float = 50) -> list[str]:
    """Read two lines below a full one: `one` stays `room` characters short of its edge, `other` begins at `left`."""
    full = "本单位承担档案收集整理保管利用和数字化等各项工作所需经费由财政全额保障并按规定使用。"

    def draw(paper: Paper) -> None:
        paper.text(50, 60, full, size=11)
        paper.text(50 + 11 * (len(full) - room - len(one)), 80, one, size=11)
        paper.text(left, 100, other, size=11)

    first, *lines = prose(drawn(draw, Paper(width=615)))
    assert first == full
    return lines


def test_word_goes_to_the_next_line_with_the_bracket_before_it() -> None:
    one, other = "文化旅游体育与传媒支出（类）文化和旅游支出（款）机关服务和行政运行", "（项）。年初预算为85.55万元。"
    assert _below_a_full_line(one, 3.5, other) == [one + other]
    assert _below_a_full_line(one, 7, other) == [one, other]


def test_line_of_a_sentence_may_stay_short_of_the_edge() -> None:
    one, other = "收支预算比上年减少九十七万元，其中基本支出减少三十六万元及项目支", "出减少60.00万元。"
    assert _below_a_full_line(one, 3, other) == [one + other]
    assert _below_a_full_line(one, 6, other) == [one, other]


def test_line_that_need_not_be_of_a_sentence_may_stay_short_by_less() -> None:
    one, other = "收支预算比上年减少九十七万元其中基本支出减少三十六万元及项目支", "出减少60.00万元。"
    assert _below_a_full_line(one, 1.5, other) == [one + other]
    assert _below_a_full_line(one, 3, other) == [one, other]


def test_part_of_a_list_that_ends_near_the_edge_is_not_continued() -> None:
    one, other = "办公用房租赁，物业管理，信息系统的运行维护，网络安全的其他服务；", "档案馆库房改造。"
    assert _below_a_full_line(one, 1.5, other) == [one, other]


def test_colon_at_the_end_of_a_full_line_of_a_sentence_ends_no_paragraph() -> None:
    one, other = "本年财政拨款收入六千一百万元，财政拨款支出总计六千二百万元，包括：", "本年支出6246.00万元。"
    assert _below_a_full_line(one, 0, other) == [one + other]
    assert _below_a_full_line(one, 6, other) == [one, other], "a list begins on a line of its own"
    label = "本年财政拨款收入六千一百万元以及财政拨款支出总计六千二百万元包括："
    assert _below_a_full_line(label, 0, other) == [label, other]


def test_sentence_of_a_block_set_apart_goes_on_at_its_own_edge() -> None:
    one, other = "收入预算三百五十五万元，其中一般公共预算", "收入277.75万元，事业收入60.00万元，其他收入。"
    left = 50 + 11 * (42 - 1 - len(one))
    assert _below_a_full_line(one, 1, other, left) == [one + other]


def test_paragraph_goes_on_over_a_page_number() -> None:
    def draw(paper: Paper) -> None:
        paper.text(74, 760, LONG + "1,023.25", size=11)
        paper.text(297, 810, "第 1 页 共 2 页", align="centre")
        paper.new_page()
        paper.text(50, 60, "万元，占全年的", size=11)
        paper.text(74, 80, LONG + "1,023.25", size=11)

    joined, number, _ = prose(drawn(draw, Paper(width=615)))
    assert joined == LONG + "1,023.25万元，占全年的"
    assert number.replace(" ", "") == "第1页共2页"


def test_paragraph_goes_on_over_the_running_head_of_the_next_page() -> None:
    def draw(paper: Paper) -> None:
        for page in range(1, 5):
            if page > 1:
                paper.new_page()
            paper.text(297, 40, HEAD, size=9, align="centre")
            if page == 2:
                paper.text(50, 60, "项）共1,023.25万元。", size=11)
            paper.text(74, 760, LONG + "（款）行政（", size=11)
            paper.text(297, 810, f"第 {page} 页", align="centre")

    lines = prose(drawn(draw, Paper(width=615)))
    assert LONG + "（款）行政（项）共1,023.25万元。" in lines
    assert lines.count(HEAD) == 4


def test_paragraph_does_not_go_on_over_a_line_that_is_printed_once() -> None:
    def draw(paper: Paper) -> None:
        paper.text(74, 760, LONG + "（款）行政（", size=11)
        paper.new_page()
        paper.text(297, 40, HEAD, size=9, align="centre")
        paper.text(50, 60, "项）共1,023.25万元。", size=11)

    assert prose(drawn(draw, Paper(width=615)))[-1] == "项）共1,023.25万元。"


def test_amount_of_a_joined_paragraph_bears_the_page_it_is_printed_on() -> None:
    def draw(paper: Paper) -> None:
        paper.text(74, 760, LONG + "1,023.25", size=11)
        paper.new_page()
        paper.text(50, 60, "万元，占全年的8.50万元。", size=11)

    content = drawn(draw, Paper(width=615))
    (paragraph,) = prose(content)
    key = content.blocks[0].line if isinstance(content.blocks[0], Prose) else -1
    assert content.layout.page(key, paragraph.index("1,023.25")) == 1
    assert content.layout.page(key, paragraph.index("8.50")) == 2


def test_unit_at_the_right_is_a_phrase_of_its_own() -> None:
    def draw(paper: Paper) -> None:
        paper.text(50, 60, "编制部门：某某街道办事处")
        paper.text(545, 60, "单位：元", align="right")
        paper.text(50, 90, "部门：")
        paper.text(150, 90, "某某办公厅")
        paper.text(545, 90, "单位：万元", align="right")

    content = drawn(draw)
    assert [text.replace(" ", "") for text in prose(content)] == [
        "编制部门：某某街道办事处",
        "单位：元",
        "部门：某某办公厅",
        "单位：万元",
    ]


def test_title_broken_over_two_lines_is_one() -> None:
    def draw(paper: Paper) -> None:
        paper.text(297, 60, "“三公”经费、会议费、培训费支出预算", size=28, align="centre")
        paper.text(297, 95, "表", size=28, align="centre")
        table(paper, [("合计", "1")], widths=(240, 250))

    assert prose(drawn(draw)) == ["“三公”经费、会议费、培训费支出预算表"]


def test_paragraph_that_begins_where_its_heading_does_is_not_its_second_line() -> None:
    heading, below = "第二部分某某市档案馆及所属单位预算情况的说明", "某某市档案馆全年收支总预算为九百余万元与上"

    def lines(left: float) -> list[str]:
        def draw(paper: Paper) -> None:
            paper.text(72, 60, heading, size=11)
            paper.text(left, 80, below, size=11)
            paper.text(50, 100, "年相比增加八十万元主要原因是人员增加以及工资调整", size=11)

        return prose(drawn(draw, Paper(width=400)))

    assert lines(72)[0] == heading
    assert lines(72 + 11 * (len(heading) - len(below)) / 2)[0].startswith(heading + below)


def test_spread_words_lose_their_blanks() -> None:
    def draw(paper: Paper) -> None:
        for number, character in enumerate("一般公共预算收入"):
            paper.text(50 + 16 * number, 60, character)

    assert prose(drawn(draw)) == ["一般公共预算收入"]


def test_pages_are_counted_from_one() -> None:
    def draw(paper: Paper) -> None:
        paper.text(50, 60, "甲")
        paper.new_page()
        paper.new_page()
        paper.text(50, 60, "乙")

    assert list(drawn(draw).layout.pages.values()) == [1, 3]
