"""A sheet printed over several pages: columns that did not fit on one stand on another, and are put beside their rows."""

from __future__ import annotations

import pytest
from paper import Paper, rule, write

from dagster_project.extraction import extract
from dagster_project.extraction.read import read

DOWN = tuple(150 + 22 * row for row in range(6))
LEFT, RIGHT = (45, 135, 345, 445), (45, 145, 285)
CODES = [
    ["科目编码", "科目名称", "合计"],
    ["", "合计", "110.25"],
    ["220", "自然资源海洋气象等支出", "110.25"],
    ["2200101", "行政运行", "60.25"],
    ["2200102", "一般行政管理事务", "50.00"],
]
PARTS = [["基本支出", "项目支出"], ["60.25", "50.00"], ["60.25", "50.00"], ["60.25", "0.00"], ["0.00", "50.00"]]


def page(
    paper: Paper, title: str, across: tuple[int, ...], rows: list[list[str]], down: tuple[int, ...] = DOWN
) -> None:
    """Print a ruled table under a title."""
    if title:
        paper.text(200, 90, title, 14)
    rule(paper, across, down)
    write(paper, across, down, rows)


def sheet(*pages: tuple[str, tuple[int, ...], list[list[str]], tuple[int, ...]]) -> bytes:
    """Return a budget of pages with a table each."""
    paper = Paper()
    paper.text(150, 60, "深圳市龙岗区海洋观测局2031年部门预算", 16)
    paper.text(400, 120, "单位：万元")
    for number, printed in enumerate(pages):
        if number:
            paper.new_page()
        page(paper, *printed)
    return paper.save()


@pytest.mark.parametrize(
    "titles",
    [("一般公共预算支出表", ""), ("", "一般公共预算支出表"), ("一般公共预算支出表", "一般公共预算支出表（续）")],
)
@pytest.mark.parametrize("names", [0, 2])
def test_columns_on_another_page_are_put_beside_their_rows(titles: tuple[str, str], names: int) -> None:
    """Names of rows may be printed again; a figure keeps the page on which it stands."""
    across = (45, 135, 345, 445, 545)[: names + 3] if names else RIGHT
    rest = [[*code[:names], *part] for code, part in zip(CODES, PARTS, strict=True)]
    tables = extract(sheet((titles[0], LEFT, CODES, DOWN), (titles[1], across, rest, DOWN)), "sheet.pdf").tables
    lines = tables["statement_lines"].to_pylist()
    found = {(line["code"], line["measure"]): (line["value_as_printed"], line["page"]) for line in lines}
    assert found == {
        (code or None, measure): (figure, page)
        for (code, _, total), (basic, project) in zip(CODES[1:], PARTS[1:], strict=True)
        for measure, figure, page in (("total", total, 1), ("basic", basic, 2), ("project", project, 2))
    }
    assert {line["reading_status"] for line in lines} == {"certain"}
    assert {line["fund"] for line in lines} == {"general_public_budget"}
    assert not [issue for issue in tables["issues"].to_pylist() if issue["code"] == "count_differs"]


def test_a_header_of_more_levels_and_blank_rows_stand_beside_the_rows() -> None:
    """基本支出 over 小计 and 人员经费 where the first page has one level; a row of a project is blank there."""
    title, down = "一般公共预算支出表", (150, 161, *DOWN[1:])
    paper = Paper()
    paper.text(150, 60, "深圳市龙岗区海洋观测局2031年部门预算", 16)
    paper.text(200, 90, title, 14)
    paper.text(400, 120, "单位：万元")
    rule(paper, LEFT, DOWN)
    write(paper, LEFT, DOWN, CODES)
    paper.new_page()
    rows = [
        ["基本支出", ""],
        ["小计", "人员经费"],
        ["60.25", "60.25"],
        ["60.25", "60.25"],
        ["60.25", "60.25"],
        ["", ""],
    ]
    spans = [(0, 0, 1, 2)]
    rule(paper, RIGHT, down, spans)
    write(paper, RIGHT, down, rows)
    assert read(paper.save(), "sheet.pdf")[0].layout.spread == {2: 1}


def test_columns_of_which_no_sum_goes_over_to_the_other_page_are_in_doubt() -> None:
    rest = [PARTS[0], *([str(30 + row), str(20 + row)] for row in range(4))]
    tables = extract(sheet(("一般公共预算支出表", LEFT, CODES, DOWN), ("", RIGHT, rest, DOWN)), "sheet.pdf").tables
    assert {line["reading_status"] for line in tables["statement_lines"].to_pylist()} == {"doubtful"}
    assert any("two pages" in issue["message"] for issue in tables["issues"].to_pylist())


def test_rows_below_go_on_between_columns_that_belong_together() -> None:
    content = sheet(
        ("一般公共预算支出表", LEFT, CODES, DOWN),
        ("", LEFT, CODES[1:], DOWN[:5]),
        ("", RIGHT, PARTS, DOWN),
        ("", RIGHT, PARTS[1:], DOWN[:5]),
    )
    assert read(content, "sheet.pdf")[0].layout.spread == {3: 1, 4: 2}


def test_a_page_below_the_rest_of_a_sheet_may_show_few_rows() -> None:
    """Of the columns on the second sheet of paper only the rows with amounts are printed."""
    few = [["基本支出", "项目支出"], ["60.25", ""]]
    content = sheet(
        ("一般公共预算支出表", LEFT, CODES, DOWN),
        ("", LEFT, CODES[3:], DOWN[:3]),
        ("", RIGHT, PARTS, DOWN),
        ("", RIGHT, few, DOWN[:3]),
    )
    assert read(content, "sheet.pdf")[0].layout.spread == {3: 1, 4: 2}


def test_of_pages_that_look_alike_the_first_is_beside_the_first_rest() -> None:
    content = sheet(
        ("一般公共预算支出表", LEFT, CODES, DOWN),
        ("", LEFT, CODES, DOWN),
        ("", RIGHT, PARTS, DOWN),
        ("", RIGHT, PARTS, DOWN),
    )
    assert read(content, "sheet.pdf")[0].layout.spread == {3: 1, 4: 2}


@pytest.mark.parametrize(
    "second",
    [
        ("", LEFT, CODES, DOWN),
        ("政府性基金预算支出表", RIGHT, PARTS, DOWN),
        ("", RIGHT, PARTS, tuple(place + 9 for place in DOWN)),
        ("", RIGHT, PARTS[:4], DOWN[:5]),
        ("一般公共预算支出表", RIGHT, [["项目名称", "金额"], *([f"项目{row}", "5.00"] for row in range(4))], DOWN),
    ],
)
def test_what_goes_on_below_or_has_a_title_is_no_rest(
    second: tuple[str, tuple[int, ...], list[list[str]], tuple[int, ...]],
) -> None:
    assert read(sheet(("一般公共预算支出表", LEFT, CODES, DOWN), second), "sheet.pdf")[0].layout.spread == {}


TOTALLED = [[*row, row[2]] for row in CODES]
TOTALLED[0][3] = "财政拨款"
WIDER = (45, 135, 345, 415, 485)


def test_tables_of_the_same_rows_with_totals_of_their_own_are_no_rest() -> None:
    """收入总表 and 支出总表 of one page each: the titles stand on pages of their own, or in the grid."""
    assert read(sheet(("", LEFT, CODES, DOWN), ("", WIDER, TOTALLED, DOWN)), "sheet.pdf")[0].layout.spread == {}


@pytest.mark.parametrize("title", ["政府性基金预算支出表", ""])
def test_a_title_in_the_grid_or_at_the_foot_of_the_page_before_is_of_the_table(title: str) -> None:
    paper = Paper()
    paper.text(200, 90, "一般公共预算支出表", 14)
    page(paper, "", LEFT, CODES)
    if not title:
        paper.text(200, 700, "政府性基金预算支出表", 14)
    paper.new_page()
    across = (45, 145, 285)
    rows = [[title, ""], *PARTS[1:]] if title else PARTS
    rule(paper, across, DOWN, [(0, 0, 1, 2)] if title else [])
    write(paper, across, DOWN, rows)
    assert read(paper.save(), "sheet.pdf")[0].layout.spread == {}


def test_forms_of_one_title_with_the_same_labels_are_two() -> None:
    """Each page is a project's: 项目名称, 主管部门 … stand at the same heights on both."""
    labels = ["项目名称", "主管部门", "总体目标", "产出指标", "满意度指标"]
    forms = [[[label, f"{label}{form}"] for label in labels] for form in ("甲", "乙")]
    title = "部门专项业务经费绩效目标表"
    content = sheet((title, (45, 145, 285), forms[0], DOWN), (title, (45, 145, 345), forms[1], DOWN))
    assert read(content, "sheet.pdf")[0].layout.spread == {}


def test_a_page_that_heads_other_rows_alike_is_below_however_wide_its_columns_are() -> None:
    """Each page of some programs has columns as wide as its own words."""
    header = ["科目编码", "科目名称", "基本支出"]
    first = [
        header,
        ["", "合计", "117.25"],
        ["220", "自然资源海洋气象等支出", "110.25"],
        ["22001", "自然资源事务", "110.25"],
    ]
    below = [
        header,
        ["221", "住房保障支出", "7.00"],
        ["22102", "住房改革支出", "7.00"],
        ["2210201", "住房公积金", "7.00"],
    ]
    content = sheet(("一般公共预算支出表", LEFT, first, DOWN[:5]), ("", (45, 115, 300, 410), below, DOWN[:5]))
    assert read(content, "sheet.pdf")[0].layout.spread == {}
