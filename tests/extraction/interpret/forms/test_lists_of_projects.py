"""Lists of projects with indicators beside them, and forms whose targets have their parts in columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from synthetic import BUDGET, Reading, caption, tabs

HEADER = (
    ("单位编码", "单位（项目）名称", "资金总额", "绩效目标", "绩效指标", "", "", "", "", "", "", ""),
    ("", "", "", "", "一级指标", "二级指标", "三级指标", "指标值", "指标值内容", "度量单位", "指标值类型", "备注"),
)
UNIT = ("126001", "滨海市海洋局", "37.00", "", *[""] * 8)
FIRST = ("126001", "潮位观测", "30.00", "按时观测", "产出指标", "数量指标", "站点", "12", "布放站点", "个", "≥", "20")
BELOW = ("", "", "", "", "", "质量指标", "合格率", "95", "", "%", "≥", "10")
SECOND = ("126001", "浮标维护", "7.00", "按时维护", "效益指标", "社会效益指标", "服务渔民", "提升", "", "", "定性", "5")


def _reading(*rows: Sequence[str]) -> Reading:
    return Reading(BUDGET + caption("项目支出绩效目标表", 14, unit="万元") + tabs([*HEADER, *rows]))


def test_project_has_the_money_and_the_indicators_of_its_rows() -> None:
    reading = _reading(UNIT, FIRST, BELOW, SECOND)
    assert [(row["project_name"], row["approved_cny"]) for row in reading.rows("projects")] == [
        ("潮位观测", Decimal("300000.00")),
        ("浮标维护", Decimal("70000.00")),
    ]
    columns = ("project_name", "dimension", "aspect", "indicator_name", "target_value")
    assert [tuple(row[name] for name in columns) for row in reading.rows("indicators")] == [
        ("潮位观测", "产出指标", "数量指标", "站点", "≥12个"),
        ("潮位观测", "产出指标", "质量指标", "合格率", "≥95%"),
        ("浮标维护", "效益指标", "社会效益指标", "服务渔民", "提升"),
    ]


def test_money_of_a_project_is_told_by_its_plainest_name() -> None:
    rows = [
        ("单位名称", "项目名称", "项目资金", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"),
        ("滨海市海洋局", "潮位观测", "30.00", "产出指标", "数量指标", "站点", "≥", "12", "个"),
        ("", "浮标维护", "7.00", "产出指标", "质量指标", "合格率", "≥", "95", "%"),
    ]
    reading = Reading(BUDGET + caption("部门预算项目绩效目标表", 14, unit="万元") + tabs(rows))
    assert reading.lines("project_name", "amount_cny", "phase") == [
        ("潮位观测", Decimal("300000.00"), "approved"),
        ("浮标维护", Decimal("70000.00"), "approved"),
    ]
    assert "unmapped" not in reading.column("ledger", "disposition")


def test_no_number_of_a_list_is_without_a_meaning() -> None:
    assert "unmapped" not in _reading(UNIT, FIRST, BELOW, SECOND).column("ledger", "disposition")


def test_money_of_a_body_among_its_projects_is_their_total() -> None:
    reading = _reading(UNIT, FIRST, SECOND)
    assert reading.lines("project_name", "row_role", "amount_cny") == [
        (None, "total", Decimal("370000.00")),
        ("潮位观测", "leaf", Decimal("300000.00")),
        ("浮标维护", "leaf", Decimal("70000.00")),
    ]


def test_page_that_breaks_a_project_makes_no_second_one() -> None:
    again = (*FIRST[:4], "", "时效指标", "按时", "100", "", "%", "=", "10")
    reading = _reading(FIRST, *HEADER, again)
    assert len(reading.rows("projects")) == 1
    assert reading.column("indicators", "dimension") == ["产出指标", "产出指标"]


def test_target_in_three_columns_without_levels() -> None:
    form = [
        ("项目名称", "潮位观测", "", "主管部门", "滨海市海洋局", ""),
        ("当年预算", "120.00", "", "市级支出", "100.00", ""),
        ("", "", "", "补助区县", "20.00", ""),
        ("绩效指标", "指标名称", "指标性质", "指标值", "计量单位", "指标权重(%)"),
        ("", "站点", "≥", "27", "座", "20"),
    ]
    reading = Reading(BUDGET + caption("项目支出绩效目标表", 14, unit="万元") + tabs(form))
    assert reading.lines("row_label", "column_label", "amount_cny") == [
        ("潮位观测", "当年预算", Decimal("1200000.00")),
        ("潮位观测", "市级支出", Decimal("1000000.00")),
        ("潮位观测", "补助区县", Decimal("200000.00")),
    ]
    indicator = reading.one("indicators")
    assert (indicator["comparator"], indicator["target_number"], indicator["target_unit"]) == ("≥", 27, "座")
    assert "unmapped" not in reading.column("ledger", "disposition")


def test_label_with_a_unit_behind_its_colon_holds_money() -> None:
    form = [("项目名称", "潮位观测"), ("年度资金总额：（万元）", "90"), ("其中：财政拨款（万元）", "80")]
    reading = Reading(BUDGET + caption("项目支出绩效目标表", 14, unit="") + tabs(form))
    project = reading.one("projects")
    assert (project["approved_cny"], project["fiscal_appropriation_cny"]) == (Decimal(900000), Decimal(800000))


def test_next_form_without_a_title_is_another_project() -> None:
    form = [
        *(("项目名称", "潮位观测", "", ""), ("年度资金总额", "30", "", "")),
        *(("一级指标", "二级指标", "三级指标", "指标值"), ("产出指标", "数量指标", "站点", "≥12个")),
        *(("项目名称", "浮标维护", "", ""), ("年度资金总额", "7", "", "")),
        *(("一级指标", "二级指标", "三级指标", "指标值"), ("产出指标", "数量指标", "浮标", "≥3个")),
    ]
    reading = Reading(BUDGET + caption("项目支出绩效目标表", 14, unit="万元") + tabs(form))
    assert [row["project_name"] for row in reading.rows("projects")] == ["潮位观测", "浮标维护"]
    assert reading.column("indicators", "project_name") == ["潮位观测", "浮标维护"]


def test_form_of_another_department_is_that_departments() -> None:
    form = [
        *(("项目名称", "潮位观测", "", ""), ("主管部门", "126001滨海市水务局", "", ""), ("年度资金总额", "30", "", "")),
        *(("一级指标", "二级指标", "三级指标", "指标值"), ("产出指标", "数量指标", "站点", "≥12个")),
    ]
    reading = Reading(BUDGET + "表14\n\n项目支出绩效目标表\n\n单位：万元\n\n" + tabs(form))
    assert reading.column("projects", "organisation") == ["滨海市水务局"]
    assert reading.column("indicators", "organisation") == ["滨海市水务局"]
