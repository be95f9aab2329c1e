"""disclosure.yml: what a budget or a final account must hold, how each item is known, and which text asks for it."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Literal

from pydantic import model_validator

from dagster_project.extraction.knowledge.loading import Words, load
from dagster_project.extraction.vocabulary import DocumentKind, DocumentScope


class Item(Words):
    """A table or a note that is disclosed; `money` is what must have been spent before its absence is told."""

    part: Literal["table", "note"]
    title: tuple[str, str]
    kinds: frozenset[str] = frozenset()
    titled: re.Pattern[str] | None = None
    said: re.Pattern[str] | None = None
    named: str | None = None
    money: str | None = None


class Regulation(Words):
    """A text that asks for items: from which fiscal year, of whom and where; of some only `later`, step by step."""

    cites: str
    since: dict[DocumentKind, int]
    of: tuple[DocumentScope, ...]
    where: Literal["local", "central"] | None = None
    asks: tuple[str, ...]
    later: tuple[str, ...] = ()


class Disclosures(Words):
    """The items by key, the words that say there is none of one, and the texts that ask for them."""

    items: dict[str, Item]
    nothing_before: str
    nothing_behind: str
    heading: re.Pattern[str]
    elsewhere: re.Pattern[str]
    texts: tuple[Regulation, ...]

    @model_validator(mode="after")
    def _known(self) -> Disclosures:
        asked = {item for text in self.texts for item in (*text.asks, *text.later)}
        if unknown := asked ^ set(self.items):
            raise ValueError(
                f"{', '.join(sorted(unknown))}: an item that is asked for must be declared, and the reverse"
            )
        return self

    @cached_property
    def nothing(self) -> re.Pattern[str]:
        """Return the words before what there is none of."""
        return re.compile(self.nothing_before)

    @cached_property
    def none(self) -> re.Pattern[str]:
        """Return the words behind what there is none of."""
        return re.compile(self.nothing_behind)

    @cached_property
    def declared_empty(self) -> dict[str, re.Pattern[str]]:
        """Return, by item, the clause that says there is none of it."""
        return {
            key: re.compile(
                f"(?:{self.nothing_before})[^。；;，,：:]{{0,30}}(?:{item.named})"
                f"|(?:{item.named})[^。；;，,]{{0,25}}(?:{self.nothing_behind})"
            )
            for key, item in self.items.items()
            if item.named
        }


@cache
def disclosure() -> Disclosures:
    """Return what is to be disclosed, read from the package once per process."""
    return load("disclosure.yml", Disclosures)
