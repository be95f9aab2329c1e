"""The unit of an amount: the nearest evidence first, never its size."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from synthetic import BUDGET, DEPARTMENT, FINAL_ACCOUNT, TARGETS, Reading, caption, coded, tabs

ROWS = (("预算单位", "支出总计", "基本支出", "项目支出"), ("区海洋观测局本级", "300", "120", "180"))
TASKS = (("任务名称", "预算金额", ""), ("", "总额", "其中：财政拨款"))


def _amount(reading: Reading, **where: object) -> list[tuple[object, ...]]:
    return reading.lines("amount_cny", "unit_as_printed", "unit_applied", "unit_basis", **where)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("元", "300.00"), ("百元", "30000.00"), ("千元", "300000.00"), ("万元", "3000000.00"), ("亿元", "30000000000.00")],
)
def test_unit_over_the_table_applies_to_it(unit: str, expected: str) -> None:
    reading = Reading(BUDGET + caption("支出总表", 3, unit) + tabs(ROWS))
    assert _amount(reading, measure="total") == [(Decimal(expected), unit, unit, "table")]


@pytest.mark.parametrize("line", ["单位：万元", "单位: 万元", "金额单位：人民币万元", "（单位：万元）", "单 位：万 元"])
def test_unit_line_is_read_however_it_is_printed(line: str) -> None:
    text = caption("支出总表", 3, "") + line + "\n\n" + tabs(ROWS)
    assert _amount(Reading(BUDGET + text), measure="basic") == [(Decimal("1200000.00"), "万元", "万元", "table")]


def test_unit_inside_the_first_rows_of_the_grid_is_the_unit_of_the_table() -> None:
    text = caption("支出总表", 3, "") + tabs([("", "", "", "单位：元"), *ROWS])
    assert _amount(Reading(BUDGET + text), measure="basic") == [(Decimal("120.00"), "元", "元", "table")]


def test_column_beats_table() -> None:
    header = ("预算单位", "支出总计（万元）", "基本支出", "项目支出")
    reading = Reading(BUDGET + caption("支出总表", 3, "元") + tabs([header, ROWS[1]]))
    assert _amount(reading, measure="total") == [(Decimal("3000000.00"), "万元", "万元", "column")]
    assert _amount(reading, measure="basic") == [(Decimal("120.00"), "元", "元", "table")]


def test_row_beats_column_and_table() -> None:
    form = [("项目名称", "潮位观测"), ("本年度项目金额（万元）", "5"), ("一级指标", "二级指标", "三级指标", "指标值")]
    reading = Reading(TARGETS + caption("项目支出绩效目标表", 15, "元") + tabs(form))
    assert _amount(reading) == [(Decimal("50000.00"), "万元", "万元", "row")]


def test_cell_beats_row() -> None:
    form = [
        ("项目名称", "潮位观测"),
        ("本年度项目金额（万元）", "5亿元"),
        ("一级指标", "二级指标", "三级指标", "指标值"),
    ]
    reading = Reading(TARGETS + caption("项目支出绩效目标表", 15, "元") + tabs(form))
    assert _amount(reading) == [(Decimal("500000000.00"), "亿元", "亿元", "cell")]


def test_unit_of_a_section_applies_to_its_rows() -> None:
    rows = [("项目资金（万元）", "全年预算数", "全年执行数"), ("年度资金总额", "8", "6")]
    reading = Reading(FINAL_ACCOUNT + "项目支出绩效自评表\n\n" + tabs([("项目名称", "潮位观测"), *rows]))
    assert _amount(reading, measure="revised") == [(Decimal("80000.00"), "万元", "万元", "section")]


def test_label_without_a_unit_takes_that_of_its_siblings() -> None:
    form = [("项目名称", "潮位观测"), ("项目总金额（元）", "9", "本年度项目金额", "5")]
    form.append(("一级指标", "二级指标", "三级指标", "指标值"))
    reading = Reading(TARGETS + "项目支出绩效目标表\n\n" + tabs(form))
    assert _amount(reading, measure="approved") == [(Decimal("5.00"), None, "元", "sibling")]


def _unit_targets(*rows: tuple[str, ...], unit: str = "") -> str:
    head = ("单位名称", f"{DEPARTMENT}本级", "")
    return caption("部门整体支出绩效目标表", 14, unit, f"{DEPARTMENT}本级") + tabs([head, *TASKS, *rows])


def test_table_without_a_unit_is_compared_with_those_that_have_one() -> None:
    tasks = _unit_targets(("金额合计", "3,000,400.00", "3,000,400.00"))
    reading = Reading(BUDGET + caption("支出总表", 3) + tabs(ROWS) + "\n" + tasks)
    assert _amount(reading, measure="approved", row_role="total") == [(Decimal("3000400.00"), None, "元", "comparison")]
    decided = reading.one("readings", table_number=2, decision="unit")
    assert (decided["reading"], decided["reading_status"]) == ("元", "chosen")
    assert reading.one("issues", code="unit_compared")["table_number"] == 2


def test_table_that_equals_no_other_keeps_no_unit() -> None:
    tasks = _unit_targets(("金额合计", "4,444,444.00", "4,444,444.00"))
    reading = Reading(BUDGET + caption("支出总表", 3) + tabs(ROWS) + "\n" + tasks)
    assert _amount(reading, measure="approved", row_role="total") == [(None, None, None, "none")]
    assert reading.one("issues", code="unit_unknown")["table_number"] == 2


@pytest.mark.parametrize("figure", ["9,876,543,210,000", "0.0001", "300"])
def test_size_alone_never_gives_or_changes_a_unit(figure: str) -> None:
    printed = caption("支出总表", 3) + tabs([ROWS[0], ("区海洋观测局本级", figure, figure, "0")])
    amount, unit, applied, basis = _amount(Reading(BUDGET + printed), measure="total")[0]
    assert (amount, unit, applied, basis) == (Decimal(figure.replace(",", "")) * 10000, "万元", "万元", "table")
    nothing = caption("支出总表", 3, "") + tabs([ROWS[0], ("区海洋观测局本级", figure, figure, "0")])
    assert _amount(Reading(BUDGET + nothing), measure="total") == [(None, None, None, "none")]


def _forms(*texts: tuple[str, str]) -> str:
    header = "一级指标 二级指标 三级指标 指标值\n\n产出指标 数量指标 布放浮标数 ≥12个\n\n备注：无\n"
    return "".join(
        f"项目支出绩效目标申报表\n项目编码： 9900{number} 项目名称： 项目{number}\n\n"
        f"项目总金额（中期规划，万元）： 9,000,000.00 本年度项目金额（万元）： {amount}\n\n"
        f"测算依据：\n{text}\n\n{header}"
        for number, (amount, text) in enumerate(texts, 1)
    )


def test_texts_of_the_forms_overrule_the_printed_unit_of_the_template() -> None:
    forms = _forms(
        ("150,000.00", "修缮15万元"),
        ("80,000.00", "浮标5万元，电缆3万元"),
        ("70,000.00", "每年7万元"),
        ("60,000.00", "无"),
    )
    reading = Reading(TARGETS + forms)
    assert [int(amount) for amount in reading.column("projects", "approved_cny")] == [150000, 80000, 70000, 60000]
    assert set(reading.lines("unit_as_printed", "unit_applied", "unit_basis")) == {("万元", "元", "votes")}
    votes = json.loads(reading.rows("tables")[2]["unit_votes"])
    assert votes == {"元": 3, "万元": 0, "亿元": 0, "printed": "万元"}
    assert reading.one("issues", code="unit_overridden")["severity"] == "warning"


@pytest.mark.parametrize(
    "texts",
    [
        (("150,000.00", "修缮15万元"), ("80,000.00", "未列明")),
        (("150,000.00", "修缮15万元"), ("80,000.00", "共80,000万元"), ("70,000.00", "每年7万元")),
        (("9,000,000.00", "未列明"), ("8,000,000.00", "未列明"), ("7,000,000.00", "未列明")),
    ],
)
def test_printed_unit_stands_without_a_clear_majority_against_it(texts: tuple[tuple[str, str], ...]) -> None:
    reading = Reading(TARGETS + _forms(*texts))
    assert set(reading.lines("unit_applied", "unit_basis")) == {("万元", "row")}
    assert "unit_overridden" not in reading.issues


def test_counter_words_and_rates_are_no_money() -> None:
    reading = Reading(BUDGET + coded([("区海洋观测局本级", "", "", "5%", "3人", "7元")]))
    assert _amount(reading) == [
        (None, "%", "%", "cell"),
        (None, "人", "人", "cell"),
        (Decimal("7.00"), "元", "元", "cell"),
    ]


def test_two_stated_amounts_overrule_a_printed_unit_that_none_supports() -> None:
    reading = Reading(TARGETS + _forms(("150,000.00", "修缮15万元"), ("80,000.00", "浮标5万元，电缆3万元")))
    assert set(reading.lines("unit_applied", "unit_basis")) == {("元", "votes")}


def test_balance_column_of_an_income_table_has_a_measure() -> None:
    rows = [("预算单位", "收入总计", "事业收入", "上年结转"), ("区海洋观测局本级", "9", "8", "1")]
    reading = Reading(BUDGET + caption("收入总表", 2) + tabs(rows))
    assert reading.lines("measure", "amount_cny")[-1] == ("opening", Decimal("10000.00"))


@pytest.mark.parametrize(
    "printed",
    [
        "单位：万\n\n元",
        "单\n\n位：万元",
        "（万元）",
        "万元",
        "金额单位为万元",
        "单位：\n\n万元",
        "本表以万元为金额单位",
    ],
)
def test_a_unit_is_read_however_it_is_broken_and_worded(printed: str) -> None:
    text = BUDGET + caption("支出总表").replace("单位：万元", printed) + tabs(ROWS)
    assert _amount(Reading(text), measure="total") == [(Decimal("3000000.00"), "万元", "万元", "table")]


@pytest.mark.parametrize(
    "note", ["注：本表金额单位为万元", "说明：本表以万元为单位，尾数四舍五入。", "注：以下各表金额单位均为：万元"]
)
def test_a_unit_in_a_note_under_the_table_is_its_unit(note: str) -> None:
    text = BUDGET + caption("支出总表").replace("单位：万元", "") + tabs(ROWS) + f"\n\n{note}\n"
    assert _amount(Reading(text), measure="total") == [(Decimal("3000000.00"), "万元", "万元", "table")]


@pytest.mark.parametrize(
    "header", [("科目编码（单位：万元）", "科目名称", "合计"), ("科目编码", "科目名称(万元)", "合计")]
)
def test_a_unit_over_codes_or_names_is_that_of_the_table(header: tuple[str, ...]) -> None:
    rows = [header, ("220", "自然资源海洋气象等支出", "300")]
    reading = Reading(BUDGET + caption("支出总表", unit="") + tabs(rows))
    assert _amount(reading, measure="total") == [(Decimal("3000000.00"), "万元", "万元", "table")]


def test_a_unit_over_a_price_is_not_that_of_the_table() -> None:
    rows = [("采购品目", "数量", "单价（元）", "金额"), ("计算机", "2", "6,000", "12,000"), ("桌", "3", "500", "1,500")]
    reading = Reading(BUDGET + caption("政府采购预算表", unit="") + tabs(rows))
    assert set(reading.column("statement_lines", "amount_cny", column_label="金额")) == {None}
