"""Figures of the text that a table prints too are found by name, unit and time, and by nothing less."""

from __future__ import annotations

import pytest
from synthetic import FINAL_ACCOUNT, Reading, tabs

RESULTS = ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "未完成原因和改进措施")
ROW = ("", "产出指标", "数量指标", "举办潮汐科普活动场数", "≥8场", "12场", "")
SCORES = (
    ("评价指标", "", "", "", "", "", "指标说明", "评分标准", "自评得分"),
    ("一级指标", "", "二级指标", "", "三级指标", "", "", "", ""),
    ("名称", "分值", "名称", "分值", "名称", "分值", "", "", ""),
)


def _mentions(text: str, *rows: tuple[str, ...]) -> list[tuple[object, ...]]:
    form = "\n\n项目支出绩效自评表\n\n" + tabs([("项目名称", "潮位观测"), RESULTS, *(rows or (ROW,))])
    return _found(FINAL_ACCOUNT + text + form)


def _found(document: str) -> list[tuple[object, ...]]:
    rows = Reading(document).rows("mentions")
    return [(row["concerns"], row["value_as_printed"], f"{row['number'].normalize():f}") for row in rows]


@pytest.mark.parametrize(
    ("text", "concerns", "number"),
    [
        ("全年举办潮汐科普活动12场。", "actual", "12"),
        ("累计举办潮汐科普活动9 场，反响良好。", "actual", "9"),
        ("年初目标为举办潮汐科普活动6场。", "target", "6"),
        ("举办潮汐科普活动场数达到8场。", "target", "8"),
        ("全年举办潮汐科普活动8场。", "actual", "8"),
        ("2031年共有9场举办潮汐科普活动。", "actual", "9"),
    ],
)
def test_figure_beside_the_name_is_said_of_the_indicator(text: str, concerns: str, number: str) -> None:
    assert _mentions(text) == [(concerns, number, number)]


@pytest.mark.parametrize(
    "text",
    [
        "上半年举办潮汐科普活动5场。",
        "2030年举办潮汐科普活动5场。",
        "举办潮汐科普活动5次。",
        "举办潮汐科普活动约5场。",
        "举办潮汐科普活动5场以上。",
        "举办潮汐科普活动比上年多5场。",
        "科普活动5场。",
        "举办潮汐科普活动支出5万元。",
        "第一季度举办潮汐科普活动5场。",
    ],
)
def test_other_times_units_and_estimates_are_left(text: str) -> None:
    assert _mentions(text) == []


def test_name_of_two_indicators_is_said_of_neither() -> None:
    other = ("", "产出指标", "质量指标", "举办潮汐科普活动次数", "≥8场", "12场", "")
    assert _mentions("全年举办潮汐科普活动9场。", ROW, other) == []


def test_plan_and_evaluation_of_one_project_print_one_indicator() -> None:
    header = ("一级指标", "二级指标", "三级指标", "指标值", "指标解释")
    plan = tabs([("项目名称", "潮位观测"), header, (*ROW[1:5], "考察场数")])
    other = plan.replace("潮位观测", "海图编绘")
    text = "全年举办潮汐科普活动9场。\n\n项目支出绩效目标申报表\n\n"
    assert _mentions(text + plan) == [("actual", "9", "9")]
    assert _mentions(text + other) == []


def test_text_of_a_form_speaks_of_its_own_indicator() -> None:
    goal = ("年度目标", "本项目保障观测站正常运转，" * 5 + "保证5名观测值守退休人员待遇。")
    row = ("", "产出指标", "数量指标", "观测值守退休人员数量", "6人", "6人", "")
    form = "项目支出绩效自评表\n\n" + tabs([("项目名称", "潮位观测"), goal, RESULTS, row])
    mention = Reading(FINAL_ACCOUNT + form).one("mentions")
    assert (mention["value_as_printed"], mention["table_number"], mention["of_row_number"]) == ("5", 1, 4)


def _scored(text: str, rule: str, score: str, weight: str = "2") -> list[tuple[object, ...]]:
    leaf = ("决策", weight, "管理", weight, "潮位站控制率", weight, "说明", rule, score)
    table = "\n\n部门整体支出绩效评分表\n\n" + tabs([*SCORES, leaf, ("总分", "", "", "", "", "", "", "", score)])
    return _found(FINAL_ACCOUNT + text + table)


@pytest.mark.parametrize("text", ["经自评，我单位得分 1.5 分。", "综合评分为1.5分。", "自评总得分：1.5分。"])
def test_total_score_is_read_from_prose(text: str) -> None:
    assert _scored(text, "无", "2") == [("score", "1.5", "1.5")]


@pytest.mark.parametrize("text", ["公众满意度调查综合得分为 95.6 分。", "该项目自评得分95分。", "控制率得分2分。"])
def test_score_of_something_else_is_no_total(text: str) -> None:
    assert _scored(text, "无", "2") == []


@pytest.mark.parametrize(
    ("opening", "is_total"),
    [
        ("潮位观测：全年预算数10万元，执行数9万元，", False),
        ("海图编绘项目支出绩效自评综述：全年执行数9万元，", False),
        ("部门整体支出绩效自评综述：全年执行数9万元，", True),
        ("我单位全年执行数9万元，", True),
    ],
)
def test_score_of_a_project_is_not_that_of_its_body(opening: str, is_total: bool) -> None:
    form = "\n\n项目支出绩效自评表\n\n" + tabs([("项目名称", "潮位观测"), RESULTS, ROW]) + "\n\n"
    found = _scored(form + opening + "自评得分1.5分。", "无", "2")
    assert [row[1] for row in found if row[0] == "score"] == ["1.5"] * is_total


def test_score_that_a_body_gives_itself_may_be_another_where_others_scored_too() -> None:
    assert _scored("我单位自评得分1.5分，经复核得分2分。", "无", "2") == []


TIERS = "1.比率≤100%的，得2分；2.100%<比率≤120%的，得1分；3.比率>120%的，得0分。"


@pytest.mark.parametrize(("rate", "points"), [("100", "2"), ("110.5", "1"), ("120", "1"), ("121", "0")])
def test_tier_gives_the_points_of_the_stated_rate(rate: str, points: str) -> None:
    assert _scored(f"我局潮位站控制率为{rate}%。", TIERS, "2") == [("rule", rate, points)]


def test_tiers_without_numbers_keep_their_decimals() -> None:
    rule = "比率<2.5%的，得2分；2.5%≤比率≤10%的，得1分；比率>10%的，得0分。"
    assert _scored("潮位站控制率2.4%。", rule, "2") == [("rule", "2.4", "2")]
    assert _scored("潮位站控制率2.5%。", rule, "2") == [("rule", "2.5", "1")]


def test_full_score_times_a_rate() -> None:
    rule = "本指标得分=本指标满分分值×潮位站控制率 其中：潮位站控制率=实有数/核定数×100%"
    assert _scored("潮位站控制率 81.3%。", rule, "1.63") == [("rule", "81.3", "1.626")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("潮位站控制率为90%，又称潮位站控制率为110%。", TIERS),
        ("潮位站控制率为90%。", TIERS + "制度健全的，得1分。"),
        ("潮位站控制率为90%。", TIERS.replace("比率", "执行率")),
        ("潮位站控制率为90%。", "比率≤100%的，得1分；比率>100%的，得0分。"),
        ("潮位站控制率为130%。", "本指标得分=满分分值×潮位站控制率"),
        ("潮位站管理良好。", TIERS),
    ],
)
def test_rule_is_silent_where_a_doubt_is_left(text: str, rule: str) -> None:
    assert _scored(text, rule, "2") == []


def test_persons_that_a_project_is_named_after_are_those_that_its_indicator_counts() -> None:
    persons = ("", "产出指标", "数量指标", "聘请人员数", "≥17人", "", "")
    text = "27名潮位观测人员的工资426万元。\n\n配置27名潮位观测人员，2名海图编绘人员。"
    assert _mentions(text, persons) == [("target", "27", "27")]
    others = ("", "产出指标", "数量指标", "培训人员数", "≥10人", "", "")
    assert _mentions(text, persons, others) == []
