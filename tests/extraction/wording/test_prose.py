"""Heads, posts and vehicles stated in prose, with the organisation they belong to; amounts with their place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from synthetic import BUDGET, DEPARTMENT, Reading

Head = tuple[object, ...]


def _heads(text: str) -> list[Head]:
    return [(row["organisation"], row["kind"], row["count"]) for row in Reading(BUDGET + text).rows("headcounts")]


def test_staff_follow_the_kind_of_post_before_them() -> None:
    text = "东礁观测站行政编制总数12人，实有在编人数11人；事业编制数5人，实有在编4人；离休1人，退休3人。"
    assert _heads(text) == [
        ("东礁观测站", "administrative_posts", 12),
        ("东礁观测站", "administrative_staff", 11),
        ("东礁观测站", "business_posts", 5),
        ("东礁观测站", "business_staff", 4),
        ("东礁观测站", "retired_veterans", 1),
        ("东礁观测站", "retired", 3),
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("雇员编制3人", "employee_posts"),
        ("实有雇员人数 3 人", "employees"),
        ("雇员（含老工勤）3人", "employees"),
        ("临聘人员3人", "temporary_staff"),
        ("劳务派遣 3 人", "dispatched"),
        ("实有车辆3辆", "vehicles"),
        ("一般公务用车3辆", "official_vehicles"),
        ("其他用车 3 辆", "other_vehicles"),
        ("其他按照规定配备的公务用车3辆", "other_vehicles"),
        ("特种专业技术用车3辆", "special_vehicles"),
        ("执法执勤用车3辆", "enforcement_vehicles"),
    ],
)
def test_every_kind_is_told_apart(words: str, kind: str) -> None:
    assert _heads(f"我局{words}。") == [(DEPARTMENT, kind, 3)]


def test_figures_without_a_name_are_the_issuers() -> None:
    assert _heads("我局行政编制总数2人。") == [(DEPARTMENT, "administrative_posts", 2)]


def test_sentence_that_began_on_the_line_above_keeps_its_organisation() -> None:
    assert _heads("截至年末，区海洋观测局本\n级行政编制总数2人。")[0] == (
        f"{DEPARTMENT}本级",
        "administrative_posts",
        2,
    )


@pytest.mark.parametrize(
    "text", ["计划购置车辆3辆。", "2031年新增车辆3辆。", "服务渔民行政编制咨询3次。", "退休3年。", "车辆3人。"]
)
def test_plans_and_other_counts_are_no_stock(text: str) -> None:
    assert _heads(text) == []


def test_count_of_any_length_does_not_stop_the_document() -> None:
    assert Reading(BUDGET + "我局行政编制99999999999人。").document["fiscal_year"] == 2031


def test_span_is_that_of_the_figure() -> None:
    line = "我局行政编制总数 26 人。"
    row = Reading(BUDGET + line).one("headcounts")
    assert line[row["span_start"] : row["span_end"]] == "26"
    assert row["line"] == 3


def test_amounts_in_prose_keep_line_span_and_yuan() -> None:
    line = "预算84,579万元，增长1.73亿元，其中80 元。"
    rows = Reading(BUDGET + "\n" + line).rows("prose_amounts")
    assert [line[row["span_start"] : row["span_end"]] for row in rows] == ["84,579万元", "1.73亿元", "80 元"]
    assert [row["amount_cny"] for row in rows] == [Decimal("845790000.00"), Decimal("173000000.00"), Decimal("80.00")]
    assert {row["line"] for row in rows} == {4}
