"""Names of function codes in prose, as rows."""

from __future__ import annotations

from synthetic import BUDGET, Reading, coded

COLUMNS = ("level", "name_as_printed", "code", "code_above", "states_amount")


def _mentions(text: str) -> list[tuple[object, ...]]:
    rows = Reading(BUDGET + text + "\n\n" + coded()).rows("code_mentions")
    return [tuple(row[column] for column in COLUMNS) for row in rows]


def test_every_name_has_the_code_of_the_tables() -> None:
    assert _mentions("自然资源海洋气象等支出（类）海洋管理事务（款）120万元，用于行政运行（项）。") == [
        (1, "自然资源海洋气象等支出", "220", None, True),
        (2, "海洋管理事务", "22002", "220", True),
        (3, "行政运行", "2200201", "22002", True),
    ]


def test_a_name_that_no_table_prints_has_the_code_above_it() -> None:
    assert _mentions("海洋管理事务（款）海洋卫星（项）：指用于卫星的支出。") == [
        (2, "海洋管理事务", "22002", "220", False),
        (3, "海洋卫星", None, "22002", False),
    ]


def test_the_span_is_that_of_the_name() -> None:
    row = Reading(BUDGET + "一、 海洋管理事务 (款)\n\n" + coded()).one("code_mentions")
    assert (row["span_start"], row["span_end"], row["line"]) == (3, 10, 3)


def test_a_line_that_states_nothing_spent_states_no_amount() -> None:
    text = "海洋管理事务（款）海洋卫星（项）。年初预算为0.88万元，支出决算为0万元。"
    assert [row[-1] for row in _mentions(text)] == [False, False]
    assert [row[-1] for row in _mentions(text.replace("为0万元", "为0.80万元"))] == [True, True]
