"""What the text states in numbers: role, topic, time, and what each number is set against."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from synthetic import Reading

FINAL = """深圳市龙岗区林业局2031年度部门决算

{prose}

一般公共预算财政拨款支出决算表
部门：深圳市龙岗区林业局
单位：万元
功能分类科目编码	科目名称	小计	基本支出	项目支出
合计		300.00	100.00	200.00
213	农林水支出	300.00	100.00	200.00
21302	林业和草原	300.00	100.00	200.00
2130201	行政运行	100.00	100.00	0.00
2130205	森林资源培育	200.00		200.00
"""
BUDGET = """深圳市龙岗区林业局2031年部门预算

{prose}
"""


def stated(template: str, *lines: str) -> list[dict[str, Any]]:
    """Return the rows of the prose, with the printed number of their level and base in place of the ids."""
    rows = Reading(template.format(prose="\n\n".join(lines))).rows("prose_amounts")
    printed = {row["prose_id"]: row["value_as_printed"] for row in rows}
    for row in rows:
        row["level"], row["base"] = printed.get(row["level_id"]), printed.get(row["base_id"])
    return rows


def brief(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


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


def test_parts_are_of_the_phase_that_their_sentence_names() -> None:
    rows = stated(FINAL, "调整后财政拨款预算为 90 万元，其中一般公共预算财政拨款 90 万元。")
    assert brief(rows, "topic", "phase") == [("appropriation_either", "revised"), ("general_either", "revised")]


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


def test_what_there_is_more_or_less_of_is_no_level() -> None:
    rows = stated(FINAL, "主要是：增加培训经费500万元，压减会议经费200万元。", "较2030年增加300万元，增长2.56%。")
    assert brief(rows, "role", "level") == [("other", None), ("other", None), ("change", None), ("growth", None)]
    assert [row["role"] for row in stated(FINAL, "增加值50万元。")] == ["level"]


def test_nothing_is_linked_to_a_subject_that_is_not_stated() -> None:
    rows = stated(FINAL, "基本支出 80 万元。非税收入较上年增加 5 万元，增长 7%。")
    assert brief(rows, "role", "level") == [("level", None), ("change", None), ("growth", None)]


def test_what_the_year_before_carried_over_is_money_of_the_year() -> None:
    (row,) = stated(FINAL, "收入决算 300.00 万元，其中：上年结转结余 37.50 万元。")[1:]
    assert (row["value_as_printed"], row["fiscal_year"]) == ("37.50", 2031)


def test_other_funds_of_the_year_hold_more_than_other_income() -> None:
    rows = stated(BUDGET, "2031年收入预算 90 万元，其中：本年其他资金收入 20 万元，9.其他收入 5 万元。")
    assert brief(rows, "amount_cny", "topic")[1:] == [(Decimal(200000), None), (Decimal(50000), "revenue_other")]


@pytest.mark.parametrize("listed", ["市林业局本级、市森林公园", "深圳市林业局本级、深圳市林业站、森林公园"])
def test_an_amount_of_several_bodies_is_of_none_of_them(listed: str) -> None:
    units = "单位：万元\n预算单位	支出总计	基本支出	项目支出\n" + "".join(
        f"深圳市{name}	10.00	10.00	\n" for name in ("林业局本级", "林业站", "森林公园")
    )
    text = f"深圳市林业局2031年部门预算\n\n2031年{listed}机关运行经费财政拨款预算70万元。\n\n支出预算总表\n{units}"
    row = Reading(text).one("prose_amounts")
    assert (row["topic"], row["organisation"]) == ("operating_expenses", "深圳市林业局")
    assert row["subject"] == f"2031年{listed}机关运行经费财政拨款预算"


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


@pytest.mark.parametrize("words", ["完成", "占"])
def test_what_more_came_in_is_of_what_came_in_and_not_of_the_plan(words: str) -> None:
    rows = stated(FINAL, f"非税收入累计完成900万元，{words}年初预算3000万元的30%，比上年减收100万元，下降10%。")
    assert brief(rows[2:], "role", "level", "base", "direction") == [
        ("rate", "900", "3000", None),
        ("change", "900", None, -1),
        ("growth", "900", "100", -1),
    ]


def test_a_share_of_a_budget_that_has_a_name_is_no_rate() -> None:
    rows = stated(BUDGET, "政府采购预算100万元，其中：分散采购40万元，占政府采购预算的40%。")
    assert brief(rows[2:], "role", "level", "base") == [("share", "40", "100")]


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


def test_a_comparison_behind_a_plan_and_what_was_done_is_of_what_was_done() -> None:
    rows = stated(FINAL, "公务接待费预算为1万元，支出决算为0.53万元，完成预算的53%；较上年减少0.47万元，下降47%。")
    assert brief(rows[2:], "role", "level", "base") == [
        ("rate", "0.53", "1"),
        ("change", "0.53", None),
        ("growth", "0.53", "0.47"),
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


def test_two_years_of_one_thing_that_the_change_behind_them_compares() -> None:
    rows = stated(BUDGET, "公务接待费2031年预算8万元，2030年预算12.5万元；对比减少4.35万元，下降35%。")
    assert brief(rows, "role", "fiscal_year", "level", "base") == [
        ("level", 2031, None, None),
        ("level", 2030, None, None),
        ("change", 2031, "8", "12.5"),
        ("growth", 2031, "8", "4.35"),
    ]


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


def test_a_growth_is_not_of_a_change_before_an_amount_that_a_line_broke() -> None:
    rows = stated(FINAL, "“三公”经费支出决算50万元，比预算减少1万元，比上年增加2.5 万\n元，增长5.26%。")
    assert brief(rows[2:], "role", "level", "base") == [("growth", "50", None)]


def test_a_growth_that_is_less_than_none() -> None:
    rows = stated(BUDGET, "“三公”经费88万元，同比减少12万元，负增长12%。")
    assert brief(rows[1:], "role", "direction", "level", "base") == [
        ("change", -1, "88", None),
        ("growth", -1, "88", "12"),
    ]


def test_a_share_in_brackets_is_of_the_amount_in_brackets() -> None:
    rows = stated(BUDGET, "基本支出80万元（包括人员经费60万元，占基本支出比重达75%），项目支出20万元。")
    assert brief(rows[2:3], "role", "level", "base") == [("share", "60", "80")]


@pytest.mark.parametrize("words", ["完成预算", "完成预算的", "完成年初预算数", "为预算的"])
def test_a_rate_of_completion_with_fewer_words(words: str) -> None:
    rows = stated(FINAL, f"公务接待费年初预算4万元，支出决算3万元，{words}75%。")
    assert brief(rows[2:], "role", "level", "base") == [("rate", "3", "4")]


def test_a_change_is_of_the_year_that_it_leads_to() -> None:
    rows = stated(BUDGET, "1.印刷费较上年减少3万元，下降20%。", "2031年培训费比2030年预算数增加2万元，增长10%。")
    assert brief(rows, "role", "fiscal_year", "base_year") == [
        ("change", 2031, 2030),
        ("growth", 2031, 2030),
        ("change", 2031, 2030),
        ("growth", 2031, 2030),
    ]


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


def test_travel_abroad_behind_the_word_for_parts_is_no_cause() -> None:
    rows = stated(FINAL, "“三公”经费支出10万元。其中因公出国（境）费用3万元，公务接待费7万元。")
    assert brief(rows, "role", "topic") == [
        ("level", "three_public_total"),
        ("level", "abroad"),
        ("level", "reception"),
    ]


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


@pytest.mark.parametrize("words", ["中安排", "科目中用于造林的支出", "中，用于造林的", "-造林"])
def test_what_is_within_a_code_is_not_the_code(words: str) -> None:
    rows = stated(FINAL, f"农林水支出（类）林业和草原（款）森林资源培育（项）{words}8.00万元。")
    assert brief(rows, "topic", "code") == [(None, None)]
    rows = stated(FINAL, "农林水支出（类）林业和草原（款）森林资源培育（项）200.00万元，其中中央补助8.00万元。")
    assert brief(rows[:1], "topic", "code") == [("function", "2130205")]
