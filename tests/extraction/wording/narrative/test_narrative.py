"""What the text states in numbers: role, topic, year and phase."""

from __future__ import annotations

from decimal import Decimal

import pytest
from stating import BUDGET, FINAL, brief, stated


def test_items_stand_below_the_subcategory_named_before_them() -> None:
    rows = stated(
        FINAL,
        "(1) 农林水支出（类）林业和草原（款）300万元，主要用于：行政运行（项）100万元、森林资源培育（项）200万元；",
    )
    assert brief(rows, "code") == [("21302",), ("2130201",), ("2130205",)]


def test_a_sentence_that_a_page_breaks_is_one() -> None:
    rows = stated(FINAL, "公务接待费全年预算为 6 万元，支出决算", "为 3 万元，完成预算的 50%。")
    assert brief(rows, "topic", "phase", "role", "level", "base") == [
        ("reception", "revised", "level", None, None),
        ("reception", "executed", "level", None, None),
        ("reception", "executed", "rate", "3", "6"),
    ]


def test_amounts_that_explain_a_change_are_no_levels() -> None:
    """A change that explains another stays one, and what 主要是 opens behind a level is of it."""
    rows = stated(
        FINAL,
        "公务接待费决算 6 万元，较上年减少 2 万元，下降 25%，主要是会议费 3 万元和培训费 4 万元改列。",
        "培训费决算 9 万元，主要是基本支出 8 万元；较上年增加 1 万元，主要是会议费增加 5 万元。",
    )
    assert brief(rows, "role") == [
        *[(role,) for role in ("level", "change", "growth", "cause", "cause")],
        *[(role,) for role in ("level", "level", "change", "change")],
    ]


@pytest.mark.parametrize("number", ["-1-", "— 12 —", "第1页"])
def test_a_page_number_within_a_sentence_is_no_part_of_it(number: str) -> None:
    before, after = "2031年项目支出决算 200 万元，其中部门预算项目实", "际支出 120 万元，公共项目支出 80 万元。"
    broken, whole = (
        brief(stated(FINAL, *lines), "value_as_printed", "subject", "topic")
        for lines in ((before, number, after), (before + after,))
    )
    assert broken == whole
    assert "部门预算项目实际支出" in broken[1][1]


def test_a_unit_that_a_page_breaks_leaves_its_paragraph_without_an_amount() -> None:
    rows = stated(FINAL, "2031年度部门决算中，支出决算 1,234.56 万", "元，项目支出决算。", "基本支出决算 100.00 万元。")
    assert brief(rows, "value_as_printed", "topic", "paragraph") == [("100.00", "basic", 3)]


def test_words_that_name_another_subject_lead_to_its_level() -> None:
    rows = stated(
        FINAL,
        "“三公”经费支出决算 12 万元。其中：公务用车运行维护费 9 万元；公务接待费 3 万元，占 25%。"
        "公务用车运行维护费决算支出较上年减少 1 万元。",
    )
    assert brief(rows, "role", "topic", "level")[-2:] == [
        ("share", "reception", "3"),
        ("change", "vehicle_operation", "9"),
    ]


def test_expenditure_right_behind_the_income_of_a_fund_is_of_that_fund() -> None:
    rows = stated(
        FINAL,
        "2031年度政府性基金预算财政拨款收入 90 万元，支出 80 万元。一般公共预算财政拨款收入 300 万元，人员经费 20 万元。",
    )
    assert [row["topic"] for row in rows] == [
        "government_fund_income",
        "government_fund_expenditure",
        "general_income",
        "staff",
    ]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("满意度达到 95%以上，超过 20 万元的项目均已评审。", ["other", "bound"]),
        ("主要原因是：年中追加专项经费 30 万元。", ["cause"]),
        ("财政拨款收入 90 万元（含年初结转 3 万元）。", ["level", "aside"]),
        ("年初由 5%-10% 的预留资金安排。", ["other"]),
    ],
)
def test_numbers_that_state_no_level(sentence: str, roles: list[str]) -> None:
    assert [row["role"] for row in stated(FINAL, sentence)] == roles


def test_nothing_is_linked_to_a_subject_that_is_not_stated() -> None:
    rows = stated(FINAL, "基本支出 80 万元。非税收入较上年增加 5 万元，增长 7%。")
    assert brief(rows, "role", "level") == [("level", None), ("change", None), ("growth", None)]


def test_what_the_year_before_carried_over_is_money_of_the_year() -> None:
    (row,) = stated(FINAL, "收入决算 300.00 万元，其中：上年结转结余 37.50 万元。")[1:]
    assert (row["value_as_printed"], row["fiscal_year"]) == ("37.50", 2031)


def test_other_funds_of_the_year_hold_more_than_other_income() -> None:
    rows = stated(BUDGET, "2031年收入预算 90 万元，其中：本年其他资金收入 20 万元，9.其他收入 5 万元。")
    assert brief(rows, "amount_cny", "topic")[1:] == [(Decimal(200000), None), (Decimal(50000), "revenue_other")]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("本部门面向中小企业预留政府采购项目预算金额", "procurement_sme"),
        ("面向小微企业预留政府采购项目预算金额", "procurement_small_micro"),
        ("预留给小型和微型企业的政府采购项目预算为", "procurement_small_micro"),
        ("（部门）下属2家机关和11家参公事业单位财政拨款的机关运行经费预算为", "operating_expenses"),
        ("（部门）下属2家机关和11家事业单位财政拨款的项目支出预算为", None),
    ],
)
def test_what_is_kept_for_small_firms_and_what_organs_run_on(words: str, topic: str | None) -> None:
    assert [row["topic"] for row in stated(BUDGET, f"2031年{words}70.00万元。")] == [topic]


def test_a_name_with_its_code_in_brackets() -> None:
    rows = stated(
        FINAL,
        "1.行政运行（2130201）2031年支出100.00万元，比上年增加1.00万元；森林资源培育（2130205）200.00万元。",
        "2.森林资源培育（2130201）200.00万元。",
    )
    levels = [row for row in rows if row["role"] == "level"]
    assert brief(levels, "topic", "code", "names") == [
        ("function", "2130201", "//行政运行"),
        ("function", "2130205", "//森林资源培育"),
        (None, None, None),
    ]


def test_a_plan_of_which_a_rate_is_told_behind_it() -> None:
    rows = stated(
        FINAL,
        "“三公”经费支出决算60万元，完成全年预算80万元的75%，比上年决算数减少15万元，下降20%。"
        "其中：公务接待费支出决算20万元，完成全年预算50万元的40%，比上年决算数增加4万元，增长25%；"
        "公务用车购置及运行维护费支出决算40万元，完成全年预算30万元的133.33%。",
    )
    printed = {row["prose_id"]: row["value_as_printed"] for row in rows}
    of = [
        (*found, printed.get(row["whole_id"]))
        for found, row in zip(brief(rows, "role", "value_as_printed", "phase", "level", "base"), rows, strict=True)
    ]
    assert of == [
        ("level", "60", "executed", None, None, None),
        ("level", "80", "revised", None, None, None),
        ("rate", "75", "executed", "60", "80", None),
        ("change", "15", "executed", "60", None, None),
        ("growth", "20", "executed", "60", "15", None),
        ("level", "20", "executed", None, None, "60"),
        ("level", "50", "revised", None, None, None),
        ("rate", "40", "executed", "20", "50", None),
        ("change", "4", "executed", "20", None, None),
        ("growth", "25", "executed", "20", "4", None),
        ("level", "40", "executed", None, None, "60"),
        ("level", "30", "revised", None, None, None),
        ("rate", "133.33", "executed", "40", "30", None),
    ]


@pytest.mark.parametrize("words", ["完成预算", "完成预算的", "完成年初预算数", "为预算的"])
def test_a_rate_of_completion_with_fewer_words(words: str) -> None:
    rows = stated(FINAL, f"公务接待费年初预算4万元，支出决算3万元，{words}75%。")
    assert brief(rows[2:], "role", "level", "base") == [("rate", "3", "4")]


@pytest.mark.parametrize("words", ["中安排", "科目中用于造林的支出", "中，用于造林的", "-造林"])
def test_what_is_within_a_code_is_not_the_code(words: str) -> None:
    rows = stated(FINAL, f"农林水支出（类）林业和草原（款）森林资源培育（项）{words}8.00万元。")
    assert brief(rows, "topic", "code") == [(None, None)]
    rows = stated(FINAL, "农林水支出（类）林业和草原（款）森林资源培育（项）200.00万元，其中中央补助8.00万元。")
    assert brief(rows[:1], "topic", "code") == [("function", "2130205")]


def test_kinds_of_procurement_and_what_was_executed() -> None:
    rows = stated(
        BUDGET, "2031年政府采购预算30万元，其中：货物类采购10万元，工程类采购金额8万元，用于采购服务预算12万元。"
    )
    topics = [row["topic"] for row in rows]
    assert topics == ["procurement_total", "procurement_goods", "procurement_works", "procurement_services"]
    rows = stated(BUDGET, "2030年全年预算100万元，全年执行90万元，执行率90%。")
    assert brief(rows, "phase", "fiscal_year")[:2] == [("revised", 2030), ("executed", 2030)]
