"""Tables without lines, by the alignment of their words and figures."""

from __future__ import annotations

from collections.abc import Sequence

from paper import Paper
from pdf_reading import drawn, grids, methods, prose

ROWS = [
    ("科目编码", "科目名称", "合计", "基本支出"),
    ("201", "一般公共服务支出", "1,234.50", "-"),
    ("20101", "人大事务", "34.50", "12.00"),
    ("2010101", "行政运行", "0.00", "0.00"),
]


def _set(paper: Paper, rows: Sequence[Sequence[str]], places: Sequence[float], top: float = 100) -> None:
    for number, row in enumerate(rows):
        for place, text in zip(places, row, strict=True):
            align = "right" if place > 250 else "left"
            paper.text(place, top + 16 * number, text, align=align)


def test_columns_are_found_by_alignment() -> None:
    def draw(paper: Paper) -> None:
        paper.text(50, 60, "支出总表")
        paper.text(50, 80, "编制部门：某局")
        paper.text(500, 80, "单位：元", align="right")
        _set(paper, ROWS, (50, 120, 400, 500))

    content = drawn(draw)
    assert grids(content) == [ROWS]
    assert methods(content) == {"aligned"}
    assert prose(content) == ["支出总表", "编制部门：某局", "单位：元"]


def test_blank_cells_keep_their_column() -> None:
    rows = [*ROWS[:2], ("208", "社会保障", "", "3.00"), ("221", "住房保障", "5.00", "")]
    assert grids(drawn(lambda paper: _set(paper, rows, (50, 120, 400, 500)))) == [rows]


def test_list_of_contents_is_no_table() -> None:
    rows = [("一、部门概况", "1"), ("二、部门预算表", "3"), ("三、情况说明", "15"), ("四、名词解释", "21")]
    content = drawn(lambda paper: _set(paper, rows, (50, 500)))
    assert grids(content) == []


def test_prose_is_no_table() -> None:
    def draw(paper: Paper) -> None:
        for number in range(5):
            paper.text(50, 60 + 16 * number, "基本支出 1,234.50 万元，项目支出 3.00 万元，占全年支出的 20.5%。")

    assert grids(drawn(draw)) == []


def test_headers_to_the_left_of_their_figures_keep_no_figure_from_its_column() -> None:
    rows = [
        ("201", "一般公共服务支出", "1,280.40", "680.20", ""),
        ("2010301", "行政运行", "680.20", "680.20", ""),
        ("2010302", "一般行政管理事务", "600.20", "", "600.20"),
    ]
    header = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")

    def draw(paper: Paper) -> None:
        for place, text in zip((50, 120, 300, 380, 460), header, strict=True):
            paper.text(place, 100, text)
        _set(paper, rows, (50, 120, 374, 454, 534), 116)

    assert grids(drawn(draw)) == [[header, *rows]]
