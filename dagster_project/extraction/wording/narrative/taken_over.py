"""What a number takes over of its subject from what stands before it: the thing spoken of, its year, phase, months."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.vocabulary import Horizon, Phase
from dagster_project.extraction.wording.narrative.lists import unread_head
from dagster_project.extraction.wording.narrative.roles import Role
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import (
    BALANCES,
    Subject,
    is_income,
    is_spending,
    printed_year,
)

WORDS, SUBJECTS, NARRATIVE = paragraph_words(), subject_words(), narrative_words()


def of_own_year(subject: Subject, role: Role, so_far: SoFar) -> Subject:
    """A change is of the year that its own words name: those of what it is set against name another."""
    if role.name not in ("change", "growth") or role.other is None:
        return subject
    return subject._replace(year=so_far.subjects.time(role.subject)[0] or so_far.subjects.year)


def inherited(subject: Subject, levels: Sequence[Stated], head: Subject | None, so_far: SoFar) -> Subject:
    """Words that name only a phase or a year mean the number before, or what the paragraph is about."""
    source = levels[-1].subject if levels else head if SUBJECTS.procurement not in subject.words else None
    if source is None or source.topic in BALANCES:
        return subject
    if levels and SUBJECTS.spent.fullmatch(subject.words) and source.topic in SUBJECTS.spent_of:
        return subject._replace(topic=SUBJECTS.spent_of[source.topic], is_bare=False)
    if levels and is_spending(subject.words) and is_income(source.words):
        # 收入总计9万元，当年支出8万元: what is spent is no income
        return subject._replace(topic=None)
    if levels and not subject.has_phase and _is_spent_of(subject, source):
        subject = subject._replace(phase=Phase.EXECUTED, has_phase=True)
    if levels and (source.phase, source.year) == (subject.phase, subject.year):
        return subject
    if not levels and source.topic in SUBJECTS.spent_of and SUBJECTS.spending in subject.words:
        return subject._replace(topic="expenditure_total" if source.topic == "income_total" else None)
    is_dated = so_far.subjects.time(subject.words)[0] is not None
    if not (levels or is_dated) and source.year != subject.year:
        # the paragraph before was about another year
        return subject
    return source._replace(
        words=subject.words,
        year=subject.year if is_dated or not levels else _named(levels, so_far).year,
        phase=subject.phase,
        has_phase=subject.has_phase,
        horizon=subject.horizon,
    )


def carried(one: Stated, is_covered: bool, so_far: SoFar) -> Subject:
    """A part without a phase or year of its own is of its sentence's, and without a quarter of its clause's.

    What a work covers is a sample, and no total of anything.
    """
    subject, before = one.subject, so_far.sentence(one.quantity)
    if is_covered and subject.topic not in ("function", "project"):
        subject = subject._replace(topic=None)
    if not so_far.subjects.time(subject.words)[0]:
        heads = so_far.heads(one.quantity)
        telling = (level for level in (one, *reversed(heads)) if not _is_beside(level, heads, so_far))
        year = next((year for level in telling if (year := _year_of(level))), None)
        year = year or _year_of_list(one, heads)
        subject = subject._replace(year=year or subject.year)
    if not subject.has_phase and (phase := _phase_before(one, before, so_far)) is not None:
        subject = subject._replace(phase=phase)
    if subject.horizon == Horizon.YEAR:
        subject = subject._replace(horizon=_horizon(one, so_far))
    return subject


def _phase_before(one: Stated, before: Sequence[Stated], so_far: SoFar) -> Phase | None:
    """Return the phase of the sentence, of which a level without one is.

    The last year's is that of what was done (预算9万元，完成率90%，上年8万元); what has a name of its own behind plans
    that have none (全年预算9万元，一般公共预算支出8万元) is no plan, but a part of one.
    """
    done = [level for level in before if not so_far.is_plan(level)]
    if not done or not before:
        return before[-1].subject.phase if before else None
    is_dated = so_far.subjects.time(one.quantity.words)[0] not in (None, so_far.subjects.year)
    is_bare = so_far.subjects.of(one.quantity.words).is_bare
    last = done[-1] if is_dated and is_bare else before[-1]
    is_part = WORDS.opens.search(one.quantity.before) is not None or last.whole is not None
    is_named = one.subject.topic is not None and not is_bare
    is_plan = last.subject.has_phase and so_far.subjects.of(last.quantity.words).is_bare
    return None if is_named and is_plan and not is_part else last.subject.phase


def _named(levels: Sequence[Stated], so_far: SoFar) -> Subject:
    """Return the last of some levels that names what it is: those behind it that do not are of its year."""
    named = (level.subject for level in reversed(levels) if not so_far.subjects.of(level.quantity.words).is_bare)
    return next(named, levels[0].subject)


def _horizon(one: Stated, so_far: SoFar) -> Horizon:
    """Months that a paragraph names hold until it names another time; a quarter holds in its clause."""
    before = [*so_far.levels()][-1:] + so_far.paragraph[-1:]
    if not before or SUBJECTS.whole_year.search(one.quantity.words):
        return Horizon.YEAR
    if any(each.subject.horizon == Horizon.MONTHS for each in before):
        return Horizon.MONTHS
    is_beside = before[0].role.name == "level" and before[0].quantity.clause == one.quantity.clause
    return before[0].subject.horizon if is_beside else Horizon.YEAR


def _year_of(level: Stated) -> int | None:
    """Return the year printed beside a level, or beside what heads the list or the sentence that it opens."""
    within = WORDS.within.match(level.quantity.words)
    head = within["whole"] if within else unread_head(level)
    return printed_year(level.subject.words) or printed_year(head or "")


def _is_beside(level: Stated, heads: Sequence[Stated], so_far: SoFar) -> bool:
    """Tell whether a level is what one before it was in another year (A 5万元，上年4万元；B …), or is compared with."""
    words = level.quantity.words
    if NARRATIVE.compared.search(words):
        return True
    before = [head for head in heads if head.quantity.start < level.quantity.start]
    is_next = bool(before) and before[-1].quantity.clause == level.quantity.clause
    return is_next and so_far.subjects.of(words).is_bare and level.subject.topic == before[-1].subject.topic


def _year_of_list(one: Stated, before: Sequence[Stated]) -> int | None:
    """Return the year of what heads the list of a level, in its clause (上年9万元，其中：A 5万元，B 4万元)."""
    if not before or before[-1].quantity.clause != one.quantity.clause:
        return None
    if (each := WORDS.respective.search(one.quantity.before)) and WORDS.beside.search(each["names"]):
        return None
    head = before[-1] if WORDS.opens.search(one.quantity.before) else before[-1].whole
    return head.subject.year if head else None


def _is_spent_of(subject: Subject, plan: Subject) -> bool:
    """Tell whether bare spending right behind its plan (全年预算100万元，支出90万元) is what was done."""
    return SUBJECTS.spent.fullmatch(subject.words) is not None and plan.has_phase and not is_income(plan.words)
