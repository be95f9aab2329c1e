"""What digits are that are no number, by rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property

from dagster_project.extraction.knowledge.loading import Words, as_one, load


class NotANumber(Words):
    """not_a_number.yml: rules in order, by name, and the characters that they begin with."""

    begins: re.Pattern[str]
    rules: Mapping[str, re.Pattern[str]]

    @cached_property
    def any(self) -> re.Pattern[str]:
        """All rules as one pattern, each a group of its name."""
        return re.compile(f"(?={self.begins.pattern})(?:{as_one(self.rules).pattern})")


@cache
def not_a_number() -> NotANumber:
    """Return the rules, read once per process."""
    return load("not_a_number.yml", NotANumber)
