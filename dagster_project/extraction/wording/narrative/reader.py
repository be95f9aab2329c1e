"""Read the statements of a document's prose: one `Stated` per amount or rate, in printed order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.knowledge.wording.quantities import quantity_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.meaning import Organisation
from dagster_project.extraction.wording.code_paths import CodePath, CodePaths, with_marks
from dagster_project.extraction.wording.narrative.apart import (
    is_of_fund,
    is_paid_from_basic,
    is_total_of_fund,
    leave_counted,
    not_own,
    total_with_balances,
    within_unknown,
)
from dagster_project.extraction.wording.narrative.headings import LONGEST, Headings, is_heading
from dagster_project.extraction.wording.narrative.levels import behind
from dagster_project.extraction.wording.narrative.lists import is_beside
from dagster_project.extraction.wording.narrative.paragraphs import Paragraph, paragraphs
from dagster_project.extraction.wording.narrative.plain import settle_statuses
from dagster_project.extraction.wording.narrative.quantities import Quantity, quantities, with_numbers
from dagster_project.extraction.wording.narrative.reach import Reach
from dagster_project.extraction.wording.narrative.relations import relate
from dagster_project.extraction.wording.narrative.respective import respect
from dagster_project.extraction.wording.narrative.roles import Role, role_of
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import Subject, Subjects, after_leading
from dagster_project.extraction.wording.narrative.taken_over import carried, inherited, of_own_year

WORDS, SUBJECTS, NARRATIVE = paragraph_words(), subject_words(), narrative_words()
QUANTITIES = quantity_words()
DIGIT = re.compile(r"\d")


def read_narrative(
    prose: Sequence[Prose], identity: Identity, organisations: Organisations, result: Interpretation, paths: CodePaths
) -> list[Stated]:
    """Return every amount and rate that the prose states."""
    names = [name for figure in result.figures if (name := figure.row.project_name)]
    names += [project.name for project in result.projects if project.name]
    subjects = Subjects(identity, organisations, names, paths.tree.categories())
    return list(_Reader(subjects, paths).read(prose))


class _Reader:
    def __init__(self, subjects: Subjects, paths: CodePaths) -> None:
        self.subjects, self.paths = subjects, paths
        self.so_far = SoFar(subjects)
        self.place: Organisation | None = None
        self.is_of_stranger = False
        self.is_below_fund = False
        self.headings = Headings()
        self.is_in_part = False
        self.head: Subject | None = None
        self.is_led = False
        self.path: CodePath | None = None

    def read(self, prose: Sequence[Prose]) -> Iterator[Stated]:
        texts = Texts(list(paragraphs(prose)), attrgetter("text"))
        stating, naming = set(map(id, with_numbers(texts))), set(map(id, with_marks(texts)))
        for number, paragraph in enumerate(texts, 1):
            if not paragraph.follows:
                self.head = None
            paths = self.paths.paths_in(paragraph.text) if id(paragraph) in naming else ()
            if id(paragraph) in stating:
                yield from self._paragraph(number, paragraph, paths)
                continue
            if is_heading(paragraph):
                self.headings.open(paragraph.text)
            if _is_part(paragraph):
                self._open(paragraph)
            elif paths:
                self.head = _of_path(self.subjects.of("", self.place), paths[-1])

    def _paragraph(self, number: int, paragraph: Paragraph, paths: Sequence[CodePath]) -> Iterator[Stated]:
        so_far, reach = self.so_far, Reach()
        self._begin(paragraph)
        reason = WORDS.reason.search(paragraph.text)
        for quantity in quantities(paragraph):
            reach.extend(quantity, so_far, self.subjects)
            role = self._role(quantity, reach)
            one = Stated(quantity, role, self._subject(quantity, role, paths, paragraph.text), number)
            if role.name == "level":
                one.subject = carried(one, quantity.sentence == reach.covered, so_far)
            self._set_apart(one, reach, paragraph)
            if role.name == "base" or role.direction == 0:
                one.base_year, one.base_phase = self.subjects.time(role.other or "")
            relate(one, so_far)
            if role.name == "level" and one.whole is None:
                one.subject = self.headings.of_fund(one.subject)
            if is_paid_from_basic(one, so_far.paragraph, self.head, self.subjects):
                one.subject = not_own(one.subject)
            if reason and role.name in ("level", "change", "growth") and quantity.start < reason.start():
                one.reason = reason.group(1).strip()
            self._lead(one, paragraph)
            so_far.paragraph.append(one)
            yield one
        self._end(paragraph)

    def _begin(self, paragraph: Paragraph) -> None:
        so_far = self.so_far
        if not (paragraph.follows and WORDS.compares.match(paragraph.text)):
            so_far.above = None
        so_far.paragraph, so_far.is_item, self.is_led = [], paragraph.is_enumerated, False
        if paragraph.is_enumerated:
            self.head = self._heading(paragraph)
        elif (match := WORDS.label.match(paragraph.text)) and not WORDS.opens.search(match["label"]):
            self.head = self._labelled(squeeze(match["label"]))

    def _end(self, paragraph: Paragraph) -> None:
        """Settle what only the whole paragraph tells."""
        so_far = self.so_far
        respect(so_far.paragraph, self.subjects)
        settle_statuses(so_far.paragraph, self.subjects.bodies)
        for one in so_far.paragraph:
            one.subject = total_with_balances(one, so_far.paragraph)
        leave_counted(so_far.paragraph, self.subjects)
        self._leave()
        so_far.close(is_frame=paragraph.text.rstrip().endswith(("：", ":")))

    def _set_apart(self, one: Stated, reach: Reach, paragraph: Paragraph) -> None:
        """Leave open whose money it is that is of a stranger, a place, a fund or a part of what nobody knows."""
        before, sentence = self.so_far.paragraph, one.quantity.sentence
        if within_unknown(one.subject, one.quantity.words, self.subjects, before):
            reach.within = sentence
        is_apart = self.is_of_stranger or sentence <= reach.of_place or sentence == reach.within
        is_total = is_total_of_fund(one, before, self.is_below_fund)
        if is_apart or is_total or is_of_fund(one, before, paragraph.text):
            one.subject, one.is_apart = not_own(one.subject), True

    def _role(self, quantity: Quantity, reach: Reach) -> Role:
        """What an amount goes to that comes from the one before it (由9万元减少为8万元) is a level, and no change."""
        role = role_of(quantity, quantity.clause == reach.cause)
        before = [*self.so_far.clause(quantity)[-1:], *self.so_far.clause(quantity, "cause")[-1:]]
        is_reached = role.name == "change" and NARRATIVE.reached.search(quantity.words) is not None
        is_from = any(
            level.quantity.end == quantity.since and NARRATIVE.origin.search(level.quantity.words) for level in before
        )
        if is_reached and is_from:
            role = Role("level", subject=quantity.words)
        explains = role.name == "level" or WORDS.unread.search(quantity.before)
        return Role("cause") if quantity.clause == reach.explained and explains else role

    def _open(self, paragraph: Paragraph) -> None:
        """A heading opens what is about the body that it names; one within a part (一、 below 第二部分) leaves that.

        What stands below the name of a body that the document does not know is of nobody known.
        """
        self.is_below_fund = SUBJECTS.fund_whole.search(paragraph.text) is not None
        head = WORDS.part.match(paragraph.text)
        number = head.group().strip() if head else ""
        text = after_leading(squeeze(paragraph.text[len(head.group()) if head else 0 :]))
        place, rest = self.subjects.body(text)
        place = None if SUBJECTS.heading.sub("", rest) else place
        is_stranger = place is None and self.subjects.is_stranger(SUBJECTS.heading.sub("", text))
        is_within = self.is_in_part and not number.endswith(WORDS.highest)
        if place is not None or is_stranger or not is_within:
            self.place, self.is_of_stranger = place, is_stranger
            self.is_in_part = (place is not None or is_stranger) and number.endswith(WORDS.highest)
        self.so_far.frame = None

    def _lead(self, one: Stated, paragraph: Paragraph) -> None:
        """What a paragraph states first heads it; one that no number or label opens is about nothing else."""
        if one.role.name != "level" or one.whole is not None:
            return
        is_first = not any(level.role.name == "level" for level in self.so_far.paragraph)
        if is_first and not (one.subject.is_bare or self.so_far.is_item or WORDS.label.match(paragraph.text)):
            self.head = None
        if self.head is None and one.subject.topic:
            self.head, self.is_led = one.subject, True

    def _leave(self) -> None:
        """What stands below is about what heads a paragraph by its number or label, not about what it stated."""
        if self.is_led and not self.so_far.is_item:
            self.head = None

    def _heading(self, paragraph: Paragraph) -> Subject | None:
        """A numbered paragraph that begins with the name of a project, or of a topic, is about it."""
        text = after_leading(squeeze(paragraph.text[:80]))
        match = WORDS.head.match(text)
        head = match.group() if match else ""
        name = self.subjects.project(DIGIT.split(text, 1)[0]) or self.subjects.project(head)
        if name is not None:
            return self._about_project(self.subjects.of("", self.place), name)
        subject = self.subjects.of(head, self.place)
        return subject if subject.topic else None

    def _labelled(self, label: str) -> Subject | None:
        """Words before a colon head their paragraph; those that name a phase alone leave what heads it already."""
        subject = self.subjects.of(label, self.place)
        names_phase = subject.is_bare and SUBJECTS.spending not in label
        return subject if subject.topic else self.head if names_phase else None

    def _about_project(self, subject: Subject, name: str) -> Subject:
        place = self.place or self.subjects.issuer
        return subject._replace(topic="project", project=name, organisation=place, is_bare=False)

    def _subject(self, quantity: Quantity, role: Role, paths: Sequence[CodePath], text: str) -> Subject:
        subject = self.subjects.of(quantity.words, self.place)
        path = next((path for path in reversed(paths) if path.end <= quantity.start), None) if paths else None
        if path is not None and path is not self.path:
            self.head, self.path = _of_path(subject, path), path
            # …（项）。本年支出9万元: of the item that the paragraph begins with
            is_of_item = path.end > quantity.since or (subject.is_generic and not self.so_far.paragraph)
            if role.name == "level" and is_of_item:
                return self.head._replace(topic=None, code=None) if path.is_of_part(text) else self.head
        if role.name != "level":
            return of_own_year(subject, role, self.so_far)
        name = self.subjects.project(quantity.before)
        if name is not None:
            return self._about_project(subject, name)
        if not subject.is_bare and not subject.is_generic:
            return subject
        levels = self.so_far.spoken_of(quantity)
        is_of_then = subject.is_bare and self.subjects.time(quantity.words)[0] not in (None, self.subjects.year)
        if is_of_then and levels and is_beside(levels[-1]) and (whole := behind(levels, self.so_far)) is not None:
            # 支出9万元，其中A 5万元、B 4万元，上年8万元: what the whole was
            levels = [whole]
        elif is_of_then and not levels:
            # A 9万元，B 5万元；上年4万元 goes on about B
            levels = self.so_far.clause_before(quantity)
        if quantity.since == 0 and quantity.before in SUBJECTS.bare and not self.so_far.is_item:
            # what it is stands at the end of the line before, which nobody joined
            return subject._replace(topic=None, is_generic=False)
        is_of_other = self._is_priced(quantity) or self._is_of_change(quantity) or WORDS.in_which.match(quantity.after)
        if subject.is_bare and not levels and is_of_other:
            return not_own(subject)
        if subject.is_bare or levels:
            return inherited(subject._replace(topic=None, is_generic=False), levels, self.head, self.so_far)
        return subject

    def _is_priced(self, quantity: Quantity) -> bool:
        """Tell whether a price stands before a number in its clause (每台1万元，预算3万元): both are of a thing."""
        return any(QUANTITIES.each.search(one.quantity.words) for one in self.so_far.clause(quantity, "other"))

    def _is_of_change(self, quantity: Quantity) -> bool:
        """Tell whether a change or a share before it names what both are of (培训费增加1万元，为6万元)."""
        changes = [change for change in self.so_far.clause(quantity, "change") if change.level is None]
        # 授予中小企业合同金额占80%，为40万元
        changes += [share for share in self.so_far.clause(quantity, "share") if share.level is None]
        return any(not self.subjects.of(change.role.subject).is_bare for change in changes)


def _is_part(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph without numbers opens a part of the document."""
    text = paragraph.text
    return paragraph.is_enumerated and len(text) <= LONGEST and WORDS.part.match(text) is not None


def _of_path(subject: Subject, path: CodePath) -> Subject:
    names = "/".join(name or "" for name in path.names)
    return subject._replace(topic="function", code=path.code, names=names, is_bare=False)
