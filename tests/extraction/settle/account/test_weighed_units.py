"""The unit of a table is what the rest of the document says it is, where that is clear; a round figure says nothing."""

from __future__ import annotations

from decimal import Decimal

from synthetic import BUDGET, CODED_HEADER, Reading, caption, tabs

HEADER = CODED_HEADER[1:]
FIGURES = ("12,347.61", "8,120.37", "4,227.24")


def _in_yuan(text: str) -> str:
    return f"{Decimal(text.replace(',', '')) * 10000:,.2f}"


def _document(unit: str, *figures: str, text: str = "") -> Reading:
    """A table of three figures that text and two other tables print too, in 万元 and in 元."""
    rows = [HEADER, ("合计", "", *figures), ("2200201", "行政运行", *figures)]
    exact = [HEADER, ("合计", "", *map(_in_yuan, FIGURES)), ("2200201", "行政运行", *map(_in_yuan, FIGURES))]
    return Reading(
        BUDGET
        + caption("支出总表", 3) + tabs([HEADER, ("合计", "", *FIGURES), ("2200201", "行政运行", *FIGURES)])
        + "\n" + caption("一般公共预算支出表", 7, unit) + tabs(rows)
        + "\n" + caption("政府性基金预算支出表", 8, "元") + tabs(exact)
        + text
    )  # fmt: skip


def _total(reading: Reading, table: int = 2) -> tuple[object, ...]:
    row = reading.rows("statement_lines", table_number=table, measure="total")[0]
    return row["amount_cny"], row["unit_as_printed"], row["unit_applied"], row["unit_basis"]


def _decision(reading: Reading, table: int = 2) -> dict[str, object]:
    return reading.one("readings", table_number=table, decision="unit")


def test_a_unit_that_is_wrong_by_ten_thousand_is_overruled_and_told() -> None:
    reading = _document("元", *FIGURES)
    assert _total(reading) == (Decimal("123476100.00"), "元", "万元", "votes")
    decision = _decision(reading)
    assert (decision["reading"], decision["reading_status"], decision["runner_up"]) == ("万元", "chosen", "元")
    assert reading.one("issues", code="unit_overridden")["table_number"] == 2
    assert set(reading.column("statement_lines", "reading_status", table_number=2)) == {"chosen"}


def test_a_unit_that_the_document_confirms_is_certain() -> None:
    reading = _document("万元", *FIGURES)
    assert _total(reading) == (Decimal("123476100.00"), "万元", "万元", "table")
    assert _decision(reading)["reading_status"] == "certain"
    assert "unit_overridden" not in reading.issues


def test_a_table_without_a_unit_takes_the_one_that_the_rest_demands() -> None:
    assert _total(_document("", *FIGURES))[:3] == (Decimal("123476100.00"), None, "万元")


def test_round_figures_and_zeros_overrule_nothing() -> None:
    reading = _document("元", "20,000", "10,000", "10,000")
    assert _total(reading)[1:] == ("元", "元", "table")
    assert _decision(reading)["reading_status"] == "untested"


def test_one_figure_alone_overrules_nothing() -> None:
    reading = _document("元", FIGURES[0], "0.00", "0.00")
    assert _total(reading)[2] == "元"


def test_a_document_in_one_unit_leaves_nothing_open() -> None:
    reading = Reading(BUDGET + caption("支出总表", 3) + tabs([HEADER, ("合计", "", *FIGURES)]))
    assert reading.rows("readings", decision="unit") == []


def test_a_table_that_nothing_is_compared_with_is_in_the_unit_that_all_others_are_known_to_be_in() -> None:
    """One prints 万元, two show it by their figures; the last has figures of its own."""
    rows = [HEADER, ("合计", "", *FIGURES), ("2200201", "行政运行", *FIGURES)]
    alone = [("因公出国（境）费", "公务接待费"), ("12.61", "8.05")]
    reading = Reading(
        BUDGET
        + caption("支出总表", 3) + tabs(rows)
        + "\n" + caption("一般公共预算支出表", 7, "") + tabs(rows)
        + "\n" + caption("财政拨款支出表", 8, "") + tabs(rows)
        + "\n" + caption("“三公”经费支出表", 9, "") + tabs(alone)
    )  # fmt: skip
    assert reading.lines("amount_cny", "unit_applied", measure="abroad") == [(Decimal(126100), "万元")]


def test_a_part_that_would_be_many_times_all_others_is_not_in_their_unit() -> None:
    def read(*figures: str) -> Reading:
        columns = [HEADER, ("合计", "", *FIGURES), ("2200201", "行政运行", *FIGURES)]
        titles = ("支出总表", "财政拨款支出预算表", "一般公共预算支出表")
        tables = [caption(title, number, "万元") + tabs(columns) for number, title in enumerate(titles, 3)]
        rows = [("项目", "2031年预算"), ("合计", figures[0]), ("公务接待费", figures[1])]
        return Reading(BUDGET + "\n".join([*tables, caption("“三公”经费预算表", 9, "") + tabs(rows)]))

    def amounts(reading: Reading) -> list[object]:
        return reading.column("statement_lines", "amount_cny", table_number=4)

    assert amounts(read("32.5", "2.5")) == [Decimal(325000), Decimal(25000)]
    large = read("325000", "25000")
    assert amounts(large) == [None, None]
    assert "its figures would be 10 times as much" in large.one("issues", code="unit_unknown")["message"]
