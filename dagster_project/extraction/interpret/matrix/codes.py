"""Codes of rows: which national list a code is of, and its level there."""

from __future__ import annotations

import re
from functools import lru_cache

from dagster_project.extraction.vocabulary import Classification

CLASSIFICATIONS = (
    (re.compile(r"2\d*"), Classification.FUNCTION),
    (re.compile(r"3\d*"), Classification.DEPARTMENTAL_ECONOMIC),
    (re.compile(r"5\d*"), Classification.GOVERNMENT_ECONOMIC),
    (re.compile(r"[ABC]\d*"), Classification.PROCUREMENT),
)


@lru_cache(maxsize=1024)
def of_code(code: str) -> tuple[Classification, int | None]:
    """Return the classification a code is of, and its level there: 1 for 类, 2 for 款, 3 for 项."""
    found = next((name for pattern, name in CLASSIFICATIONS if pattern.fullmatch(code)), Classification.NONE)
    if code[0] in "ABC":
        return found, 1 if len(code) == 1 else 2 if len(code) == 3 else 3
    return found, {3: 1, 5: 2, 7: 3}.get(len(code))
