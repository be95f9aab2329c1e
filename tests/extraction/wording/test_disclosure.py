"""How a document shows what is to be disclosed: by tables, with amounts or without, and by its sentences."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, CODED_HEADER, FINAL_ACCOUNT, Reading, caption, coded, tabs

PERIODS = caption("政府性基金预算支出表") + tabs([CODED_HEADER, ("", "合计", "0.00", "", "")])


def _shown(text: str, item: str) -> dict[str, str]:
    return {row["shown_as"]: row["words"] for row in Reading(text).rows("disclosed_items", item=item)}


def test_a_table_with_amounts_shows_its_item() -> None:
    row = Reading(BUDGET + coded()).one("disclosed_items", shown_as="table")
    assert (row["item"], row["statement_kind"], row["table_number"]) == (
        "general_expenditure",
        "budget_general_expenditure",
        1,
    )


def test_a_table_of_zeros_is_empty_and_the_sentence_about_it_explains_why() -> None:
    text = BUDGET + "本部门收入9万元，其中政府性基金预算拨款收入0万元。\n\n本部门无政府性基金预算支出。\n\n" + PERIODS
    assert _shown(text, "government_fund") == {
        "empty_table": "表1 政府性基金预算支出表",
        "declared_empty": "本部门无政府性基金预算支出",
    }


def test_a_note_under_an_empty_table_explains_it() -> None:
    shown = _shown(BUDGET + PERIODS + "\n注：本表本年无发生额。\n", "government_fund")
    assert shown["declared_empty"] == "注：本表本年无发生额。"


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("本单位无政府性基金预算支出、国有资本经营预算支出。", "state_capital"),
        ("政府性基金预算支出3万元，无国有资本经营预算支出。", "state_capital"),
        ("2031年没有使用政府性基金预算拨款安排的支出。", "government_fund"),
        ("政府采购预算总额为0.00万元。", "procurement"),
        ("因公出国（境）费支出决算 0 万元。", "travel_groups"),
    ],
)
def test_a_sentence_says_that_there_is_none(sentence: str, item: str) -> None:
    assert list(_shown(BUDGET + sentence + "\n", item)) == ["declared_empty"]


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("政府性基金预算支出3万元，无国有资本经营预算支出。", "government_fund"),
        ("政府采购预算总额为10万元。", "procurement"),
        ("因公出国（境）费10元，公务接待费0元。", "travel_groups"),
    ],
)
def test_what_is_said_of_another_is_not_said_of_it(sentence: str, item: str) -> None:
    assert "declared_empty" not in _shown(BUDGET + sentence + "\n", item)


def test_the_heading_of_a_note_comes_before_a_sentence_that_names_it() -> None:
    text = BUDGET + "负责管理政府采购工作，承办培训。\n\n三、政府采购情况\n\n政府采购预算5万元。\n"
    assert _shown(text, "procurement") == {"stated": "三、政府采购情况"}


def test_the_contents_show_nothing() -> None:
    text = BUDGET + "目录\n\n第一部分 概况\n\n第二部分 名词解释\n\n第一部分 概况\n\n本部门负责海洋观测。\n"
    assert _shown(text, "terms") == {}
    assert _shown(text + "\n第二部分 名词解释\n\n观测：看海。\n", "terms") == {"stated": "第二部分名词解释"}


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("全年安排因公出国（境）团组2个、累计5人次。", "travellers"),
        ("公务用车保有量为3辆。", "vehicles"),
        ("国内公务接待12批次，80人。", "receptions"),
        ("发生国内接待1次，接待人数共13人。", "receptions"),
        ("收入总计较上年增加3万元。", "changes"),
        ("资产占用情况：房屋3处。", "assets"),
    ],
)
def test_a_sentence_states_a_note(sentence: str, item: str) -> None:
    assert list(_shown(FINAL_ACCOUNT + sentence + "\n", item)) == ["stated"]


@pytest.mark.parametrize(
    ("line", "is_left"),
    [
        ("附件：海洋观测局2031年度部门预算报表", True),
        ("各项收支详见附件部门预算公开表。", True),
        ("附件：海洋观测局2031年工作总结", False),
        ("预算表附后。", False),
    ],
)
def test_a_line_leaves_the_tables_to_another_file(line: str, is_left: bool) -> None:
    assert bool(_shown(BUDGET + "本部门负责海洋观测。\n\n" + line + "\n", "tables")) == is_left
