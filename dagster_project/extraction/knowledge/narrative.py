"""The words of narrative.yml and topics.yml: what tells the role and the topic of a number in the text."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Annotated

from pydantic import BeforeValidator, RootModel

from dagster_project.extraction.knowledge.loading import Words, load
from dagster_project.extraction.vocabulary import Phase

AtStart = Annotated[re.Pattern[str], BeforeValidator("^(?:{})".format)]
AtEnd = Annotated[re.Pattern[str], BeforeValidator("(?:{})$".format)]


class NarrativeWords(Words):
    """Patterns on the words before a number; those of roles match at their end."""

    up: str
    down: str
    minus: str
    change_tail: str
    changed_thing: AtEnd
    unsigned: AtEnd
    less_than: str
    more_than: str
    around: AtEnd
    share: AtEnd
    whole_before: AtEnd
    whole_after: str
    completed: AtEnd
    planned: AtEnd
    rate: AtEnd
    of_all: re.Pattern[str]
    pace: AtEnd
    compared: AtEnd
    compared_after: re.Pattern[str]
    origin: AtEnd
    reached: AtEnd
    set_beside: re.Pattern[str]
    unchanged: re.Pattern[str]
    unchanged_goes_on: re.Pattern[str]
    cause: re.Pattern[str]
    explains: AtStart
    phases: dict[Phase, re.Pattern[str]]
    quarters: re.Pattern[str]
    months: re.Pattern[str]
    rate_topics: dict[str, re.Pattern[str]]
    ratios: dict[str, tuple[str, str]]
    leading: AtStart
    noise: re.Pattern[str]

    @cached_property
    def change(self) -> re.Pattern[str]:
        """A change, up or down."""
        return re.compile(f"(?:(?P<up>{self.up})|(?P<down>{self.down})){self.change_tail}$")

    @cached_property
    def limit(self) -> re.Pattern[str]:
        """A comparison with another figure, up where the number is more than that."""
        return re.compile(f"(?:(?P<up>{self.more_than})|(?P<down>{self.less_than}))$")


class Topics(RootModel[dict[str, re.Pattern[str]]]):
    """topics.yml: the first topic whose whole words they are."""


@cache
def narrative_words() -> NarrativeWords:
    """Return narrative.yml, read once per process."""
    return load("narrative.yml", NarrativeWords)


@cache
def topics() -> re.Pattern[str]:
    """Return topics.yml as one expression, in which each topic is a group of its name; read once per process."""
    root = load("topics.yml", Topics).root
    return re.compile("|".join(f"(?P<{topic}>{pattern.pattern})" for topic, pattern in root.items()))
