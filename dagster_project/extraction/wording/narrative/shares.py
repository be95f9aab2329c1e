"""What a share is of: the whole that its words name, that its part is listed under, or that heads the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.wording.narrative.fitting import half_of
from dagster_project.extraction.wording.narrative.levels import behind
from dagster_project.extraction.wording.narrative.roles import Role
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import Subject, after_leading

WORDS, NARRATIVE = paragraph_words(), narrative_words()

SHORTEST_NAME = 2
FULL = 100
"""The share of all, in percent."""


def is_share(one: Stated, so_far: SoFar) -> bool:
    """Tell whether a rate is a share, of a whole that has a name and is no plan (占政府采购预算的40%); make it one."""
    match = NARRATIVE.share.search(one.quantity.words)
    if match is None or so_far.subjects.of(subject_words().this_year + match["whole"]).topic is None:
        return False
    one.role = Role("share", other=match["whole"], subject=one.quantity.words[: match.start()])
    return True


def is_ratio(one: Stated, so_far: SoFar) -> bool:
    """Tell whether a rate is by its name of two amounts of its paragraph (资产负债率11%); make it their share."""
    if not one.quantity.is_rate:
        return False
    said = so_far.subjects.of(one.quantity.words)
    words = NARRATIVE.noise.sub("", after_leading(said.words))
    # 医院资产负债率, 剔除代管资产后资产负债率 and 上年资产负债率 are of amounts that nobody states
    pair = next((pair for name, pair in NARRATIVE.ratios.items() if re.fullmatch(name, words)), None)
    if pair is None:
        return False
    part, whole = ([level for level in so_far.levels() if level.subject.topic == topic] for topic in pair)
    if len(part) != 1 or len(whole) != 1 or not part[0].subject.year == whole[0].subject.year == said.year:
        return False
    if part[0].subject.has_phase or whole[0].subject.has_phase or said.has_phase:
        # 年初资产总额 is of another day than what is told beside it
        return False
    one.role, one.level, one.base, one.base_topic = Role("share", subject=words), part[0], whole[0], pair[1]
    return True


def is_of_amount(one: Stated, so_far: SoFar) -> bool:
    """Tell whether a rate is of the amount right before it (占本年支出合计400万元的75%); make it the share of that."""
    whole, levels = so_far.paragraph[-1] if so_far.paragraph else None, so_far.clause(one.quantity)
    if whole is None or whole.role.name != "aside" or not (levels and one.quantity.is_rate):
        return False
    share = NARRATIVE.whole_before.search(whole.quantity.words)
    if share is None or (share.start() > 0 and whole.quantity.words[: share.start()].strip("，, ")):
        # 其中A占400万元的75%: of a part that nobody stated
        return False
    if one.quantity.before != NARRATIVE.whole_after or (level := behind(levels, so_far)) is None:
        return False
    one.role, one.level, one.base = Role("share", other=share.group()), level, whole
    return True


def link_share(one: Stated, so_far: SoFar) -> None:
    """Link a share to its level and to the whole that it is of; the topic of a whole that is not stated is kept."""
    if WORDS.together.search(one.role.subject):
        # 经营收入1元，上缴收入2元，两项合计占3%
        return
    asides = so_far.clause(one.quantity, "aside") if one.quantity.is_aside else []
    heads = so_far.heads(one.quantity)
    # A 5万元，上年为4万元，增加1万元，占9%: of A
    levels = asides or [level for level in so_far.clause(one.quantity) if level in heads]
    words = one.role.other or ""
    levels = _of_year(words, levels, so_far)
    one.level = _named(one, levels, so_far) if levels else None
    whole = so_far.subjects.of(subject_words().this_year + words) if words else None
    if whole is not None and not whole.is_bare:
        if whole.topic is not None and one.level is not None:
            base = _last_of(whole._replace(year=one.level.subject.year), one.level, so_far)
            if base is not one.level:
                one.base, one.base_topic = base, whole.topic
            listed = one.level.whole
            if listed is not None and _is_share(one, listed) and (base is None or not _is_share(one, base)):
                # 本年收入9万元，其中：A 9万元，占总收入的100%: by 总收入 it means the whole of its list
                one.base, one.base_topic = listed, listed.subject.topic
        return
    before = so_far.sentence(one.quantity)
    whole_of_list = one.level.whole if one.level is not None else None
    is_listed = whole_of_list is not None and whole_of_list.subject.phase == one.subject.phase
    if not is_listed and before and (match := WORDS.within.match(before[0].quantity.words)):
        whole = so_far.subjects.of(match["whole"])
        if whole.topic is not None:
            one.base, one.base_topic = so_far.last(whole), whole.topic
        return
    base = _fitting(one, whole_of_list, so_far) if is_listed and whole_of_list else _whole(one, before, so_far)
    # what it shows to stand beside its level is no whole, and that of both may not be stated; nor is less than a part
    if base is not None and not _is_of_both(one, base) and not _is_less(base, one):
        one.base, one.base_topic = base, base.subject.topic


def _of_year(whole: str, levels: list[Stated], so_far: SoFar) -> list[Stated]:
    """Leave out what something was in another year than its whole (支出9万元，上年8万元，占本年支出合计的3%)."""
    if not whole or not levels:
        return levels
    year = so_far.subjects.time(whole)[0] or so_far.subjects.year
    then = [level for level in levels[1:] if so_far.subjects.time(level.quantity.words)[0] not in (None, year)]
    return [level for level in levels if level not in then or not so_far.subjects.of(level.quantity.words).is_bare]


def _last_of(whole: Subject, part: Stated, so_far: SoFar) -> Stated | None:
    """Return the level last stated of a whole: of the phase that its words name, else first of that of its part."""
    if whole.has_phase:
        return so_far.last(whole)
    own = so_far.last(whole._replace(phase=part.subject.phase, has_phase=True))
    return own if own is not None else so_far.last(whole)


def _named(one: Stated, levels: Sequence[Stated], so_far: SoFar) -> Stated | None:
    """Return the last level before a share, or where its words name one before that (；局机关占12%), that one.

    What bears a name that nobody stated (前者占12%, 三年以上的占12%) is none of them, and a share of a whole that it
    names (其中A 1元、B 2元，占本年收入的3%) is of no part of another.
    """
    if one.role.other and levels[-1].whole is not None:
        return behind(levels, so_far)
    name = NARRATIVE.noise.sub("", one.role.subject).strip("，,、；;：:")
    if name in levels[-1].subject.words or len(name) < SHORTEST_NAME:
        return levels[-1]
    named = next((level for level in reversed(levels) if level.subject.words.endswith(name)), None)
    return levels[-1] if named is None and so_far.subjects.of(name).is_bare else named


def _fitting(one: Stated, whole: Stated, so_far: SoFar) -> Stated | None:
    """Return the whole that a part is listed under, or what that is a share of where the share fits this alone.

    Where nobody knows of what that is a share, it is of the first level of the paragraph that it fits; where it fits
    none, nobody knows of which of the two.
    """
    shares = [share for share in so_far.paragraph if share.role.name == "share" and share.level is whole]
    if not shares or _is_share(one, whole):
        return whole
    outer = shares[-1].base or next((level for level in so_far.levels() if _is_share(shares[-1], level)), None)
    if outer is not None and _is_share(one, outer):
        return outer
    # A 9元，B 5元，占60%；其中C 2元，占30%: of B, or of what B has a share of, which does not hold or nobody knows
    return whole if outer is not None and _is_share(shares[-1], outer) else None


def _whole(one: Stated, sentence: Sequence[Stated], so_far: SoFar) -> Stated | None:
    """Return the level that heads the sentence, or what its first level is a share of: then it is a part itself."""
    if sentence and WORDS.parts_of.match(sentence[0].quantity.before):
        return None
    others = [level for level in sentence if level is not one.level]
    if not others:
        return so_far.frame if so_far.frame is not one.level else None
    head = others[0]
    shares = [share for share in so_far.paragraph if share.role.name == "share" and share.level is head]
    if shares:
        return shares[-1].base
    return None if _is_behind_parts(one.level, head, others) else head


def _is_behind_parts(part: Stated | None, head: Stated, levels: Sequence[Stated]) -> bool:
    """Whether a level follows the parts of what heads its sentence, and is none of them: it stands beside the head."""
    return part is not None and part.whole is not head and any(level.whole is head for level in levels)


def _is_share(one: Stated, whole: Stated) -> bool:
    """Whether a rate is, within its digits, what its level is of a whole."""
    part, of = _yuan(one.level), _yuan(whole)
    return part is not None and of is not None and of != 0 and _is_rate(one, part, of)


def _is_of_both(one: Stated, other: Stated) -> bool:
    """Whether a rate is what its level is of itself and another together, and not of the other."""
    part, beside = _yuan(one.level), _yuan(other)
    if not part or not beside or part + beside == 0:
        return False
    return _is_rate(one, part, part + beside) and not _is_rate(one, part, beside)


def _is_less(whole: Stated, one: Stated) -> bool:
    """Whether a whole is less than its part, of which less than all is told."""
    part, of = _yuan(one.level), _yuan(whole)
    return part is not None and of is not None and part > of and one.quantity.value < FULL


def _is_rate(one: Stated, part: Decimal, whole: Decimal) -> bool:
    # a share of the amounts before they were rounded
    half = half_of(one.level.quantity) if one.level is not None else Decimal(0)
    slack = Decimal(1).scaleb(-one.quantity.decimals) + 100 * half * (1 + part / whole) / whole
    return abs(100 * part / whole - one.quantity.value) <= slack


def _yuan(level: Stated | None) -> Decimal | None:
    return level.quantity.yuan if level is not None else None
