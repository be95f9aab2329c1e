"""Changes, growths and rates whose words leave open what they are of: what fits, and nothing where nothing fits."""

from __future__ import annotations

import pytest
from test_narrative import BUDGET, FINAL, brief, stated


@pytest.mark.parametrize("growth", ["4.79", "5.79"], ids=["right", "misprinted"])
def test_a_growth_behind_the_year_before_is_of_the_level_before_that(growth: str) -> None:
    rows = stated(FINAL, f"“三公”经费决算数67.36万元，上年决算数70.75万元，减少3.39万元，下降{growth}%。")
    assert brief(rows[2:3], "role", "fiscal_year", "level", "base") == [("change", 2031, "67.36", "70.75")]
    assert brief(rows[3:], "role", "level", "base") == [("growth", "67.36", "3.39")]
    alone = stated(FINAL, f"“三公”经费决算数65.00万元，上年决算数70.75万元，减少3.39万元，下降{growth}%。")
    assert brief(alone[2:3], "role", "level", "base") == [("change", "65.00", "70.75")], "nothing fits"


def test_a_rate_behind_two_lists_is_of_their_wholes() -> None:
    rows = stated(
        FINAL,
        "全年预算数1327.83万元，其中：基本支出593.48万元，项目支出734.35万元；全年执行数1273.14万元，"
        "其中：基本支出586.02万元，项目支出687.12万元，预算执行率为95.88%。",
    )
    assert brief(rows[-1:], "role", "topic", "level", "base") == [("rate", None, "1273.14", "1327.83")]


def test_a_rate_is_of_the_budget_as_revised_where_that_fits() -> None:
    rows = stated(
        FINAL, "年初预算安排1477.82万元，年中调整62.48万元，全年预算数1415.34万元；实际支出1408.73万元，执行率99.53%。"
    )
    assert brief(rows[-1:], "role", "level", "base", "base_phase") == [("rate", "1408.73", "1415.34", "revised")]


def test_the_change_of_a_year_among_years_that_were_summed() -> None:
    rows = stated(
        FINAL,
        "2029—2031年累计安排资金8848.31万元，其中2029年2809.10万元，2030年2616.76万元，2031年3422.45万元。"
        "2031年较上年增加805.69万元，增长30.79%。",
    )
    assert brief(rows[-2:], "role", "level") == [("change", "3422.45"), ("growth", "3422.45")]


def test_nothing_that_grew_from_nothing_is_sought_elsewhere() -> None:
    rows = stated(BUDGET, "“三公”经费4.8万元，因公出国（境）费0万元，比上年增加0万元，增长0%。")
    assert brief(rows[1:], "topic", "level") == [("abroad", None), ("abroad", "0"), ("abroad", "0")]


@pytest.mark.parametrize(
    ("label", "topic"), [("预算支出", None), ("预算收入", None), ("机关运行经费", "operating_expenses")]
)
def test_a_label_before_a_colon_heads_its_paragraph(label: str, topic: str | None) -> None:
    rows = stated(BUDGET, "1.“三公”经费总额10万元。", f"{label}：2031年年初预算数1862.24万元，其中：基本支出900万元。")
    assert brief(rows[1:2], "topic", "value_as_printed") == [(topic, "1862.24")]


def test_a_paragraph_about_something_unknown_is_not_about_what_stood_before() -> None:
    rows = stated(
        FINAL, "“三公”经费决算10万元。", "部门整体支出全年预算数95万元，其中：基本支出90万元；全年执行数93万元。"
    )
    assert brief(rows[1:], "topic") == [(None,), ("basic",), (None,)]


def test_what_a_line_cut_through_is_no_operand() -> None:
    rows = stated(FINAL, "年初预算127.20万元，调整后预算98.\n90万元，实际支出98.90万元，预算执行率100%。")
    assert brief(rows[-1:], "role", "level", "base") == [("rate", None, None)]


def test_what_follows_a_whole_and_its_share_is_about_the_part() -> None:
    rows = stated(
        FINAL,
        "2031年度一般公共预算财政拨款支出300万元，占本年支出合计400万元的75%，与上年的250万元相比增加50万元，增长20%。",
    )
    assert brief(rows, "role", "value_as_printed", "level", "base") == [
        ("level", "300", None, None),
        ("aside", "400", None, None),
        ("share", "75", "300", "400"),
        ("base", "250", "300", None),
        ("change", "50", "300", "250"),
        ("growth", "20", "300", "250"),
    ]


@pytest.mark.parametrize(("total", "level"), [("200.00", None), ("100.00", "100.00"), ("170.00", "170.00")])
def test_a_growth_of_each_of_two_is_not_of_their_sum(total: str, level: str | None) -> None:
    rows = stated(FINAL, f"收入、支出总计{total}万元。与上年相比，收、支总计各增加20.00万元，增长25%。")
    assert brief(rows[1:], "role", "level", "base") == [("change", level, None), ("growth", level, "20.00")]


@pytest.mark.parametrize(
    ("growth", "level"), [("20", "300.00"), ("33.3", "200.00"), ("41.7", "200.00")], ids=["whole", "part", "neither"]
)
def test_a_growth_behind_a_part_is_of_the_amount_of_its_sentence_that_it_fits(growth: str, level: str) -> None:
    rows = stated(FINAL, f"本年收入合计300.00万元，其中年末结转和结余200.00万元，比上年增加50.00万元，增长{growth}%。")
    assert brief(rows[-1:], "role", "level") == [("growth", level)]


@pytest.mark.parametrize(("growth", "level"), [("34.68", "316.89"), ("34.86", "556.72")], ids=["right", "misprinted"])
def test_a_growth_behind_a_list_is_of_the_amount_of_its_paragraph_that_it_fits(growth: str, level: str) -> None:
    rows = stated(
        FINAL,
        "2.社会保障和就业支出556.72万元，具体包括：行政事业单位养老支出（款）行政单位离退休（项）239.83万元，与年初预算相比持平；"
        "行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）316.89万元，主要是缴费。"
        f"与年初预算相比减少168.25万元，下降{growth}%。",
    )
    assert brief(rows[-2:], "role", "level") == [("change", level), ("growth", level)]


@pytest.mark.parametrize("mark", ["，", "；", "。"])
def test_what_is_as_it_was_in_one_respect_changed_in_another(mark: str) -> None:
    rows = stated(
        FINAL,
        "公务用车购置及运行维护费支出61.00万元，其中：公务用车购置费支出15.00万元。公务用车运行维护费支出46.00万元。"
        f"公务用车运行维护费支出较预算持平{mark}较上年增加39.00万元。",
    )
    assert brief(rows[-1:], "role", "level") == [("change", "46.00")]


@pytest.mark.parametrize("mark", ["；", "。"])
def test_what_stands_behind_what_is_as_it_was_is_of_its_own_words(mark: str) -> None:
    rows = stated(FINAL, f"公务接待费较预算持平{mark}会议费5.00万元，较上年增加1.00万元。")
    assert brief(rows, "role", "topic", "level") == [("level", "meeting", None), ("change", "meeting", "5.00")]


def test_a_growth_too_rough_to_tell_amounts_apart_stays_with_its_own() -> None:
    rows = stated(BUDGET, "因公出国（境）费0.00万元，公务接待费1.84万元，较上年减少0.01万元，下降0.005%。")
    assert brief(rows[-1:], "role", "level") == [("growth", "1.84")]


@pytest.mark.parametrize("base", ["0", "80"])
def test_a_change_behind_the_year_before_is_of_the_level_before_that(base: str) -> None:
    change = str(118 - int(base))
    rows = stated(BUDGET, f"机关运行经费预算安排118万元，2030年为{base}万元，同比增加{change}万元。")
    assert brief(rows[-1:], "role", "level", "base") == [("change", "118", base)]
    rows = stated(BUDGET, "机关运行经费预算安排118万元，2030年为0万元，同比增加90万元。")
    assert brief(rows[-1:], "role", "level", "base") == [("change", "118", "0")], "nothing fits"
