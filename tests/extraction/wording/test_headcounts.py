"""Heads, posts and vehicles as other provinces print them: totals and their kinds, and the date they are of."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading


def _heads(text: str) -> list[tuple[object, ...]]:
    return [(row["kind"], row["count"]) for row in Reading(BUDGET + text).rows("headcounts")]


def test_total_posts_stand_before_their_kinds() -> None:
    text = (
        "现有5个处室，编制30名，其中行政编制18名、行政附属编制8名、事业编制4名。实际在编在职人员27名，离退休人员9名。"
    )
    assert _heads(text) == [
        ("posts", 30),
        ("administrative_posts", 18),
        ("auxiliary_posts", 8),
        ("business_posts", 4),
        ("staff", 27),
        ("retired_all", 9),
    ]


def test_a_part_of_a_part_stands_in_brackets() -> None:
    text = "编制共60名，其中行政编制20名（含工勤编制2名），事业编制40名（其中参公编制4名）。"
    rows = Reading(BUDGET + text).rows("headcounts")
    assert [(row["count"], row["brackets"]) for row in rows] == [(60, 0), (20, 0), (2, 1), (40, 0), (4, 1)]


def test_every_kind_of_vehicle_is_told_apart() -> None:
    text = (
        "共有车辆9辆，其中：部级领导干部用车1辆、主要领导干部用车 1 辆、机要通信用车1辆、应急保障用车1辆、"
        "执法执勤用车1辆、特种专业技术用车1辆、离退休干部用车1辆、业务用车1辆、其他用车1辆。"
    )
    assert [kind.removesuffix("_vehicles") for kind, _ in _heads(text)] == [
        "vehicles",
        "ministerial",
        "leading",
        "communication",
        "emergency",
        "enforcement",
        "special",
        "veteran",
        "unnamed",
        "other",
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("公务用车保有量为3辆", "kept_vehicles"),
        ("共有公务用车3辆", "kept_vehicles"),
        ("副省级及以上领导用车3辆", "ministerial_vehicles"),
        ("机要通信及应急保障用车3辆", "unnamed_vehicles"),
        ("核定编制为3名", "posts"),
        ("政法专项编制3名", "judicial_posts"),
        ("工勤编制3个", "worker_posts"),
        ("编外聘用人员3人", "unestablished_staff"),
        ("地方编制3名", "other_posts"),
        ("行政事业单位编制人数共3名", "other_posts"),
        ("在职人员实有数3人", "staff"),
        ("执法执勤用车实有数3辆", "enforcement_vehicles"),
    ],
)
def test_kinds_with_words_between_them_and_the_figure(words: str, kind: str) -> None:
    assert _heads(f"我局{words}。") == [(kind, 3)]


def test_staff_follow_any_kind_of_post() -> None:
    assert _heads("参公事业编制6名，在编5人。") == [("civil_service_posts", 6), ("civil_service_staff", 5)]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("截至2030年12月31日，本部门", "2030-12-31"),
        ("2030 年 8 月末，", "2030-08"),
        ("2030年，", "2030"),
        ("", None),
        ("2028年前购入的已报废；目前", None),
    ],
)
def test_date_is_the_last_one_printed_before_the_figure(words: str, date: str | None) -> None:
    rows = Reading(BUDGET + f"{words}共有车辆3辆。").rows("headcounts")
    assert [row["as_of"] for row in rows] == ([] if "报废" in words else [date])


@pytest.mark.parametrize(
    "text",
    [
        "预计增加劳务派遣人员共10人。",
        "车辆更新3辆。",
        "年内报废车辆2辆。",
        "处置车辆2辆，账面原值40万元。",
        "单价100万元以上设备2台（套）、300.5万元。",
    ],
)
def test_changes_are_no_stock(text: str) -> None:
    assert _heads(text) == []


def test_what_is_given_away_hides_no_stock() -> None:
    assert _heads("年内处置车辆2辆，现有车辆16辆。") == [("vehicles", 16)]


def test_thousands_are_parted_by_commas() -> None:
    assert _heads("核定编制1,200名，在职人员1,150人，车辆12,34辆。") == [("posts", 1200), ("staff", 1150)]


def test_equipment_bears_the_unit_value_that_it_is_counted_from() -> None:
    text = (
        "截至2030年底，单价50万元以上通用设备4台（套），单位价值 100 万元（含）以上专用设备3台/套，"
        "单价100万以上设备（不含车辆）2件。专用设备818台。2031年安排购置单价100万元以上设备1台（套）。"
    )
    rows = Reading(BUDGET + text).rows("headcounts")
    assert [(row["kind"], row["count"], row["threshold_cny"]) for row in rows] == [
        ("general_equipment", 4, 500_000),
        ("special_equipment", 3, 1_000_000),
        ("equipment", 2, 1_000_000),
    ]


def test_who_is_present_is_not_staff() -> None:
    text = "核定编制30名，实有人员40人，其中：在职人员28人，离退休人员12人。"
    assert _heads(text) == [("posts", 30), ("present", 40), ("staff", 28), ("retired_all", 12)]


def test_a_heading_on_the_line_makes_no_stock_a_plan() -> None:
    assert _heads("国有资产占用使用及新增资产配置情况：共有车辆2辆。") == [("vehicles", 2)]
    assert _heads("国有资产配置情况：拟新增车辆2辆。") == []
