"""What a rate of completion, or a share, is of where its sentence tells of several amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from stating import FINAL, brief, stated


@pytest.mark.parametrize(
    ("rate", "level"),
    [
        ("执行率", "90"),
        ("支出执行率", "90"),
        ("预算执行率", "90"),
        ("资金执行率", "90"),
        ("整体支出预算执行率", "90"),
        ("其中基本支出执行率", None),
    ],
)
def test_a_rate_that_names_its_money_is_of_no_other(rate: str, level: str | None) -> None:
    rows = stated(FINAL, f"部门整体支出全年预算数100万元，执行数90万元，{rate}90%。")
    assert rows[-1]["level"] == level


@pytest.mark.parametrize("rate", ["整体执行率", "两项合计执行率", "总体预算执行率", "综合执行率", "平均执行率"])
def test_a_rate_of_several_together_is_of_no_single_one(rate: str) -> None:
    told = "项目支出全年预算1000万元，执行800万元，执行率80%；基本支出全年预算500万元，执行450万元，执行率90%"
    assert stated(FINAL, f"{told}，{rate}83.33%。")[-1]["level"] is None


def test_a_rate_of_all_that_was_spent_is_of_it_also_beside_what_is_left() -> None:
    rows = stated(FINAL, "调整后预算100万元，决算支出90万元，年末结转和结余10万元，总体预算执行率达到90%。")
    assert brief(rows, "level", "base")[-1] == ("90", "100")


def test_a_rate_in_wide_figures_keeps_its_decimals() -> None:
    rows = stated(FINAL, "决算支出１２０．５０万元，比上年增长１１．６７％。")
    assert [(row["value"], row["decimals"]) for row in rows] == [(Decimal("120.50"), 2), (Decimal("11.67"), 2)]


def test_a_rate_is_of_the_money_that_it_names() -> None:
    rows = stated(FINAL, "基本支出全年预算100万元，执行数90万元，项目支出执行数30万元，基本支出执行率90%。")
    assert brief(rows, "level", "base")[-1] == ("90", "100")


def test_spending_right_behind_its_plan_is_what_was_done_of_it() -> None:
    rows = stated(FINAL, "项目支出全年预算100万元，支出90万元，执行率90%。")
    assert brief(rows, "phase", "level", "base") == [
        ("revised", None, None),
        ("executed", None, None),
        ("executed", "90", "100"),
    ]


@pytest.mark.parametrize(
    ("parts", "level"),
    [
        ("基本支出结转2.17万元、项目支出结转6.14万元", "8.31"),
        ("基本支出结转2.17万元，占26%，项目支出结转6.14万元", "6.14"),
    ],
)
def test_a_share_of_a_whole_that_it_names_is_of_no_single_part_of_another(parts: str, level: str) -> None:
    rows = stated(FINAL, f"年末结转和结余8.31万元，其中{parts}，占本年收入的4%，较上年增加1.05万元。")
    assert [row["level"] for row in rows if row["role"] in ("share", "change")][-2:] == [level, level]


def test_a_whole_is_no_share_of_itself() -> None:
    rows = stated(FINAL, "支出合计50万元，其中基本支出10万元、项目支出40万元，占支出的80%。")
    assert brief(rows, "role", "level", "base")[-1] == ("share", "50", None)


@pytest.mark.parametrize("together", ["两家下属单位合计占", "2个单位支出合计占", "两项合计占", "三者之和占"])
def test_a_share_of_several_together_is_of_no_single_one(together: str) -> None:
    rows = stated(FINAL, f"局机关5万元，监测站3万元，服务中心2万元，三家单位合计10万元，{together}50%。")
    assert rows[-1]["level"] is None


@pytest.mark.parametrize(
    ("words", "level"),
    [("占比", "5"), ("支出占", "5"), ("应付账款占", "8"), ("前者占", None), ("账龄三年以上的占", None)],
)
def test_a_share_of_what_nobody_stated_is_of_no_level(words: str, level: str | None) -> None:
    assert stated(FINAL, f"往来款13万元，其中：应付账款8万元，应收账款5万元，{words}38%。")[-1]["level"] == level


@pytest.mark.parametrize(
    ("stated_of", "found"),
    [
        ("资产总额200万元，负债总额22万元，资产负债率", ("share", "22", "200", "certain")),
        ("资产总额200万元，负债总额22万元，资产负债率为", ("share", "22", "200", "certain")),
        ("年初资产总额190万元，年末资产总额200万元，负债总额22万元，资产负债率", ("other", None, None, None)),
        ("资产总额200万元，负债总额22万元，截至2031年末资产负债率", ("share", "22", "200", "certain")),
        ("负债总额22万元，资产负债率", ("other", None, None, None)),
        *[
            (f"资产总额200万元，负债总额22万元，{of_another}资产负债率", ("other", None, None, None))
            for of_another in ("上年", "2030年末", "年初", "其中医院", "剔除代管资产后")
        ],
    ],
)
def test_a_rate_of_two_amounts_by_its_name_is_of_those_stated_once(
    stated_of: str, found: tuple[str | None, ...]
) -> None:
    rows = stated(FINAL, f"截至2031年12月31日，{stated_of}11%。")
    assert brief(rows, "role", "level", "base", "reading_status")[-1] == found


@pytest.mark.parametrize(
    ("plan", "carried", "level"),
    [
        ("年初预算1000万元", "含上年结转", None),
        ("年初预算1000万元", "（包括上年结转支出）", None),
        ("年初预算1000万元（含上年结转）", "（含上年结转）", "900"),
        ("年初预算1100万元", "含上年结转", "900"),
        ("年初预算1000万元", "", "900"),
    ],
)
def test_a_rate_of_what_holds_money_carried_over_is_of_no_plan_without(
    plan: str, carried: str, level: str | None
) -> None:
    rows = stated(FINAL, f"{plan}，实际支出900万元{carried}，执行率81.8%。")
    assert brief(rows[-1:], "role", "level") == [("rate", level)]


@pytest.mark.parametrize("left", ["结余10万元", "年末结余资金10万元", "未支付10万元"])
def test_a_rate_behind_what_was_left_is_of_what_was_spent(left: str) -> None:
    rows = stated(FINAL, f"项目支出预算100万元，实际执行90万元，{left}，执行率90%。")
    assert brief(rows[-1:], "role", "level", "base") == [("rate", "90", "100")]
    rows = stated(FINAL, "项目支出预算100万元，实际执行90万元，结余调剂支出8万元，执行率8%。")
    assert brief(rows[-1:], "role", "level") == [("rate", "8")]


def test_a_rate_of_what_is_left_is_of_no_amount_that_was_spent() -> None:
    spent, left = (
        stated(FINAL, f"调整后预算100万元，实际支出90万元，{said}结转结余率10%。")
        for said in ("", "年末结转结余10万元，")
    )
    assert brief(spent[-1:], "role", "level", "base") == [("rate", None, None)]
    assert brief(left[-1:], "role", "level", "base") == [("rate", "10", "100")]


def test_a_change_behind_the_rate_of_a_plan_is_of_what_was_done() -> None:
    rows = stated(FINAL, "住房公积金支出决算155万元，为年初预算116万元的133.62%，较上年决算增加155万元。")
    assert brief(rows, "role", "level", "base") == [
        ("level", None, None),
        ("level", None, None),
        ("rate", "155", "116"),
        ("change", "155", None),
    ]
