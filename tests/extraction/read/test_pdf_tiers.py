"""Tables ruled across only: columns are where nothing stands between words and figures, and headers as their lines say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from paper import Paper
from pdf_reading import drawn, grids, prose

from dagster_project.extraction.pipeline import extract

ACROSS = (50, 110, 260, 350, 440, 530)
HEADER = [("科目编码", "科目名称", "合计", "本年支出", ""), ("", "", "", "基本支出", "项目支出")]
BODY = [
    ("", "合计", "1,234.50", "1,200.00", "34.50"),
    ("201", "一般公共服务支出", "1,234.50", "1,200.00", "34.50"),
    ("20101", "人大事务", "1,234.50", "1,200.00", "34.50"),
    ("2010199", "其他人大事务支出", "34.50", "", "34.50"),
]


def _names(paper: Paper, top: float, places: Sequence[tuple[float, float, float, str]]) -> None:
    """Write names in the middle of their columns; `places` are left, right, baseline and words."""
    for left, right, down, words in places:
        paper.text((left + right) / 2, top + down, words, align="centre")


def _header(paper: Paper, top: float) -> None:
    """Two levels over 40 points: a line under the words over two columns, as long as these are wide."""
    one, two, three, four, five, end = ACROSS
    paper.line(one, top, end, top)
    paper.line(four, top + 20, end, top + 20)
    leaves = [(one, two, 24.0, "科目编码"), (two, three, 24.0, "科目名称"), (three, four, 24.0, "合计")]
    _names(paper, top, [*leaves, (four, end, 14.0, "本年支出")])
    _names(paper, top, [(four, five, 34.0, "基本支出"), (five, end, 34.0, "项目支出")])
    paper.line(one, top + 40, end, top + 40)


def _body(paper: Paper, top: float, rows: Sequence[Sequence[str]] = BODY) -> float:
    for row in rows:
        for number, (text, (left, right)) in enumerate(zip(row, pairwise(ACROSS), strict=True)):
            paper.text(right - 3 if number > 1 else left + 3, top + 14, text, align="right" if number > 1 else "left")
        top += 20
        paper.line(ACROSS[0], top, ACROSS[-1], top)
    return top


def test_columns_and_levels_of_a_header_are_found_between_lines_across() -> None:
    def draw(paper: Paper) -> None:
        _header(paper, 100)
        _body(paper, 140)

    assert grids(drawn(draw)) == [[*HEADER, *BODY]]


def test_frame_around_a_table_is_no_wall_between_its_columns() -> None:
    def draw(paper: Paper) -> None:
        _header(paper, 100)
        bottom = _body(paper, 140)
        for side in (ACROSS[0], ACROSS[-1]):
            paper.line(side, 100, side, bottom)

    assert grids(drawn(draw)) == [[*HEADER, *BODY]]


@pytest.mark.parametrize("words", ["单位：万元", "2031年一般公共预算支出表（按功能分类）"])
def test_tables_of_one_width_are_parted_by_the_caption_between_them(words: str) -> None:
    def draw(paper: Paper) -> None:
        _header(paper, 100)
        bottom = _body(paper, 140)
        paper.text(530, bottom + 30, words, align="right")
        _header(paper, bottom + 40)
        _body(paper, bottom + 80, BODY[:1])

    content = drawn(draw)
    assert grids(content) == [[*HEADER, *BODY], [*HEADER, *BODY[:1]]]
    assert prose(content) == [words]


def test_line_under_words_of_a_table_below_is_no_wall_of_the_one_above() -> None:
    """It begins at 350, in the first of the words over the last column above."""
    across = (50, 100, 150, 194, 530)
    names, rows = ("项目", "预算数", "科目", "决算数"), (("甲", "12.50", "丙", "7.50"), ("乙", "8.00", "丁", "13.00"))

    def draw(paper: Paper) -> None:
        paper.line(50, 100, 530, 100)
        _names(paper, 100, [(*sides, 14.0, name) for sides, name in zip(pairwise(across), names, strict=True)])
        for top, row in zip((120, 140), rows, strict=True):
            paper.line(50, top, 530, top)
            for number, (text, (left, right)) in enumerate(zip(row, pairwise(across), strict=True)):
                paper.text(
                    right - 3 if number % 2 else left + 3, top + 14, text, align="right" if number % 2 else "left"
                )
        paper.line(50, 160, 530, 160)
        paper.text(530, 190, "单位：万元", align="right")
        _header(paper, 200)
        _body(paper, 240)

    assert grids(drawn(draw)) == [[names, *rows], [*HEADER, *BODY]]


def test_part_of_a_row_is_no_caption_and_figures_below_zero_are_figures() -> None:
    rows = [*BODY, ("", "其中：补助支出", "▲4.00", "(4.00)", ""), ("", "其中：其他支出", "", "", "")]

    def draw(paper: Paper) -> None:
        _header(paper, 100)
        _body(paper, 140, rows)

    assert grids(drawn(draw)) == [[*HEADER, *rows]]


def test_row_whose_words_are_wrapped_before_a_figure_is_one_row() -> None:
    rows = [*BODY[:3], ("2010199", "其他支出", "34.50", "", "34.50")]

    def draw(paper: Paper) -> None:
        _header(paper, 100)
        bottom = _body(paper, 140, rows[:3])
        paper.text(ACROSS[0] + 3, bottom + 20, "2010199")
        paper.text(ACROSS[1] + 3, bottom + 14, "其他支出合计金额不大于")
        paper.text(ACROSS[1] + 3, bottom + 26, "5000.00")
        for right in (ACROSS[3], ACROSS[5]):
            paper.text(right - 3, bottom + 20, "34.50", align="right")
        paper.line(ACROSS[0], bottom + 40, ACROSS[-1], bottom + 40)

    assert [row[2:] for row in grids(drawn(draw))[0]] == [row[2:] for row in (*HEADER, *rows)]


def test_words_between_lines_are_no_table() -> None:
    def draw(paper: Paper) -> None:
        for top in (100, 130, 160):
            paper.line(50, top, 530, top)
        paper.text(60, 120, "第一部分 部门概况")
        paper.text(60, 150, "第二部分 预算情况说明")

    assert grids(drawn(draw)) == []


def _between(paper: Paper, top: float, rows: Sequence[Sequence[str]]) -> float:
    """Write rows without lines between them; a name of more than eight letters is wrapped."""
    for row in rows:
        pieces = [row[1][:8], row[1][8:]] if len(row[1]) > 8 else [row[1]]
        for number, piece in enumerate(pieces):
            paper.text(ACROSS[1] + 3, top + 14 + 10 * number, piece)
        middle = top + 14 + 5 * (len(pieces) - 1)
        paper.text(ACROSS[0] + 3, middle, row[0])
        for number in (2, 3, 4):
            paper.text(ACROSS[number + 1] - 3, middle, row[number], align="right")
        top += 20 + 10 * (len(pieces) - 1)
    return top


def test_rows_between_the_lines_of_a_header_and_of_the_foot() -> None:
    rows = [*BODY, ("20199", "其他一般公共服务支出合计", "4.00", "", "4.00")]

    def draw(paper: Paper) -> None:
        _header(paper, 100)
        bottom = _between(paper, 140, rows)
        paper.line(ACROSS[0], bottom, ACROSS[-1], bottom)

    assert grids(drawn(draw)) == [[*HEADER, *rows]]


def test_rows_below_a_header_whose_foot_is_on_the_next_page() -> None:
    def draw(paper: Paper) -> None:
        _header(paper, 100)
        bottom = _between(paper, 140, BODY)
        paper.text(60, bottom + 60, "说明：本表反映支出情况。")

    content = drawn(draw)
    assert grids(content) == [[*HEADER, *BODY]]
    assert prose(content) == ["说明：本表反映支出情况。"]


SUMS = [*BODY[:3], ("2010101", "行政运行", "1,200.00", "1,200.00", ""), BODY[3]]
WRONG = [(*row[:2], "1,243.50", *row[3:]) if row[2] == "1,234.50" else row for row in SUMS]


def _printed(walls: bool, rows: Sequence[Sequence[str]] = SUMS) -> bytes:
    paper = Paper()
    paper.text(150, 40, "2031年某市潮汐局部门预算", 16)
    paper.text(200, 70, "一般公共预算支出表", 14)
    paper.text(530, 90, "单位：万元", align="right")
    _header(paper, 100)
    bottom = _body(paper, 140, rows)
    for x in ACROSS if walls else ():
        paper.line(x, 120 if x == ACROSS[4] else 100, x, bottom)
    return paper.save()


def _statuses(document: bytes) -> set[str]:
    tables = extract(document, "x.pdf").tables
    assert tables["repairs"].num_rows == 0
    return {row["reading_status"] for row in tables["statement_lines"].to_pylist() if row["value_as_printed"]}


def test_what_a_column_measures_is_not_certain_where_no_line_parts_it() -> None:
    assert _statuses(_printed(walls=True)) == {"certain"}
    assert _statuses(_printed(walls=False)) == {"untested"}


def test_sum_that_fails_where_no_line_parts_the_columns_doubts_the_reading() -> None:
    assert "doubtful" in _statuses(_printed(walls=False, rows=WRONG))
