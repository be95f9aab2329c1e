"""Columns below a word that nobody knows are in doubt where they hold what one year differs by from another."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading, caption, tabs

ITEMS = ("小计", "公务接待费", "公务用车运行维护费")
BEFORE, NOW = ("39.50", "7.25", "32.25"), ("18.75", "2.50", "16.25")


@pytest.mark.parametrize(
    ("groups", "third", "is_doubted"),
    [
        (("2030年", "2031年", "守望波动"), ("-20.75", "-4.75", "-16.00"), True),
        (("2030年", "2031年", "守望波动"), ("8.75", "2.50", "6.25"), False),
        (("上年结转", "2031年", "守望波动"), ("-20.75", "-4.75", "-16.00"), False),
    ],
)
def test_columns_of_an_unknown_word_that_hold_a_change_are_in_doubt(
    groups: tuple[str, ...], third: tuple[str, ...], is_doubted: bool
) -> None:
    header = [
        ("预算单位", *(text for group in groups for text in (group, "", ""))),
        ("", *ITEMS, *ITEMS, *ITEMS),
    ]
    row = ("区海洋观测局本级", *BEFORE, *NOW, *third)
    text = BUDGET + caption("一般公共预算“三公”经费支出表", 12) + tabs([*header, row])
    lines = Reading(text).lines("column_number", "reading_status")
    doubted = {column for column, status in lines if status == "doubtful"}
    assert doubted == ({8, 9, 10} if is_doubted else set())
    assert len(lines) == len((*BEFORE, *NOW, *third))
