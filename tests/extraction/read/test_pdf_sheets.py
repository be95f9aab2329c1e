"""Two pages on one sheet are read one after the other; one table with a gap in its middle is none of them."""

from __future__ import annotations

from paper import Paper, rule, write
from pdf_reading import drawn, grids, prose

LEFT = [("科目名称", "合计"), ("潮位观测", "1,200.00"), ("海图印制", "34.50")]
RIGHT = [("项目名称", "金额"), ("浮标维护", "900.00"), ("船只租用", "300.00")]
DOWN = (100, 120, 140, 160)


def _table(paper: Paper, left: float, title: str, rows: list[tuple[str, str]]) -> None:
    across = (left, left + 150, left + 300)
    paper.text(left + 150, 80, title, align="centre")
    rule(paper, across, DOWN)
    write(paper, across, DOWN, rows)


def test_pages_of_a_sheet_are_read_one_after_the_other() -> None:
    def draw(paper: Paper) -> None:
        _table(paper, 60, "支出总表", LEFT)
        _table(paper, 481, "项目支出表", RIGHT)

    content = drawn(draw, Paper(842, 595))
    assert grids(content) == [LEFT, RIGHT]
    assert prose(content) == ["支出总表", "项目支出表"]
    assert set(content.layout.pages.values()) == {1}
    assert content.printed is not None
    (counted,) = (content.printed.texts or {}).values()
    assert all(figure in counted for _, figure in [*LEFT[1:], *RIGHT[1:]])


def test_text_beside_a_table_is_a_page_of_its_own() -> None:
    def draw(paper: Paper) -> None:
        for number in range(4):
            paper.text(60, 100 + 20 * number, f"第{number}段说明潮位观测的情况。")
        _table(paper, 481, "项目支出表", RIGHT)

    content = drawn(draw, Paper(842, 595))
    assert prose(content)[-1] == "项目支出表"
    assert grids(content) == [RIGHT]


def test_a_table_of_broken_lines_is_one_though_none_crosses_the_fold() -> None:
    rows = [("科目名称", "合计", "基本支出", "项目支出"), ("潮位观测", "1,200.00", "1,100.00", "100.00")]
    rows += [("海图印制", "34.50", "30.00", "4.50")] * 2
    across, down = (60, 200, 418, 600, 780), (100, 120, 140, 160, 180)

    def draw(paper: Paper) -> None:
        for y in down:
            paper.line(60, y, 61, y)
            for x in range(62, 780, 5):
                paper.line(x, y, x + 3.5, y)
        for x in across:
            for y in range(100, 180, 4):
                paper.line(x, y, x, y + 3)
        write(paper, across, down, rows)

    assert grids(drawn(draw, Paper(842, 595))) == [rows]


def test_columns_with_a_gap_in_the_middle_are_one_table() -> None:
    rows = [("潮位观测", "1,200.00", "1,100.00", "100.00"), ("海图印制", "34.50", "30.00", "4.50")] * 2

    def draw(paper: Paper) -> None:
        for number, row in enumerate(rows):
            for x, text in zip((60, 300, 560, 700), row, strict=True):
                paper.text(x, 100 + 20 * number, text)

    assert grids(drawn(draw, Paper(842, 595))) == [rows]
