"""How the numbers of a paragraph relate: which level a change, a share or a rate is about, and what it is set against.

A clause (up to ； or 。) is read from left to right: a level, what it is compared with, the change, its growth. Words
that name another subject lead to that subject's level in the paragraph, or last in the document; words that name none
mean the level before them. What stays open stays unlinked: it is not tested, and no guess is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.quantities import quantity_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.vocabulary import Phase
from dagster_project.extraction.wording.narrative.fitting import refit
from dagster_project.extraction.wording.narrative.lists import is_after_list, is_beside, whole_of
from dagster_project.extraction.wording.narrative.quantities import Quantity, in_unit
from dagster_project.extraction.wording.narrative.roles import Role
from dagster_project.extraction.wording.narrative.subjects import OPEN, Subject, Subjects, rate_topic

WORDS, QUANTITIES = paragraph_words(), quantity_words()
BALANCES = {"opening_balance", "closing_balance"}
OWN = {None, "function", "project"}
"""Topics of which a numbered item states parts (人员经费 of a 款) that are no total of the organisation."""


@dataclass(slots=True, eq=False)
class Stated:
    """A number of the text with its role, its subject, and the numbers it relates to."""

    quantity: Quantity
    role: Role
    subject: Subject
    paragraph: int
    level: Stated | None = None
    base: Stated | None = None
    whole: Stated | None = None
    """The level that heads the list in which a level stands."""
    base_topic: str | None = None
    base_year: int | None = None
    base_phase: Phase | None = None
    reason: str | None = None


@dataclass(slots=True)
class Scope:
    """What was stated so far: in the clause, the sentence, the paragraph and the document."""

    subjects: Subjects
    document: list[Stated] = field(default_factory=list)
    paragraph: list[Stated] = field(default_factory=list)
    frame: Stated | None = None
    """The level of a paragraph that ends in 其中：, of which the lines below are parts."""
    previous: list[Stated] = field(default_factory=list)
    """The levels of the paragraph before."""
    is_item: bool = False
    """Whether the paragraph is a numbered item, about what it states first."""
    above: Stated | None = None
    """The first level of the paragraph that this one goes on with."""

    def clause(self, of: Quantity, role: str = "level") -> list[Stated]:
        """Return the numbers of a role that stand before in the same clause."""
        found: list[Stated] = []
        for one in reversed(self.paragraph):
            if one.quantity.clause != of.clause:
                break
            if one.role.name == role:
                found.insert(0, one)
        return found

    def sentence(self, of: Quantity) -> list[Stated]:
        """Return the levels that stand before in the same sentence."""
        found: list[Stated] = []
        for one in reversed(self.paragraph):
            if one.quantity.sentence != of.sentence:
                break
            if one.role.name == "level":
                found.insert(0, one)
        return found

    def _levels(self) -> Iterator[Stated]:
        return (one for one in self.paragraph if one.role.name == "level")

    def close(self, is_frame: bool) -> None:
        """End a paragraph; one that ends in a colon is the frame of those below, as long as they state shares."""
        self.previous = list(self._levels())
        self.document += self.paragraph
        self.above = self.above or next(iter(self.previous), None)
        if is_frame:
            self.frame = next(iter(self.previous), None)
        elif not any(one.role.name == "share" for one in self.paragraph):
            self.frame = None

    def relate(self, one: Stated) -> None:
        """Link a number to the ones before it."""
        name = one.role.name
        if name != "level" and self._is_cut(one):
            return
        if name == "level":
            one.whole = whole_of(one, self.sentence(one.quantity), [*self.previous, *self._levels()])
            if one.whole is None and self.is_item and one.subject.topic not in OWN:
                one.whole = next((level for level in self._levels() if level.subject.topic in OWN), None)
        if name in ("base", "change", "growth"):
            one.level = self._level(one)
            if name != "base":
                self._compare(one)
        elif name == "share":
            self._share(one)
        elif name == "rate":
            self._rate(one)
        if name in ("change", "growth", "rate"):
            refit(one, [each for each in (self.above, *self.paragraph) if each and each.role.name in ("level", "base")])
        if name in ("base", "change", "growth", "share", "rate") and one.level is not None:
            self._inherit(one, one.level)
        elif name == "rate":
            one.subject = one.subject._replace(topic=rate_topic(one.subject.words))

    def _is_cut(self, one: Stated) -> bool:
        """Whether a line's end cut through the number that another may be about."""
        for each in reversed(self.paragraph):
            if each.quantity.sentence != one.quantity.sentence:
                break
            if each.role.name == "other" and QUANTITIES.broken.search(each.quantity.before):
                return True
            if each.role.name == "level" and one.role.name != "rate":
                break
        return False

    def _inherit(self, one: Stated, level: Stated) -> None:
        subject, mine = level.subject, one.subject
        if one.role.name == "base":
            subject = subject._replace(year=one.base_year or mine.year, phase=one.base_phase)
            if one.quantity.unit is None and level.quantity.unit is not None:
                one.quantity = in_unit(one.quantity, level.quantity.unit)
        topic = rate_topic(mine.words) if one.role.name == "rate" else None
        one.subject = subject._replace(words=mine.words, topic=topic or subject.topic)

    def _level(self, one: Stated) -> Stated | None:
        words = one.role.subject
        named = self.subjects.of(words) if words.strip("，, ") else None
        if named is None or named.is_bare:
            if one.role.name == "growth" and (change := self._change_before(one)):
                return change.level
            if levels := self.clause(one.quantity):
                return self._behind(levels)
            if one.role.name == "growth" and (changes := self.clause(one.quantity, "change")):
                return changes[-1].level
            if one.role.name == "growth" and (bounds := self.clause(one.quantity, "bound")):
                return bounds[-1]
            if WORDS.unread.search(one.quantity.before):
                return None
            return next(self._levels(), self.above)
        if named.topic is None:
            levels = self.clause(one.quantity)
            return levels[-1] if levels and levels[-1].subject.words in words else None
        return self.last(named)

    def _behind(self, levels: list[Stated]) -> Stated | None:
        """Return the level that words behind some speak of: of parts side by side their whole, else no one knows."""
        last = levels[-1]
        is_spoken_of = any(one.level is not None and one.level.whole is last.whole for one in self.paragraph)
        if not is_after_list(levels, is_spoken_of):
            return last
        return last.whole if is_beside(last) else None

    def _change_before(self, one: Stated) -> Stated | None:
        """Return the change that stands right before a number in its clause."""
        last = self.paragraph[-1] if self.paragraph else None
        is_change = last is not None and last.role.name == "change" and last.quantity.clause == one.quantity.clause
        return last if is_change else None

    def last(self, named: Subject) -> Stated | None:
        """Return the level last stated of a subject and its year, the paragraph before the document."""
        for levels in (self.paragraph, self.document):
            for one in reversed(levels):
                if one.role.name == "level" and _same(one.subject, named):
                    return one
        return None

    def _compare(self, one: Stated) -> None:
        year, phase = self.subjects.time(one.role.other or "")
        bases = [base for base in self.clause(one.quantity, "base") if base.level is one.level]
        changes = [change for change in self.clause(one.quantity, "change") if change.level is one.level]
        if bases and not changes and _is_change(bases[-1], one):
            one.base = bases[-1]
            one.base.role = Role("change", one.role.direction, one.base.role.other, one.base.role.subject)
            return
        if bases:
            one.base, one.base_year, one.base_phase = bases[-1], bases[-1].base_year, bases[-1].base_phase
            return
        if one.role.other and year is not None:
            one.base_year, one.base_phase = year, phase
            stated = [
                level
                for level in self._levels()
                if level is not one.level
                and level.subject.year == year
                and level.subject.phase == phase
                and one.level is not None
                and level.subject.topic == one.level.subject.topic
                and level.subject.code == one.level.subject.code
            ]
            if stated:
                one.base = stated[-1]
        if one.base is None and one.role.name == "growth" and changes:
            one.base, one.base_year, one.base_phase = changes[-1], changes[-1].base_year, changes[-1].base_phase

    def _share(self, one: Stated) -> None:
        levels = self.clause(one.quantity)
        one.level = levels[-1] if levels else None
        words = one.role.other or ""
        whole = self.subjects.of(subject_words().this_year + words) if words else None
        if whole is not None and not whole.is_bare:
            if whole.topic is not None and one.level is not None:
                one.base_topic = whole.topic
                one.base = self.last(whole._replace(year=one.level.subject.year, has_phase=False))
            return
        before = self.sentence(one.quantity)
        whole_of_list = one.level.whole if one.level is not None else None
        if whole_of_list is not None and whole_of_list.subject.phase == one.subject.phase:
            one.base = self._fitting(one, whole_of_list)
            one.base_topic = one.base.subject.topic
            return
        if before and (match := WORDS.within.match(before[0].quantity.words)):
            whole = self.subjects.of(match["whole"])
            one.base, one.base_topic = self.last(whole), whole.topic
            return
        one.base = self._whole(one, before)
        one.base_topic = one.base.subject.topic if one.base is not None else None

    def _fitting(self, one: Stated, whole: Stated) -> Stated:
        """Return the whole that a part is listed under, or what that is a share of where the share fits this alone."""
        bases = [share.base for share in self.paragraph if share.role.name == "share" and share.level is whole]
        outer = bases[-1] if bases else None
        return outer if outer is not None and _is_share(one, outer) and not _is_share(one, whole) else whole

    def _whole(self, one: Stated, sentence: list[Stated]) -> Stated | None:
        """Return the level that heads the sentence, or what its first level is a share of: then it is a part itself."""
        if sentence and WORDS.parts_of.match(sentence[0].quantity.before):
            return None
        others = [level for level in sentence if level is not one.level]
        if not others:
            return self.frame if self.frame is not one.level else None
        shares = [share for share in self.paragraph if share.role.name == "share" and share.level is others[0]]
        return shares[-1].base if shares else others[0]

    def _rate(self, one: Stated) -> None:
        paces = self.clause(one.quantity, "pace")
        rates = self.clause(one.quantity, "rate")
        if paces and rates:
            one.level, one.base = rates[-1], paces[-1]
            return
        levels = [level for level in self.clause(one.quantity) if level.subject.topic not in BALANCES]
        done = [level for level in levels if level.subject.phase == Phase.EXECUTED]
        if not done:
            return
        one.level = done[-1]
        _, wanted = self.subjects.time(one.role.other) if one.role.other else (None, None)
        planned = [level for level in levels if _is_plan(level, one.level, wanted)]
        if one.role.other is not None and (topic := one.level.subject.topic) is not None:
            planned = [level for level in planned if level.subject.topic == topic]
        if planned:
            one.base = planned[-1]
        elif one.role.other is None:
            one.base = next((level for level in self._levels() if _is_plan(level, one.level, wanted)), None)
        one.base_topic, one.base_phase = one.level.subject.topic, wanted


def _is_plan(level: Stated, done: Stated, wanted: Phase | None) -> bool:
    phase = level.subject.phase
    return level is not done and phase != Phase.EXECUTED and (wanted in (None, OPEN, phase) or phase == OPEN)


def _is_share(one: Stated, whole: Stated) -> bool:
    """Whether a rate is, within its digits, what its level is of a whole."""
    part, of = one.level.quantity.yuan if one.level is not None else None, whole.quantity.yuan
    if part is None or not of:
        return False
    return abs(100 * part / of - one.quantity.value) <= Decimal(1).scaleb(-one.quantity.decimals)


def _is_change(base: Stated, growth: Stated) -> bool:
    """Tell whether an amount behind 比上年 makes its growth as a change whose word is left out, not as a base."""
    level = growth.level
    if growth.role.name != "growth" or level is None or not level.quantity.yuan or not base.quantity.yuan:
        return False
    amount, before = base.quantity.yuan, level.quantity.yuan - (growth.role.direction or 1) * base.quantity.yuan
    return before > 0 and abs(100 * amount / before - growth.quantity.value) < Decimal("0.5") < abs(
        100 * (level.quantity.yuan - amount) / amount - growth.quantity.value
    )


def _same(one: Subject, other: Subject) -> bool:
    return (
        one.topic == other.topic
        and one.code == other.code
        and one.project == other.project
        and one.year == other.year
        and one.organisation is other.organisation
        and (not other.has_phase or one.phase == other.phase)
    )
