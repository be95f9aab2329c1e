"""Which amounts of a body's text are not its own: they bear names that its totals bear, too, and none of its topics.

全县一般公共预算收入12亿元 is the money of a place, of which the text goes on to speak until it names its body. 基本支出
in a sentence that opens with 局本级支出中 is a part of that. 支出 behind a counted thing (外事接待0批次，支出0元) is of
that thing, and not of what the paragraph is about. 年末结转和结余 behind 政府性基金收入 is what is left of that fund,
收入总计 behind 财政拨款收支总预算, or below such a heading, its total.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.plain import plain_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.vocabulary import ReadingStatus
from dagster_project.extraction.wording.narrative.quantities import Quantity
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import (
    BALANCES,
    PARTS,
    Subject,
    Subjects,
    after_leading,
)

WORDS, SUBJECTS, PLAIN, NARRATIVE = paragraph_words(), subject_words(), plain_words(), narrative_words()


def place_until(quantity: Quantity, until: float, subjects: Subjects) -> float:
    """Return the last sentence whose amounts are of the whole place: all that follow, where its money is told.

    A use that has the place in its name (全市统计调查项目支出50万元) says nothing of the sentences behind it.
    """
    words = PLAIN.remarks.sub("", quantity.before)
    if SUBJECTS.speaks.search(words) or any(subjects.body(after_leading(part))[0] for part in PARTS.split(words)):
        return -1
    match = SUBJECTS.place.search(words)
    if match is None:
        return until
    return inf if SUBJECTS.place_money.match(words, match.end()) else max(until, quantity.sentence)


def within_unknown(subject: Subject, words: str, subjects: Subjects, before: Sequence[Stated]) -> bool:
    """Whether a sentence opens with what its amounts are parts of (局本级支出中，), and nobody knows what that is.

    What the paragraph told by these words, and is none of the body's, is unknown too.
    """
    match = WORDS.within.match(words)
    if match is None or subject.topic in ("function", "project"):
        return False
    told = [level for level in before if level.role.name == "level" and level.subject.words == match["whole"]]
    if told and told[-1].subject.topic is None:
        return True
    whole = subjects.of(match["whole"])
    if whole.organisation is not subject.organisation:
        return True
    if SUBJECTS.all_money.fullmatch(NARRATIVE.noise.sub("", match["whole"])):
        return False
    ends = (match["whole"][start:] for start in range(len(match["whole"]) - 1))
    return not (whole.is_bare or whole.is_generic or any(subjects.of(end).topic for end in ends))


UNKNOWN = (None, "project")
"""Topics of what a sentence begins with that is no money of a body as a whole."""


def is_of_fund(one: Stated, before: Sequence[Stated], text: str) -> bool:
    """Whether a balance is of one fund, or of a project, which its sentence or its paragraph's heading opens with."""
    if one.subject.topic not in BALANCES:
        return False
    first, *others = [*(each for each in before if each.quantity.sentence == one.quantity.sentence), one]
    if first is not one and first.subject.topic in UNKNOWN and SUBJECTS.undertaking.search(first.quantity.words):
        return True
    is_behind_heading = not before or first is before[0]
    opening = SUBJECTS.fund.findall(text[: first.quantity.start] if is_behind_heading else first.quantity.words)
    named = {*opening, *(fund for each in others for fund in SUBJECTS.fund.findall(each.quantity.words))}
    return bool(opening) and len(named) == 1


TOTALS = {"grand_total", "income_grand_total", "expenditure_grand_total", "income_total", "expenditure_total"}
"""Topics of what all money of a body comes to, and in a passage on one fund that of the fund."""


def is_total_of_fund(one: Stated, before: Sequence[Stated], is_below_fund: bool) -> bool:
    """Whether a total is of the fund, or the appropriation, that its paragraph tells first, or its heading names."""
    if one.subject.topic not in TOTALS:
        return False
    return is_below_fund or (bool(before) and SUBJECTS.fund_whole.search(before[0].quantity.words) is not None)


def total_with_balances(one: Stated, after: Sequence[Stated]) -> Subject:
    """Return the subject of a total; one that a closing balance is listed under is all that income went to."""
    parts = [part.subject.topic for part in after if part.whole is one]
    is_all = one.subject.topic == "expenditure_total" and "closing_balance" in parts
    return one.subject._replace(topic="expenditure_grand_total") if is_all else one.subject


def not_own(subject: Subject) -> Subject:
    """Return a subject without the topic by which the tables of the body would be asked for it."""
    return subject._replace(topic=None, code=None, is_generic=False)


BASIC = {"basic", "general_basic", "appropriation_basic", "public", "staff", "wages", "grants"}
"""Topics of basic expenditure and its parts."""
OF_BOTH = {"three_public_total", "abroad", "vehicle", "vehicle_purchase", "vehicle_operation", "reception"}
"""Topics of which basic expenditure and projects pay parts."""


def is_paid_from_basic(one: Stated, before: Sequence[Stated], head: Subject | None, subjects: Subjects) -> bool:
    """Whether money is that part of its topic which is basic expenditure (公用经费中，公务接待费5万元)."""
    if one.subject.topic not in OF_BOTH:
        return False
    first = next((each for each in before if each.quantity.sentence == one.quantity.sentence), one)
    within = WORDS.within.match(first.quantity.words)
    wholes = [one.whole.subject if one.whole else None, head, subjects.of(within["whole"]) if within else None]
    return any(whole is not None and whole.topic in BASIC for whole in wholes)


def leave_counted(paragraph: Sequence[Stated], subjects: Subjects) -> None:
    """Leave open what words that name nothing are of behind a counted thing, and what goes on about it."""
    left: list[tuple[int, str | None, str | None]] = []
    unknown: set[int] = set()
    for one in paragraph:
        if one.role.name != "level" or one.subject.project:
            continue
        if one.subject.topic in TOTALS and one.quantity.clause in unknown:
            # 上述3个项目预算合计9万元，支出合计8万元: of the projects, too
            one.subject = not_own(one.subject)
        if one.subject.topic is None and WORDS.unread.search(one.quantity.before):
            unknown.add(one.quantity.clause)
        if not subjects.of(one.quantity.words).is_bare:
            continue
        meant = (one.quantity.clause, one.subject.topic, one.subject.code)
        is_unsure = one.status == ReadingStatus.UNTESTED and WORDS.unread.search(one.quantity.before)
        if is_unsure or meant in left:
            left.append(meant)
            one.subject = not_own(one.subject)
