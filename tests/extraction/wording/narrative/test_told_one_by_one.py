"""Several things told one by one (分别), and their changes, growths and shares behind them."""

from __future__ import annotations

import pytest
from stating import BUDGET, FINAL, brief, stated


def test_what_is_told_of_several_things_one_by_one() -> None:
    rows = stated(FINAL, "2031年工业投资和技改投资分别完成89.6亿元和49.6亿元，分别同比增长21.3%和15.8%。")
    assert brief(rows, "role", "subject", "level", "direction") == [
        ("level", "2031年工业投资完成", None, None),
        ("level", "技改投资完成", None, None),
        ("growth", "同比增长", "89.6", 1),
        ("growth", "同比增长", "49.6", 1),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "工业和信息化投资和技改投资分别完成89.6亿元和49.6亿元，分别同比增长21.3%和15.8%。",
        "工业投资和技改投资分别完成89.6亿元和49.6亿元。分别同比增长21.3%和15.8%。",
        "工业投资和技改投资分别完成89.6亿元、49.6亿元和12.0亿元，分别同比增长21.3%和15.8%。",
    ],
    ids=["names that hold the word", "another sentence", "more numbers than names"],
)
def test_growths_of_nobody_knows_which_level_are_left_open(sentence: str) -> None:
    assert ("growth", "49.6") not in brief(stated(FINAL, sentence), "role", "level")[-1:]


def test_changes_of_several_things_one_by_one_are_no_levels() -> None:
    rows = stated(BUDGET, "基本支出80万元，项目支出20万元。与上年预算相比，分别减少3万元、2万元。")
    assert brief(rows[2:], "role", "direction", "topic", "level") == [
        ("change", -1, None, None),
        ("change", -1, None, None),
    ]


def test_three_things_told_one_by_one_as_parts_of_a_whole_and_their_shares() -> None:
    rows = stated(
        FINAL,
        "装备采购规模为10亿元。其中，甲类、乙类、丙类装备采购规模分别为5亿元、2亿元和3亿元，"
        "占全部装备规模的50%、20%和30%。",
    )
    assert brief(rows[1:], "role", "subject", "level")[:3] == [
        ("level", "甲类为", None),
        ("level", "乙类为", None),
        ("level", "丙类装备采购规模为", None),
    ]
    assert brief(rows[4:], "role", "level") == [("share", "5"), ("share", "2"), ("share", "3")]


def test_a_share_behind_things_told_one_by_one_is_of_no_single_one() -> None:
    rows = stated(FINAL, "甲类、乙类装备采购规模分别为5亿元和2亿元，占全部装备规模的70%。")
    assert brief(rows[2:], "role", "level") == [("share", None)]


@pytest.mark.parametrize(
    ("growths", "levels"), [("5%、6%和7%", ["5", "2", "3"]), ("5%和6%", [None, None])], ids=["as many", "fewer"]
)
def test_growths_told_one_by_one_behind_what_they_are_compared_with(growths: str, levels: list[str | None]) -> None:
    rows = stated(FINAL, f"甲类、乙类、丙类装备采购规模分别为5亿元、2亿元、3亿元，比上年同期分别增长{growths}。")
    assert [row["level"] for row in rows[3:]] == levels
    assert {(row["role"], row["direction"]) for row in rows[3:]} == {("growth", 1)}


def test_shares_told_one_by_one_of_a_whole_that_has_a_long_name() -> None:
    rows = stated(
        FINAL,
        "政府采购支出总额20万元，其中：政府采购货物支出10万元、政府采购工程支出6万元、政府采购服务支出4万元，"
        "分别占政府采购支出总额的50%、30%和20%。",
    )
    assert brief(rows[4:], "role", "topic", "level", "base") == [
        ("share", "procurement_goods", "10", "20"),
        ("share", "procurement_works", "6", "20"),
        ("share", "procurement_services", "4", "20"),
    ]


def test_rates_told_one_by_one_are_of_each_plan_and_what_was_done_of_it() -> None:
    rows = stated(
        FINAL,
        "基本支出全年预算数50万元，执行数40万元；项目支出全年预算数20万元，执行数19万元，支出进度分别为80%和95%。",
    )
    assert brief(rows[4:], "role", "topic", "level", "base") == [("rate", None, "40", "50"), ("rate", None, "19", "20")]


def test_rates_told_one_by_one_of_one_amount_are_of_nobody_knows_which() -> None:
    rows = stated(FINAL, "基本支出全年预算数50万元，项目支出全年预算数20万元，共执行59万元，执行率分别为80%和95%。")
    assert brief(rows[3:], "role", "level", "base") == [("rate", None, None)] * 2


@pytest.mark.parametrize("names", ["2030年、2031年基本支出决算数", "政府采购货物、工程、服务支出"])
def test_amounts_told_one_by_one_of_years_or_of_parts_of_a_name_are_of_nobody_knows_which(names: str) -> None:
    rows = stated(FINAL, f"{names}分别为3万元、8万元。")
    assert {row["topic"] for row in rows} == {None}


def test_shares_of_two_amounts_told_one_by_one_have_no_one_base() -> None:
    rows = stated(
        FINAL,
        "货物支出、服务支出分别为100万元、200万元，授予中小企业合同金额分别为80万元、150万元，占比分别为80%、75%。",
    )
    assert brief(rows[-2:], "role", "base") == [("share", None), ("share", None)]


def test_shares_side_by_side_are_one_of_each_amount_before_them_without_a_word() -> None:
    rows = stated(FINAL, "基本支出100万元由两部分构成：人员经费60万元、公用经费40万元，占比60%、40%。")
    assert brief(rows[3:], "role", "level", "base") == [("share", "60", "100"), ("share", "40", "100")]


def test_shares_of_what_no_amount_is_told_of_are_of_nobody_knows_which() -> None:
    rows = stated(FINAL, "基本支出较上年增加5万元。两者分别占5%和6%。")
    assert brief(rows[1:], "role", "level", "base") == [("share", None, None), ("share", None, None)]


def test_what_is_told_one_by_one_heads_nothing_below() -> None:
    rows = stated(
        FINAL,
        "因公出国（境）费、公务接待费支出分别为3万元、8万元。",
        "全年预算9万元。",
    )
    assert brief(rows[2:], "topic") == [(None,)]


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("因公出国（境）费和公务接待费支出决算分别为3万元和8万元。", ["abroad", "reception"]),
        ("基本支出和项目支出分别为3万元和8万元。", ["basic", "project_total"]),
        ("全市基本支出和项目支出分别为3万元和8万元。", [None, None]),
        ("2030年基本支出和2031年项目支出分别为3万元和8万元。", [None, None]),
    ],
)
def test_amounts_told_one_by_one_are_of_what_each_name_says(words: str, topics: list[str | None]) -> None:
    assert [row["topic"] for row in stated(FINAL, words)] == topics


def test_rates_by_several_plans_are_each_of_its_own() -> None:
    plans = "年初预算250万元，调整预算为320万元，决算支出300万元，分别完成年初预算、调整预算的"
    rows = stated(FINAL, f"2031年一般公共预算财政拨款{plans}120%和93.75%。")
    assert brief(rows, "level", "base")[-2:] == [("300", "250"), ("300", "320")]
    rows = stated(FINAL, f"2031年一般公共预算财政拨款{plans}120%。")
    assert brief(rows, "level", "base")[-1] == (None, None)
