"""Words of the audit's rules: names of sets of words and patterns, which dbt reads through a derived macro.

Does not belong here: what the extraction reads documents by.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, RootModel

from dagster_project.extraction.knowledge.loading import load


def _pattern(text: str) -> str:
    """Return a pattern that SQL can hold between quotes; raises ValueError where it cannot, or is none."""
    if "'" in text:
        raise ValueError("a word in SQL holds no '")
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"no pattern: {error}") from error
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]


class AuditWords(RootModel[dict[str, Pattern | tuple[Pattern, ...]]]):
    """One entry per name that SQL uses: a word or pattern, or a list of words."""


@cache
def audit_words() -> dict[str, tuple[str, ...]]:
    """Return the words by name, a single one as a list of one."""
    entries = load("audit.yml", AuditWords).root
    return {name: (words,) if isinstance(words, str) else words for name, words in entries.items()}
