"""Numbers that are told of several things one by one: A和B分别完成1亿元和2亿元，分别增长3%和4%.

Each gets the words of its own thing; a growth is that of its own level. Only where as many numbers are printed as
things are named, and where nothing is known of what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.vocabulary import Phase
from dagster_project.extraction.wording.narrative.apart import not_own
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import Subject, Subjects, is_one_thing

WORDS = paragraph_words()


def respect(paragraph: Sequence[Stated], subjects: Subjects) -> None:
    """Give the numbers of a paragraph, as far as they are told one by one, to what they are told of."""
    levels: list[Stated] = []
    for at, one in enumerate(paragraph):
        match = WORDS.respective.search(one.quantity.before)
        if one.role.name == "rate" and len(plans := _plans(one)) > 1:
            _rate_by_plan(_row(paragraph[at:]), plans, paragraph[:at], subjects)
            continue
        if match is None:
            row = _row(paragraph[at:]) if one.role.name == "share" else []
            is_first = WORDS.beside.fullmatch(one.quantity.before) is None
            if row and levels and paragraph[at - 1] is levels[-1]:
                _share_out(row, levels, paragraph[:at])
            elif len(row) > 1 and is_first:
                # A 5元、B 7元，占比41.7%、58.3%
                _share_out(row, _listed_before(paragraph[:at]), paragraph[:at])
            continue
        row, names = _row(paragraph[at:]), WORDS.beside.split(match["names"])
        if len(row) > 1 and _are_levels(row):
            named = _named_one_by_one(row, names, match["verb"], subjects)
            if named:
                levels = row
            # 2030年、2031年基本支出分别为1元、2元: nobody knows which is which
            for level, subject in zip(row, named or [not_own(level.subject) for level in row], strict=True):
                level.subject = subject
        elif one.role.name == "growth" and not _names_things(match["names"]) and levels:
            is_each = _are_beside(levels, row)
            for growth, level in zip(row, levels, strict=False):
                growth.role, growth.level, growth.base = one.role, level if is_each else None, None
                growth.base_year, growth.base_phase = one.base_year, one.base_phase
                growth.subject = level.subject._replace(words=match["verb"])
        elif one.role.name == "share" and len(row) > 1:
            _share_out(row, _listed_before(paragraph[:at]), paragraph[:at])
        elif one.role.name == "rate" and len(row) > 1:
            _rate_out(row, paragraph[:at])
        elif one.role.name == "change" and len(row) > 1:
            for change in row:
                change.role, change.level, change.base, change.whole = one.role, None, None, None
                change.subject = one.subject._replace(words=match["verb"], topic=None, code=None)


def _row(numbers: Sequence[Stated]) -> list[Stated]:
    """Return the first number, and those of its kind behind it that nothing but 、 or 和 parts."""
    row = [numbers[0]]
    for before, one in pairwise(numbers):
        is_next = WORDS.beside.fullmatch(one.quantity.before) and one.quantity.clause == before.quantity.clause
        if not is_next or one.quantity.is_rate != before.quantity.is_rate:
            break
        row.append(one)
    return row


def _named_one_by_one(row: Sequence[Stated], names: Sequence[str], verb: str, subjects: Subjects) -> list[Subject]:
    """Return the subject of each amount of a row that has as many names, none where nobody knows which is which.

    Each is of what its name says, where all names are known; else nothing is known of any but its name.
    """
    first = row[0].subject
    if len(names) != len(row):
        return []
    named = [subjects.of(name) for name in names]
    topics = {one.topic for one in named}
    is_dated = any(subjects.time(name)[0] not in (None, first.year) for name in names)
    is_known = None not in topics and len(topics) == len(row) and first.topic in (None, named[-1].topic)
    if is_known and not is_dated and not any(one.is_apart for one in row):
        return [first._replace(topic=one.topic, code=one.code, words=one.words) for one in named]
    return [first._replace(words=name + verb) for name in names] if _are_unknown_levels(row) else []


def _are_levels(row: Sequence[Stated]) -> bool:
    return all(one.role.name == "level" for one in row)


def _are_unknown_levels(row: Sequence[Stated]) -> bool:
    whole = row[0].whole
    return all(one.role.name == "level" and one.subject.topic is None and one.whole is whole for one in row)


def _listed_before(numbers: Sequence[Stated]) -> list[Stated]:
    """Return the levels of one list that stand last in their clause, with nothing but levels between them."""
    listed: list[Stated] = []
    for one in reversed(numbers):
        is_level = one.role.name == "level" and one.quantity.clause == numbers[-1].quantity.clause
        if not is_level or one.whole is not numbers[-1].whole:
            break
        listed.insert(0, one)
    return listed


def _share_out(shares: Sequence[Stated], levels: Sequence[Stated], before: Sequence[Stated]) -> None:
    """Shares right behind levels told one by one are one of each; another number of them is of nobody knows which.

    They are of the amount that heads these levels, where that is no list of several itself.
    """
    first, is_each = shares[0], len(shares) == len(levels)
    base, base_topic, words = first.base, first.base_topic, first.subject.words
    whole = levels[0].whole if levels else None
    if base is None and whole is not None and whole is first.level and base_topic in (None, whole.subject.topic):
        others = [one for one in before if one.role.name == "level" and one is not whole and one not in levels]
        base = whole if all(one.quantity.clause != whole.quantity.clause for one in others) else None
    for share, level in zip_longest(shares, levels[: len(shares)], fillvalue=shares[-1]):
        share.role, share.level = first.role, level if is_each else None
        share.base, share.base_topic = (base, base_topic) if is_each else (None, None)
        share.subject = level.subject._replace(words=words)


def _rate_out(rates: Sequence[Stated], before: Sequence[Stated]) -> None:
    """Rates told one by one are of what was done and its plan, in the sentence's order; else of nobody knows which."""
    first, levels = rates[0], [one for one in before if _is_level_beside(one, rates[0])]
    done = [level for level in levels if level.subject.phase == Phase.EXECUTED]
    plans = [level for level in levels if level.subject.phase != Phase.EXECUTED]
    is_each = len(done) == len(plans) == len(rates) and all(
        is_one_thing(one.subject, plan.subject) for one, plan in zip(done, plans, strict=True)
    )
    for rate, level, plan in zip_longest(rates, done[: len(rates)], plans[: len(rates)]):
        rate.role, rate.base_topic = first.role, None
        rate.level, rate.base = (level, plan) if is_each else (None, None)
        # none of them is the one rate of the body
        rate.subject = rate.subject._replace(topic=None)


def _plans(rate: Stated) -> list[str]:
    """Return the plans that the words of a rate name one by one (完成年初预算、调整预算的)."""
    return WORDS.beside.split(rate.role.other) if rate.role.other else []


def _rate_by_plan(rates: Sequence[Stated], names: Sequence[str], before: Sequence[Stated], subjects: Subjects) -> None:
    """Rates of one amount by several plans (分别完成年初预算、调整预算的80%和75%) are each of its own, else of none."""
    levels = [one for one in before if _is_level_beside(one, rates[0])]
    done = [level for level in levels if level.subject.phase == Phase.EXECUTED]
    is_one = len({level.subject.topic for level in levels} - {None}) <= 1
    for rate, name in zip_longest(rates, names[: len(rates)]):
        phase = subjects.time(name)[1] if name else None
        plans = [level for level in levels if level.subject.phase == phase]
        is_each = is_one and len(rates) == len(names) and len(done) == len(plans) == 1
        rate.role, rate.base_topic = rates[0].role._replace(other=name), None
        rate.level, rate.base = (done[0], plans[0]) if is_each else (None, None)
        rate.subject = rate.subject._replace(topic=None)


def _is_level_beside(one: Stated, rate: Stated) -> bool:
    return one.role.name == "level" and one.quantity.sentence == rate.quantity.sentence


def _names_things(words: str) -> bool:
    """Tell whether words before 分别 name things of their own, and not only what those before are compared with."""
    return bool(words) and WORDS.compares.match(words) is None


def _are_beside(levels: Sequence[Stated], growths: Sequence[Stated]) -> bool:
    same = len(levels) == len(growths) > 1
    return same and levels[0].quantity.sentence == growths[0].quantity.sentence
