"""Take persons out of lines of prose, as `persons` does of rows: names after a label and its colon, and telephones.

Nothing else is taken: no amount, no code, and no number that does not stand right beside its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.persons import person_words
from dagster_project.extraction.model.document import REDACTED
from dagster_project.extraction.read.persons import may_name_person

HAN = r"[\u4e00-\u9fff]"
DASH = r"[-—－–]"
MOBILE = rf"1[3-9]\d(?:{DASH}?\d{{4}}){{2}}"
WITH_AREA = rf"[(（]?0\d{{2,3}}[)）]?[ ]?{DASH}?[ ]?\d{{7,8}}"
CERTAIN = rf"(?:{MOBILE}|{WITH_AREA}|400{DASH}?\d{{3}}{DASH}?\d{{4}})"
"""A mobile number, or one with the code of an area: no amount is printed so."""
LIKELY = rf"(?:{CERTAIN}|[2-9]\d{{6,7}})"
BETWEEN = r"[、，,;；/ ]+"
BETWEEN_NAMES = r"[、/]"
ENDS = r"(?=$|[\s，,。；;、/（(）)\d])"


class Cut(NamedTuple):
    """From which character to which something was taken out of a line, and where telephones began in it."""

    start: int
    end: int
    telephones: tuple[int, ...]


class Prose(NamedTuple):
    """A line without persons, and what was cut out of it."""

    text: str
    cuts: tuple[Cut, ...] = ()

    def moved(self, offset: int) -> int:
        """Return where a character that stood at an offset stands now."""
        return offset + sum(len(REDACTED) - (cut.end - cut.start) for cut in self.cuts if cut.end <= offset)


def without_persons(line: str) -> Prose:
    """Return a line of prose with （略） for each person and telephone beside its label."""
    if not may_name_person(line):
        return Prose(line)
    cuts = tuple(_cuts(line))
    text, end = "", 0
    for cut in cuts:
        text += line[end : cut.start] + REDACTED
        end = cut.end
    return Prose(text + line[end:], cuts)


def telephones(line: int, prose: Prose) -> Iterator[tuple[int, int]]:
    """Yield line and place of each telephone cut out, counted down from -1: columns of rows are counted up from 0."""
    return ((line, -1 - start) for cut in prose.cuts for start in cut.telephones)


def _cuts(line: str) -> Iterator[Cut]:
    patterns, end = _patterns(), 0
    for label in patterns.label.finditer(line):
        is_telephone = person_words().telephone.search(label["label"]) is not None
        pattern = patterns.telephone if is_telephone else patterns.person
        value = pattern.match(line, label.end())
        if value is None or label.start() < end or not (label["colon"] or is_telephone):
            continue
        telephones = patterns.number.finditer(line, value.start(), value.end())
        end = value.end()
        yield Cut(value.start(), end, tuple(found.start() for found in telephones))


class _Patterns(NamedTuple):
    label: re.Pattern[str]
    person: re.Pattern[str]
    telephone: re.Pattern[str]
    number: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Return what labels look like in prose, what may follow them, and a telephone in that."""
    names = knowledge().forms.persons.pattern.replace(r"\(", "[(（]").replace(r"\)", "[)）]")
    label = rf"(?:{re.sub(rf'(?<={HAN})(?={HAN})|(?<=[)?])(?=[(]{HAN})', ' ?', names)})"
    words = person_words()
    name = rf"(?:(?!{label}){HAN})(?:[ \u3000·]?(?!{label}){HAN}){{1,3}}(?:{ENDS}|(?={label}))"
    persons = rf"{name}(?:{BETWEEN_NAMES}{name})*"
    uncounted = rf"(?!\d|[.,，]\d{{3}}(?!\d)|\.\d|\s*{words.counted})"
    extended = rf"(?:(?:{DASH}|{words.extension})\d{{1,5}})?{uncounted}"
    certain, likely = rf"{CERTAIN}{extended}", rf"(?<!\d){LIKELY}{extended}"
    likely_ones = rf"{likely}(?:{BETWEEN}{likely})*"
    return _Patterns(
        re.compile(rf"(?P<label>{label})(?:[(（][^)）:：]{{1,8}}[)）])?(?:\s*(?P<colon>[:：])\s*|\s+|(?={CERTAIN}))"),
        re.compile(rf"{persons}(?:[\s(（、，,]*{certain}[)）]?)?|{certain}"),
        re.compile(rf"(?:{persons}[\s(（、，,]*)?{likely_ones}[)）]?|{persons}"),
        re.compile(likely),
    )
