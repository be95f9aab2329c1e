"""Changes and growths: of which level they are, and against what they are set."""

from __future__ import annotations

from decimal import Decimal

import pytest
from stating import BUDGET, FINAL, brief, stated


def test_a_level_its_base_the_change_and_the_growth() -> None:
    rows = stated(
        FINAL, "2031年度支出决算 300.00 万元，与 2030 年度决算数 250.00 万元相比，增加 50.00 万元，增幅 20%。"
    )
    assert brief(rows, "role", "topic", "fiscal_year", "phase", "level", "base", "direction") == [
        ("level", "expenditure_total", 2031, "executed", None, None, None),
        ("base", "expenditure_total", 2030, "executed", "300.00", None, None),
        ("change", "expenditure_total", 2031, "executed", "300.00", "250.00", 1),
        ("growth", "expenditure_total", 2031, "executed", "300.00", "250.00", 1),
    ]


def test_a_base_without_its_unit_is_in_that_of_its_level() -> None:
    rows = stated(FINAL, "基本支出 80 万元，与年初预算数 95.50 相比，减少 15.5 万元。")
    assert brief(rows, "role", "amount_cny", "phase", "ledger_id")[1] == ("base", Decimal(955000), "approved", None)


def test_only_a_change_is_the_base_of_its_growth() -> None:
    rows = stated(BUDGET, "2031年部门预算收入 90 万元，比2030年减少 10 万元，下降10%。")
    assert brief(rows, "role", "level", "base", "base_year", "direction")[1:] == [
        ("change", "90", None, 2030, -1),
        ("growth", "90", "10", 2030, -1),
    ]


def test_an_amount_of_another_year_in_the_sentence_is_the_base_that_the_words_name() -> None:
    rows = stated(
        FINAL,
        "1. “农林水支出（类）林业和草原（款）森林资源培育（项）”200万元，主要用于造林。"
        "2030年当年预算执行数为160万元，2031年预算安排200万元，比2030年预算执行数增加25%。",
    )
    assert brief(rows, "role", "code", "fiscal_year", "phase", "level", "base") == [
        ("level", "2130205", 2031, "executed", None, None),
        ("level", "2130205", 2030, "executed", None, None),
        ("level", "2130205", 2031, "approved", None, None),
        ("growth", "2130205", 2031, "approved", "200", "160"),
    ]


def test_a_level_that_is_as_before_has_no_direction() -> None:
    rows = stated(
        BUDGET,
        "1．林业和草原（款）行政运行（项）支出 100 万元，与上年一致。",
        "公务接待费 2 万元，比 2030 年预算持平。",
    )
    assert brief(rows, "role", "direction", "base_year") == [("level", 0, 2030), ("level", 0, 2030)]


def test_a_bare_rate_in_brackets_behind_a_change_is_its_growth() -> None:
    compared, parts = (
        stated(BUDGET, "培训费 32.00 万元，较上年减少 14.20 万元（44.38%）。"),
        stated(BUDGET, "人员经费增加 60 万元（60%），公用经费增加 40 万元（40%）。"),
    )
    assert brief(compared, "role", "direction")[-1] == ("growth", -1)
    assert compared[-1]["base_id"] == compared[-2]["prose_id"]
    assert [row["role"] for row in parts] == ["change", "other", "change", "other"]


def test_what_there_is_more_or_less_of_is_no_level() -> None:
    rows = stated(FINAL, "主要是：增加培训经费500万元，压减会议经费200万元。", "较2030年增加300万元，增长2.56%。")
    assert brief(rows, "role", "level") == [("other", None), ("other", None), ("change", None), ("growth", None)]
    assert [row["role"] for row in stated(FINAL, "增加值50万元。")] == ["level"]


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


def test_two_years_of_one_thing_that_the_change_behind_them_compares() -> None:
    rows = stated(BUDGET, "公务接待费2031年预算8万元，2030年预算12.5万元；对比减少4.35万元，下降35%。")
    assert brief(rows, "role", "fiscal_year", "level", "base") == [
        ("level", 2031, None, None),
        ("level", 2030, None, None),
        ("change", 2031, "8", "12.5"),
        ("growth", 2031, "8", "4.35"),
    ]


def test_a_growth_is_not_of_a_change_before_an_amount_that_a_line_broke() -> None:
    rows = stated(FINAL, "“三公”经费支出决算50万元，比预算减少1万元，比上年增加2.5 万\n元，增长5.26%。")
    assert brief(rows[2:], "role", "level", "base") == [("growth", "50", None)]


def test_a_growth_that_is_less_than_none() -> None:
    rows = stated(BUDGET, "“三公”经费88万元，同比减少12万元，负增长12%。")
    assert brief(rows[1:], "role", "direction", "level", "base") == [
        ("change", -1, "88", None),
        ("growth", -1, "88", "12"),
    ]


def test_a_change_is_of_the_year_that_it_leads_to() -> None:
    rows = stated(BUDGET, "1.印刷费较上年减少3万元，下降20%。", "2031年培训费比2030年预算数增加2万元，增长10%。")
    assert brief(rows, "role", "fiscal_year", "base_year") == [
        ("change", 2031, 2030),
        ("growth", 2031, 2030),
        ("change", 2031, 2030),
        ("growth", 2031, 2030),
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


@pytest.mark.parametrize(("word", "direction"), [("上涨", 1), ("超收", 1), ("短收", -1), ("下滑", -1)])
def test_other_words_of_more_and_less(word: str, direction: int) -> None:
    rows = stated(FINAL, f"税收收入较年初预算{word}3万元。")
    assert brief(rows, "role", "direction") == [("change", direction)]


@pytest.mark.parametrize(
    ("words", "role", "direction"),
    [
        ("较上年（减少）16万元，减幅71%", "change", -1),
        ("较上年(增)16万元，(增)幅71%", "change", 1),
        ("较上年增加（减少）16万元，增长71%", "change", 1),
    ],
    ids=["less", "more", "a choice left open"],
)
def test_the_word_of_a_change_in_brackets(words: str, role: str, direction: int) -> None:
    rows = stated(BUDGET, f"项目支出预算{words}。")
    assert brief(rows, "role", "direction") == [(role, direction), ("growth", direction)]


@pytest.mark.parametrize(
    ("growths", "levels"), [("5%、6%和7%", ["5", "2", "3"]), ("5%和6%", [None, None])], ids=["as many", "fewer"]
)
def test_growths_told_one_by_one_behind_what_they_are_compared_with(growths: str, levels: list[str | None]) -> None:
    rows = stated(FINAL, f"甲类、乙类、丙类装备采购规模分别为5亿元、2亿元、3亿元，比上年同期分别增长{growths}。")
    assert [row["level"] for row in rows[3:]] == levels
    assert {(row["role"], row["direction"]) for row in rows[3:]} == {("growth", 1)}


@pytest.mark.parametrize(
    ("words", "base_year", "phase"),
    [
        ("比上年决算", 2030, "executed"),
        ("较上年", 2030, None),
        ("比2029年决算数", 2029, "executed"),
        ("比2031年调整预算数", 2031, "revised"),
    ],
)
def test_a_second_comparison_has_a_base_of_its_own(words: str, base_year: int, phase: str | None) -> None:
    rows = stated(FINAL, f"支出决算300万元，比年初预算250万元增加50万元，增长20%，{words}减少20万元，下降6.25%。")
    assert brief(rows[2:], "role", "level", "base") == [
        ("change", "300", "250"),
        ("growth", "300", "250"),
        ("change", "300", None),
        ("growth", "300", "20"),
    ]
    assert brief(rows[4:], "base_year", "base_phase") == [(base_year, phase)] * 2


def test_a_comparison_that_repeats_its_base_has_that() -> None:
    rows = stated(FINAL, "支出决算300万元，上年决算数为250万元，比上年增加50万元，增长20%。")
    assert all(row["base"] in ("250", "50") for row in rows if row["role"] in ("change", "growth"))


def test_amounts_of_unknown_names_are_compared_under_one_name_alone() -> None:
    paid, same = (
        stated(
            FINAL,
            "近日拨付扶贫资金322亿元，加上2030年10月提前下达的738亿元，2031年扶贫资金1060亿元，比2030年增加200亿元。",
        ),
        stated(FINAL, "2030年扶贫资金860亿元，2031年扶贫资金1060亿元，比2030年增加200亿元。"),
    )
    assert brief(paid, "role", "level", "base")[-1] == ("change", "1060", None)
    assert brief(same, "role", "level", "base")[-1] == ("change", "1060", "860")


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


def test_the_year_in_the_head_of_a_sentence_is_that_of_its_parts() -> None:
    rows = stated(
        BUDGET,
        "2030年云山县水利局“三公经费”财政拨款预算中，因公出国（境）费6万元，公务接待费8万元。",
        "2031年云山县水利局“三公经费”财政拨款预算中，因公出国（境）费5万元，公务接待费8万元。",
    )
    assert brief(rows, "topic", "fiscal_year") == [
        ("abroad", 2030),
        ("reception", 2030),
        ("abroad", 2031),
        ("reception", 2031),
    ]
