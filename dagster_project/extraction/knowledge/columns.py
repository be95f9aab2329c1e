"""What a column of a statement holds, by its label."""

from __future__ import annotations

import re

from dagster_project.extraction.knowledge.loading import Words
from dagster_project.extraction.vocabulary import ColumnRole, Fund, Phase


class Columns(Words):
    """columns.yml: the first expression of each that is found anywhere in a label decides."""

    roles: dict[ColumnRole, re.Pattern[str]]
    measures: dict[str, re.Pattern[str]]
    sources: dict[str, re.Pattern[str]]
    measures_of_kinds: frozenset[str]
    funds: dict[Fund, re.Pattern[str]]
    phases: dict[Phase, re.Pattern[str]]

    @property
    def all_measures(self) -> frozenset[str]:
        """Every measure that a column can have."""
        return self.measures_of_kinds | self.measures.keys() | self.sources.keys()
