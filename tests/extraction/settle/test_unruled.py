"""A table without lines whose names or header say that its columns were not told apart is in doubt."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from paper import Paper

from dagster_project.extraction import extract

PLACES = (50.0, 130.0, 330.0, 430.0, 530.0)
HEADER = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
ROWS = (
    ("", "合计", "110.25", "60.25", "50.00"),
    ("2200101", "行政运行", "60.25", "60.25", ""),
    ("2200102", "气象服务", "50.00", "", "50.00"),
)


def statuses(*rows: Sequence[str]) -> set[str]:
    paper = Paper()
    paper.text(150, 60, "深圳市龙岗区海洋观测局2031年部门预算", 16)
    paper.text(200, 90, "支出总表", 14)
    paper.text(480, 110, "单位：万元")
    for number, row in enumerate(rows):
        for place, (index, words) in zip(PLACES, enumerate(row), strict=True):
            paper.text(place, 140 + 18 * number, words, 9, "left" if index < 2 else "right")
    return {
        line["reading_status"] for line in extract(paper.save(), "unruled.pdf").tables["statement_lines"].to_pylist()
    }


def test_a_plain_table_is_untested() -> None:
    assert statuses(HEADER, *ROWS) == {"untested"}


@pytest.mark.parametrize(
    "rows",
    [
        (HEADER, *ROWS, ("", "4822.51", "5.00", "5.00", "")),
        ((*HEADER[:3], "小计", "项目支出"), *ROWS),
        ((*HEADER[:3], "基本支出4,048.77", "项目支出"), *ROWS),
    ],
    ids=["a figure for a name", "a lower name alone", "a figure in the header"],
)
def test_a_table_whose_columns_were_not_told_apart_is_doubtful(rows: Sequence[Sequence[str]]) -> None:
    assert statuses(*rows) == {"doubtful"}
