"""What an amount is of behind an item, the last year, a plan or a list: the item, what was done, or nobody knows."""

from __future__ import annotations

from stating import FINAL, brief, stated


def test_spending_right_behind_an_item_is_the_items() -> None:
    for item in ("1.农林水支出（213类）林业和草原（02款）行政运行（01项）", "（1）“行政运行”（2130201）"):
        rows = stated(FINAL, f"{item}。本年支出100万元，上年为80万元。")
        assert brief(rows, "code", "fiscal_year") == [("2130201", 2031), ("2130201", 2030)]
    rows = stated(FINAL, "本年支出300万元，其中农林水支出（类）林业和草原（款）行政运行（项）支出100万元。")
    assert brief(rows, "topic")[0] == ("expenditure_total",)


def test_a_share_of_this_year_is_of_no_amount_of_the_last() -> None:
    rows = stated(
        FINAL, "本年支出合计400万元。", "财政拨款支出300万元，上年为250万元，同比变动20%，占本年支出合计的75%。"
    )
    assert brief(rows, "role", "level", "base")[-1] == ("share", "300", "400")
    rows = stated(FINAL, "本年支出合计400万元。", "财政拨款支出300万元，上年为250万元，占上年支出合计的75%。")
    assert brief(rows, "level")[-1] == ("250",)


def test_a_growth_is_set_against_what_brackets_behind_it_name() -> None:
    rows = stated(FINAL, "基本支出100万元，低于预算数25万元，增长25%（较上年增加20万元）。")
    assert brief(rows, "role", "level", "base")[2:] == [("growth", "100", "20"), ("change", "100", None)]


def test_a_growth_behind_a_plan_is_of_what_was_done() -> None:
    rows = stated(FINAL, "“三公”经费预算数25万元，决算数24万元，预算数为25万元，差异率4%，增长20%（较上年增加4万元）。")
    assert brief(rows, "level", "base")[-2:] == [("24", "4"), ("24", None)]
    rows = stated(FINAL, "“三公”经费决算数24万元，预算数为25万元，较上年预算增加5万元。")
    assert brief(rows, "level")[-1] == ("25",)


def test_above_or_below_another_year_may_be_by_how_much() -> None:
    rows = stated(FINAL, "政府采购支出总额50万元，低于2030年10万元，低16.67%，其中：货物支出30万元、服务支出20万元。")
    assert brief(rows, "role")[1] == ("other",)
    assert {row["fiscal_year"] for row in rows if row["topic"] and row["role"] == "level"} == {2031}


def test_totals_of_counted_projects_are_none_of_the_body() -> None:
    rows = stated(FINAL, "上述3个项目预算合计90万元，支出合计60万元，平均执行率66.67%。支出合计300万元。")
    assert brief(rows, "topic")[1] == (None,)
    assert brief(rows, "topic")[-1] == ("expenditure_total",)


def test_a_comparison_behind_the_last_of_a_list_may_be_of_either() -> None:
    text = "“三公”经费24万元。①公务用车运行维护费20万元；②公务接待费4万元；比上年增加1万元。"
    assert brief(stated(FINAL, text), "role", "level")[-1] == ("change", None)
    rows = stated(FINAL, "“三公”经费24万元；比上年增加1万元。")
    assert brief(rows, "level")[-1] == ("24",)


def test_a_sign_makes_a_change_less() -> None:
    rows = stated(FINAL, "基本支出100万元，较上年增加（减少）-25万元，增长（下降）-20%。")
    assert brief(rows, "role", "direction", "base")[1:] == [("change", -1, None), ("growth", -1, "25")]
    rows = stated(FINAL, "基本支出100万元，较上年减少-25万元。")
    assert brief(rows, "role")[-1] == ("bound",)


def test_what_a_growth_comes_to_and_this_year_more() -> None:
    rows = stated(FINAL, "基本支出100万元，较上年增加25%，即增加20万元。")
    assert brief(rows, "role", "base")[1:] == [("growth", "20"), ("change", None)]
    rows = stated(
        FINAL, "基本支出100万元，上年为80万元，本年多20万元。", "基本支出100万元，上年为125万元，本年少25万元。"
    )
    changes = [row for row in rows if row["role"] == "change"]
    assert brief(changes, "direction", "level", "base") == [(1, "100", "80"), (-1, "100", "125")]


def test_the_last_year_behind_parts_side_by_side_is_of_their_whole() -> None:
    item = "1.农林水支出（类）林业和草原（款）行政运行（项）"
    rows = stated(FINAL, f"{item}。本年支出100万元，其中基本支出60万元、项目支出40万元，上年为125万元，减少25万元。")
    assert brief(rows, "topic", "level", "base")[-2:] == [("function", None, None), ("function", "100", "125")]
