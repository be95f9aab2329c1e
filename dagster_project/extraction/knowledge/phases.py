"""The words of phases.yml: what tells the phase of a budget figure outside of its column."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.loading import Words, load
from dagster_project.extraction.vocabulary import Phase


class PhaseWords(Words):
    """Patterns by phase, the first that matches; a note has a group of the name of its phase."""

    stated: dict[Phase, re.Pattern[str]]
    note: re.Pattern[str]


@cache
def phase_words() -> PhaseWords:
    """Return the words, read from the package once per process."""
    return load("phases.yml", PhaseWords)
