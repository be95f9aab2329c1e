"""Units of amount that stand under their tables: which lines between two tables belong to the one above."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.locate.captions import UNIT
from dagster_project.extraction.model.document import Prose, Table
from dagster_project.extraction.vocabulary import Layout

LONGEST = 30


def is_foot(text: str) -> bool:
    """Tell whether a line holds a unit of amount and nothing else, as it can stand under a table."""
    return len(text) <= LONGEST and UNIT.fullmatch(fold(text).strip("()")) is not None


def settle_feet(tables: Sequence[Table]) -> None:
    """Give the units between tables to those above, where the last has one below and the first with one none over it.

    Elsewhere, and below a list without money, a unit right below a table is that of the next, and only the last table
    can have one of its own.
    """
    for table in filter(_is_list, tables):
        table.foot = None
    with_foot = [table for table in tables if table.foot is not None]
    if not with_foot:
        return
    stand_below = with_foot[-1] is tables[-1] and not _has_unit(with_foot[0].caption)
    for table, following in pairwise(tables):
        if stand_below:
            following.caption = [block for block in following.caption if block is not table.foot]
        else:
            table.foot = None


def _is_list(table: Table) -> bool:
    kind = knowledge().kinds.get(table.kind)
    return kind is not None and kind.layout in (Layout.UNITS, Layout.CONTENTS)


def _has_unit(caption: Sequence[Prose]) -> bool:
    return any(UNIT.search(fold(block.text)) for block in caption)
