"""Lines that hold figures as rows of a table do are told where no table was found; sentences and contents are not."""

from __future__ import annotations

import pytest

from dagster_project.extraction.locate.stray_rows import stray_rows
from dagster_project.extraction.model.document import Prose


def told(*lines: str) -> list[str]:
    """Return the messages about lines of text, one below the other."""
    return [issue.message for issue in stray_rows(Prose(number, line) for number, line in enumerate(lines, 1))]


def test_rows_of_a_table_that_was_not_found_are_told_with_their_figures() -> None:
    (message,) = told("合计 1,500.50 900.30 600.20", "201 一般公共服务支出 1,500.50 900.30 600.20")
    assert message.startswith("6 figures")
    assert "1,500.50, 900.30, 600.20, 1,500.50 …" in message


def test_figures_that_stand_glued_are_told() -> None:
    assert len(told(*["合计14,269.758,561.855,707.90"] * 4)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "1. 2026年部门收支总表",
        "其中：基本支出1,234.50万元",
        "完成率 98.25%，比上年 97.50% 提高",
        "见表 12.50，另有 3,450.00",
        "第 3 页 共 25 页",
    ],
)
def test_sentences_contents_and_rates_are_not(line: str) -> None:
    assert told(*[line] * 6) == []


def test_single_figures_apart_are_not() -> None:
    assert told("1,234.50", "甲", "乙", "2,345.60", "丙", "丁", "3,456.70", "戊", "己", "4,567.80") == []
