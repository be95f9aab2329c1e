"""The words of organisations.yml: what tells the names of organisations, and a department's units."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class OrganisationWords(Words):
    """Patterns on names of organisations, and on what names a department's units."""

    own_level_name: str
    own_level: re.Pattern[str]
    seat: re.Pattern[str]
    seat_of_kind: re.Pattern[str]
    number: re.Pattern[str]
    seal: re.Pattern[str]
    second_name: re.Pattern[str]
    short_names: tuple[tuple[re.Pattern[str], str], ...]
    distinct: re.Pattern[str]
    city: str
    districts: str
    non_independent: str
    non_independent_unit: re.Pattern[str]
    unit: str
    unit_lists: tuple[re.Pattern[str], ...]
    list_below: re.Pattern[str]
    conjunction: str
    unit_column: re.Pattern[str]
    compiler: re.Pattern[str]


@cache
def organisation_words() -> OrganisationWords:
    """Return the words, read from the package once per process."""
    return load("organisations.yml", OrganisationWords)
