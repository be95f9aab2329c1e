"""The phase of a figure: the words of its column, then a note, a stated amount, last the kind of document."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, FINAL_ACCOUNT, Reading, caption, tabs

THREE = "一般公共预算财政拨款“三公”经费支出决算表"
HEADER = (("预算数", "", "决算数", ""), ("合计", "公务接待费", "合计", "公务接待费"))


def _phases(text: str, measure: str = "total") -> list[tuple[object, ...]]:
    return Reading(text).lines("phase", measure=measure)


def _three_public(note: str = "", prose: str = "", kind: str = FINAL_ACCOUNT) -> list[tuple[object, ...]]:
    text = kind + prose + "\n\n" + caption(THREE, 7) + tabs([*HEADER, ("9.00", "9.00", "5.00", "5.00")])
    return Reading(text + f"\n{note}\n").lines("phase", "phase_evidence", measure="total")


@pytest.mark.parametrize(
    ("label", "phase"),
    [
        ("年初预算数", "approved"),
        ("2031年年初预算", "approved"),
        ("全年预算数", "revised"),
        ("调整后预算数", "revised"),
        ("调整预算数", "revised"),
        ("决算数", "executed"),
        ("全年执行数", "executed"),
    ],
)
def test_words_of_the_column_decide(label: str, phase: str) -> None:
    text = FINAL_ACCOUNT + caption("支出决算表") + tabs([("科目编码", "科目名称", label), ("201", "甲支出", "5")])
    assert Reading(text).lines("phase") == [(phase,)]


def test_bare_budget_column_of_a_budget_is_approved() -> None:
    text = (
        BUDGET
        + caption("收支总表")
        + tabs(
            [
                ("收入", "", "支出", ""),
                ("项目", "2031年预算数", "项目", "2031年预算数"),
                ("一、事业收入", "5", "一、甲支出", "5"),
            ]
        )
    )
    assert set(_phases(text, "amount")) == {("approved",)}


def test_figures_without_phase_words_follow_the_kind_of_statement() -> None:
    budget = caption("支出总表") + tabs([("预算单位", "支出总计"), ("区海洋观测局", "5")])
    final = caption("支出决算表") + tabs([("科目编码", "科目名称", "合计"), ("201", "甲支出", "5")])
    assert _phases(BUDGET + budget) == [("approved",)]
    assert _phases(FINAL_ACCOUNT + final) == [("executed",)]


@pytest.mark.parametrize(
    ("note", "phase"),
    [
        ("注：预算数为全年预算数。", "revised"),
        ("注：1.预算数为年初预算。", "approved"),
        ("注：预算数为调整后预算。", "revised"),
    ],
)
def test_note_under_the_table_decides_a_bare_budget_column(note: str, phase: str) -> None:
    found = _three_public(note, prose="“三公”经费年初预算9万元。")
    assert [row[0] for row in found] == [phase, "executed"]
    assert "line" in str(found[0][1])


@pytest.mark.parametrize(
    ("prose", "phase"),
    [
        ("“三公”经费年初预算为9.00万元。", "approved"),
        ("“三公”经费调整后全年预算为9万元。", "revised"),
        ("年初预算28万元，调整后9万元。", "revised"),
    ],
)
def test_amount_stated_with_its_phase_decides_where_no_note_stands(prose: str, phase: str) -> None:
    rows = [
        ("科目编码", "科目名称", "预算数", "决算数"),
        ("合计", "", "9.00", "5.00"),
        ("201", "甲支出", "9.00", "5.00"),
    ]
    text = FINAL_ACCOUNT + prose + "\n\n" + caption("支出决算表") + tabs(rows)
    assert _phases(text, "amount") == [(phase,), ("executed",)] * 2


def test_bare_budget_column_beside_outturn_is_revised_for_want_of_more() -> None:
    assert [row[0] for row in _three_public()] == ["revised", "executed"]


def test_every_phase_comes_with_its_evidence() -> None:
    for row in _three_public("注：预算数为全年预算数。"):
        assert row[1]
    document = Reading(BUDGET + caption("支出总表") + tabs([("预算单位", "支出总计"), ("区海洋观测局", "5")])).document
    assert (document["phases"], bool(document["phase_evidence"])) == ("approved", True)


def test_phases_of_a_document_are_listed_in_their_order() -> None:
    text = (
        FINAL_ACCOUNT
        + caption("支出决算表")
        + tabs([("科目编码", "科目名称", "决算数", "年初预算数", "调整预算数"), ("201", "甲支出", "5", "4", "6")])
    )
    assert Reading(text).document["phases"] == "approved,revised,executed"
