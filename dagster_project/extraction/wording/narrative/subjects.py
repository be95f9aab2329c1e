"""What a number in the text is about: topic, function code, project, organisation, year and phase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.folding import fold_name
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.narrative import narrative_words, topics
from dagster_project.extraction.knowledge.organisations import organisation_words
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.knowledge.wording.codes import code_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.model.meaning import Organisation
from dagster_project.extraction.vocabulary import Horizon, Phase
from dagster_project.extraction.wording.code_names import comparable

WORDS, NARRATIVE, CODES = subject_words(), narrative_words(), code_words()
YEAR = re.compile(r"(20\d\d)\s*年?")
YEAR_FIRST = years().in_front
STRANGER = re.compile(rf"[\u4e00-\u9fff（）()]{{2,24}}?{bodies().in_text}(?:（?本级）?)?")
"""A body whose name is not known to the document, before the year that begins the words of the subject."""
ALONE = re.compile(rf"(?!{WORDS.speaker_name})[\u4e00-\u9fff（）()]{{3,24}}{bodies().alone}[）)]?")
"""A name of a body that is all a heading says."""
PARTS = re.compile(f"[{punctuation().clauses}{punctuation().colons}{punctuation().listing}]")
LISTING = punctuation().listing
OWN_LEVEL = organisation_words().own_level_name
LONGEST_TOPIC = 32
OPEN = Phase.AMBIGUOUS
"""A phase that words leave open: a bare 预算 can be the approved or the revised one."""
BALANCES = {"opening_balance", "closing_balance"}
"""Topics of what is there at one time, which nothing spends."""
SPENDING = {"basic", "project_total"}
"""Topics that every item has a part of."""


class Subject(NamedTuple):
    """What a number is about. `topic` is a key of topics.yml, or function, project, or unit_total."""

    words: str
    topic: str | None = None
    code: str | None = None
    names: str | None = None
    project: str | None = None
    organisation: Organisation | None = None
    year: int | None = None
    phase: Phase | None = None
    horizon: Horizon = Horizon.YEAR
    is_bare: bool = False
    """True where the words name nothing but a year or a phase: it is about what the number before is about."""
    has_phase: bool = False
    is_generic: bool = False
    """True where only the year or the body makes 收入 or 支出 the organisation's own."""


class Subjects:
    """Resolves words to subjects within one document."""

    def __init__(
        self, identity: Identity, organisations: Organisations, projects: Iterable[str], categories: Mapping[str, str]
    ) -> None:
        self.year, self.default_phase = identity.fiscal_year, identity.phase
        self.issuer = organisations.issuer
        self.projects = {fold_name(name): name for name in projects if name}
        self.categories = categories
        self.bodies = dict(reversed(list(_spellings(organisations))))
        self.known: dict[tuple[str, Organisation | None], Subject] = {}
        self.lengths: dict[str, list[int]] = {}
        for first, length in sorted({(spelling[:1], len(spelling)) for spelling in self.bodies}, reverse=True):
            self.lengths.setdefault(first, []).append(length)

    def time(self, words: str) -> tuple[int | None, Phase | None]:
        """Return the year and the phase that words name; a bare 预算 is OPEN but in a budget, or of another year."""
        year, is_last, phase = _time(words)
        if is_last and self.year is not None:
            year = self.year - 1
        if phase == Phase.AMBIGUOUS:
            phase = Phase.APPROVED if self.default_phase == Phase.APPROVED or year not in (None, self.year) else OPEN
        return year, phase

    def of(self, words: str, place: Organisation | None = None) -> Subject:
        """Return what the words before a number say it is; many numbers of a document have the same before them."""
        if (words, place) not in self.known:
            self.known[words, place] = self._of(words, place)
        return self.known[words, place]

    def _of(self, words: str, place: Organisation | None) -> Subject:
        tail, named, horizon = _said(words)
        year, phase = self.time(tail)
        organisation, bare = self.body(named)
        if organisation and (bodies := self._listed(words, tail)):
            organisation, tail = None, bodies
        clean, topic = _topic(bare)
        is_generic = topic is None and clean in WORDS.generic and bool(organisation or WORDS.own.search(tail))
        topic = WORDS.generic[clean] if is_generic else topic
        if topic is None and not clean and organisation is not None:
            topic = "unit_total"
        code = self.categories.get(comparable(clean)) if topic is None and clean.endswith(CODES.ending) else None
        topic = "function" if code else topic
        return Subject(
            tail,
            topic,
            code,
            clean if code else None,
            None,
            organisation or place or self.issuer,
            year or self.year,
            phase or self.default_phase,
            horizon,
            topic is None and clean in WORDS.bare,
            phase is not None,
            is_generic,
        )

    def _listed(self, words: str, tail: str) -> str | None:
        """Return the list of known bodies that `tail` closes: 甲局本级、乙局机关运行经费 is of both, and of neither."""
        first = words.removesuffix(tail)
        while first.endswith(LISTING):
            name = _last_part(first[:-1])
            place, rest = self.body(after_leading(name))
            if place is None or rest:
                break
            first = first[: -1 - len(name)]
        return words[len(first) :] if len(first) + len(tail) < len(words) else None

    def project(self, words: str) -> str | None:
        """Return the project of the document whose name the words are."""
        if not self.projects:
            return None
        last = _last_part(words)
        found = self._project(words)
        return self._project(last) if found is None and last != words else found

    def _project(self, words: str) -> str | None:
        name = _name(words)
        return self.projects.get(name) or self.projects.get(name.removesuffix(WORDS.budget))

    def body(self, words: str) -> tuple[Organisation | None, str]:
        """Return the known organisation that words begin with, after a year if there is one, and what follows it."""
        match = YEAR_FIRST.match(words) if words.startswith("20") else None
        rest = words[match.end() :] if match else words
        for length in self.lengths.get(rest[:1], ()):
            if place := self.bodies.get(rest[:length]):
                return place, rest[length:]
        stranger = STRANGER.match(rest) if "20" in rest or WORDS.this_year in rest else None
        if stranger and (YEAR.match(rest, stranger.end()) or rest.startswith(WORDS.this_year, stranger.end())):
            return None, rest[stranger.end() :]
        return None, words

    def is_stranger(self, heading: str) -> bool:
        """Tell whether a heading is nothing but the name of a body that the document does not know."""
        return ALONE.fullmatch(heading) is not None and self.body(heading)[0] is None


@lru_cache(maxsize=4096)
def _last_part(words: str) -> str:
    return WORDS.speaker.split(PARTS.split(words)[-1])[-1]


@lru_cache(maxsize=4096)
def _said(words: str) -> tuple[str, str, Horizon]:
    """Return the part of words that stands next to the number, the same without what leads to it, and the horizon."""
    tail = _last_part(WORDS.paired.sub(WORDS.paired_as, words))
    if (unchanged := NARRATIVE.unchanged.match(tail)) and unchanged.end() < len(tail):
        # 与上年持平公务用车运行维护费1万元: a line ended without a mark
        tail = tail[unchanged.end() :]
    return tail, after_leading(tail), _horizon(words)


def _horizon(words: str) -> Horizon:
    """Return the part of a year that words name."""
    if NARRATIVE.months.search(words):
        return Horizon.MONTHS
    quarter = NARRATIVE.quarters.search(words)
    return Horizon(f"q{WORDS.quarters.index(quarter.group(1)) + 1}") if quarter else Horizon.YEAR


@lru_cache(maxsize=4096)
def _name(words: str) -> str:
    return fold_name(after_leading(words))


def after_leading(words: str) -> str:
    """Return words without those that lead to a subject and say nothing of it."""
    match = NARRATIVE.leading.match(words)
    return words[match.end() :] if match else words


@lru_cache(maxsize=4096)
def _time(words: str) -> tuple[int | None, bool, Phase | None]:
    """Return the year that words print, whether they print none but name the last, and the phase they name."""
    years = YEAR.findall(words)
    said = WORDS.of_fund.sub("", words)
    phase = next((phase for phase, pattern in NARRATIVE.phases.items() if pattern.search(said)), None)
    return int(years[-1]) if years else None, not years and WORDS.last_year.search(words) is not None, phase


def printed_year(words: str) -> int | None:
    """Return the last year that words print in digits."""
    years = YEAR.findall(words)
    return int(years[-1]) if years else None


@lru_cache(maxsize=4096)
def _topic(words: str) -> tuple[str, str | None]:
    """Return words without what says nothing of a subject, and the key of the topic they are."""
    words = WORDS.closing.sub(WORDS.closing_as, WORDS.opening.sub(WORDS.opening_as, words))
    clean = NARRATIVE.noise.sub("", after_leading(words)).strip()
    match = topics().fullmatch(clean) if len(clean) <= LONGEST_TOPIC else None
    return clean, match.lastgroup if match else None


def is_spending(words: str) -> bool:
    """Tell whether words name spending and no income."""
    return WORDS.spending in words and WORDS.income not in words


def is_income(words: str) -> bool:
    """Tell whether words name income and no spending."""
    return WORDS.income in words and WORDS.spending not in words


def is_one_thing(one: Subject, other: Subject) -> bool:
    """Tell whether two subjects are one but for time: of one topic and code, or where none is known of one name."""
    if (one.topic, one.code, one.project) != (other.topic, other.code, other.project):
        return False
    return one.topic is not None or _topic(one.words)[0] == _topic(other.words)[0]


@lru_cache(maxsize=1024)
def rate_topic(words: str) -> str | None:
    """Return the key of a rate that has a name of its own, such as 政府采购执行率."""
    return next((topic for topic, pattern in NARRATIVE.rate_topics.items() if pattern.search(words)), None)


def _spellings(organisations: Organisations) -> Iterable[tuple[str, Organisation]]:
    """Yield every way a document may name its organisations: as printed, and without the region that all share."""
    region = organisations.region.path if organisations.region else ""
    for alias in list(organisations.aliases.values()):
        yield alias.printed, alias.organisation
        name = alias.organisation.name
        yield name, alias.organisation
        if name.endswith(OWN_LEVEL):
            yield f"{name.removesuffix(OWN_LEVEL)}（{OWN_LEVEL}）", alias.organisation
        if region and name.startswith(region) and len(name) > len(region) + 3:
            yield region[-1] + name[len(region) :], alias.organisation
            yield name[len(region) :], alias.organisation
