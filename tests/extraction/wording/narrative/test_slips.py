"""Slips that other numbers of their sentence happen to fit, or that stand behind words nobody linked: they are compared."""

from __future__ import annotations

from stating import FINAL, brief, stated


def test_a_change_the_wrong_way_is_not_set_on_its_level_and_base_exchanged() -> None:
    rows = stated(
        FINAL,
        "2031年一般公共预算支出决算数为300万元，比2030年决算数400万元减少100万元；比年初预算数250万元减少50万元。",
    )
    assert brief(rows, "role", "level", "base")[-1] == ("change", "300", "250")


def test_a_rate_in_a_later_clause_is_of_what_heads_the_sentence() -> None:
    rows = stated(
        FINAL,
        "2031年一般公共预算支出决算数为300万元，比2030年决算数400万元减少100万元；比年初预算数250万元增加50万元，"
        "完成年初预算的120%；完成调整预算数320万元的93.75%。",
    )
    rates = [row for row in rows if row["role"] == "rate"]
    assert brief(rates, "level", "base") == [("300", "250"), ("300", "320")]


def test_of_plans_side_by_side_the_one_that_its_words_name_is_meant() -> None:
    rows = stated(FINAL, "年初预算安排500万元，年中追加90万元，支出决算550万元，完成年初预算的93%。")
    assert brief(rows, "role", "level", "base")[-1] == ("rate", "550", "500")


def test_a_growth_behind_a_sign_is_less() -> None:
    rows = stated(FINAL, "基本支出100万元，比上年减少3万元，增长率为-2.91%。", "项目支出200万元，比上年减少-5%。")
    assert brief(rows, "role", "direction")[2:] == [("growth", -1), ("level", None), ("other", None)]


def test_shares_told_one_by_one_are_of_each_level_of_the_list() -> None:
    parts = "一般公共预算财政拨款60万元、政府性基金预算财政拨款30万元、国有资本经营预算财政拨款10万元"
    rows = stated(FINAL, f"财政拨款收入100万元。其中，{parts}，分别占60%、30%、10%。")
    shares = [row for row in rows if row["role"] == "share"]
    assert brief(shares, "level", "base") == [("60", "100"), ("30", "100"), ("10", "100")]
    rows = stated(FINAL, f"财政拨款收入100万元。其中，{parts}，分别占60%、40%。")
    assert [row["level"] for row in rows if row["role"] == "share"] == [None, None]


def test_a_share_whose_words_name_a_level_before_the_last_is_of_that_one() -> None:
    rows = stated(FINAL, "所属单位支出共100万元：局机关20万元，工程管理站50万元，水土保持站30万元，局机关占20%。")
    assert brief(rows, "role", "level", "base")[-1] == ("share", "20", "100")


def test_a_closing_balance_is_compared_with_the_opening_one() -> None:
    rows = stated(FINAL, "年末结转和结余10万元，较年初20万元减少10万元，下降50%。")
    assert brief(rows, "topic", "role")[:2] == [("closing_balance", "level"), ("opening_balance", "base")]
