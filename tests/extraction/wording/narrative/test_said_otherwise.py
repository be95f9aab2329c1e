"""Forms in which a comparison, a share or a rate is said: before its amount, in brackets, of several together."""

from __future__ import annotations

from stating import BUDGET, FINAL, brief, stated


def test_a_change_behind_its_growth_is_what_that_comes_to() -> None:
    rows = stated(FINAL, "基本支出100万元，同比下降20%，减少额为25万元。")
    assert brief(rows, "role", "level", "base") == [
        ("level", None, None),
        ("growth", "100", "25"),
        ("change", "100", None),
    ]
    rows = stated(FINAL, "基本支出100万元，同比下降20%，较预算减少25万元。")
    assert brief(rows, "base")[1] == (None,)


def test_a_degree_behind_a_change_is_its_growth() -> None:
    rows = stated(FINAL, "基本支出100万元，较上年减少25万元，变动幅度为-20%。")
    assert brief(rows, "role", "direction", "base")[-1] == ("growth", -1, "25")
    rows = stated(FINAL, "基本支出100万元，较上年增加25万元，变动幅度为-20%。")
    assert brief(rows, "role")[-1] == ("other",)


def test_shares_between_two_years_part_nothing() -> None:
    rows = stated(FINAL, "基本支出100万元，占本年支出合计的33.33%，上年125万元，减少20%。")
    assert brief(rows, "role", "level", "base")[-1] == ("growth", "100", "125")


def test_the_last_year_stands_in_brackets_with_its_change() -> None:
    rows = stated(BUDGET, "基本支出100万元（上年预算125万元，减少25万元，下降20%）。")
    assert brief(rows, "role", "level", "base")[2:] == [("change", "100", "125"), ("growth", "100", "25")]


def test_words_of_comparison() -> None:
    for words in ("对比上年", "相较于上年", "较之上年"):
        rows = stated(FINAL, f"基本支出100万元，{words}125万元，减少25万元，下降20%。")
        assert brief(rows, "role", "level", "base")[2] == ("change", "100", "125")


def test_a_clause_that_begins_with_another_year_goes_on_about_the_one_before() -> None:
    rows = stated(FINAL, "财政拨款收入310万元；财政拨款支出300万元；2030年250万元，增长20%。")
    assert brief(rows, "topic", "fiscal_year")[2] == ("appropriation_expenditure", 2030)


def test_the_last_year_behind_a_rate_is_of_what_was_done() -> None:
    rows = stated(FINAL, "基本支出决算数100万元，年初预算90万元，完成率为111.11%，上年为80万元。")
    assert brief(rows, "fiscal_year", "phase")[-1] == (2030, "executed")


def test_what_has_a_name_behind_bare_plans_is_no_plan() -> None:
    rows = stated(FINAL, "年初预算290万元，全年预算310万元，一般公共预算财政拨款支出300万元，全年预算执行率96.77%。")
    assert brief(rows, "phase")[:3] == [("approved",), ("revised",), ("executed",)]


def test_what_is_told_one_by_one_behind_the_last_year_is_of_this() -> None:
    rows = stated(FINAL, "资产300万元，上年末为250万元，流动资产、固定资产分别为100万元和200万元。")
    assert brief(rows, "fiscal_year") == [(2031,), (2030,), (2031,), (2031,)]


def test_a_rate_of_several_together_has_no_plan_of_one() -> None:
    rows = stated(FINAL, "甲项目预算50万元，支出40万元，执行率80%。两个项目合计执行90万元，总体执行率90%。")
    assert brief(rows, "role", "base")[-1] == ("rate", None)


def test_a_share_of_all_income_may_mean_its_list() -> None:
    rows = stated(FINAL, "收入总计400万元。", "本年收入300万元。其中：(1)其他收入300万元，占总收入的100%。")
    assert brief(rows, "level", "base")[-1] == ("300", "300")


def test_a_share_behind_one_of_an_unknown_whole_that_fits_neither_is_left_open() -> None:
    rows = stated(FINAL, "完成采购22.00万元。面向中小企业采购19.00万元，占95%；其中小微企业6.00万元，占30%。")
    assert brief(rows, "base")[-1] == (None,)


def test_a_change_behind_what_was_left_is_of_nobody_knows_what() -> None:
    rows = stated(FINAL, "基本支出预算110万元，支出100万元，结余10万元，较上年增加20万元。")
    assert brief(rows, "role", "level")[-1] == ("change", None)
    rows = stated(FINAL, "年末结转和结余10万元，较上年减少20万元。")
    assert brief(rows, "role", "level")[-1] == ("change", "10")


def test_an_amount_behind_a_share_with_a_name_is_of_that_name() -> None:
    rows = stated(FINAL, "政府采购支出50万元。授予中小企业合同金额占80%，为40万元。")
    assert brief(rows, "topic", "value_as_printed")[-1] == (None, "40")


def test_a_change_behind_the_last_year_alone_is_of_nothing_said() -> None:
    rows = stated(FINAL, "基本支出100万元。基本支出2030年为40万元，增加60万元。")
    assert brief(rows, "role", "level")[-1] == ("change", None)


def test_a_plan_that_was_spent_by_a_rate_is_a_plan() -> None:
    rows = stated(FINAL, "基本支出100万元，年初预算125万元已执行80%，增幅25%，增加20万元。")
    assert brief(rows, "role", "level", "base")[2:] == [
        ("rate", "100", "125"),
        ("growth", "100", "20"),
        ("change", "100", None),
    ]
