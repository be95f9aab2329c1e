"""Parts and shares: of which whole they are, and which year, phase and quarter they take from it."""

from __future__ import annotations

import pytest
from stating import BUDGET, FINAL, brief, stated
from synthetic import Reading


@pytest.mark.parametrize(("share", "base"), [("75", "160"), ("100", "120"), ("80", "120")])
def test_a_share_that_names_no_whole_is_of_the_one_that_it_fits(share: str, base: str) -> None:
    rows = stated(
        FINAL,
        "2031年度政府采购支出总额160万元，授予中小企业合同金额120万元，占75%，"
        f"其中授予小微企业合同金额120万元，占{share}%。",
    )
    assert [row["base"] for row in rows if row["role"] == "share"] == ["160", base]


def test_a_share_is_of_what_stands_at_the_head_of_its_sentence() -> None:
    rows = stated(FINAL, "本年支出合计 200 万元，其中：基本支出 50 万元，占 25%；项目支出 150 万元，占 75%。")
    assert brief([row for row in rows if row["role"] == "share"], "level", "base", "base_topic") == [
        ("50", "200", "expenditure_total"),
        ("150", "200", "expenditure_total"),
    ]


@pytest.mark.parametrize("number", ["", "四、"])
@pytest.mark.parametrize(
    "parts",
    [
        # a list that is complete: what follows stands beside its whole, whatever its share
        "其中：基本工资 100 万元、奖金 200 万元；公用经费 60 万元，占 15.00%",
        # and one that is not: the share tells that it is of both
        "其中：基本工资 100 万元；公用经费 60 万元，占 16.67%",
    ],
)
def test_a_share_is_of_no_level_beside_its_own(parts: str, number: str) -> None:
    rows = stated(FINAL, f"{number}人员经费 300 万元，{parts}。")
    assert brief([row for row in rows if row["role"] == "share"], "level", "base", "base_topic") == [("60", None, None)]


def test_parts_are_of_the_phase_that_their_sentence_names() -> None:
    rows = stated(FINAL, "调整后财政拨款预算为 90 万元，其中一般公共预算财政拨款 90 万元。")
    assert brief(rows, "topic", "phase") == [("appropriation_either", "revised"), ("general_either", "revised")]


def test_rates_of_a_quarter() -> None:
    rows = stated(
        FINAL,
        "第二季度调整后预算指标数为 200 万元，累计支出 120 万元，支出进度 60%，当季序时进度 50%，第二季度执行率为 120%。",
    )
    assert brief(rows, "role", "topic", "horizon", "level", "base")[2:] == [
        ("rate", "execution_progress", "q2", "120", "200"),
        ("pace", None, "year", None, None),
        ("rate", "execution_evenness", "q2", "60", "50"),
    ]


@pytest.mark.parametrize("listed", ["市林业局本级、市森林公园", "深圳市林业局本级、深圳市林业站、森林公园"])
def test_an_amount_of_several_bodies_is_of_none_of_them(listed: str) -> None:
    units = "单位：万元\n预算单位	支出总计	基本支出	项目支出\n" + "".join(
        f"深圳市{name}	10.00	10.00	\n" for name in ("林业局本级", "林业站", "森林公园")
    )
    text = f"深圳市林业局2031年部门预算\n\n2031年{listed}机关运行经费财政拨款预算70万元。\n\n支出预算总表\n{units}"
    row = Reading(text).one("prose_amounts")
    assert (row["topic"], row["organisation"]) == ("operating_expenses", "深圳市林业局")
    assert row["subject"] == f"2031年{listed}机关运行经费财政拨款预算"


def test_a_share_of_a_budget_that_has_a_name_is_no_rate() -> None:
    rows = stated(BUDGET, "政府采购预算100万元，其中：分散采购40万元，占政府采购预算的40%。")
    assert brief(rows[2:], "role", "level", "base") == [("share", "40", "100")]


def test_a_clause_that_another_thing_begins_is_not_about_what_heads_its_paragraph() -> None:
    rows = stated(
        FINAL,
        "2031年度支出决算300万元；路灯维护因线路改造，用电变少，支出减少3万元，下降30%；"
        "因压减一般性支出，比上年减少15万元，下降4.76%。",
    )
    assert brief(rows[1:], "role", "level") == [
        ("change", None),
        ("growth", None),
        ("change", "300"),
        ("growth", "300"),
    ]


def test_lines_below_a_kind_of_expenditure_are_its_parts() -> None:
    rows = stated(
        BUDGET,
        "1.基本支出90万元，占一般公共预算支出的90%，其中：",
        "工资福利支出70万元，占基本支出77.78%。",
        "2.项目支出10万元，占一般公共预算支出的10%，其中：",
        "工资福利支出4万元，占项目支出40%。",
    )
    printed = {row["prose_id"]: row["value_as_printed"] for row in rows}
    wages = [(row["value_as_printed"], printed.get(row["whole_id"])) for row in rows if row["topic"] == "wages"]
    assert [pair for pair in wages if pair[0] in ("70", "4")] == [("70", None), ("4", "10")]


def test_a_list_headed_by_a_number_that_is_no_amount_keeps_its_year() -> None:
    rows = stated(
        FINAL,
        "2031年行政开支合计为14.5万，其中：公务接待费5万元、会议费9.5万元。"
        "2030年行政开支合计为12万，其中：公务接待费4万元、会议费8万元。",
    )
    assert brief(rows, "topic", "fiscal_year", "whole_id") == [
        ("reception", 2031, None),
        ("meeting", 2031, None),
        ("reception", 2030, None),
        ("meeting", 2030, None),
    ]


def test_a_share_in_brackets_is_of_the_amount_in_brackets() -> None:
    rows = stated(BUDGET, "基本支出80万元（包括人员经费60万元，占基本支出比重达75%），项目支出20万元。")
    assert brief(rows[2:3], "role", "level", "base") == [("share", "60", "80")]


def test_parts_below_a_line_that_opens_them_are_of_what_it_states() -> None:
    rows = stated(
        BUDGET, "机构运行费 30 万元，其中：", "基本支出 30 万元，项目支出 0 万元。主要用于运转。", "基本支出 90 万元。"
    )
    printed = {row["prose_id"]: row["value_as_printed"] for row in rows}
    assert [(row["value_as_printed"], printed.get(row["whole_id"])) for row in rows] == [
        ("30", None),
        ("30", "30"),
        ("0", "30"),
        ("90", None),
    ]


def test_parts_of_a_quarter_are_of_that_quarter() -> None:
    rows = stated(FINAL, "第一季度支出50万元。其中：基本支出30万元，项目支出20万元。全年支出220万元。")
    assert brief(rows, "value_as_printed", "horizon") == [("50", "q1"), ("30", "q1"), ("20", "q1"), ("220", "year")]


def test_travel_abroad_behind_the_word_for_parts_is_no_cause() -> None:
    rows = stated(FINAL, "“三公”经费支出10万元。其中因公出国（境）费用3万元，公务接待费7万元。")
    assert brief(rows, "role", "topic") == [
        ("level", "three_public_total"),
        ("level", "abroad"),
        ("level", "reception"),
    ]


def test_months_hold_until_another_time_is_named() -> None:
    rows = stated(
        FINAL,
        "1-11月累计，财政收入100万元，增长5%。其中，税收收入60万元；非税收入40万元。2031年财政收入120万元。",
        "11月份，财政收入10万元。",
        "截至6月底，支出进度50%，支出30万元。截至2031年12月31日，财政支出90万元。",
    )
    horizons = {row["value_as_printed"]: row["horizon"] for row in rows if row["role"] == "level"}
    assert horizons == {
        "100": "months", "60": "months", "40": "months", "120": "year", "10": "months", "30": "months", "90": "year"
    }  # fmt: skip


def test_parts_of_spending_are_none_of_the_income_before_it() -> None:
    rows = stated(
        BUDGET, "2031年收入100.01万元，支出100万元，比2030年减少1万元。其中：基本支出60万元，项目支出40万元。"
    )
    printed = {row["prose_id"]: row["value_as_printed"] for row in rows}
    assert [printed.get(row["whole_id"]) for row in rows if row["topic"] in ("basic", "project_total")] == [
        "100",
        "100",
    ]


def test_a_share_of_two_together_is_of_neither() -> None:
    rows = stated(
        FINAL, "本年收入合计1000万元，其中：经营收入2万元，上缴收入1万元，两项合计占0.3%；其他收入997万元，占99.7%。"
    )
    shares = brief([row for row in rows if row["role"] == "share"], "value_as_printed", "level", "base")
    assert shares == [("0.3", None, None), ("99.7", "997", "1000")]


def test_a_list_within_a_clause_ends_with_it() -> None:
    rows = stated(
        FINAL,
        "基本支出100万元，其中：工资福利支出70万元，占70%，包括基本工资40万元、津贴补贴30万元；"
        "对个人和家庭的补助20万元，占20%，包括退休费20万元；资本性支出10万元，占10%，包括办公设备购置10万元。",
    )
    assert brief([row for row in rows if row["role"] == "share"], "level", "base") == [
        ("70", "100"),
        ("20", "100"),
        ("10", "100"),
    ]
    rows = stated(FINAL, "基本支出100万元，包括办公费20万元、水费10万元、电费10万元，占10%。")
    assert brief(rows[-1:], "base") == [("100",)], "a list goes on within its clause"


def test_the_parts_of_last_year_are_of_last_year() -> None:
    rows = stated(
        FINAL,
        "1.行政运行（2130201）：安排100万元，其中：基本支出80万元，项目支出20万元；"
        "上年安排90万元，其中：基本支出70万元，项目支出20万元；本年基本支出80万元。",
    )
    assert [row["fiscal_year"] for row in rows] == [2031] * 3 + [2030] * 3 + [2031]


@pytest.mark.parametrize(
    ("headings", "body"),
    [
        (["第二部分 深圳市林业站2031年单位决算"], "深圳市林业站"),
        (["## 第二部分 深圳市林业站2031年单位决算", "### 一、收支决算"], "深圳市林业站"),
        (["第二部分 深圳市林业局（本级）2031年单位决算"], "深圳市林业局本级"),
        (["第二部分 深圳市林业站2031年单位决算", "一、收支决算情况说明"], "深圳市林业站"),
        (["第二部分 深圳市林业站2031年单位决算", "第三部分 名词解释"], "深圳市林业局"),
        (["第二部分 深圳市林业站接收的专项"], "深圳市林业局"),
        (["一、深圳市林业站", "二、收支决算情况说明"], "深圳市林业局"),
    ],
)
def test_a_part_that_is_headed_by_a_unit_is_about_it(headings: list[str], body: str) -> None:
    units = "单位名称\t合计\t基本支出\n深圳市林业局本级\t10.00\t10.00\n深圳市林业站\t10.00\t10.00\n"
    text = f"深圳市林业局2031年度部门决算\n\n{{prose}}\n\n部门支出决算总表（按单位）\n\n单位：万元\n{units}"
    (row,) = stated(text, *headings, "基本支出10万元。")
    assert row["organisation"] == body


@pytest.mark.parametrize(("name", "body"), [("（本级）", "深圳市林业局本级"), ("（含下属单位）", "深圳市林业局")])
def test_brackets_that_are_part_of_a_name_stay_with_it(name: str, body: str) -> None:
    units = "单位名称\t合计\t基本支出\n深圳市林业局本级\t10.00\t10.00\n深圳市林业站\t10.00\t10.00\n"
    text = f"深圳市林业局2031年度部门决算\n\n{{prose}}\n\n部门支出决算总表（按单位）\n\n单位：万元\n{units}"
    (row,) = stated(text, f"深圳市林业局{name}2031年基本支出10万元。")
    assert row["organisation"] == body


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("印刷费69万元，占一般公共预算支出4566万元的1.51%。", [("69", "4566")]),
        ("印刷费69万元，其中甲站占一般公共预算支出4566万元的1.5%。", []),
        ("甲站30万元、乙站70万元，占比依次为30%、70%。", [("30", None), ("70", None)]),
    ],
)
def test_a_share_of_an_amount_that_its_words_hold(text: str, shares: list[tuple[str, str | None]]) -> None:
    rows = [row for row in stated(BUDGET, text) if row["role"] == "share"]
    assert brief(rows, "level", "base") == shares


@pytest.mark.parametrize(
    "purchase",
    [
        "公务用车购置费2万元，2030年为3万元，减少1万元",
        "公务用车购置费2万元，2030年为2万元，与上年持平",
        "公务用车购置费2万元，较2030年预算3万元压减1万元",
    ],
)
def test_the_year_that_a_part_is_compared_with_is_not_that_of_the_next_part(purchase: str) -> None:
    rows = stated(BUDGET, f"公务用车购置及运行维护费5万元。其中：{purchase}；公务用车运行维护费3万元。")
    assert brief(rows[-1:], "topic", "fiscal_year") == [("vehicle_operation", 2031)]


def test_parts_behind_a_comparison_with_the_year_before_are_of_what_is_compared() -> None:
    rows = stated(
        FINAL,
        "本年收入合计300万元，上年数为240万元，增加60万元，增长25%，其中：财政拨款收入270万元，占本年收入90%；事业收入30万元。",
    )
    assert brief(rows[4:], "role", "fiscal_year", "base") == [
        ("level", 2031, None),
        ("share", 2031, "300"),
        ("level", 2031, None),
    ]


def test_parts_in_brackets_are_of_what_they_name_and_what_stands_behind_is_of_their_whole() -> None:
    rows = stated(
        FINAL,
        "公务用车购置及运行费71万元（其中：公务用车购置费10万元，上年12万元；公务用车运行费61万元，上年50万元），占总数的80%。",
    )
    assert brief(rows, "value_as_printed", "role", "topic", "level") == [
        ("71", "level", "vehicle", None),
        ("10", "aside", "vehicle_purchase", None),
        ("12", "aside", None, None),
        ("61", "aside", "vehicle_operation", None),
        ("50", "aside", None, None),
        ("80", "share", "vehicle", "71"),
    ]


def test_what_opens_with_a_bracket_is_named_as_without() -> None:
    rows = stated(FINAL, "基本支出90万元（人员经费70万元，占77.8%；公用经费20万元，占22.2%）。")
    assert brief(rows, "role", "topic", "level", "base") == [
        ("level", "basic", None, None),
        ("aside", "staff", None, None),
        ("share", "staff", "70", "90"),
        ("aside", "public", None, None),
        ("share", "public", "20", "90"),
    ]


def test_a_share_is_of_the_whole_in_the_phase_of_its_part() -> None:
    rows = stated(
        FINAL,
        "“三公”经费支出决算40万元，全年预算50万元。",
        "1．公务接待费支出决算4万元，占“三公”经费的10%。",
        "2．公务接待费支出决算4万元，占“三公”经费全年预算的8%。",
    )
    assert [row["base"] for row in rows if row["role"] == "share"] == ["40", "50"]


def test_a_share_in_brackets_may_be_of_what_its_whole_is_in_brackets_a_share_of() -> None:
    rows = stated(FINAL, "政府采购支出总额50万元。授予中小企业合同金额40万元（占80%），其中小微企业10万元（占20%）。")
    assert brief(rows[3:], "role", "level", "base") == [("level", None, None), ("share", "10", "50")]


def test_a_share_in_a_sentence_that_opens_with_what_nobody_knows_has_no_base() -> None:
    rows = stated(FINAL, "1.2 当年拨款中，一般公共预算拨款9万元，占90%；其他拨款1万元，占10%。")
    assert [row["base"] for row in rows if row["role"] == "share"] == [None, None]


@pytest.mark.parametrize("number", ["7.1 ", "7.1.2", "三是", "第三是"])
def test_numbers_of_items_are_no_part_of_what_they_number(number: str) -> None:
    rows = stated(FINAL, f"{number}公务接待费5万元。")
    assert brief(rows, "topic") == [("reception",)]


def test_a_share_behind_a_change_is_of_what_changed_and_not_of_what_it_was_before() -> None:
    rows = stated(FINAL, "“三公”经费20万元。公务接待费5万元，上年为4万元，本年增加1万元，占“三公”经费的25%。")
    assert brief(rows[3:], "role", "level", "base") == [("change", "5", "4"), ("share", "5", "20")]


def test_what_is_less_than_a_part_is_not_its_whole() -> None:
    rows = stated(FINAL, "人员支出60万元，其中：工资90万元，占75%。")
    assert brief(rows[2:], "role", "level", "base") == [("share", "90", None)]
