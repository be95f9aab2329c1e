"""Rows of a statement that are known by their name: 收入总计, 年初结转和结余."""

from __future__ import annotations

from functools import lru_cache

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.vocabulary import Side


@lru_cache(maxsize=4096)
def item_named(name: str, side: Side | None, is_any_side: bool) -> str | None:
    """Return the key of the known row with this folded name on a side of the statement, or None.

    Where the statement has no sides, the rows of either are known after those of none: 总计 is its total.
    """
    known = [item for item in knowledge().items if item.side in (None, side)]
    if is_any_side:
        known += [item for item in knowledge().items if item not in known]
    return next((item.item for item in known if item.name.fullmatch(name)), None)
