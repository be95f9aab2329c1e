"""Which of two totals of a side is the year's: 收入合计, what was carried over, 收入总计."""

from __future__ import annotations

from collections.abc import Iterable

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.meaning import RowMeaning
from dagster_project.extraction.vocabulary import Side

OF_THE_YEAR = header_words().of_the_year
TOTALS = {
    Side.INCOME: ("income_total", "income_grand_total"),
    Side.EXPENDITURE: ("expenditure_total", "expenditure_grand_total"),
}
BALANCES = ("opening_balance", "use_of_surplus", "closing_balance", "distribution")
CARRIED = {one.item for one in knowledge().items if {one.item, one.part_of} & set(BALANCES)}
"""What may stand between the money of the year and all money."""


def tell_totals(rows: Iterable[RowMeaning], side: Side | None) -> None:
    """Tell the year's total, in place, among the rows of one side of a balance, which prints the total of all below it.

    A bare total (合计, 小计, 收入合计) is the year's where only what is carried over or left stands between the two.
    """
    if side is None:
        return
    this_year, all_money = TOTALS[side]
    found = list(rows)
    if any(row.item == this_year for row in found):
        return
    below: RowMeaning | None = None
    for row in reversed(found):
        is_bare = OF_THE_YEAR.fullmatch(row.name or "") is not None
        if row.item == all_money and (below is None or not is_bare):
            below = row
        elif is_bare and below is not None and row.name != below.name:
            row.item = this_year
            return
        elif row.name and below is not None and row.item not in CARRIED:
            return
