"""Rows of a statement that have no code."""

from __future__ import annotations

import re

from pydantic import RootModel, model_validator

from dagster_project.extraction.knowledge.loading import Words
from dagster_project.extraction.vocabulary import Fund, Side


class Item(Words):
    """A known row without a code."""

    item: str
    name: re.Pattern[str]
    side: Side | None = None
    part_of: str | None = None
    fund: Fund | None = None


class Items(RootModel[tuple[Item, ...]]):
    """items.yml: the first entry whose name fits decides."""

    @model_validator(mode="after")
    def _fits(self) -> Items:
        known = {one.item for one in self.root}
        for one in self.root:
            if one.part_of not in known | {None}:
                raise ValueError(f"{one.item} is part of {one.part_of}, which is no item of this file")
        return self
