"""Two header rows printed as one, with or without a mark between the levels, say the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from synthetic import BUDGET, Reading, caption, tabs

from dagster_project.extraction.interpret.matrix.glued import parted

LEVELS = (
    ("合计", ""),
    ("基本支出", "小计"),
    ("基本支出", "人员经费"),
    ("基本支出", "公用经费"),
    ("上年结转结余", "基本支出"),
    ("上年结转结余", "经营支出"),
)
VALUES = ("12", "9", "6", "3", "1", "2")


def _measures(labels: Sequence[tuple[str, ...]]) -> list[object]:
    header = [("科目编码", "科目名称", *(level[row] for level in labels)) for row in range(len(labels[0]))]
    text = caption("部门支出总表") + tabs([*header, ("205", "教育支出", *VALUES)])
    return Reading(BUDGET + text).lines("measure", "amount_cny")


@pytest.mark.parametrize("marks", ["-", "—", "", "（）"], ids=["hyphen", "dash", "no mark", "brackets"])
def test_levels_in_one_cell_are_read_as_levels(marks: str) -> None:
    first, last = marks[:1], marks[1:]
    one_row = [(f"{above}{first}{below}{last}" if below else above,) for above, below in LEVELS]
    assert _measures(one_row) == _measures(list(LEVELS))


@pytest.mark.parametrize(
    "labels",
    [
        ["基本支出", "基本建设支出"],
        ["收入合计", "支出合计"],
        ["本年收入", "本年支出"],
        ["2031年预算数", "2032年预算数"],
        ["公务用车购置费", "公务用车运行费"],
        ["一般公共预算拨款收入", "一般公共预算"],
        ["事业收入（不含教育收费）", "因公出国（境）费"],
    ],
)
def test_labels_that_only_begin_alike_are_left_whole(labels: list[str]) -> None:
    assert parted(labels) == labels


def test_fund_behind_a_measure_is_a_level() -> None:
    assert parted(["公务用车购置费一般公共预算", "本年一般公共预算"]) == [
        "公务用车购置费 / 一般公共预算",
        "本年一般公共预算",
    ]
