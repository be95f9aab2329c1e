"""Amounts that bear the names of a body's totals and are those of another."""

from __future__ import annotations

import pytest
from stating import BUDGET, FINAL, brief, stated


def test_money_of_the_whole_place_has_no_topic_until_the_text_speaks_of_its_body() -> None:
    rows = stated(
        FINAL,
        "2031年全县一般公共预算收入完成5亿元，加上年结转7亿元。一般公共预算支出完成6亿元。我局支出总计30万元。",
        "支出总计30万元，主要用于全县林区防火。基本支出10万元。",
    )
    assert brief(rows, "topic") == [
        (None,),
        (None,),
        (None,),
        ("expenditure_grand_total",),
        ("expenditure_grand_total",),
        ("basic",),
    ]


def test_a_use_that_names_the_place_leaves_the_sentences_behind_it_to_the_body() -> None:
    rows = stated(FINAL, "2031年全市统计调查项目支出50万元。基本支出80万元。全县财政总收入5亿元。基本支出3亿元。")
    assert brief(rows, "topic") == [(None,), ("basic",), (None,), (None,)]
    rows = stated(FINAL, "全县财政总收入5亿元。深圳市龙岗区林业局2031年支出总计300万元，基本支出80万元。")
    assert brief(rows, "topic") == [(None,), ("expenditure_grand_total",), ("basic",)]


@pytest.mark.parametrize(
    ("opening", "topics"),
    [
        ("局本级支出中", [None, None]),
        ("本年支出中", ["basic", "project_total"]),
        ("财政拨款支出中", ["basic", "project_total"]),
        ("在支出总额中", ["basic", "project_total"]),
        ("上述支出中", ["basic", "project_total"]),
        ("支出构成中", ["basic", "project_total"]),
        ("今年安排的资金中", ["basic", "project_total"]),
    ],
)
def test_parts_of_what_nobody_knows_are_none_of_the_body(opening: str, topics: list[str | None]) -> None:
    rows = stated(FINAL, f"{opening}，基本支出80万元，项目支出53万元。")
    assert [row["topic"] for row in rows] == topics


def test_parts_in_brackets_and_what_follows_them_are_of_the_body() -> None:
    rows = stated(
        FINAL,
        "“三公”经费8万元，其中，公务接待费3万元，公务用车购置及运行费5万元（其中，公务用车购置费0万元，公务用车运行费5万元），"
        "因公出国（境）费0万元。",
    )
    topics = ["three_public_total", "reception", "vehicle", "vehicle_purchase", "vehicle_operation", "abroad"]
    assert [row["topic"] for row in rows] == topics


def test_spending_behind_a_counted_thing_is_not_what_the_paragraph_is_about() -> None:
    rows = stated(FINAL, "1.公务接待费支出3万元。其中：国内接待55批次；外事接待0批次、0人次，支出0万元。")
    assert brief(rows, "topic") == [("reception",), (None,)]


def test_what_some_months_came_to_is_no_plan() -> None:
    rows = stated(FINAL, "上半年支出40万元；截至9月底累计支出60万元，支出进度70%。")
    assert brief(rows, "role", "level", "base")[-1] == ("rate", "60", None)
    rows = stated(FINAL, "2031年预算数100万元，上半年执行数40万元，执行率40%。")
    assert brief(rows, "role", "level", "base")[-1] == ("rate", "40", "100")


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("2031年度政府性基金预算财政拨款收入12万元，支出9万元，", None),
        ("国有资本经营预算财政拨款收支情况。本年收入12万元，本年支出9万元，", None),
        ("政府性基金预算财政拨款年初结转和结余0元，本年收入12万元，", None),
        ("收入总计20万元，其中：一般公共预算财政拨款8万元，政府性基金预算财政拨款7万元，", "closing_balance"),
        ("收入总计20万元，其中政府性基金预算财政拨款7万元，", "closing_balance"),
        ("政府性基金预算财政拨款收入12万元。本年支出合计9万元，", "closing_balance"),
    ],
)
def test_what_is_left_of_one_fund_is_no_balance_of_the_body(words: str, topic: str | None) -> None:
    assert stated(FINAL, f"{words}年末结转和结余3万元。")[-1]["topic"] == topic


def test_what_follows_a_year_that_is_named_is_of_that_year() -> None:
    rows = stated(FINAL, "上年项目支出预算100万元，实际执行90万元。")
    assert brief(rows, "topic", "fiscal_year", "phase") == [
        ("project_total", 2030, "approved"),
        ("project_total", 2030, "executed"),
    ]
    rows = stated(FINAL, "项目支出预算100万元，上年80万元，实际执行90万元。")
    assert brief(rows, "topic", "fiscal_year") == [
        ("project_total", 2031),
        ("project_total", 2030),
        ("project_total", 2031),
    ]


@pytest.mark.parametrize(
    ("before", "topic"),
    [
        ("1.上年项目支出预算100万元。", None),
        ("1.项目支出预算100万元。", "project_total"),
        ("分项情况：公务接待费7万元；培训费3万元。", None),
        ("公务接待费7万元。", None),
        ("公务接待费：2031年7万元。", "reception"),
    ],
)
def test_a_bare_number_is_of_what_heads_the_paragraph_before_in_its_year(before: str, topic: str | None) -> None:
    rows = stated(FINAL, before, "支出预算80万元，比预计增加。")
    assert brief(rows[-1:], "topic") == [(topic,)]
    rows = stated(FINAL, before, "支出预算80万元中，用于业务40万元。")
    assert brief(rows[-2:-1], "topic") == [(None,)], "a whole of its own"


@pytest.mark.parametrize(("price", "topic"), [("单价4千元，", None), ("每村4千元，", None), ("", "reception")])
def test_a_bare_number_behind_a_price_is_of_what_it_buys(price: str, topic: str | None) -> None:
    rows = stated(FINAL, "1.公务接待费7万元。", f"{price}预算5万元。")
    assert brief(rows[-1:], "topic") == [(topic,)]


@pytest.mark.parametrize(
    ("opening", "topic"),
    [
        ("图书采购项目年初预算80万元", None),
        ("年初预算80万元", "opening_balance"),
        ("项目支出预算80万元", "opening_balance"),
    ],
)
def test_what_a_project_carried_over_is_no_balance_of_its_body(opening: str, topic: str | None) -> None:
    rows = stated(FINAL, f"{opening}，上年结转10万元，支出85万元。")
    assert brief(rows[1:2], "topic") == [(topic,)]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("二、云山县水利工程管理站", None),
        ("二、云山县水利工程管理站2031年决算情况", None),
        ("二、云山县第一中学", None),
        ("二、深圳市龙岗区林业局", "basic"),
        ("二、支出决算情况说明", "basic"),
        ("二、本单位所属各站", "basic"),
    ],
)
def test_below_the_name_of_a_body_that_nobody_knows_nothing_is_the_issuer_s(heading: str, topic: str | None) -> None:
    rows = stated(FINAL, "一、收入决算情况说明", heading, "基本支出80万元。", "三、支出情况", "项目支出20万元。")
    assert brief(rows, "topic") == [(topic,), ("project_total",)]


def test_a_part_of_what_nobody_knows_is_not_what_another_paragraph_tells_the_change_of() -> None:
    rows = stated(
        FINAL,
        "2031年度政府性基金本年收入9万元，本年支出8万元，其中：基本支出0万元，项目支出8万元。",
        "与上年相比，基本支出增加3万元。",
        "基本支出80万元。",
        "与上年相比，基本支出增加5万元。",
    )
    assert brief([row for row in rows if row["role"] == "change"], "level") == [(None,), ("80",)]


@pytest.mark.parametrize(
    "lines",
    [
        ["2031年财政拨款收支总预算90万元。其中，收入总计90万元；支出总计90万元。"],
        ["四、财政拨款收支总体情况", "2031年收入总计90万元，支出总计90万元。"],
    ],
)
def test_a_total_behind_that_of_a_fund_is_of_the_fund(lines: list[str]) -> None:
    rows = stated(BUDGET, *lines)
    assert brief(rows[-2:], "topic") == [(None,), (None,)]
    own = stated(BUDGET, *lines, "五、收支总体情况", "2031年收入总计120万元，其中财政拨款收入90万元，支出总计120万元。")
    assert brief(own[-3:], "topic")[::2] == [("income_grand_total",), ("expenditure_grand_total",)]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("公用经费中金额较大的有：办公费6万元、公务接待费5万元。", None),
        ("基本支出90万元，其中：人员经费80万元，办公费5万元，公务接待费5万元。", None),
        ("“三公”经费20万元，其中：因公出国（境）费0万元，公务用车运行费15万元，公务接待费5万元。", "reception"),
    ],
)
def test_what_basic_expenditure_pays_of_the_three_public_items_is_not_all_of_them(
    words: str, topic: str | None
) -> None:
    assert brief(stated(FINAL, words)[-1:], "value_as_printed", "topic") == [("5", topic)]


def test_parts_of_what_the_paragraph_told_of_a_fund_are_of_the_fund() -> None:
    parts = "本年支出中，基本支出8万元，项目支出1万元。"
    of_fund = stated(FINAL, f"财政拨款年初结转和结余1万元，本年收入9万元，本年支出9万元。{parts}")
    assert brief(of_fund[-2:], "topic") == [(None,), (None,)]
    assert brief(stated(FINAL, f"2031年本年支出9万元。{parts}")[-2:], "topic") == [("basic",), ("project_total",)]
