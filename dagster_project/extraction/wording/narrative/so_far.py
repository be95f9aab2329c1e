"""What was stated before a number, and how it is found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dagster_project.extraction.wording.narrative.quantities import Quantity
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import SPENDING, Subject, Subjects


@dataclass(slots=True)
class SoFar:
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

    def clause_before(self, of: Quantity) -> list[Stated]:
        """Return the levels of the clause before in the same sentence."""
        return [level for level in self.sentence(of) if level.quantity.clause == of.clause - 1]

    def spoken_of(self, of: Quantity) -> list[Stated]:
        """Return the levels before in the same clause, and behind a change that of which it is."""
        levels, last = self.clause(of), self.paragraph[-1] if self.paragraph else None
        is_change = last is not None and last.role.name in ("change", "growth") and last.quantity.clause == of.clause
        if not (is_change and last and last.level and levels) or last.level is levels[-1]:
            return levels
        return [*levels, last.level]

    def sentence(self, of: Quantity) -> list[Stated]:
        """Return the levels that stand before in the same sentence."""
        found: list[Stated] = []
        for one in reversed(self.paragraph):
            if one.quantity.sentence != of.sentence:
                break
            if one.role.name == "level":
                found.insert(0, one)
        return found

    def ends_in_change(self, of: Quantity) -> bool:
        """Tell whether the number right before, in the same sentence, is a change or a growth."""
        last = self.paragraph[-1] if self.paragraph else None
        is_change = last is not None and last.role.name in ("change", "growth")
        return is_change and last is not None and last.quantity.sentence == of.sentence

    def heads(self, of: Quantity) -> list[Stated]:
        """Return the levels before in the same sentence but for what a change or a growth set one of them against."""
        compared = {id(one.base) for one in self.paragraph if one.role.name in ("change", "growth")}
        return [level for level in self.sentence(of) if id(level) not in compared]

    def levels(self) -> Iterator[Stated]:
        """Return the levels that stand before in the same paragraph."""
        return (one for one in self.paragraph if one.role.name == "level")

    def is_plan(self, level: Stated) -> bool:
        """Tell whether a level is the plan that a rate of the paragraph is of."""
        return any(one.role.name == "rate" and one.base is level for one in self.paragraph)

    def close(self, is_frame: bool) -> None:
        """End a paragraph; one that ends in a colon is the frame of those below, as long as they state shares."""
        self.previous = list(self.levels())
        self.document += self.paragraph
        self.above = self.above or next(iter(self.previous), None)
        if is_frame:
            self.frame = next(iter(self.previous), None)
        elif not any(one.role.name == "share" for one in self.paragraph):
            self.frame = None

    def last(self, named: Subject) -> Stated | None:
        """Return the level last stated of a subject and its year, the paragraph before the document.

        What other paragraphs state as a part of what nobody knows (基本支出 of a fund) is none of the body.
        """
        for levels in (self.paragraph, self.document):
            for one in reversed(levels):
                if (
                    one.role.name == "level"
                    and _same(one.subject, named)
                    and not (levels is self.document and _is_of_unknown(one))
                ):
                    return one
        return None


def _same(one: Subject, other: Subject) -> bool:
    return (
        one.topic == other.topic
        and one.code == other.code
        and one.project == other.project
        and one.year == other.year
        and one.organisation is other.organisation
        and (not other.has_phase or one.phase == other.phase)
    )


def _is_of_unknown(part: Stated) -> bool:
    return part.whole is not None and part.subject.topic in SPENDING and part.whole.subject.topic is None
