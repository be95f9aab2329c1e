"""What a document is: the title of a disclosure, or one of the texts that are no department's and no unit's."""

from __future__ import annotations

import pytest
from synthetic import DEPARTMENT, Reading, caption, tabs

TABLE = caption("支出总表", 3) + tabs([("预算单位", "支出总计"), ("区海洋观测局本级", "3")])


def _kind(text: str) -> str | None:
    kind: str | None = Reading(text).document["document_kind"]
    return kind


@pytest.mark.parametrize(
    "title",
    [
        "深圳市龙岗区2031年政府预算公开",
        "关于深圳市2030年预算执行情况和2031年预算草案的报告",
        "深圳市财政局关于2031年预算草案的报告",
        "2030年深圳市市本级财政决算",
        "2030年度龙岗区财政总决算",
        "2031年全市一般公共预算支出表",
    ],
)
def test_budget_of_a_government_is_told_and_nothing_is_read_from_it(title: str) -> None:
    reading = Reading(f"{title}\n\n{TABLE}")
    assert reading.document["document_kind"] == "government_budget"
    assert [reading.document[name] for name in ("document_scope", "phases")] == [None, None]
    assert reading.one("issues", code="out_of_scope")["severity"] == "warning"
    assert "unknown_statement" not in reading.issues
    assert reading.rows("statement_lines") == []
    assert {row["reason"] for row in reading.rows("ledger")} == {"the document is no department's or unit's"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (f"{DEPARTMENT}2031年部门综合预算", "budget"),
        ("龙岗区龙岗镇人民政府2031年部门预算", "budget"),
        (f"{DEPARTMENT}2031年部门预算（政府预算经济分类）", "budget"),
        (f"{DEPARTMENT}2031年部门预算及绩效目标公开", "budget"),
        ("2031年部门预算项目支出绩效目标表", "performance_targets"),
        ("2031年度潮位观测专项\n资金绩效评价结果", "performance_evaluation"),
        (f"{DEPARTMENT}2031年部门预算项目\n支出绩效评价报告", "performance_evaluation"),
        (f"{DEPARTMENT}2030年度部门决算及绩效自评公开", "final_account"),
    ],
)
def test_words_of_a_title_tell_the_kind(title: str, kind: str) -> None:
    assert _kind(f"{title}\n\n目录\n\n{TABLE}") == kind


@pytest.mark.parametrize(
    "text",
    [
        "关于下达2031年潮位观测资金\n\n的通知\n\n市海洋观测局：\n\n现下达资金5万元。\n",
        "关于印发《龙岗区部门预算管理办法》的通知\n\n各单位：\n\n请执行。\n",
        "深圳市海洋观测局2031年度\n\n法治政府建设报告\n\n一、主要工作\n",
        "深圳市人民政府公报\n\n第2期\n",
    ],
)
def test_notice_or_report_of_an_office_is_told(text: str) -> None:
    reading = Reading(text)
    assert reading.document["document_kind"] == "notice"
    assert "out_of_scope" in reading.issues


def test_notice_over_the_tables_of_a_budget_is_that_budget() -> None:
    assert _kind(f"关于公开{DEPARTMENT}2031年部门预算的通知\n\n{TABLE}") == "budget"


def test_table_by_which_a_notice_allots_money_makes_it_no_budget() -> None:
    assert _kind(f"关于下达2031年潮位观测资金的通知\n\n市海洋观测局：\n\n附件\n\n{TABLE}") == "notice"


@pytest.mark.parametrize(
    "text",
    [
        f"{DEPARTMENT}2031年部门预算\n\n详见附件。\n",
        f"{DEPARTMENT}2031年部门预算公开\n\n附件下载：\n",
        "甲局2031年部门预算\n\n乙局2031年部门预算\n\n甲局2030年部门决算\n",
    ],
)
def test_page_that_only_points_to_documents_is_told(text: str) -> None:
    reading = Reading(text)
    assert reading.document["document_kind"] == "budget_announcement"
    assert "out_of_scope" in reading.issues


def test_budget_in_prose_whose_tables_are_an_attachment_is_a_budget() -> None:
    assert _kind(f"{DEPARTMENT}2031年部门预算\n\n2031年支出预算500.5万元。\n\n附件\n") == "budget"


@pytest.mark.parametrize(
    "text",
    [
        "市海洋观测局召开预算绩效管理培训会\n\n会议指出，要用好预算资金。\n",
        "部门预算项目包括潮位观测、岸线巡查、浮标维护等。\n\n今天花了100元。\n",
    ],
)
def test_words_of_an_article_are_no_title(text: str) -> None:
    assert _kind(text) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("临海县2031年一般公共预算收支情况", None),
        ("临海县2031年上半年公共财政预算支出情况", None),
        ("临海县2031年一般公共预算支出预算情况", "budget"),
        ("临海县2031年一般公共预算“三公”经费预算情况", "budget"),
    ],
)
def test_the_name_of_a_fund_is_no_budget(title: str, kind: str | None) -> None:
    assert _kind(f"{title}\n\n支出完成500.5万元。\n") == kind


def test_heading_within_the_text_is_no_title_where_the_cover_has_one() -> None:
    text = f"一、预算资金安排\n\n2031年度潮位观测专项绩效评价结果\n\n单位名称：{DEPARTMENT}\n"
    assert _kind(text) == "performance_evaluation"
