"""Statements are recognised by the words of their titles or headers, never by number."""

from __future__ import annotations

import pytest

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.locate.kinds import kind_of_header, recognise
from dagster_project.extraction.locate.titles import kind_of
from dagster_project.extraction.model.document import Grid, Prose, Row

TITLES = {
    "budget_balance": [
        "部门预算收支平衡表",
        "收支总表",
        "部门收支总体情况表",
        "表1 收支预算总表",
        "预算01-1表 财务收支预算总表",
        "部门综合预算收支总表",
    ],
    "budget_income": ["收入总表", "部门收入总体情况表", "二、2031年收入总表"],
    "budget_expenditure": ["支出总表", "支出预算总表", "部门预算支出总表"],
    "budget_basic": ["基本支出总表", "部门基本支出预算表"],
    "budget_project_summary": ["项目支出总表"],
    "budget_appropriation": ["政府预算拨款收支总表", "财政拨款收支总体情况表", "财政拨款预算收支总表"],
    "budget_general_expenditure": [
        "一般公共预算支出表（按功能分类）",
        "附表5 一般公共预算支出情况表",
        "表一一般公共预算支出表",
        "表5. 一般公共预算支出表",
        "附表1-5、一般公共预算支出表",
        "一般公共预算当年拨款情况表",
    ],
    "budget_general_basic": ["一般公共预算基本支出表", "一般公共预算基本支出情况表"],
    "budget_general_project": ["表3-2 一般公共预算项目支出预算表"],
    "budget_government_fund": ["政府性基金预算支出表", "表 十二 政府性基金预算支出表"],
    "budget_state_capital": ["国有资本经营预算支出表"],
    "budget_transfer": ["上级专项转移支付支出表"],
    "budget_procurement": ["政府采购项目支出表", "政府采购预算明细表"],
    "budget_three_public": ["一般公共预算“三公”经费支出表", "“三公”经费预算表", "“三公”经费公共预算财政拨款支出预算表"],
    "budget_appropriation_expenditure": [
        "财政拨款支出预算表（功能科目）",
        "公开05表：财政拨款支出预算表",
        "表2-1 财政拨款支出预算总表",
    ],
    "budget_appropriation_basic": ["财政拨款基本支出预算表（经济科目）"],
    "budget_operation": ["一般公共预算机关运行经费支出预算表"],
    "budget_projects": ["部门预算绩效管理项目情况表"],
    "key_projects": ["部门重点项目绩效目标表", "重点项目预算绩效情况表"],
    "unit_targets": ["部门（单位）整体支出绩效目标申报表", "部门整体支出绩效目标表"],
    "project_targets": ["二级项目支出绩效目标申报表", "项目支出绩效目标表"],
    "final_balance": [
        "收入支出决算总表",
        "公开01表 收入支出决算总表",
        "部门决算收支总表",
        "GK01 收入支出决算总表",
        "财决公开01表 收入支出决算总表",
        "2031年度部门收入支出决算总表",
    ],
    "final_income": ["收入决算表"],
    "final_expenditure": ["支出决算表"],
    "final_appropriation": ["财政拨款收入支出决算总表"],
    "final_general_expenditure": ["一般公共预算财政拨款支出决算表", "一般公共预算财政拨款支出决算具体情况表"],
    "final_general_basic": ["一般公共预算财政拨款基本支出决算明细表", "一般公共预算基本支出决算表"],
    "final_three_public": ["一般公共预算财政拨款“三公”经费支出决算表", "“三公”经费及机关运行经费支出决算表"],
    "final_government_fund": ["政府性基金预算财政拨款收入支出决算表", "政府性基金预算支出决算表"],
    "final_state_capital": ["国有资本经营预算财政拨款支出决算表", "国有资本经营预算支出决算表"],
    "project_self_evaluation": ["项目支出绩效自评表"],
    "transfer_self_evaluation": ["海岛补助支出绩效目标自评表"],
    "investment_self_evaluation": ["观测塔（一期）项目绩效情况表"],
    "unit_self_evaluation": ["部门整体支出绩效目标完成情况自评表"],
    "performance_scores": ["部门整体支出绩效评分表"],
    "budget_economic": ["2031年支出预算分类汇总表（按部门预算经济分类）", "支出总体情况表（政府预算经济分类）"],
    "budget_general_economic": [
        "一般公共预算支出经济分类情况表",
        "表6 2031年部门综合预算一般公共预算支出明细表（按支出经济分类科目-不含上年结转）",
    ],
    "budget_appropriation_economic": ["财政拨款支出预算明细表（按经济科目分类）"],
    "budget_government_fund_economic": ["政府性基金预算支出分类汇总表（按政府预算经济分类）"],
    "budget_project_economic": ["项目支出明细表（按经济分类）"],
    "budget_general_project_economic": ["一般公共预算项目支出情况表（按经济分类科目）"],
    "budget_basic_function": ["部门基本支出明细表（按功能分类）"],
    "budget_general_basic_function": ["一般公共预算基本支出明细表（按支出功能分类科目）"],
    "budget_part_basic": ["政府性基金预算基本支出表"],
    "budget_part_projects": ["政府性基金预算项目支出表", "国有资本经营预算项目支出预算表"],
    "budget_special_account": ["财政专户管理资金预算支出表"],
    "budget_part_balance": ["表9 政府性基金收支表（不含上年结转）", "国有资本经营预算收支总体情况表"],
    "budget_part_income": ["一般公共预算收入表"],
    "budget_carried_over": ["2031年部门综合预算财政拨款上年结转资金支出表"],
    "budget_services": ["部门政府购买服务预算表"],
    "budget_government_fund_three_public": ["政府性基金预算“三公”经费支出预算表"],
    "final_economic": ["支出决算明细表（按经济分类）"],
    "final_general_economic": ["一般公共预算财政拨款支出决算明细表（经济分类）"],
    "final_appropriation_expenditure": ["财政拨款支出决算明细表"],
    "final_part_basic": ["基本支出决算明细表"],
    "final_basic_function": ["一般公共预算财政拨款基本支出决算表（功能分类）"],
    "final_part_projects": ["项目支出决算明细表"],
    "final_special_account": ["财政专户管理资金收入支出决算表"],
    "budget_other_funds": ["单位资金支出预算表", "2031年事业收入资金支出表"],
    "final_part_income": ["财政拨款收入决算表"],
    "final_operation": ["机关运行经费支出决算表"],
    "final_procurement": ["政府采购决算情况表"],
    "government_budget": [
        "一般公共预算收支平衡表",
        "龙海市2031年全市一般公共预算支出执行情况表",
        "全省政府性基金收入预算表",
    ],
    "budget_basic_part": ["人员经费支出预算表", "基本支出预算表——公用经费（商品和服务支出）", "公用经费支出决算表"],
    "budget_general_basic_part": ["一般公共预算基本支出表--人员经费（工资福利支出）（按政府预算经济分类）"],
    "government_debt": ["地方政府一般债务余额情况表"],
    "social_insurance": ["社会保险基金收支预算表"],
    "assets": ["国有资产占有使用情况表", "新增资产配置预算表"],
    "budget_meetings": ["培训费明细表", "2031年会议费预算表"],
    "heads": ["部门人员情况表"],
    "fees": ["非税收入征收计划表"],
}


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind, titles in TITLES.items() for title in titles])
def test_title_tells_the_kind(kind: str, title: str) -> None:
    assert kind_of(title) == kind


def test_bureau_of_a_region_is_no_region() -> None:
    assert kind_of("龙海市财政局2031年一般公共预算支出预算表") == "budget_general_expenditure"
    assert kind_of("龙海市统计局预算收支总表") == "budget_balance"
    assert kind_of("龙海市本级2031年一般公共预算支出预算表") == "government_budget"


def test_spaces_inside_a_title_do_not_matter() -> None:
    assert kind_of("支 出 总 表") == "budget_expenditure"


@pytest.mark.parametrize("line", ["", "第三部分 支出", "支出总表见下", "本表为收支总表的补充说明", "观测站一览表"])
def test_other_lines_are_no_title(line: str) -> None:
    assert kind_of(line) is None


def test_every_kind_with_a_title_is_tested() -> None:
    assert set(TITLES) == {key for key, kind in knowledge().kinds.items() if kind.titles or kind.says}


def _grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(tuple(Row(index, row) for index, row in enumerate(rows, 10)))


def test_number_and_title_stand_on_two_lines_in_either_order() -> None:
    grid = _grid(("项目", "金额"))
    for lines in (["表3", "支出总表"], ["支出总表", "表3"], ["支出总表", "表3", "单位：万元"]):
        title = recognise([Prose(index, line) for index, line in enumerate(lines, 1)], grid)
        assert title is not None
        assert (title.kind, title.text) == ("budget_expenditure", "表3 支出总表")


def test_title_in_the_first_row_of_the_grid_is_a_title() -> None:
    title = recognise([], _grid(("", "支出决算表", ""), ("项目", "合计", "金额")))
    assert title is not None
    assert title.kind == "final_expenditure"


def test_nearest_title_wins() -> None:
    title = recognise([Prose(1, "收入总表"), Prose(2, "支出总表")], _grid(("项目", "金额")))
    assert title is not None
    assert title.kind == "budget_expenditure"


def test_header_tells_the_kind_where_no_title_is_printed() -> None:
    title = recognise([Prose(1, "重点项目如下：")], _grid(("项目名称", "预算数（万元）", "绩效目标")))
    assert title is not None
    assert (title.kind, title.words) == ("key_projects", "重点项目如下")


def test_header_tells_the_kind_below_a_heading_in_the_grid() -> None:
    title = recognise([], _grid(("重点项目如下：", ""), ("项目名称", "预算数（万元）", "绩效目标")))
    assert title is not None
    assert title.kind == "key_projects"


def test_numbered_table_without_a_known_title_is_unknown() -> None:
    title = recognise([Prose(1, "表16")], _grid(("事项", "内容")))
    assert title is not None
    assert title.kind == "unknown"


def test_grid_without_evidence_has_no_title() -> None:
    assert recognise([Prose(1, "以下略。")], _grid(("事项", "内容"))) is None


def test_long_paragraph_over_a_grid_hides_titles_above_it() -> None:
    caption = [Prose(1, "支出总表"), Prose(2, "观测站一览" * 20)]
    assert recognise(caption, _grid(("事项", "内容"))) is None


def test_a_list_of_units_is_told_by_its_header() -> None:
    assert kind_of_header(("序号", "预算单位名称")) == "unit_list"
    assert kind_of_header(("序号", "项目名称")) is None
