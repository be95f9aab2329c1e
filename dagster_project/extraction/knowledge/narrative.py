"""The words of narrative.yml and topics.yml, compiled: what tells the role and the topic of a number in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True)
class NarrativeWords:
    """Patterns on the words before a number; those of roles match at their end."""

    change: re.Pattern[str]
    limit: re.Pattern[str]
    share: re.Pattern[str]
    completed: re.Pattern[str]
    rate: re.Pattern[str]
    pace: re.Pattern[str]
    compared: re.Pattern[str]
    compared_after: re.Pattern[str]
    unchanged: re.Pattern[str]
    cause: re.Pattern[str]
    phases: tuple[tuple[str, re.Pattern[str]], ...]
    quarter: re.Pattern[str]
    leading: re.Pattern[str]
    noise: re.Pattern[str]
    body: re.Pattern[str]
    topics: tuple[tuple[str, re.Pattern[str]], ...]
    rate_topics: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def narrative_words() -> NarrativeWords:
    """Return the patterns, read from the package once per process."""
    words, topics = _load("narrative.yml"), _load("topics.yml")
    up, down, tail = words["up"], words["down"], words["change_tail"]
    return NarrativeWords(
        change=re.compile(f"(?:(?P<up>{up})|(?P<down>{down})){tail}$"),
        limit=re.compile(f"(?:(?P<up>{words['more_than']})|(?P<down>{words['less_than']}))$"),
        share=re.compile(words["share"] + "$"),
        completed=re.compile(words["completed"] + "$"),
        rate=re.compile(f"(?:{words['rate']})$"),
        pace=re.compile(f"(?:{words['pace']})$"),
        compared=re.compile(words["compared"] + "$"),
        compared_after=re.compile(words["compared_after"]),
        unchanged=re.compile(words["unchanged"]),
        cause=re.compile(words["cause"]),
        phases=tuple((phase, re.compile(pattern)) for phase, pattern in words["phases"].items()),
        quarter=re.compile(words["quarters"]),
        leading=re.compile("^" + words["leading"]),
        noise=re.compile(words["noise"]),
        body=re.compile("^" + words["body"]),
        rate_topics=tuple((topic, re.compile(pattern)) for topic, pattern in words["rate_topics"].items()),
        topics=tuple((topic, re.compile(pattern)) for topic, pattern in topics.items()),
    )


def _load(name: str) -> Any:
    return yaml.safe_load(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
