"""Rows of a statement that are known by their name: 收入总计, 年初结转和结余."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.loading import as_one
from dagster_project.extraction.vocabulary import Fund, Side


@lru_cache(maxsize=4096)
def item_named(name: str, side: Side | None, is_any_side: bool) -> str | None:
    """Return the key of the known row with this folded name on a side of the statement, or None.

    Where the statement has no sides, the rows of either are known after those of none: 总计 is its total.
    """
    found = _known(side, is_any_side).fullmatch(name)
    return knowledge().items[int(str(found.lastgroup)[1:])].item if found else None


def fund_of(item: str | None) -> Fund | None:
    """Return the fund that a known row is of, or None."""
    return next((one.fund for one in knowledge().items if one.item == item), None)


@cache
def _known(side: Side | None, is_any_side: bool) -> re.Pattern[str]:
    """Return the names of the rows of a side, those of no side among them, and then of the other, as one expression."""
    items = list(enumerate(knowledge().items))
    known = [each for each in items if each[1].side in (None, side)]
    known += [each for each in items if is_any_side and each[1].side not in (None, side)]
    return as_one({f"_{index}": item.name for index, item in known})
