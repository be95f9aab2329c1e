"""Long phrases printed twice, once with a letter more (内安全和应用支撑平台 and 内网安全和应用支撑平台).

So long a run of letters comes again by chance in no other way than as the same words; only letters that words can do
without are left out. Both places are told, since nobody knows which of them is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dagster_project.extraction.knowledge.wording.labels import label_words
from dagster_project.extraction.locate.tables import Cell, Located
from dagster_project.extraction.wording.labels.headings import PROSE, Label

WORDS = label_words()
KIND = "phrase"
BESIDE = 5
"""Letters that must be the same on either side of the one that is missing."""
LONGEST_CHANCE = 13
"""As many letters of two sentences may be the same for another reason."""
RUN = re.compile(rf"[\u4e00-\u9fff]{{{LONGEST_CHANCE + 2},}}")


class _Run(NamedTuple):
    """Letters that no mark parts, where they are first printed."""

    line: int
    start: int
    cell: Cell
    letters: str


_Seam = tuple[_Run, int]
"""A place between two letters of a run."""


def spellings(located: Located) -> Iterator[Label]:
    """Yield both places of each phrase that is printed with and without a letter."""
    runs = _runs(located)
    seams = {
        run.letters[at - BESIDE : at + BESIDE]: (run, at)
        for run in reversed(runs)
        for at in range(BESIDE, len(run.letters) - BESIDE + 1)
    }
    told: set[tuple[str, str]] = set()
    for run in runs:
        letters = run.letters
        for at in range(BESIDE, len(letters) - BESIDE):
            without = seams.get(letters[at - BESIDE : at] + letters[at + 1 : at + 1 + BESIDE])
            if without is None or letters[at] in WORDS.may_be_missing or letters[at] in letters[at - 1 : at + 2 : 2]:
                continue
            left, right = _common(run, at, without)
            if left + right > LONGEST_CHANCE:
                longer, shorter = letters[at - left : at + 1 + right], _phrase(without, left, right)
                if (longer, shorter) not in told:
                    told.add((longer, shorter))
                    yield _label(run, at - left, longer, longer, shorter)
                    yield _label(without[0], without[1] - left, longer, shorter, longer)


def _runs(located: Located) -> list[_Run]:
    texts = chain(((block.line, block.text, PROSE) for block in located.prose.holding(RUN)), located.cells_holding(RUN))
    runs: dict[str, _Run] = {}
    for line, text, cell in texts:
        for match in RUN.finditer(text):
            runs.setdefault(match.group(), _Run(line, match.start(), cell, match.group()))
    return list(runs.values())


def _common(run: _Run, at: int, without: _Seam) -> tuple[int, int]:
    """Return how many letters before and behind the one at `at` are the same in both."""
    here, (other, seam) = run.letters, without
    left = _same(reversed(here[:at]), reversed(other.letters[:seam]))
    return left, _same(iter(here[at + 1 :]), iter(other.letters[seam:]))


def _same(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for letter, like in zip(one, other, strict=False):
        if letter != like:
            break
        count += 1
    return count


def _phrase(seam: _Seam, left: int, right: int) -> str:
    run, at = seam
    return run.letters[at - left : at + right]


def _label(run: _Run, start: int, words: str, printed: str, meant: str) -> Label:
    return Label(run.line, run.start + start, run.cell, KIND, words, printed, meant)
