"""What must add up inside one document: identities.yml."""

from __future__ import annotations

import re
from functools import cache

from pydantic import model_validator

from dagster_project.extraction.knowledge.loading import Words, load
from dagster_project.extraction.vocabulary import StatementFamily


class Sum(Words):
    """One thing is the sum of `parts`, all printed, and of those of `besides` that the page adds to them."""

    key: str
    whole: str
    parts: tuple[str, ...]
    besides: tuple[str, ...]


class Equal(Words):
    """Two things are one amount; one that is not asserted may be so: where it is not, nothing is wrong."""

    key: str
    whole: str
    part: str
    is_asserted: bool = True


class Places(Words):
    """Where a quantity is printed: in the rows of these items and the columns of these measures."""

    families: frozenset[StatementFamily]
    items: frozenset[str]
    measures: frozenset[str]


class Quantity(Words):
    """What figures of several tables state in common."""

    key: str
    places: tuple[Places, ...]


class Identities(Words):
    """identities.yml: sums of columns and of rows, equal sides, and the names of what the layout itself declares."""

    columns: tuple[Sum, ...]
    rows: tuple[Sum, ...]
    sides: tuple[Equal, ...]
    children: str
    totals: str
    nested: str
    groups: str
    change: str
    tables: tuple[Quantity, ...]
    text: str
    group_total: re.Pattern[str]
    beside_group: re.Pattern[str]

    @model_validator(mode="after")
    def _once(self) -> Identities:
        declared: tuple[Sum | Equal | Quantity, ...] = (*self.columns, *self.rows, *self.sides, *self.tables)
        keys = [one.key for one in declared]
        keys += [self.children, self.totals, self.nested, self.groups, self.change, self.text]
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise ValueError(f"{', '.join(sorted(twice))} names two identities; give each a key of its own")
        return self


@cache
def identities() -> Identities:
    """Return the identities, read from the package once per process."""
    return load("identities.yml", Identities)
