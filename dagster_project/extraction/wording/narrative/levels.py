"""Which level a base, a change or a growth speaks of: the one that its words name, else the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.vocabulary import Phase
from dagster_project.extraction.wording.narrative.lists import is_after_list, is_beside
from dagster_project.extraction.wording.narrative.roles import Role
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import Subject, after_leading, is_income, is_spending

WORDS, NARRATIVE = paragraph_words(), narrative_words()
OPENING, CLOSING = "（(", ("）", ")")
MARKS = f"，, {OPENING}"
"""What stands before the word of a change and names nothing: 增加1万元（增长10%）."""


def level_of(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the level of a base, a change or a growth; None where nobody can tell."""
    words, unchanged = NARRATIVE.unchanged.subn("", one.role.subject)
    if unchanged:
        # 接待费与预算持平，比上年增加1万元 goes on about what is as it was
        words = words.rstrip("，,；;。 ")
    if WORDS.together.search(words):
        # 三项合计增加1万元, behind the last of three
        return None
    named = so_far.subjects.of(words) if words.strip(MARKS) else None
    if named is None or named.is_bare:
        if (beside := compared_before(one, so_far)) is not None:
            return beside.level
        if _is_of_ratio(one, so_far):
            return None
        if one.role.name == "growth" and (change := _change_before(one, so_far)):
            return change.level
        base = base_in_brackets(one, so_far)
        asides = so_far.clause(one.quantity, "aside")
        asides = [aside for aside in asides if aside is not base and not was_then(aside, so_far)]
        if one.quantity.is_aside and asides:
            return asides[-1]
        levels = [level for level in so_far.clause(one.quantity) if not so_far.is_plan(level)]
        if levels := _but_plans(one, levels, so_far):
            # 支出9万元，结余1万元，较上年增加2万元: of which of the two nobody knows
            is_left = len(levels) > 1 and WORDS.left_over.fullmatch(levels[-1].subject.words)
            # 收入合计上年为8万元，增加1万元: against that, of what nobody said here
            is_base = len(levels) == 1 and _is_of_last_year(levels[0], so_far) and one.role.other is None
            return None if is_left or is_base else behind(levels, so_far)
        if one.role.name == "growth" and (changes := so_far.clause(one.quantity, "change")):
            return changes[-1].level
        if one.role.name == "growth" and (bounds := so_far.clause(one.quantity, "bound")):
            return bounds[-1]
        if WORDS.unread.search(one.quantity.before) or so_far.clause(one.quantity, "share"):
            # 占比19.84%，比去年增长0.51%: the share grew
            return None
        if not _goes_on(one):
            return None
        last = _change_of_clause_before(one, so_far)
        return last.level if last is not None else _of_sentence(_of_head(one, so_far), one, so_far)
    if named.topic is None:
        levels = so_far.clause(one.quantity)
        return levels[-1] if levels and levels[-1].subject.words in words else None
    return so_far.last(named) or _of_both_sides(named, so_far)


def _but_plans(one: Stated, levels: list[Stated], so_far: SoFar) -> list[Stated]:
    """Leave out the plan told behind what was done of it (支出9万元，预算数10万元，较上年增加1万元)."""
    if so_far.subjects.time(one.role.other or "")[1] not in (None, Phase.EXECUTED):
        return levels
    kept: list[Stated] = []
    for level in levels:
        is_done = level.subject.phase == Phase.EXECUTED or not so_far.subjects.of(level.quantity.words).is_bare
        if is_done or not any(_is_done(done, level) for done in kept):
            kept.append(level)
    return kept


def _is_done(done: Stated, plan: Stated) -> bool:
    mine, theirs = done.subject, plan.subject
    is_one_thing = (mine.topic, mine.code, mine.year) == (theirs.topic, theirs.code, theirs.year)
    return is_one_thing and mine.phase == Phase.EXECUTED


def _of_both_sides(named: Subject, so_far: SoFar) -> Stated | None:
    """Return the income of two sides stated to be one amount, where a number is of both (收、支总计各增加1万元)."""
    sides = subject_words().sides.get(named.topic or "", ())
    levels = [level for level in so_far.levels() if level.subject.topic in sides and level.subject.year == named.year]
    is_one = {level.subject.topic for level in levels} == {*sides} and len({one.quantity.yuan for one in levels}) == 1
    return levels[0] if is_one else None


def base_in_brackets(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the amount in brackets behind what a change is set against (较上年决算数（9万元）增加1万元)."""
    base = so_far.paragraph[-1] if so_far.paragraph else None
    if base is None or base.role.name != "aside" or base.quantity.clause != one.quantity.clause:
        return None
    is_beside = one.role.other is None and one.quantity.before.startswith(CLOSING)
    if not (is_beside and _compared(base)):
        return None
    # 较上年（9万元）持平，其中人员经费增加1万元 goes on about something else
    between = NARRATIVE.change.sub("", one.quantity.words).lstrip("".join(CLOSING))
    return base if so_far.subjects.of(between).is_bare else None


def _is_of_last_year(level: Stated, so_far: SoFar) -> bool:
    """Tell whether a level is by its words that of a year before the document's."""
    year, own = so_far.subjects.time(level.quantity.words)[0], so_far.subjects.year
    return year is not None and own is not None and year < own


def was_then(aside: Stated, so_far: SoFar) -> bool:
    """Tell whether an amount in brackets is by its words nothing but that of another year (9万元（上年8万元，…）)."""
    words = aside.quantity.words.lstrip(OPENING)
    is_dated = so_far.subjects.time(words)[0] not in (None, so_far.subjects.year)
    return aside.role.name == "aside" and is_dated and so_far.subjects.of(words).is_bare


def of_what(one: Stated, so_far: SoFar) -> Role:
    """Return the role of a change; where its base stands in brackets, the words before that tell what it is of."""
    base = base_in_brackets(one, so_far)
    compared = _compared(base) if base else None
    return one.role._replace(subject=compared.string[: compared.start()].strip(OPENING)) if compared else one.role


def _compared(base: Stated) -> re.Match[str] | None:
    return NARRATIVE.compared.search(base.quantity.words.rstrip(OPENING))


def _is_of_ratio(one: Stated, so_far: SoFar) -> bool:
    """Tell whether a growth stands right behind a share that is the thing spoken of (占…比重为20%，较上年上升5%)."""
    last = so_far.paragraph[-1] if so_far.paragraph else None
    if last is None or one.role.name != "growth" or last.quantity.clause != one.quantity.clause:
        return False
    return last.role.name == "share" and WORDS.ratio.search(last.quantity.before) is not None


def _goes_on(one: Stated) -> bool:
    """Tell whether a clause without a level goes on about what heads the paragraph: nothing else begins it."""
    first, comma, _ = one.quantity.before.replace(",", "，").partition("，")
    return not comma or not first or WORDS.goes_on.match(first) is not None


def _change_of_clause_before(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the change that the clause before ends with, of what it names itself.

    A较预算减少1万元；较上年增加2万元 goes on about A.
    """
    last = so_far.paragraph[-1] if so_far.ends_in_change(one.quantity) else None
    if last is None or last.quantity.clause == one.quantity.clause:
        return None
    changes = [last, *so_far.clause(last.quantity, "change")]
    return last if any(not so_far.subjects.of(change.role.subject).is_bare for change in changes) else None


def _of_sentence(head: Stated | None, one: Stated, so_far: SoFar) -> Stated | None:
    """Return what heads the paragraph, but not behind what its sentence tells of another thing: nobody knows of which.

    A 9万元。①B 5万元；②C 4万元；比上年增加1万元 may be of C, or of A.
    """
    sentence, before = so_far.sentence(one.quantity), so_far.clause_before(one.quantity)
    is_elsewhere = bool(before) and head is not None and head not in sentence
    return None if is_elsewhere and head and before[-1].subject.topic != head.subject.topic else head


def _of_head(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the level that heads the paragraph; of a plan and what was done of it, set side by side, what was done.

    Where spending alone is spoken of (支出增加) and income heads the paragraph, it is the first that names spending.
    """
    head = _of_item(next(so_far.levels(), so_far.above), so_far)
    if head is not None and is_spending(one.role.subject) and is_income(head.subject.words):
        head = next((level for level in so_far.levels() if is_spending(level.subject.words)), None)
    if head is None or head.subject.phase == Phase.EXECUTED:
        return head
    done = (level for level in so_far.levels() if level.subject.phase == Phase.EXECUTED)
    return next((level for level in done if _is_beside_plan(level, head)), head)


def _of_item(head: Stated | None, so_far: SoFar) -> Stated | None:
    """Return the first level of the code named last, where a paragraph tells of several, none within another's.

    Of several that one sentence sets beside one another (A 1元，B 2元。较上年…) nobody knows which.
    """
    mine, last = head.subject.code if head else None, [*so_far.levels()][-1:]
    code = last[0].subject.code if last else None
    if head is not None and mine and code and code != mine and code.startswith(mine):
        return _of_category(head, last[0], so_far)
    if not (mine and code) or mine.startswith(code):
        return head
    mentioned = [level for level in so_far.levels() if level.quantity.sentence == last[0].quantity.sentence]
    if last[0].quantity.clause == mentioned[0].quantity.clause and mentioned[0].subject.code != code:
        return None
    return next(level for level in so_far.levels() if level.subject.code == code)


def _of_category(head: Stated, last: Stated, so_far: SoFar) -> Stated | None:
    """Return the item told last where items of a category are told one by one, with what became of each.

    Behind items that come to the category it is spoken of; before all are told nobody knows of which.
    """
    items = [level for level in so_far.levels() if (level.subject.code or "").startswith(head.subject.code or "")]
    places = [so_far.paragraph.index(level) for level in items[1:]]
    changes = [place for place, one in enumerate(so_far.paragraph) if one.role.name == "change"]
    if any(places[0] < change < places[-1] for change in changes):
        return last
    depth = len(last.subject.code or "")
    amounts = [level.quantity.yuan or 0 for level in items[1:] if len(level.subject.code or "") == depth]
    return head if sum(amounts) == head.quantity.yuan else None


def _is_beside_plan(level: Stated, plan: Stated) -> bool:
    mine, theirs = level.subject, plan.subject
    is_one_thing = (mine.topic, mine.code, mine.year) == (theirs.topic, theirs.code, theirs.year)
    return is_one_thing and level.quantity.clause == plan.quantity.clause


def behind(levels: Sequence[Stated], so_far: SoFar) -> Stated | None:
    """Return the level that words behind some levels speak of: of parts side by side their whole, else no one knows."""
    last = levels[-1]
    is_spoken_of = any(one.level is not None and one.level.whole is last.whole for one in so_far.paragraph)
    if not is_after_list(levels, is_spoken_of):
        return last
    return last.whole if is_beside(last) else None


def compared_before(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the base right before a change (比上年5万元增加1万元), or the growth that it stands behind in brackets."""
    last = so_far.paragraph[-1] if so_far.paragraph else None
    if last is None or one.role.name != "change" or last.quantity.clause != one.quantity.clause:
        return None
    if last.role.name == "base" and last.quantity.end == one.quantity.since:
        return last
    is_of_growth = last.role.name == "growth" and one.quantity.is_aside and not last.quantity.is_aside
    if is_of_growth and one.quantity.before.startswith(tuple(OPENING)):
        return last
    # 同比下降10%，减少额为1万元: the words of the change name nothing else
    is_growth = last.role.name == "growth" and last.role.direction == one.role.direction and last.level is not None
    is_said = one.role.other is None and last.quantity.end == one.quantity.since and last.base is None
    said = after_leading(NARRATIVE.noise.sub("", one.role.subject).strip(MARKS))
    return last if is_growth and is_said and not said else None


def _change_before(one: Stated, so_far: SoFar) -> Stated | None:
    """Return the change that stands right before a number in its clause."""
    last = so_far.paragraph[-1] if so_far.paragraph else None
    is_change = last is not None and last.role.name == "change" and last.quantity.clause == one.quantity.clause
    return last if is_change and not WORDS.unread.search(one.quantity.before) else None
