"""What a level is set against: the base that the words name, its year and its phase."""

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


def test_two_years_of_one_thing_that_the_change_behind_them_compares() -> None:
    rows = stated(BUDGET, "公务接待费2031年预算8万元，2030年预算12.5万元；对比减少4.35万元，下降35%。")
    assert brief(rows, "role", "fiscal_year", "level", "base") == [
        ("level", 2031, None, None),
        ("level", 2030, None, None),
        ("change", 2031, "8", "12.5"),
        ("growth", 2031, "8", "4.35"),
    ]


def test_a_change_is_of_the_year_that_it_leads_to() -> None:
    rows = stated(BUDGET, "1.印刷费较上年减少3万元，下降20%。", "2031年培训费比2030年预算数增加2万元，增长10%。")
    assert brief(rows, "role", "fiscal_year", "base_year") == [
        ("change", 2031, 2030),
        ("growth", 2031, 2030),
        ("change", 2031, 2030),
        ("growth", 2031, 2030),
    ]


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


@pytest.mark.parametrize(
    ("text", "role", "level", "base"),
    [
        ("印刷费预算8万元，上年预算7万元，增加3万元。", "change", "8", "7"),
        ("印刷费2031年预算8万元，2030年预算5万元，增长50%，增加3万元。", "growth", "8", "5"),
        ("印刷费由5万元增至8万元，增幅50%。", "growth", "8", "5"),
        ("印刷费２０３１年预算８万元，２０３０年预算５万元，增加４万元。", "change", "８", "５"),
        ("印刷费从8万元减少到5万元，减少3万元。", "change", "5", "8"),
        ("印刷费8万元，较上年预算数（5万元）增加4万元。", "change", "8", "5"),
        ("印刷费8万元，较上年的5万元净增4万元。", "change", "8", "5"),
        ("印刷费由上年的8万元减少为5万元，减少3万元。", "change", "5", "8"),
        ("印刷费由预算8万元调减为5万元，下降37.5%。", "growth", "5", "8"),
        ("印刷费8万元（较上年（5万元）增加3万元）。", "change", "8", "5"),
        ("印刷费8万元；水费较上年（5万元）增加1万元。", "change", None, "5"),
        ("印刷费8万元，比上年5万元（调整后）增加3万元。", "change", "8", "5"),
        ("印刷费2031年8万元，2030年6万元，2029年5万元，增长33.33%。", "growth", "5", None),
        ("印刷费8万元，水费5万元，增加3万元。", "change", "5", None),
        ("印刷费8万元（含上年结转5万元）增加3万元。", "change", None, None),
    ],
)
def test_what_a_comparison_of_two_amounts_is_set_against(
    text: str, role: str, level: str | None, base: str | None
) -> None:
    rows = [row for row in stated(BUDGET, text) if row["role"] == role]
    assert brief(rows[:1], "level", "base") == [(level, base)]


@pytest.mark.parametrize(
    ("first", "level"),
    [
        # items that semicolons part are one paragraph
        ("农林水支出（类）林业和草原（款）森林资源培育（项）年初预算40万元，决算支出40万元；", "100"),
        # of a part or of the category: of which nobody knows before all are told
        ("农林水支出（类）年初预算280万元，决算支出300万元；", None),
    ],
)
def test_a_clause_goes_on_about_the_code_named_last(first: str, level: str | None) -> None:
    item = "农林水支出（类）林业和草原（款）行政运行（项）年初预算90万元，决算支出100万元；与年初预算相比，增加10万元。"
    rows = stated(FINAL, first + item)
    assert brief(rows[-1:], "role", "level") == [("change", level)]


def test_a_change_behind_brackets_that_hold_parts_is_of_no_part() -> None:
    rows = stated(
        BUDGET,
        "因公出国（境）费64万元；公务用车购置及运行维护费6万元（公务用车购置费0万元，比上年增加0万元；"
        "公务用车运行维护费6万元，比上年减少14万元。）比上年减少14万元，下降70%。",
    )
    assert brief(rows[-2:], "role", "level") == [("change", None), ("growth", None)]


def test_a_change_against_the_year_before_is_against_no_amount_of_its_own_year() -> None:
    rows = stated(BUDGET, "印刷费由8万元减少至5万元，较上年下降37.5%。")
    assert brief(rows[-1:], "role", "level", "base", "base_year") == [("growth", "5", "8", 2030)]


def test_what_a_change_came_to_is_of_what_the_change_names() -> None:
    rows = stated(BUDGET, "会议费3万元，比上年增加1万元；印刷费比上年增加1万元，为6万元。")
    assert brief(rows[-1:], "value_as_printed", "topic") == [("6", None)]
    rows = stated(BUDGET, "（一）会议费：比上年增加1万元，为6万元。")
    assert brief(rows[-1:], "value_as_printed", "topic") == [("6", "meeting")]


def test_a_change_behind_codes_that_one_clause_sets_side_by_side_is_of_none() -> None:
    rows = stated(FINAL, "行政运行（2130201）100万元，森林资源培育（2130205）200万元。较上年减少20万元，下降6.25%。")
    assert brief(rows[-2:], "role", "level") == [("change", None), ("growth", None)]


@pytest.mark.parametrize(
    ("words", "base_year", "phase"),
    [
        ("较年初预算", 2031, "approved"),
        ("比年初预算数", 2031, "approved"),
        ("与年初预算相比，", 2031, "approved"),
        ("比调整预算数", 2031, "revised"),
        ("与预算相比", None, None),
    ],
)
def test_a_budget_of_no_year_is_that_of_the_account(words: str, base_year: int | None, phase: str | None) -> None:
    rows = stated(FINAL, f"机关运行经费支出80万元，{words}增加5万元，增长6.67%。")
    assert brief(rows[1:], "role", "level", "base_year", "base_phase") == [
        ("change", "80", base_year, phase),
        ("growth", "80", base_year, phase),
    ]


def test_in_a_budget_the_budget_of_the_beginning_is_of_no_known_year() -> None:
    rows = stated(BUDGET, "2031年基本支出80万元，比年初预算减少5万元。")
    assert brief(rows[1:], "base_year", "base_phase") == [(None, "approved")]


def test_a_budget_of_no_year_stated_before_is_the_base() -> None:
    rows = stated(FINAL, "基本支出年初预算数85万元，决算数80万元，较年初预算减少5万元，下降5.88%。")
    assert brief(rows[2:], "role", "level", "base") == [("change", "80", "85"), ("growth", "80", "5")]


@pytest.mark.parametrize(("words", "direction"), [("少5万元", -1), ("压减5万元", -1), ("下滑5万元", -1)])
def test_what_is_less_than_the_year_before_is_set_against_that(words: str, direction: int) -> None:
    rows = stated(FINAL, f"基本支出80万元，比上年的85万元{words}。")
    assert brief(rows[1:], "role", "level", "base", "direction") == [
        ("base", "80", None, None),
        ("change", "80", "85", direction),
    ]


def test_a_growth_in_brackets_is_of_the_change_before_it() -> None:
    rows = stated(
        FINAL, "基本支出80万元，较年初预算（50万元）增加30万元（增长60%）。项目支出9万元，比上年减少1万元（下降10%）。"
    )
    assert brief(rows, "role", "level", "base", "direction") == [
        ("level", None, None, None),
        ("aside", None, None, None),
        ("change", "80", "50", 1),
        ("growth", "80", "30", 1),
        ("level", None, None, None),
        ("change", "9", None, -1),
        ("growth", "9", "1", -1),
    ]


def test_what_fell_below_a_tenth_of_the_year_before_fell_from_that() -> None:
    """7 after 100 is 93 % less; a fall of 100, from 107, were nearly as much."""
    rows = stated(FINAL, "“三公”经费支出7万元，较上年决算数100万元下降93%。")
    assert brief(rows[1:], "role", "level", "base") == [("base", "7", None), ("growth", "7", "100")]


def test_what_goes_on_behind_an_amount_that_is_as_before_is_of_something_else() -> None:
    rows = stated(FINAL, "支出总计300万元，较2030年度决算数（300万元）持平，其中人员经费增加1万元。")
    assert brief(rows[2:], "role", "level", "base") == [("change", None, None)]


@pytest.mark.parametrize(("spent", "level"), [("260", "260"), ("270", None)])
def test_a_change_of_both_sides_is_of_the_one_amount_that_they_are(spent: str, level: str | None) -> None:
    rows = stated(
        BUDGET, f"2031年收入总预算260万元，支出总预算{spent}万元，与上年预算相比，收、支总计各增加60万元，增长30%。"
    )
    assert brief(rows, "role", "topic", "level") == [
        ("level", "income_grand_total", None),
        ("level", "expenditure_grand_total", None),
        ("change", "income_grand_total" if level else None, level),
        ("growth", "income_grand_total" if level else None, level),
    ]


def test_what_was_compressed_was_reduced_by_that() -> None:
    rows = stated(FINAL, "公务用车运行维护费10万元，比年初预算压缩2万元，压缩16.67%。")
    assert brief(rows, "role", "level", "base", "direction") == [
        ("level", None, None, None),
        ("change", "10", None, -1),
        ("growth", "10", "2", -1),
    ]


def test_a_growth_against_other_words_than_the_change_before_it_has_another_base() -> None:
    rows = stated(FINAL, "公务接待费5万元，比预算调减1万元，比上年下滑37.5%。")
    assert brief(rows, "role", "level", "base") == [
        ("level", None, None),
        ("change", "5", None),
        ("growth", "5", None),
    ]


@pytest.mark.parametrize(
    "words", ["增减额5万元，增减率5.9%", "较上年变动5万元，变动幅度5.9%", "与上年相差5万元，差异率5.9%"]
)
def test_a_difference_that_tells_no_direction_is_no_change_and_no_level(words: str) -> None:
    rows = stated(FINAL, f"2031年机关运行经费支出90万元，上年85万元，{words}。")
    assert brief(rows[2:], "role", "direction", "level") == [("other", None, None)] * 2
    named = stated(FINAL, "用事业基金弥补收支差额5万元。")
    assert brief(named, "role") == [("level",)]


def test_items_told_one_by_one_have_each_its_change() -> None:
    rows = stated(
        FINAL,
        "3.农林水支出（类）300万元，具体包括：林业和草原（款）行政运行（项）100万元。与年初预算相比增加10万元；"
        "林业和草原（款）森林资源培育（项）200万元。与年初预算相比减少30万元。",
    )
    changes = brief([row for row in rows if row["role"] == "change"], "value_as_printed", "level")
    assert changes in ([("10", "100"), ("30", "200")], [("10", None), ("30", "200")])


def test_a_clause_goes_on_about_what_the_change_before_it_names() -> None:
    rows = stated(
        FINAL,
        "公务用车购置及运行费支出61万元。公务用车运行费支出45万元。公车运行费较预算减少1万元；较上年增加30万元，增长200%。",
    )
    assert brief(rows[2:], "role", "level") == [("change", "45"), ("change", "45"), ("growth", "45")]


def test_what_an_amount_of_a_reason_went_to_is_of_the_reason() -> None:
    rows = stated(FINAL, "项目支出90万元，比上年增加10万元，主要系运维费由16万元压减为9万元。")
    assert brief(rows, "role") == [("level",), ("change",), ("cause",), ("cause",)]


def test_a_growth_before_its_change_in_brackets_is_set_against_that() -> None:
    rows = stated(FINAL, "基本支出90万元，同比增长12.5%（增加10万元）。")
    assert brief(rows[1:], "role", "level", "base") == [("growth", "90", "10"), ("change", "90", None)]


def test_what_grew_in_a_reason_beside_a_number_of_no_money_is_of_the_reason() -> None:
    rows = stated(FINAL, "项目支出90万元，比上年增加10万元，主要系接诊人次达17万人次，同比增长10%。")
    assert brief(rows[2:], "role") == [("cause",)]


@pytest.mark.parametrize("words", ["本年多出10万元", "较上年增加10万元，增长比例为12.5%", "较上年高出10万元"])
def test_words_of_a_change(words: str) -> None:
    rows = stated(FINAL, f"基本支出90万元，{words}。")
    assert brief(rows[1:2], "role", "direction") == [("change", 1)]
    assert {row["role"] for row in rows[2:]} <= {"growth"}
