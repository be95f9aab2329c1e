"""The name of a body over a table, broken in a narrow box beside the unit of amount."""

from __future__ import annotations

import pytest
from paper import Paper, rule, write

from dagster_project.extraction import extract

ACROSS, DOWN = (45, 135, 345, 445), (150, 172, 194)
ROWS = [["科目编码", "科目名称", "合计"], ["2200101", "行政运行", "60.25"]]


def owner(first: str, second: str, left: int = 45) -> str | None:
    """Return whose table it is under two lines at the left, and the unit beside the first."""
    paper = Paper()
    paper.text(150, 60, "深圳市龙岗区海洋观测局2031年部门预算", 16)
    paper.text(200, 90, "一般公共预算支出表", 14)
    paper.text(45, 120, first, 9)
    paper.text(500, 120, "单位：万元", 9)
    paper.text(left, 131, second, 9)
    rule(paper, ACROSS, DOWN)
    write(paper, ACROSS, DOWN, ROWS)
    printed: str | None = extract(paper.save(), "names.pdf").tables["tables"].to_pylist()[0]["organisation_as_printed"]
    return printed


@pytest.mark.parametrize(
    ("first", "second"),
    [("部门：深圳市龙岗区海洋", "观测局"), ("单位名称：深圳市龙岗区社会经济", "调查队")],
)
def test_a_name_goes_on_below_its_label(first: str, second: str) -> None:
    assert owner(first, second) == first.partition("：")[2] + second


@pytest.mark.parametrize(("second", "left"), [("观测局", 400), ("编制日期二月", 45)], ids=["far", "no name"])
def test_what_is_no_end_of_a_name_stays_below(second: str, left: int) -> None:
    assert owner("部门：深圳市龙岗区海洋", second, left) == "深圳市龙岗区海洋"
