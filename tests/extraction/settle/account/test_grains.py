"""Figures that print more digits than they are rounded to are as coarse as that, in a sum that rounding moves too."""

from __future__ import annotations

import json

import pytest
from synthetic import BUDGET, CODED_HEADER, Reading, caption, tabs

from dagster_project.extraction.settle.account.grains import rounded_to

LEAVES = (1234500, 876700, 15300, 400900, 3046100, 78900, 651200, 90700, 111300, 2200700, 54100, 8600)
"""In yuan, each rounded to the hundred."""


def _table(off: int) -> list[list[str]]:
    """A table of twelve items of one subcategory, whose total differs by `off` yuan from what they come to."""

    def row(code: str, name: str, yuan: int) -> list[str]:
        return ["", code, name, f"{yuan:,}.00", f"{yuan:,}.00", "0.00"]

    total = sum(LEAVES) + off
    items = [row(f"22001{place:02}", f"事项{place}", yuan) for place, yuan in enumerate(LEAVES, 1)]
    heads = [row("220", "自然资源海洋气象等支出", total), row("22001", "自然资源事务", total)]
    return [CODED_HEADER, ["合计", *row("", "", total)[1:]], *heads, *items]


@pytest.mark.parametrize(("off", "fails"), [(0, 0), (200, 0), (90_000, 2)])
def test_sums_of_rounded_yuan_may_be_off_by_what_they_are_rounded(off: int, fails: int) -> None:
    lines = BUDGET + caption("一般公共预算支出表", 7) + tabs(_table(off))
    reading = Reading(lines.replace("单位：万元", "单位：元"))
    evidence = json.loads(reading.one("readings", decision="rows")["evidence"])
    assert evidence["children_sum_to_parent"]["fails"] == fails


@pytest.mark.parametrize(
    ("places", "rounded"),
    [
        ([-2] * 11 + [-3], -2),
        # as round amounts end: anywhere
        ([-2] * 5 + [-3] * 4 + [-4] * 3, None),
        # too few; too many that are finer; of twenty one may be
        ([-2] * 11, None),
        ([-2] * 18 + [2] * 2, None),
        ([-2] * 19 + [2], -2),
        ([2] * 15 + [1, 1], 2),
    ],
)
def test_figures_tell_where_they_are_rounded(places: list[int], rounded: int | None) -> None:
    assert rounded_to(places) == rounded
