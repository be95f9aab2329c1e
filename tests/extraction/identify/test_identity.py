"""Issuer, kind, scope, year and phase of a document come from its own words, each with its evidence."""

from __future__ import annotations

import pytest
from synthetic import DEPARTMENT, Reading, caption, coded, tabs

TABLE = caption("支出总表", 3) + tabs([("预算单位", "支出总计"), ("区海洋观测局本级", "3")])
FORM = tabs([("一级指标", "二级指标", "三级指标", "指标值"), ("产出指标", "数量指标", "布放浮标数", "12个")])


def _identity(text: str) -> tuple[object, ...]:
    document = Reading(text).document
    return tuple(
        document[name] for name in ("organisation", "region_code", "document_kind", "document_scope", "fiscal_year")
    )


@pytest.mark.parametrize(
    ("title", "kind", "scope"),
    [
        ("深圳市龙岗区海洋观测局 2031 年部门预算", "budget", "department"),
        ("2031年深圳市龙岗区海洋观测局部门预算", "budget", "department"),
        ("2031 年度深圳市龙岗区海洋观测局单位预算", "budget", "unit"),
        ("深圳市龙岗区海洋观测局2031年部门预算及所属单位预算", "budget", "department"),
        ("深圳市龙岗区海洋观测局2031年度部门决算", "final_account", "department"),
        ("深圳市龙岗区海洋观测局2031年度单位决算公开", "final_account", "unit"),
        ("深圳市龙岗区海洋观测局2031年度部门整体支出绩效自评报告", "performance_evaluation", "department"),
    ],
)
def test_title_tells_issuer_kind_scope_and_year(title: str, kind: str, scope: str) -> None:
    assert _identity(f"\n\n{title}\n\n目录\n\n{TABLE}") == (DEPARTMENT, "440307", kind, scope, 2031)


def test_own_level_in_the_issuer_makes_a_unit_document() -> None:
    text = f"{DEPARTMENT}（本级） 2031年部门预算\n\n{TABLE}"
    assert _identity(text) == (f"{DEPARTMENT}本级", "440307", "budget", "unit", 2031)


def test_issuer_stands_beside_its_label_where_the_title_has_none() -> None:
    text = f"部门整体绩效评价报告\n\n部门名称（公章）：{DEPARTMENT}（本级）\n\n2031年预算执行情况\n"
    assert _identity(text) == (f"{DEPARTMENT}本级", "440307", "performance_evaluation", "unit", 2031)


def test_issuer_of_a_document_of_forms_is_the_one_most_forms_name() -> None:
    def form(name: str) -> str:
        return f"项目支出绩效目标表\n\n{tabs([('项目名称', '甲', '预算年度', '2031'), ('申请单位', name)])}{FORM}\n"

    text = form("东礁观测站") + form(DEPARTMENT) + form(DEPARTMENT)
    assert _identity(text) == (DEPARTMENT, "440307", "performance_targets", "department", 2031)


def test_evidence_names_words_and_line() -> None:
    document = Reading(f"\n\n{DEPARTMENT} 2031年部门预算\n\n{TABLE}").document
    for what in ("issuer", "region", "kind", "fiscal_year"):
        assert document[f"{what}_evidence_line"] == 3
        assert "海洋观测局" in document[f"{what}_evidence"]
    assert document["phases"] == "approved"


@pytest.mark.parametrize(
    "decoys",
    [
        "依据深财〔2029〕12号、深财[2029]13号、深财（2029）14号\n\n另见深财〔2029〕15号\n",
        "规划期2026-2030年\n\n2026年至2030年规划\n\n2026—2030年\n",
        "会议于2029年3月4日召开\n\n2029年5月6日印发\n",
        "项目编码 440304202907150120290001\n\n440304202907150120290002\n",
    ],
)
def test_decoy_years_do_not_vote(decoys: str) -> None:
    text = f"部门整体绩效评价报告\n\n单位名称：{DEPARTMENT}\n\n{decoys}\n我局2031年完成观测\n"
    assert _identity(text)[-1] == 2031


def test_year_most_lines_speak_of_is_the_year() -> None:
    text = f"部门整体绩效评价报告\n\n单位名称：{DEPARTMENT}\n\n2031年预算\n\n比2030年增加\n\n2031年末\n"
    document = Reading(text).document
    assert document["fiscal_year"] == 2031
    assert document["fiscal_year_evidence_line"] == 5


def test_tied_years_are_no_evidence() -> None:
    reading = Reading(f"部门整体绩效评价报告\n\n单位名称：{DEPARTMENT}\n\n2031年预算\n\n2030年末\n")
    assert reading.document["fiscal_year"] is None
    assert "year_unknown" in reading.issues


def test_year_in_the_title_beats_more_frequent_years() -> None:
    assert _identity(f"{DEPARTMENT} 2031年部门预算\n\n" + "2030年完成观测\n\n" * 9 + TABLE)[-1] == 2031


def test_project_code_is_no_region() -> None:
    form = tabs([("项目编码", "440304231071501005005", "项目名称", "甲"), ("申请单位", "东礁观测站")])
    document = Reading(f"项目支出绩效目标表\n\n{form}{FORM}").document
    assert (document["organisation"], document["region_code"]) == ("东礁观测站", None)


def test_kind_follows_from_the_tables_where_no_title_tells() -> None:
    text = f"部门名称：{DEPARTMENT}\n\n公开03表\n\n支出决算表\n\n" + tabs(
        [("科目编码", "科目名称", "合计"), ("201", "甲", "3")]
    )
    assert _identity(text)[2] == "final_account"


def test_document_of_one_unit_self_evaluation_is_a_performance_evaluation() -> None:
    rows = [
        ("单位名称", DEPARTMENT, "预算年度", "2031"),
        ("任务名称", "主要内容", "预算数（元）"),
        ("潮位观测", "", "5"),
    ]
    reading = Reading("部门整体支出绩效自评表\n\n" + tabs(rows))
    assert reading.document["document_kind"] == "performance_evaluation"


@pytest.mark.parametrize("value", ["二〇三一", "项目名称", "12月", "5人", "≥20", "1,000"])
def test_cell_beside_the_label_of_the_year_may_be_anything(value: str) -> None:
    text = f"项目支出绩效目标表\n\n{tabs([('预算年度', value), ('项目名称', '甲')])}{FORM}"
    assert Reading(text).document["fiscal_year"] is None


def test_column_of_years_is_no_label_of_the_year() -> None:
    text = f"{TABLE}\n汇总如下。\n\n" + tabs([("预算年度", "项目名称", "金额"), ("2031", "甲", "5")])
    assert Reading(text).document["fiscal_year"] is None


def test_what_has_no_evidence_has_no_value() -> None:
    reading = Reading("表7\n\n一般公共预算支出表\n\n" + coded().split("单位：万元\n\n")[1])
    document = reading.document
    assert [document[name] for name in ("organisation", "region_code", "fiscal_year")] == [None, None, None]
    assert {"issuer_unknown", "year_unknown"} <= reading.issues


def test_other_text_is_no_budget_document() -> None:
    reading = Reading("观测站轮班安排\n\n甲班周一，乙班周二。\n\n" + tabs([("站名", "海拔"), ("东礁", "12")]))
    assert reading.document["document_kind"] is None
    assert reading.one("issues", code="not_a_budget_document")["severity"] == "error"
    assert reading.column("ledger", "disposition") == ["unmapped"]
