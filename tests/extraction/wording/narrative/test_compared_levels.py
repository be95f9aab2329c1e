"""Of which level a change or a growth is told, where a sentence names several."""

from __future__ import annotations

import pytest
from stating import BUDGET, FINAL, brief, stated


@pytest.mark.parametrize("words", ["完成", "占"])
def test_what_more_came_in_is_of_what_came_in_and_not_of_the_plan(words: str) -> None:
    rows = stated(FINAL, f"非税收入累计完成900万元，{words}年初预算3000万元的30%，比上年减收100万元，下降10%。")
    assert brief(rows[2:], "role", "level", "base", "direction") == [
        ("rate", "900", "3000", None),
        ("change", "900", None, -1),
        ("growth", "900", "100", -1),
    ]


def test_a_change_in_brackets_is_of_the_amount_in_brackets() -> None:
    rows = stated(
        FINAL,
        "公务用车购置及运行维护费支出20万元，比上年减少5万元，下降20%"
        "（其中：公务用车购置费6万元，比上年减少2万元，下降25%；公务用车运行维护费14万元，比上年减少3万元）。",
    )
    assert brief(rows, "value_as_printed", "level") == [
        ("20", None),
        ("5", "20"),
        ("20", "20"),
        ("6", None),
        ("2", "6"),
        ("25", "6"),
        ("14", None),
        ("3", "14"),
    ]


@pytest.mark.parametrize("comma", ["，", ","])
def test_what_is_as_it_was_is_what_the_words_behind_it_speak_of(comma: str) -> None:
    rows = stated(
        FINAL,
        "公务接待费支出决算3万元。",
        f"“三公”经费支出决算50万元；公务接待费支出决算比预算无增减变化{comma}比去年增加1万元{comma}增长50%。",
    )
    assert brief(rows[2:], "role", "topic", "level") == [("change", "reception", "3"), ("growth", "reception", "3")]
    unknown = stated(FINAL, f"“三公”经费支出决算50万元；邮寄费与预算持平{comma}比去年增加1万元{comma}增长50%。")
    assert brief(unknown[1:], "role", "level") == [("change", None), ("growth", None)]


def test_a_comparison_behind_a_plan_and_what_was_done_is_of_what_was_done() -> None:
    rows = stated(FINAL, "公务接待费预算为1万元，支出决算为0.53万元，完成预算的53%；较上年减少0.47万元，下降47%。")
    assert brief(rows[2:], "role", "level", "base") == [
        ("rate", "0.53", "1"),
        ("change", "0.53", None),
        ("growth", "0.53", "0.47"),
    ]


def test_a_growth_is_not_of_a_change_before_an_amount_that_a_line_broke() -> None:
    rows = stated(FINAL, "“三公”经费支出决算50万元，比预算减少1万元，比上年增加2.5 万\n元，增长5.26%。")
    assert brief(rows[2:], "role", "level", "base") == [("growth", "50", None)]


def test_spending_that_grew_is_no_income() -> None:
    rows = stated(FINAL, "2031年度收入总计120万元，支出总计100万元。与2030年相比，支出增加20万元，增长25%。")
    assert brief(rows, "role", "level")[2:] == [("change", "100"), ("growth", "100")]


def test_a_growth_behind_a_share_may_be_of_the_share() -> None:
    heads = "2031年教育经费240亿元。教育经费占支出的比例为19.84%，比2030年增长0.51%。"
    beside = "教育经费240亿元，占支出的比重为20.7%，较上年上升5.5%。"
    item = "教育支出类科目240元，占支出总预算82.27%，同比增长5%。"
    assert brief(stated(FINAL, heads), "role", "level")[-1] == ("growth", None)
    assert brief(stated(FINAL, beside), "role", "level")[-1] == ("growth", None)
    assert brief(stated(FINAL, item), "role", "level")[-1] == ("growth", "240")


def test_a_line_that_ends_without_a_mark_leads_to_no_name() -> None:
    rows = stated(
        BUDGET,
        "公务用车购置费预算安排0万元，与2030年预算相同公务用车运行维护费预算安排12万元，比2030年预算减少20%。",
    )
    assert brief(rows[1:], "topic", "fiscal_year", "level", "base_year") == [
        ("vehicle_operation", 2031, None, None),
        ("vehicle_operation", 2031, "12", 2030),
    ]


def test_a_change_is_of_what_the_amount_or_the_growth_right_before_it_is_of() -> None:
    head = "农林水支出9万元。与上年相比："
    based = stated(FINAL, f"{head}行政医疗比上年的4万元减少1万元，降幅25%。")
    aside = stated(FINAL, f"{head}行政医疗同比下降25%（减少1万元）。")
    assert brief(based, "role", "level")[2:] == [("change", None), ("growth", None)]
    assert brief(aside, "role", "level")[1:] == [("growth", None), ("change", None)]
    named = stated(FINAL, "基本支出9万元，同比增长50%（增加3万元）。")
    assert brief(named, "role", "level")[1:] == [("growth", "9"), ("change", "9")]


def test_what_several_items_grew_by_together_is_of_none_of_them() -> None:
    rows = stated(BUDGET, "三是因公出国（境）费3万元，与上年持平。三项合计增加9万元，增长60%。")
    assert brief(rows, "role", "topic", "level") == [
        ("level", "abroad", None),
        ("change", None, None),
        ("growth", None, None),
    ]
