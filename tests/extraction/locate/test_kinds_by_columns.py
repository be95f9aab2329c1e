"""A table that no known title stands over is told by its header, its rows and its codes."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading, caption, tabs

from dagster_project.extraction.locate.columns import by_codes, header_of, is_list_of_projects, said_by_columns
from dagster_project.extraction.locate.kinds import recognise
from dagster_project.extraction.model.document import Grid, Prose, Row
from dagster_project.extraction.vocabulary import By, Fund, KindBasis

CODES = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
FUNCTION = (("220", "自然资源海洋气象等支出", "30", "10", "20"), ("22001", "自然资源事务", "30", "10", "20"))
ECONOMIC = (("301", "工资福利支出", "30", "10", "20"), ("30101", "基本工资", "30", "10", "20"))
Cells = tuple[str, ...]
TABLES: dict[str, tuple[Cells, ...]] = {
    "repeated_expenditure": (CODES, *FUNCTION),
    "budget_economic": (CODES, *ECONOMIC),
    "budget_general_expenditure": (("科目编码", "科目名称", "一般公共预算", "", ""), ("", "", *CODES[2:]), *FUNCTION),
    "budget_basic": (("科目编码", "科目名称", "合计", "人员经费", "公用经费"), *ECONOMIC),
    "budget_balance": (
        ("收入", "", "支出", ""),
        ("项目", "金额", "项目", "金额"),
        ("一、事业收入", "3", "一、教育", "3"),
    ),
    "budget_income": (("单位名称", "合计", "财政拨款", "事业收入", "其他收入"), ("观测局", "3", "1", "1", "1")),
    "budget_three_public": (("项目", "本年预算数"), ("合计", "3"), ("因公出国（境）费用", "1"), ("公务接待费", "2")),
    "budget_procurement": (("采购项目", "采购品目", "数量", "预算金额"), ("潮位仪", "A02", "3", "30")),
    "budget_projects": (("项目名称", "金额", "其中：财政拨款", "绩效目标"), ("潮位观测", "30", "30", "观测")),
    "budget_project_summary": (("单位名称", "项目名称", "总计"), ("观测局", "潮位观测", "30")),
    "heads": (("单位名称", "编制人数", "实有人数"), ("观测局", "30", "28")),
}


def _rows(*rows: Cells) -> tuple[Row, ...]:
    return tuple(Row(index, row) for index, row in enumerate(rows, 10))


def _grid(*rows: Cells) -> Grid:
    return Grid(_rows(*rows))


@pytest.mark.parametrize("kind", TABLES)
def test_columns_and_rows_tell_the_kind(kind: str) -> None:
    title = recognise([Prose(1, "具体安排如下：")], _grid(*TABLES[kind]))
    assert title is not None
    assert (title.kind, title.basis) == (kind, KindBasis.COLUMNS)


def test_the_words_over_a_table_tell_the_fund_that_its_columns_leave_open() -> None:
    title = recognise([Prose(1, "一般公共预算拨款支出按科目列示如下：")], _grid(CODES, *FUNCTION))
    assert title is not None
    assert title.kind == "budget_general_expenditure"


def test_a_title_is_believed_before_columns() -> None:
    title = recognise([Prose(1, "政府性基金预算支出表")], _grid(CODES, *FUNCTION))
    assert title is not None
    assert (title.kind, title.basis) == ("budget_government_fund", KindBasis.TITLE)


def test_codes_tell_the_classification_that_a_title_leaves_open() -> None:
    title = recognise([Prose(1, "一般公共预算支出表")], _grid(CODES, *ECONOMIC))
    assert title is not None
    assert title.kind == "budget_general_economic"


def test_a_list_of_projects_under_the_title_of_a_form_is_a_list() -> None:
    rows = TABLES["budget_projects"]
    title = recognise([Prose(1, "项目支出绩效目标表")], _grid(*rows))
    assert title is not None
    assert title.kind == "budget_projects"
    assert not is_list_of_projects(_grid(("项目名称", "预算准备金", "项目编码", "7"), ("项目总金额", "3", "", "")))


def test_projects_beside_their_indicators_stay_what_the_title_says() -> None:
    header = ("项目名称", "预算金额", "一级指标", "二级指标", "三级指标", "指标值")
    rows = (header, ("甲项目", "20.00", "产出指标", "数量指标", "检查次数", "≥12次"))
    title = recognise([Prose(1, "项目支出绩效目标表")], _grid(*rows))
    assert title is not None
    assert title.kind == "project_targets"


def test_codes_and_a_total_make_an_expenditure_whatever_stands_beside_them() -> None:
    header = ("编码", "单位及科目", "总额", "人员类", "日常类", "专门类")
    said = said_by_columns(_grid(header, *((*row, "0") for row in FUNCTION)))
    assert said is not None
    assert (said.subject, said.by) == ("expenditure", By.FUNCTION)


@pytest.mark.parametrize("rows", [(("站名", "海拔"), ("东礁", "12")), (("12", "13"), ("14", "15")), (("", "礁"),)])
def test_columns_that_say_nothing_tell_no_kind(rows: tuple[Cells, ...]) -> None:
    assert said_by_columns(_grid(*rows)) is None


def test_header_ends_before_the_first_number() -> None:
    rows = [Row(index, cells) for index, cells in enumerate((CODES, *FUNCTION), 1)]
    assert header_of(rows) == rows[:1]
    assert header_of(rows[1:]) == []


def test_years_and_amounts_are_no_codes() -> None:
    assert by_codes(_rows(("2031年预算", "3"), ("300.00", "4"), ("300,000", "5"))) is None
    assert by_codes(_rows(("[301]工资福利支出", "3"), ("[30101]基本工资", "3"))) is By.ECONOMIC
    assert by_codes(_rows(("1", "201", "3"), ("2", "20101", "3"))) is By.FUNCTION


def test_funds_set_side_by_side_are_the_appropriations() -> None:
    said = said_by_columns(_grid((*CODES[:3], "一般公共预算", "政府性基金预算"), *FUNCTION))
    assert said is not None
    assert said.fund == Fund.FISCAL_APPROPRIATION


def test_what_told_the_kind_is_published() -> None:
    text = "支出总表\n\n" + tabs([CODES, *FUNCTION]) + "\n以下供参考。\n\n" + tabs([CODES, *FUNCTION])
    assert Reading(BUDGET + text).column("tables", "kind_basis") == ["title", "columns"]


def test_money_by_economic_codes_is_what_is_spent() -> None:
    header = ("科目编码", "科目名称", "合计", "财政拨款", "单位资金")
    said = said_by_columns(_grid(header, *ECONOMIC))
    assert said is not None
    assert (said.subject, said.by) == ("expenditure", By.ECONOMIC)
    income = said_by_columns(_grid(header, *FUNCTION))
    assert income is not None
    assert income.subject == "income"


def test_projects_beside_income_are_a_side_of_a_balance() -> None:
    grid = _grid(
        ("收入", "", "支出", "", "", ""),
        ("项目名称", "金额", "功能分类", "", "支出用途", ""),
        ("", "", "科目名称", "金额", "项目名称", "金额"),
        ("一、财政拨款", "3", "一、教育支出", "3", "一、基本支出", "3"),
    )
    title = recognise([], grid)
    assert title is not None
    assert title.kind == "budget_balance"


def test_items_of_income_beside_items_of_expenditure_are_a_balance() -> None:
    header = ("收入项目", "金额", "支出项目", "金额")
    title = recognise([Prose(1, "2031年度收支情况")], _grid(header, ("事业收入", "3", "教育支出", "3")))
    assert title is not None
    assert title.kind == "budget_balance"


def test_sides_one_under_the_other_are_a_balance() -> None:
    rows = (("项目", "预算数"), ("一、财政拨款收入", "3"), ("收入总计", "3"), ("一、教育支出", "3"), ("支出总计", "3"))
    title = recognise([], _grid(*rows))
    assert title is not None
    assert title.kind == "budget_balance"


@pytest.mark.parametrize("amount", ["年度预算金额", "2031年预算数", "本年预算"])
def test_the_year_of_its_amounts_heads_a_list_of_projects(amount: str) -> None:
    rows = [("项目名称", amount, "绩效目标"), ("灯塔修缮", "20.00", "修好"), ("海图测绘", "9.00", "画好")]
    reading = Reading(BUDGET + caption("项目支出绩效表", 10) + tabs(rows))
    assert reading.column("projects", "project_name") == ["灯塔修缮", "海图测绘"]
