"""Grids are joined over pages into tables, and no line is lost on the way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import BUDGET, CODED_HEADER, CODED_ROWS, Reading, caption, coded, tabs

TARGET_HEADER = ("一级指标", "二级指标", "三级指标", "目标值")
FORM = "表14\n\n部门整体支出绩效目标表\n\n单位：万元\n\n"


def _amounts(reading: Reading) -> list[object]:
    return reading.lines("organisation", "code", "measure", "amount_cny", "level", "row_role")


def test_page_with_title_and_header_repeated_continues_the_table() -> None:
    title = caption("一般公共预算支出表", 7)
    split = title + tabs([CODED_HEADER, *CODED_ROWS[:3]]) + "\n" + title + tabs([CODED_HEADER, *CODED_ROWS[3:]])
    assert _amounts(Reading(BUDGET + split)) == _amounts(Reading(BUDGET + coded()))
    assert len(Reading(BUDGET + split).rows("tables")) == 1


def test_page_without_title_continues_the_table_with_or_without_header() -> None:
    whole = _amounts(Reading(BUDGET + coded()))
    for header in ([], [CODED_HEADER]):
        page = tabs([*header, *CODED_ROWS[2:]])
        reading = Reading(BUDGET + coded(CODED_ROWS[:2]) + "\n\n" + page)
        assert _amounts(reading) == whole
        assert reading.one("tables")["row_count"] == 6 + len(header)


def test_blank_line_and_separator_inside_a_table_change_nothing() -> None:
    text = coded().replace("\n\t22002\t", "\n\n--\t---\t--\t--\n\t22002\t")
    assert _amounts(Reading(BUDGET + text)) == _amounts(Reading(BUDGET + coded()))


def test_another_title_starts_another_table() -> None:
    text = (
        coded()
        + "\n"
        + caption("政府性基金预算支出表", 8)
        + tabs([CODED_HEADER, ("区海洋观测局本级", "", "", "-", "-", "-")])
    )
    assert Reading(BUDGET + text).column("tables", "statement_kind") == [
        "budget_general_expenditure",
        "budget_government_fund",
    ]


def test_same_title_with_another_number_starts_another_table() -> None:
    row = [("单位名称", "观测局"), TARGET_HEADER, ("产出指标", "数量指标", "巡航", "3次")]
    text = FORM.replace("表14", "表14-1") + tabs(row) + "\n" + FORM.replace("表14", "表14-2") + tabs(row)
    assert Reading(BUDGET + text).column("tables", "title") == [
        "表14-1 部门整体支出绩效目标表",
        "表14-2 部门整体支出绩效目标表",
    ]


def test_form_with_the_same_title_and_its_own_name_is_another_form() -> None:
    form = "项目支出绩效目标表\n\n" + tabs(
        [("项目名称", "甲", "项目编码", "A7"), TARGET_HEADER, ("产出指标", "数量指标", "巡航", "3次")]
    )
    reading = Reading(BUDGET + form + "\n" + form.replace("甲", "乙"))
    assert reading.column("projects", "project_name") == ["甲", "乙"]


def test_heading_that_fell_out_of_the_grid_does_not_end_the_table() -> None:
    form = FORM + tabs([TARGET_HEADER, ("产出指标", "数量指标", "巡航", "3次")])
    reading = Reading(BUDGET + form + "\n效益指标\n\n" + tabs([("", "社会效益指标", "预警覆盖率", "95%")]))
    assert len(reading.rows("tables")) == 1
    assert reading.column("indicators", "dimension") == ["产出指标", "效益指标"]


def test_paragraph_between_grids_starts_an_unknown_table() -> None:
    text = coded() + "\n以下为观测站名录，供参考。\n\n" + tabs([("站名", "海拔"), ("东礁", "12")])
    reading = Reading(BUDGET + text)
    assert reading.column("tables", "statement_kind") == ["budget_general_expenditure", "unknown"]
    assert "unknown_statement" in reading.issues


def test_several_tables_on_one_page_keep_their_own_units() -> None:
    text = (
        coded(unit="元")
        + "\n"
        + caption("支出总表", 3, "亿元")
        + tabs([("预算单位", "支出总计", "基本支出", "项目支出"), ("区海洋观测局本级", "2", "1", "1")])
    )
    reading = Reading(BUDGET + text)
    assert reading.column("tables", "unit_applied") == ["元", "亿元"]


def test_every_printed_cell_is_kept_in_order() -> None:
    reading = Reading(BUDGET + coded())
    cells = reading.rows("cells")
    assert [cell["text"] for cell in cells] == [cell for row in (CODED_HEADER, *CODED_ROWS) for cell in row]
    assert cells[0]["line"] == BUDGET.count("\n") + coded().split(CODED_HEADER[0] + "\t")[0].count("\n") + 1


def test_note_under_a_table_belongs_to_it_and_not_to_the_next() -> None:
    text = (
        coded()
        + "\n注：本表金额单位转换时可能存在尾数误差。\n\n"
        + caption("支出总表", 3)
        + tabs([("预算单位", "支出总计"), ("区海洋观测局本级", "300")])
    )
    assert Reading(BUDGET + text).column("tables", "title") == ["表7 一般公共预算支出表", "表3 支出总表"]


@pytest.mark.parametrize(
    "furniture", ["12", "- 3 -", "第 3 页", "第3页 共9页", "一17一", "-12一", "![](page.png)", "Sheet3"]
)
def test_page_number_between_pages_does_not_end_a_table(furniture: str) -> None:
    text = coded(CODED_ROWS[:2]) + f"\n{furniture}\n\n" + tabs(CODED_ROWS[2:])
    assert _amounts(Reading(BUDGET + text)) == _amounts(Reading(BUDGET + coded()))


def test_page_number_printed_with_spaces_does_not_end_a_table() -> None:
    text = coded(CODED_ROWS[:2]) + "\n— 1 0 —\n\n" + tabs(CODED_ROWS[2:])
    assert _amounts(Reading(BUDGET + text)) == _amounts(Reading(BUDGET + coded()))


@pytest.mark.parametrize("title", ["表7\n\n一般公共预算支出表", "一般公共预算支出表", "表7", "续表", "单位：万元"])
def test_next_page_repeats_any_part_of_the_caption(title: str) -> None:
    text = coded(CODED_ROWS[:2]) + f"\n{title}\n\n" + tabs([CODED_HEADER, *CODED_ROWS[2:]])
    reading = Reading(BUDGET + text)
    assert reading.column("tables", "title") == ["表7 一般公共预算支出表"]
    assert _amounts(reading) == _amounts(Reading(BUDGET + coded()))


@pytest.mark.parametrize(
    "title",
    [
        "续：{}",
        "续表：{}",
        "续表1 {}",
        "接上页：{}",
        "{} 续表",
        "{}-续",
        "{}续1",
        "{}（续表）",
        "（接上页）{}",
        "表7（续）",
    ],
)
def test_a_title_that_says_that_it_goes_on_is_the_title_before(title: str) -> None:
    page = title.format("一般公共预算支出表") + "\n\n" + tabs([CODED_HEADER, *CODED_ROWS[3:]])
    reading = Reading(BUDGET + coded(CODED_ROWS[:3]) + "\n\n" + page)
    assert _amounts(reading) == _amounts(Reading(BUDGET + coded()))
    assert len(reading.rows("tables")) == 1


@pytest.mark.parametrize("over", ["", "单位：万元\n\n"])
def test_a_page_headed_like_a_list_of_units_goes_on_with_the_statement_of_that_header(over: str) -> None:
    header = [
        ("序号", "单位编码", "单位名称", "部门预算", "", ""),
        ("", "", "", "合计", "财政拨款", "事业收入"),
    ]
    rows = [
        (str(number), f"12500{number}", f"海洋{name}站", "3.00", "2.00", "1.00")
        for number, name in enumerate("甲乙丙丁", 1)
    ]
    first = caption("部门收入总表", 2, unit="万元") + tabs([*header, *rows[:2]])
    reading = Reading(BUDGET + first + "\n\n" + over + tabs([*header, *rows[2:]]))
    assert reading.column("tables", "statement_kind") == ["budget_income"]
    assert len(reading.lines("amount_cny", measure="total")) == len(rows)


def test_same_title_over_another_organisation_starts_another_table() -> None:
    page = "支出总表\n\n部门：{}\n\n" + tabs([("科目编码", "科目名称", "合计"), ("220", "海洋", "3")]) + "\n"
    reading = Reading(BUDGET + page.format("区海洋观测局") + page.format("区潮位观测站"))
    assert len(reading.rows("tables")) == 2


def test_another_header_without_a_caption_starts_another_table() -> None:
    follows = tabs([("因公出国（境）费", "公务接待费", "合计"), ("1", "2", "3")])
    reading = Reading(BUDGET + coded() + "\n\n" + follows)
    assert reading.column("tables", "statement_kind") == ["budget_general_expenditure", "budget_three_public"]
    assert reading.column("tables", "kind_basis") == ["title", "columns"]


def test_a_header_whose_second_row_is_on_the_next_page_is_one() -> None:
    first = ("科目", "", "合计", "基本支出", "项目支出")
    rest = [("支出功能分类编码", "支出功能分类名称", "", "", ""), ("220", "海洋支出", "3.00", "1.00", "2.00")]
    reading = Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs([first]) + "\n\n" + tabs(rest))
    assert reading.column("tables", "statement_kind") == ["budget_general_expenditure"]
    assert reading.lines("code", "measure", "value_as_printed") == [
        ("220", "total", "3.00"),
        ("220", "basic", "1.00"),
        ("220", "project", "2.00"),
    ]


def test_a_header_that_no_statement_has_is_not_read_by_the_columns_before() -> None:
    reading = Reading(BUDGET + coded() + "\n\n" + tabs([("观测站名称", "海拔", "备注"), ("东礁", "12", "30")]))
    assert reading.column("tables", "statement_kind") == ["budget_general_expenditure", "unknown"]


@pytest.mark.parametrize("kind", ["部门收入总表", "部门支出总表"])
def test_nor_is_one_of_words_that_nobody_knows(kind: str) -> None:
    first = tabs([("科目编码", "科目名称", "合计", "守望款", "其他收入"), ("205", "教育支出", "9.00", "6.00", "3.00")])
    rows = [("分类号", "分类称谓", "全计", "职工待遇", "运转费"), ("206", "科学支出", "9.00", "6.00", "3.00")]
    text = BUDGET + caption(kind) + first + "\n\n"
    assert len(Reading(text + tabs(rows)).rows("tables")) == 2
    assert len(Reading(text + tabs(rows[1:])).rows("tables")) == 1


def test_title_owner_and_unit_in_the_rows_of_a_grid_are_its_caption() -> None:
    rows = [("支出总表（预算表3）", "", ""), ("预算单位：区海洋观测局", "", "单位：万元")]
    reading = Reading(BUDGET + tabs([*rows, ("科目编码", "科目名称", "合计"), ("220", "海洋", "3")]))
    assert [reading.one("tables")[name] for name in ("statement_kind", "unit_applied")] == [
        "budget_expenditure",
        "万元",
    ]


def test_a_title_among_the_rows_of_a_grid_starts_another_table() -> None:
    header = [("科目编码", "科目名称", "合计"), ("220", "海洋", "3"), ("22001", "观测", "3"), ("2200101", "潮位", "3")]
    rows = [("支出总表", "", ""), *header, ("政府性基金预算支出表", "", ""), *header]
    reading = Reading(BUDGET + tabs(rows))
    assert reading.column("tables", "statement_kind") == ["budget_expenditure", "budget_government_fund"]


def test_a_title_below_the_one_row_of_a_table_in_the_grid_starts_another() -> None:
    header = ("科目编码", "科目名称", "合计")
    rows = [("支出总表", "", ""), header, ("220", "海洋", "3.00"), ("政府性基金预算支出表", "", ""), header]
    reading = Reading(BUDGET + tabs([*rows, ("220", "海洋", "3.00")]))
    assert reading.column("tables", "statement_kind") == ["budget_expenditure", "budget_government_fund"]


def test_labels_that_fell_out_in_pieces_do_not_end_a_form() -> None:
    form = FORM + tabs([TARGET_HEADER, ("产出指标", "数量指标", "巡航", "3次")])
    rest = tabs([("", "社会效益指标", "预警覆盖率", "95%")])
    reading = Reading(BUDGET + form + "\n绩\n\n效\n\n指\n\n标\n\n" + rest)
    assert len(reading.rows("tables")) == 1


def test_expenditure_that_only_columns_tell_is_not_counted_beside_a_titled_statement() -> None:
    told = "支出总表\n\n单位：元\n\n" + tabs([CODED_HEADER, *CODED_ROWS])
    header = ("科目编码", "科目名称", "合计", "基本支出", "项目支出", "事业收入")
    again = "\n具体科目如下，供参考。\n\n" + tabs([header, ("220", "海洋", "30", "10", "20", "0")])
    reading = Reading(BUDGET + told + again)
    assert reading.column("tables", "statement_kind") == ["budget_expenditure", "repeated_expenditure"]


@pytest.mark.parametrize("title", ["全市一般公共预算支出表", "地方政府债务余额情况表", "社会保险基金收支表"])
def test_a_table_of_a_government_is_told_to_be_outside(title: str) -> None:
    reading = Reading(BUDGET + f"{title}\n\n" + tabs([("项目", "预算数"), ("一、教育", "3")]))
    assert "out_of_scope" in reading.issues
    assert reading.column("ledger", "reason") == ["the table is no part of a body's budget or account"]


@pytest.mark.parametrize(
    "header",
    [
        ("科目编码", "科目名称", "合计", "基本支出", "项目支出", "结转下年"),
        ("科目编码", "科目名称", "合计", "财政拨款收入"),
    ],
)
def test_table_without_a_title_and_with_other_columns_is_another(header: tuple[str, ...]) -> None:
    first = ("科目编码", "科目名称", "合计", "财政拨款收入", "事业收入", "其他收入")
    row = ("205", "教育支出", "9.00", "9.00", "9.00", "9.00")
    text = caption("部门收入总表") + tabs([first, row]) + "\n单位：万元\n\n" + tabs([header, row[: len(header)]])
    assert len(Reading(BUDGET + text).rows("tables")) == 2


def test_the_rest_of_a_statement_that_is_not_known_as_that_leaves_its_sums_in_doubt() -> None:
    between = "说明另附。\n\n"
    reading = Reading(BUDGET + coded(CODED_ROWS[:4]) + "\n\n" + between + tabs(CODED_ROWS[4:]))
    assert reading.column("tables", "statement_kind") == ["budget_general_expenditure", "unknown"]
    assert set(reading.column("statement_lines", "reading_status", code="22002", measure="total")) == {"doubtful"}


def test_a_name_that_a_page_repeats_goes_on_where_a_row_without_money_is_the_first() -> None:
    header = "| 预算单位 | 项目名称 | 预算金额 | 其他资金 | 预算执行时间 |\n| --- | --- | --- | --- | --- |\n"
    pages = ("| 云山市水务局本级 |  | 9 | - |  |\n", "|  | 疏浚 | 3.37 | 0.00 |  |\n", "|  | 疏浚 | 1.58 | 0.01 |  |\n")
    reading = Reading(
        BUDGET + "部门预算绩效管理项目情况表\n\n单位：万元\n\n" + "\n".join(header + page for page in pages)
    )
    assert reading.column("projects", "approved_cny") == [Decimal("33700.00"), Decimal("15800.00")]
