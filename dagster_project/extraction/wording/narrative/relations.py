"""How the numbers of a paragraph relate: which level a change, a share or a rate is about, and what it is set against.

A clause (up to ； or 。) is read from left to right: a level, what it is compared with, the change, its growth. Words
that name another subject lead to that subject's level in the paragraph, or last in the document; words that name none
mean the level before them. What stays open stays unlinked: it is not tested, and no guess is made.
"""

from __future__ import annotations

from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.quantities import quantity_words
from dagster_project.extraction.vocabulary import Horizon
from dagster_project.extraction.wording.narrative.comparisons import link_change, take_growth_in_brackets
from dagster_project.extraction.wording.narrative.fitting import refit
from dagster_project.extraction.wording.narrative.levels import compared_before, level_of, of_what
from dagster_project.extraction.wording.narrative.lists import whole_of
from dagster_project.extraction.wording.narrative.quantities import in_unit
from dagster_project.extraction.wording.narrative.rates import is_of_plan, link_rate
from dagster_project.extraction.wording.narrative.shares import is_of_amount, is_ratio, is_share, link_share
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import BALANCES, SPENDING, rate_topic

QUANTITIES, PARAGRAPHS = quantity_words(), paragraph_words()
BASIC_TOTALS = {"basic", "general_basic", "appropriation_basic"}
"""Topics of basic expenditure, of which no project is a part."""
OWN = {None, "function", "project"}
"""Topics of which a numbered item states parts (人员经费 of a 款) that are no total of the organisation."""
PROJECTS = {"project", "project_total", "general_project", "government_fund_project"}
"""Topics of which the lines below state parts (工资福利支出 of 项目支出) that are no total of the organisation."""


def relate(one: Stated, so_far: SoFar) -> None:
    """Link a number to the ones before it."""
    take_growth_in_brackets(one, so_far)
    name = one.role.name
    if name != "level" and _is_cut(one, so_far):
        return
    if name == "level":
        one.whole = whole_of(one, so_far.heads(one.quantity), [*so_far.previous, *so_far.levels()])
        if one.whole is not None and _is_beside_basic(one, one.whole):
            one.whole = None
        if one.whole is None and one.subject.topic not in OWN:
            one.whole = _unlisted_whole(one, so_far)
        if one.whole is not None and one.subject.horizon == Horizon.YEAR:
            one.subject = one.subject._replace(horizon=one.whole.subject.horizon)
    if name in ("base", "change", "growth"):
        one.role = of_what(one, so_far)
        one.level = level_of(one, so_far)
        if name != "base":
            link_change(one, so_far)
            _base_of_growth(one, so_far)
    elif name == "other" and is_ratio(one, so_far):
        name = "share"
    elif name == "share" or (name == "rate" and is_share(one, so_far)):
        name = "share"
        link_share(one, so_far)
    elif name == "rate":
        link_rate(one, so_far)
    elif is_of_plan(one, so_far):
        name = "rate"
    elif name == "other" and is_of_amount(one, so_far):
        name = "share"
    if name in ("change", "growth", "rate"):
        refit(one, [each for each in (so_far.above, *so_far.paragraph) if each and each.role.name in ("level", "base")])
    if name in ("base", "change", "growth", "share", "rate") and one.level is not None:
        _inherit(one, one.level)
    elif name == "rate":
        one.subject = one.subject._replace(topic=rate_topic(one.subject.words))


def _base_of_growth(change: Stated, so_far: SoFar) -> None:
    """A growth with its change in brackets behind it (增长10%（增加1万元）) is set against that."""
    growth = compared_before(change, so_far)
    if growth is None or growth.role.name != "growth" or growth.level is None:
        return
    if growth.base is None:
        growth.base = change
    elif growth.role.other is None and change.role.other is not None:
        # 比预算减少1万元，增长10%（较上年增加2万元）: set against what the brackets name
        growth.base, growth.base_year, growth.base_phase = change, change.base_year, change.base_phase


def _is_beside_basic(one: Stated, whole: Stated) -> bool:
    """Tell whether projects stand behind basic expenditure and its parts (基本支出9万元：人员经费8万元；项目支出…)."""
    return one.subject.topic in PROJECTS and whole.subject.topic in BASIC_TOTALS


def _unlisted_whole(one: Stated, so_far: SoFar) -> Stated | None:
    """Return what a level that stands in no list is a part of: what its item, or the lines above it, are about."""
    first, frame = next(so_far.levels(), None), so_far.frame
    if frame is not None and (first is None or first.whole is frame):
        topics = OWN | PROJECTS if one.subject.topic in SPENDING else PROJECTS
        if frame.subject.topic in topics:
            return frame
    if first is not None:
        is_unnamed = first.quantity.since == 0 and not first.quantity.before
        return first if (so_far.is_item or is_unnamed) and first.subject.topic in OWN else None
    return None


def _is_cut(one: Stated, so_far: SoFar) -> bool:
    """Whether a line's end cut through the number that another may be about."""
    for each in reversed(so_far.paragraph):
        if each.quantity.sentence != one.quantity.sentence:
            break
        if each.role.name == "other" and QUANTITIES.broken.search(each.quantity.before):
            return True
        if each.role.name == "level" and one.role.name != "rate":
            break
    return False


def _is_opening(base: Stated) -> bool:
    """Tell whether a closing balance is compared with that of the year's beginning (年末10万元，较年初减少…)."""
    return PARAGRAPHS.opening.search(base.quantity.words) is not None


def _inherit(one: Stated, level: Stated) -> None:
    subject, mine = level.subject, one.subject
    if one.role.name == "base":
        topic = "opening_balance" if _is_opening(one) and subject.topic in BALANCES else subject.topic
        subject = subject._replace(year=one.base_year or mine.year, phase=one.base_phase, topic=topic)
        if one.quantity.unit is None and level.quantity.unit is not None:
            one.quantity = in_unit(one.quantity, level.quantity.unit)
    topic = rate_topic(mine.words) if one.role.name == "rate" else None
    one.subject = subject._replace(words=mine.words, topic=topic or subject.topic)
