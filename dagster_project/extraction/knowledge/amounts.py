"""Units of amount and signs of comparison: how numbers are printed."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, cached_property

from pydantic import Field

from dagster_project.extraction.knowledge.loading import KnowledgeError, Words, load


class UnitOfAmount(Words):
    """A unit: how many yuan it is, and whether a table that prints no unit, or a wrong one, may be in it."""

    yuan: Decimal = Field(gt=0)
    assumed: bool = False


class Amounts(Words):
    """amounts.yml."""

    units: dict[str, UnitOfAmount]
    comparators: dict[str, str]
    currency: str
    below_zero: str
    marks: str
    no_unit: str

    @cached_property
    def factors(self) -> dict[str, Decimal]:
        """Yuan of each unit."""
        return {unit: one.yuan for unit, one in self.units.items()}

    @cached_property
    def scales(self) -> dict[str, Decimal]:
        """Yuan of each unit by its multiple alone: 万 of 万元, nothing of 元."""
        return {unit.removesuffix("元"): yuan for unit, yuan in self.factors.items()}

    @cached_property
    def assumed(self) -> tuple[str, ...]:
        """The units that figures without a reliable one are tried in."""
        return tuple(unit for unit, one in self.units.items() if one.assumed)

    @cached_property
    def any_unit(self) -> str:
        """An expression for any unit, the longest first."""
        return "|".join(sorted(self.units, key=len, reverse=True))

    @cached_property
    def base(self) -> str:
        """The unit that is one yuan."""
        return next(unit for unit, yuan in self.factors.items() if yuan == 1)

    @cached_property
    def any_comparator(self) -> str:
        """An expression for any sign or words of comparison, the longest first."""
        known = {*self.comparators, *self.comparators.values()}
        return "|".join(map(re.escape, sorted(known, key=lambda words: (-len(words), words))))

    @cached_property
    def spaced_unit(self) -> str:
        """An expression for any unit, with blanks between its characters."""
        return "|".join(r"\s?".join(unit) for unit in sorted(self.units, key=len, reverse=True))

    def factor(self, unit: str) -> Decimal:
        """Return the yuan of a unit; raises KnowledgeError for one that is not known."""
        if unit not in self.factors:
            raise KnowledgeError(f"amounts.yml → units: {unit} is no unit of amount. Add it with its factor in yuan.")
        return self.factors[unit]


@cache
def amounts() -> Amounts:
    """Return amounts.yml, read once per process."""
    return load("amounts.yml", Amounts)
