"""How sure it is what a number of the text is: certain only where every word that it was read from is known.

扣除…后, 同口径, 可用财力, 月进度: a word between a number and what it is of may change what is stated. Nor is it
certain which amount a change or a growth is of, where its clause holds several and its words name none: of a single
part behind its whole both can be meant, of an amount whose name nobody knows nobody knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dagster_project.extraction.knowledge.narrative import narrative_words, topics
from dagster_project.extraction.knowledge.wording.plain import plain_words
from dagster_project.extraction.vocabulary import ReadingStatus
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import Subject

NARRATIVE, PLAIN = narrative_words(), plain_words()
KNOWN = re.compile(
    re.sub(
        r"\?P<\w+>",
        "?:",
        "|".join(
            (
                *(pattern.pattern for pattern in NARRATIVE.phases.values()),
                topics().pattern,
                NARRATIVE.noise.pattern,
                *(pattern.pattern for pattern in NARRATIVE.rate_topics.values()),
                *NARRATIVE.ratios,
                NARRATIVE.rate.pattern.removesuffix("$"),
                NARRATIVE.up,
                NARRATIVE.down,
                NARRATIVE.less_than,
                NARRATIVE.more_than,
                NARRATIVE.unchanged.pattern,
                NARRATIVE.quarters.pattern,
                NARRATIVE.months.pattern,
                PLAIN.date.pattern,
                PLAIN.enumeration.pattern,
                PLAIN.any_of,
            )
        ),
    )
)
LETTER = re.compile(r"[\u4e00-\u9fff]")
GAP = "|"
"""What is left where known words stood: those around it do not grow together."""


def settle_statuses(paragraph: Sequence[Stated], bodies: Iterable[str]) -> None:
    """Say of the numbers of a paragraph that claim something how sure their reading is."""
    names = list(bodies)
    for one in paragraph:
        if _claims(one):
            is_sure = not (_unknown(one, names) or _is_contested(one, paragraph))
            one.status = ReadingStatus.CERTAIN if is_sure else ReadingStatus.UNTESTED


def _claims(one: Stated) -> bool:
    """Whether a level is said to be an amount of a known subject, or another number to be made of a level."""
    return _is_named(one.subject) if one.role.name == "level" else one.level is not None


def _is_named(subject: Subject) -> bool:
    return bool(subject.topic or subject.code or subject.project)


def _unknown(one: Stated, bodies: Sequence[str]) -> bool:
    """Whether words that nobody knows stand before a number, or in brackets behind it or what it is made of."""
    words = GAP.join((PLAIN.remarks.sub(GAP, one.quantity.before), *_behind((one, one.level, one.base))))
    for name in sorted({*_names(one), *(body for body in bodies if body in words)}, key=len, reverse=True):
        words = words.replace(name, GAP)
    return _holds_unknown(words)


@lru_cache(maxsize=4096)
def _holds_unknown(words: str) -> bool:
    return LETTER.search(KNOWN.sub(GAP, PLAIN.place.sub(GAP, words))) is not None


def _names(one: Stated) -> Iterator[str]:
    """Yield what the amount that a number is, or speaks of, is called: its words, or the name that stands in them."""
    subject = (one.level or one).subject
    is_whole = one.level is not None or subject.topic not in ("function", "project")
    yield from filter(None, (*(subject.names or "").split("/"), subject.project, subject.words if is_whole else None))


def _behind(numbers: Iterable[Stated | None]) -> Iterator[str]:
    for one in numbers:
        if one is not None and (match := PLAIN.behind.match(one.quantity.after)):
            yield match["words"]


def _is_contested(one: Stated, paragraph: Sequence[Stated]) -> bool:
    """Whether the words of a change or a growth leave open which of several amounts of its clause it is of."""
    level = one.level if one.role.name in ("change", "growth") else None
    if level is None or level.role.name != "level" or level.quantity.clause != one.quantity.clause:
        return False
    before = [each for each in paragraph if _stands_before(each, level)]
    if not before:
        return False
    parts = [each for each in paragraph if each.whole is level.whole and each.quantity.start < one.quantity.start]
    is_single = level.whole in before and len(parts) == 1
    return is_single or not (_is_named(level.subject) or level.whole is not None)


def _stands_before(each: Stated, level: Stated) -> bool:
    is_level = each.role.name == "level" and each.quantity.clause == level.quantity.clause
    return is_level and each.quantity.start < level.quantity.start
