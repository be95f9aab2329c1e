"""The total of staff and public expenditure together, which a page prints in the block of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dagster_project.extraction.amounts import half_unit
from dagster_project.extraction.model.meaning import Figure

PARTS, WHOLE = ("staff", "public"), "basic"


def tell_totals_of_blocks(figures: Sequence[Figure]) -> None:
    """Tell a bare total, in place, that is no sum of its own block but of both: it is basic expenditure."""
    categories = [figure for figure in figures if figure.row.level == 1 and figure.row.item is None]
    for total in figures:
        if total.row.item != "total" or total.number is None or total.column.measure not in PARTS:
            continue
        beside = [figure for figure in categories if _are_beside(figure, total)]
        sums = {part: [figure for figure in beside if figure.column.measure == part] for part in PARTS}
        of_both = all(map(any, sums.values())) and _comes_to(total, beside)
        if of_both and not _comes_to(total, sums[total.column.measure]):
            total.row.measure = WHOLE


def _are_beside(one: Figure, total: Figure) -> bool:
    times = [(each.row.organisation, each.column.year, each.column.phase) for each in (one, total)]
    return one.number is not None and times[0] == times[1] and one.column.measure in PARTS


def _comes_to(total: Figure, parts: Sequence[Figure]) -> bool:
    numbers = [figure.number for figure in (total, *parts) if figure.number is not None]
    whole, *others = (number.value for number in numbers)
    return abs(whole - sum(others, Decimal(0))) <= sum(half_unit(number.decimals) for number in numbers)
