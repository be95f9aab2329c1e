"""Headings of tables of performance indicators."""

from __future__ import annotations

import re
from functools import cached_property

from dagster_project.extraction.knowledge.loading import Words, as_one


class Indicators(Words):
    """indicators.yml: first- and second-level headings, and the columns of the table."""

    dimensions: re.Pattern[str]
    aspects: re.Pattern[str]
    groups: dict[str, re.Pattern[str]]
    not_applicable: re.Pattern[str]
    columns: dict[str, re.Pattern[str]]

    @cached_property
    def any_column(self) -> re.Pattern[str]:
        """All columns as one expression, each a group of its name."""
        return as_one(self.columns)
