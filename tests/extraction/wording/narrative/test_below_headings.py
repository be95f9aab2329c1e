"""What spending is of, by the heading that it stands below; totals that hold balances; spending behind income."""

from __future__ import annotations

from stating import BUDGET, FINAL, brief, stated


def test_spending_below_a_heading_of_a_fund_is_the_funds() -> None:
    rows = stated(BUDGET, "（三）一般公共预算支出说明", "基本支出100万元：人员经费80万元；项目支出20万元。")
    assert brief(rows, "topic") == [("general_basic",), ("staff",), ("general_project",)]
    rows = stated(BUDGET, "（三）政府性基金预算支出说明", "基本支出100万元。", "（四）支出说明", "基本支出300万元。")
    assert brief(rows, "topic") == [(None,), ("basic",)]


def test_a_heading_numbered_otherwise_stands_below_the_last() -> None:
    rows = stated(
        BUDGET, "五、一般公共预算支出情况", "（一）总体情况", "项目支出20万元。", "六、其他情况", "项目支出30万元。"
    )
    assert brief(rows, "topic") == [("general_project",), ("project_total",)]


def test_a_total_that_holds_what_is_left_is_all() -> None:
    rows = stated(FINAL, "2031年度总支出320万元，其中：本年支出300万元，年末结转和结余20万元。")
    assert brief(rows, "topic") == [("expenditure_grand_total",), (None,), ("closing_balance",)]


def test_spending_behind_an_income_is_none() -> None:
    rows = stated(FINAL, "收入总计320万元；当年支出300万元。", "收入总计320万元，当年支出300万元。")
    assert brief(rows, "topic") == [
        ("income_grand_total",),
        ("expenditure_total",),
        ("income_grand_total",),
        (None,),
    ]


def test_an_amount_behind_a_change_is_of_what_changed() -> None:
    rows = stated(
        FINAL,
        "财政拨款收入310万元；财政拨款支出300万元，其中基本支出100万元、项目支出200万元。"
        "财政拨款收入310万元，财政拨款支出增加60万元，上年为240万元。",
    )
    assert brief(rows, "topic", "fiscal_year")[-1] == ("appropriation_expenditure", 2030)


def test_a_name_in_quotes_leads_to_its_code() -> None:
    rows = stated(
        FINAL,
        "1.农林水支出（213）300万元。",
        "“行政运行”（2130201），2031年决算数100万元，年初预算数90万元。",
        "“造林”（9990201），2031年决算数100万元，年初预算数90万元。",
    )
    assert brief(rows, "code") == [("213",), ("2130201",), ("2130201",), (None,), (None,)]


def test_spending_that_words_call_all_is_the_funds_below_its_heading() -> None:
    rows = stated(FINAL, "五、一般公共预算财政拨款支出情况", "1.总体情况。2031年度支出300万元。")
    assert brief(rows, "topic") == [("general_expenditure",)]
    rows = stated(
        FINAL, "六、一般公共预算财政拨款基本支出情况", "2031年度支出100万元。", "七、支出情况", "本年支出300万元。"
    )
    assert brief(rows, "topic") == [(None,), ("expenditure_total",)]
