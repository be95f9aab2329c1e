"""How many projects the prose says there are, and the money it states for them.

Only statements about all projects of a kind: what is selected, key or reviewed by others is another number.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dagster_project.extraction.amounts import amounts_in
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.stated_counts import stated_count_words
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.model.document import Prose

WORDS = stated_count_words()
KINDS = tuple((kind, pattern) for kind, patterns in WORDS.kinds.items() for pattern in patterns)
HINTS = tuple(map(re.compile, WORDS.about))
SENTENCE = re.compile(f"[{punctuation().stops}]")


class StatedCount(NamedTuple):
    """A number of projects: its kind, its place in a line, and where the amount that goes with it starts."""

    line: int
    start: int
    end: int
    kind: str
    label: str
    number: int
    is_all: bool
    amount_start: int | None


def stated_counts(prose: Texts[Prose]) -> list[StatedCount]:
    """Return the numbers of projects that the prose states for all projects of a kind."""
    found = []
    for block in prose.holding(*HINTS):
        if not WORDS.hint.search(block.text):
            continue
        for kind, pattern in KINDS:
            for match in pattern.finditer(block.text):
                start, end = _sentence(block.text, *match.span())
                words = block.text[start:end]
                if not WORDS.selected.search(words):
                    found.append(
                        StatedCount(
                            block.line,
                            *match.span("count"),
                            kind,
                            squeeze(match.group()),
                            int(match["count"]),
                            WORDS.all_projects.search(words) is not None,
                            _amount(block.text, start, end),
                        )
                    )
    return found


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    above = [match.end() for match in SENTENCE.finditer(text, 0, start)]
    below = SENTENCE.search(text, end)
    return above[-1] if above else 0, below.start() if below else len(text)


def _amount(text: str, start: int, end: int) -> int | None:
    """The one amount that the sentence states, introduced as what the projects involve, of whatever source."""
    inside = [amount for amount in amounts_in(text) if start <= amount.start < end]
    if len(inside) != 1:
        return None
    _, involving, between = text[start : inside[0].start].rpartition(WORDS.involving)
    return inside[0].start if involving and not WORDS.of_one_source.search(between) else None
