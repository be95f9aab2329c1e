"""Indicators are read from rows as pages leave them: whole, shifted left, shifted right, broken, filled down."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from synthetic import BUDGET, FINAL_ACCOUNT, Reading, caption, tabs

TARGETS = ("年度绩效指标", "一级指标", "二级指标", "三级指标", "", "目标值")
RESULTS = ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "未完成原因和改进措施")
Found = list[tuple[str | None, ...]]


def _reading(*rows: Sequence[str]) -> Reading:
    return Reading(BUDGET + caption("部门整体支出绩效目标表", 14) + tabs([TARGETS, *rows]))


def _targets(*rows: Sequence[str]) -> Found:
    reading = _reading(*rows)
    columns = ("dimension", "aspect", "indicator_name", "target_value")
    return [tuple(row[name] for name in columns) for row in reading.rows("indicators")]


def _results(*rows: Sequence[str]) -> Found:
    reading = Reading(FINAL_ACCOUNT + "项目支出绩效自评表\n\n" + tabs([("项目名称", "潮位观测"), RESULTS, *rows]))
    columns = ("dimension", "aspect", "indicator_name", "target_value", "actual_value", "reason")
    return [tuple(row[name] for name in columns) for row in reading.rows("indicators")]


def test_headings_are_filled_down() -> None:
    assert _targets(
        ("", "产出指标", "数量指标", "布放浮标数", "", "≥12个"),
        ("", "", "", "巡航次数", "", "40"),
        ("", "", "质量指标", "浮标完好率", "", "=100%"),
        ("", "效益指标", "社会效益指标", "预警覆盖率", "", "95%"),
    ) == [
        ("产出指标", "数量指标", "布放浮标数", "≥12个"),
        ("产出指标", "数量指标", "巡航次数", "40"),
        ("产出指标", "质量指标", "浮标完好率", "=100%"),
        ("效益指标", "社会效益指标", "预警覆盖率", "95%"),
    ]


def test_name_under_both_its_headings_may_be_the_word_of_one() -> None:
    assert _targets(("", "满意度指标", "服务对象满意度", "公众满意度", "", "≥85%")) == [
        ("满意度指标", "服务对象满意度", "公众满意度", "≥85%")
    ]


def test_row_that_lost_its_headings_moves_left() -> None:
    assert _targets(
        ("", "产出指标", "数量指标", "布放浮标数", "", "≥12个"),
        ("巡航次数", "≥40次", "", "", "", ""),
    )[1] == ("产出指标", "数量指标", "巡航次数", "≥40次")


def test_row_that_lost_its_first_heading_moves_left_with_its_second() -> None:
    assert _results(
        ("", "产出指标", "数量指标", "布放浮标数", "12", "12", ""),
        ("时效指标", "布放及时率", "85%", "90%", "", "", ""),
    )[1] == ("产出指标", "时效指标", "布放及时率", "85%", "90%", None)


def test_row_that_moved_left_as_a_whole_keeps_both_headings() -> None:
    assert _results(("产出指标", "数量指标", "布放浮标数", "12", "11", "台风", "")) == [
        ("产出指标", "数量指标", "布放浮标数", "12", "11", "台风")
    ]


def test_row_with_a_blank_more_moves_right() -> None:
    assert _results(("", "", "产出指标", "数量指标", "布放浮标数", "12", "11")) == [
        ("产出指标", "数量指标", "布放浮标数", "12", "11", None)
    ]


def test_words_of_a_side_label_are_no_heading() -> None:
    assert _results(
        ("绩效 指标", "产出 指标", "数量指标", "布放浮标数", "12", "12", ""), ("", "", "", "巡航次数", "4", "4", "")
    ) == [
        ("产出指标", "数量指标", "布放浮标数", "12", "12", None),
        ("产出指标", "数量指标", "巡航次数", "4", "4", None),
    ]


def test_aspect_of_another_dimension_waits_for_its_own_heading() -> None:
    assert _results(
        ("", "产出指标", "数量指标", "布放浮标数", "12", "12", ""),
        ("", "", "社会效益指标", "预警覆盖率", "90%", "95%", ""),
        ("", "效益指标", "生态效益指标", "不适用", "不适用", "--", ""),
    )[1:] == [
        ("效益指标", "社会效益指标", "预警覆盖率", "90%", "95%", None),
        ("效益指标", "生态效益指标", "不适用", "不适用", "--", None),
    ]


def test_heading_printed_further_down_belongs_to_the_leading_rows() -> None:
    assert _targets(
        ("", "", "", "布放浮标数", "", "≥12个"),
        ("", "产出指标", "数量指标", "巡航次数", "", "40"),
    )[0] == ("产出指标", "数量指标", "布放浮标数", "≥12个")


def test_heading_cut_in_two_by_a_page_is_one() -> None:
    assert _results(
        ("", "满意度", "服务对象满意度指标", "渔民满意度", "90%", "95%", ""),
        ("", "指标", "其他满意度指标", "船员满意度", "90%", "91%", ""),
    ) == [
        ("满意度指标", "服务对象满意度指标", "渔民满意度", "90%", "95%", None),
        ("满意度指标", "其他满意度指标", "船员满意度", "90%", "91%", None),
    ]


def test_the_sum_of_the_scores_is_no_indicator() -> None:
    header = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
    rows = [
        ("产出指标", "数量指标", "布放浮标数", "≥12个", "12个", "90", "90"),
        ("总分", "", "", "", "", "100", "99.87"),
    ]
    reading = Reading(FINAL_ACCOUNT + "项目支出绩效自评表\n\n" + tabs([("项目名称", "潮位观测"), header, *rows]))
    assert reading.column("indicators", "indicator_name") == ["布放浮标数"]
    assert reading.column("ledger", "reason", value_as_printed="99.87") == ["score"]


def test_lone_cell_in_the_column_of_reasons_goes_on_with_the_row_above() -> None:
    assert _results(
        ("", "产出指标", "数量指标", "布放浮标数", "12", "8", "台风"),
        ("", "", "", "", "", "", "和大雾"),
        ("", "", "", "巡航次数", "4", "4", ""),
    ) == [
        ("产出指标", "数量指标", "布放浮标数", "12", "8", "台风和大雾"),
        ("产出指标", "数量指标", "巡航次数", "4", "4", None),
    ]


def test_row_of_headings_alone_is_a_row_printed_empty() -> None:
    reading = Reading(
        BUDGET
        + caption("部门整体支出绩效目标表", 14)
        + tabs([TARGETS, ("", "满意度指标", "其他满意度指标", "", "", "")])
    )
    row = reading.one("indicators")
    assert (row["aspect"], row["indicator_name"], row["is_applicable"]) == ("其他满意度指标", None, False)


def test_header_of_the_next_page_may_have_other_columns() -> None:
    narrow = ("一级指标", "二级指标", "三级指标", "目标值")
    assert _targets(
        ("", "产出指标", "数量指标", "布放浮标数", "", "12个"),
        narrow,
        ("效益指标", "社会效益指标", "预警覆盖率", "95%"),
    ) == [("产出指标", "数量指标", "布放浮标数", "12个"), ("效益指标", "社会效益指标", "预警覆盖率", "95%")]


@pytest.mark.parametrize("name", ["不适用", "无", "-", "——", "/"])
def test_row_that_says_nothing_applies_is_not_applicable(name: str) -> None:
    reading = _reading(("", "产出指标", "数量指标", name, "", name))
    assert reading.column("indicators", "is_applicable") == [False]


@pytest.mark.parametrize(
    ("printed", "comparator", "number", "unit"),
    [
        ("≥20 份", "≥", "20", "份"),
        ("不低于5家", "≥", "5", "家"),
        ("12.5%", None, "12.5", "%"),
        ("≤44亿元", "≤", "44", "亿元"),
        ("有效提升", None, None, None),
        ("2-3 场", None, None, None),
        ("1 次/每季度", None, "1", "次/每季度"),
    ],
)
def test_target_keeps_words_and_number(
    printed: str, comparator: str | None, number: str | None, unit: str | None
) -> None:
    reading = Reading(
        BUDGET
        + caption("部门整体支出绩效目标表", 14)
        + tabs([TARGETS, ("", "产出指标", "数量指标", "甲", "", printed)])
    )
    row = reading.one("indicators")
    assert row["target_value"] == printed.replace(" ", "")
    assert (row["comparator"], row["target_unit"]) == (comparator, unit)
    assert row["target_number"] == (Decimal(number) if number else None)
    assert (row["ledger_id"] is not None) == (number is not None)


@pytest.mark.parametrize(
    ("printed", "number", "unit"), [("≥13459.00(平方米)", "13459.00", "平方米"), ("≥95.5（%）", "95.5", "%")]
)
def test_unit_of_a_target_may_stand_in_brackets(printed: str, number: str, unit: str) -> None:
    row = _reading(("", "产出指标", "数量指标", "甲", "", printed)).one("indicators")
    assert (row["comparator"], row["target_number"], row["target_unit"]) == ("≥", Decimal(number), unit)
    assert row["ledger_id"] is None


@pytest.mark.parametrize("printed", ["0.12345678", "1" * 30, "99.99999999%"])
def test_target_of_any_length_is_read_or_left_as_words(printed: str) -> None:
    assert _targets(("", "产出指标", "数量指标", "布放浮标数", "", printed))[0][-1] == printed


def test_amount_in_an_explanation_is_counted_once() -> None:
    header = ("一级指标", "二级指标", "三级指标", "指标值", "指标解释")
    rows = [header, ("产出指标", "成本指标", "造价", "≤8万元", "5万元"), ("", "", "", "", "另加3万元")]
    reading = Reading(BUDGET + caption("项目支出绩效目标表", 15) + tabs(rows))
    assert sorted(reading.column("ledger", "value_as_printed")) == ["3", "5万元", "≤8万元"]
