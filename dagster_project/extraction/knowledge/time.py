"""How a year is printed."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load


class Years(Words):
    """time.yml."""

    in_front: re.Pattern[str]
    printed: re.Pattern[str]
    spaced: re.Pattern[str]
    cell: re.Pattern[str]
    line: re.Pattern[str]
    decoys: re.Pattern[str]


@cache
def years() -> Years:
    """Return time.yml, read once per process."""
    return load("time.yml", Years)
