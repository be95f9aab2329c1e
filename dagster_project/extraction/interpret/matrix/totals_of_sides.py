"""Which of two totals of a side is the year's: 收入合计, what was carried over, 收入总计."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dagster_project.extraction.amounts import Number, half_unit
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
MOST_CARRIED = 8
"""Such rows between the two, of which all combinations are tried: some may be parts of others."""


def tell_totals(rows: Sequence[tuple[RowMeaning, Number | None]], side: Side | None) -> None:
    """Tell the year's total, in place, among the rows of one side of a balance, which prints the total of all below it.

    A bare total (合计, 小计, 收入合计) is the year's where only what is carried over or left stands between the two,
    and with it comes to all: 小计 may be of the last items alone. Each row has its first figure.
    """
    if side is None:
        return
    this_year, all_money = TOTALS[side]
    if any(row.item == this_year for row, _ in rows):
        return
    below: RowMeaning | None = None
    whole: Number | None = None
    carried: list[Number] = []
    for row, value in reversed(rows):
        is_bare = OF_THE_YEAR.fullmatch(row.name or "") is not None
        if row.item == all_money and (below is None or not is_bare):
            below, whole, carried = row, value, []
        elif is_bare and below is not None and row.name != below.name:
            if whole is not None and value is not None and _comes_to(whole, value, carried):
                row.item = this_year
            return
        elif row.name and below is not None and row.item not in CARRIED:
            return
        elif below is not None and value is not None and value.value:
            carried.append(value)


def _comes_to(whole: Number, part: Number, carried: Sequence[Number]) -> bool:
    """Tell whether a part and some of what is carried over are the whole, but for rounding."""
    if len(carried) > MOST_CARRIED:
        return False
    sums = ((part, *some) for count in range(len(carried) + 1) for some in combinations(carried, count))
    return any(
        abs(whole.value - sum(one.value for one in some)) <= sum(half_unit(one.decimals) for one in (whole, *some))
        for some in sums
    )
