"""What a number in the text is about: topic, function code, project, organisation, year and phase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.folding import fold_name
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.narrative import narrative_words, topics
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.knowledge.wording.codes import code_words
from dagster_project.extraction.knowledge.wording.subjects import subject_words
from dagster_project.extraction.model.meaning import Figure, Organisation
from dagster_project.extraction.vocabulary import Classification, Horizon, Phase
from dagster_project.extraction.wording.code_paths import comparable

WORDS = subject_words()
YEAR = re.compile(r"(20\d\d)\s*年?")
YEAR_FIRST = years().in_front
STRANGER = re.compile(rf"[\u4e00-\u9fff（）()]{{2,24}}?{bodies().in_text}(?:（?本级）?)?")
"""A body whose name is not known to the document, before the year that begins the words of the subject."""
PARTS = re.compile(f"[{punctuation().clauses}{punctuation().colons}{punctuation().listing}]")
OPEN = Phase.AMBIGUOUS
"""A phase that words leave open: a bare 预算 can be the approved or the revised one."""


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
        self, identity: Identity, places: Organisations, projects: Iterable[str], figures: Iterable[Figure]
    ) -> None:
        self.year, self.default_phase = identity.fiscal_year, identity.phase
        self.issuer = places.issuer
        self.projects = {fold_name(name): name for name in projects if name}
        self.categories = _categories(figures)
        self.bodies = dict(reversed(list(_spellings(places))))
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
        """Return what the words before a number say it is."""
        tail = _last_part(WORDS.paired.sub(WORDS.paired_as, words))
        year, phase = self.time(tail)
        organisation, bare = self.body(_after_leading(tail))
        quarter = narrative_words().quarters.search(words)
        horizon = Horizon(f"q{WORDS.quarters.index(quarter.group(1)) + 1}") if quarter else Horizon.YEAR
        clean = _clean(bare)
        topic = _topic(clean)
        is_generic = topic is None and clean in WORDS.generic and bool(organisation or WORDS.own.search(tail))
        topic = WORDS.generic[clean] if is_generic else topic
        if topic is None and not clean and organisation is not None:
            topic = "unit_total"
        code = self.categories.get(comparable(clean)) if topic is None and clean.endswith(code_words().ending) else None
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

    def project(self, words: str) -> str | None:
        """Return the project of the document whose name the words are."""
        for part in dict.fromkeys((words, _last_part(words))) if self.projects else ():
            name = fold_name(_after_leading(part))
            found = self.projects.get(name) or self.projects.get(name.removesuffix(WORDS.budget))
            if found is not None:
                return found
        return None

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


@lru_cache(maxsize=4096)
def _last_part(words: str) -> str:
    return WORDS.speaker.split(PARTS.split(words)[-1])[-1]


@lru_cache(maxsize=4096)
def _after_leading(words: str) -> str:
    return narrative_words().leading.sub("", words)


@lru_cache(maxsize=4096)
def _time(words: str) -> tuple[int | None, bool, Phase | None]:
    """Return the year that words print, whether they print none but name the last, and the phase they name."""
    years = YEAR.findall(words)
    said = WORDS.of_fund.sub("", words)
    phase = next((phase for phase, pattern in narrative_words().phases.items() if pattern.search(said)), None)
    return int(years[-1]) if years else None, not years and WORDS.last_year.search(words) is not None, phase


@lru_cache(maxsize=4096)
def _clean(words: str) -> str:
    words = WORDS.closing.sub(WORDS.closing_as, WORDS.opening.sub(WORDS.opening_as, words))
    return narrative_words().noise.sub("", _after_leading(words)).strip()


@lru_cache(maxsize=4096)
def _topic(words: str) -> str | None:
    if not words or len(words) > 24:
        return None
    return next((topic for topic, pattern in topics().items() if pattern.fullmatch(words)), None)


@lru_cache(maxsize=1024)
def rate_topic(words: str) -> str | None:
    """Return the key of a rate that has a name of its own, such as 政府采购执行率."""
    return next((topic for topic, pattern in narrative_words().rate_topics.items() if pattern.search(words)), None)


def _categories(figures: Iterable[Figure]) -> dict[str, str]:
    """Return the codes of the 类 by name, where the document gives a name to one only."""
    codes: dict[str, set[str]] = {}
    for row in {id(figure.row): figure.row for figure in figures}.values():
        if row.code and row.level == 1 and row.classification == Classification.FUNCTION:
            codes.setdefault(comparable(row.name), set()).add(row.code)
    return {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}


def _spellings(places: Organisations) -> Iterable[tuple[str, Organisation]]:
    """Yield every way a document may name its organisations: as printed, and without the region that all share."""
    region = places.region.path if places.region else ""
    for alias in list(places.aliases.values()):
        yield alias.printed, alias.organisation
        name = alias.organisation.name
        yield name, alias.organisation
        if region and name.startswith(region) and len(name) > len(region) + 3:
            yield region[-1] + name[len(region) :], alias.organisation
            yield name[len(region) :], alias.organisation
