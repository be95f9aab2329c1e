"""Organisations: one normalised name for every way a name is printed, and every alias with its first line.

市工业和信息化局本级, 深圳市工业和信息化局（本级） and 深圳市工业和信息化局局本级 are one organisation, and the bare
深圳市工业和信息化局 another: the department that consolidates its 本级 and its units (RULES.md, organisation kinds).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import SequenceMatcher
from typing import NamedTuple

from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.members import members
from dagster_project.extraction.identify.regions import CENTRE, seat_of, without_province
from dagster_project.extraction.knowledge.organisations import organisation_words
from dagster_project.extraction.knowledge.wording.labels import label_words
from dagster_project.extraction.model.document import Prose, Titled
from dagster_project.extraction.model.meaning import Organisation
from dagster_project.extraction.vocabulary import OrganisationKind

WORDS = organisation_words()
OWN_LEVEL = WORDS.own_level
SHORTEST = 4
"""Letters that the end of the department's name must have to stand for it (工业和信息化局 without its region)."""
SAME_NAME = 0.9
"""Similarity from which a name over a table is the issuer's with a slip (深圳市财工业和信息化局)."""


class Alias(NamedTuple):
    """A name as printed, the organisation it means, and the first line on which it stands."""

    organisation: Organisation
    printed: str
    line: int | None


class Organisations:
    """Resolves printed names within one document."""

    def __init__(self, identity: Identity) -> None:
        self.by_name: dict[str, Organisation] = {}
        self.aliases: dict[str, Alias] = {}
        self.slips: dict[str, tuple[str, int | None]] = {}
        """Names over tables that were taken for the issuer's: as they would be without, and their first lines."""
        self.region, self.misread_region, self.year = identity.region, identity.misread_region, identity.fiscal_year
        self.budget_codes: dict[str, str] = {}
        self.by_code: dict[str, Organisation] = {}
        """Bodies by the number of the budget that a statement prints beside their whole name."""
        self.issuer: Organisation | None = None
        self.department: str | None = None
        self.as_found, self.as_meant = "", ""
        self.department_as_found: str | None = None
        self.normalised: dict[str, str] = {}
        self.compilers: set[str] = set()
        """Names over tables that are of those who compiled them for the issuer."""
        issuer = identity.issuer.value or identity.organisation
        if issuer:
            self.as_found = self._as_found(issuer)
            self.as_meant = self._as_found(identity.organisation or issuer)
            self.department_as_found = OWN_LEVEL.sub("", self.as_found)
            self.department = OWN_LEVEL.sub("", self.as_meant)
            self.issuer = self.resolve(issuer, identity.issuer.line)

    def resolve(self, printed: str, line: int | None) -> Organisation:
        """Return the organisation that `printed` means, and remember the alias."""
        key = squeeze(printed)
        alias = self.aliases.get(key)
        if alias is None:
            alias = self.aliases[key] = Alias(self._organisation(self._normalise(key)), key, line)
        return alias.organisation

    def resolve_caption(self, printed: str, line: int | None) -> Organisation:
        """Return the organisation named over a table; a slip of one character in the issuer's name is forgiven.

        In a document of the 本级 the bare name over a table is the 本级's: the cover decides.
        """
        key = squeeze(printed)
        if self.issuer is not None and key in self.compilers:
            return self.issuer
        if self.issuer is None or self.name_over(printed) != self.issuer.name:
            return self.resolve(printed, line)
        if self._is_slip(self._normalise(key)):
            self.slips.setdefault(key, (self._normalise(key), line))
        return self.aliases.setdefault(key, Alias(self.issuer, key, line)).organisation

    def name_over(self, printed: str) -> str:
        """Return the name of the organisation that a name over a table means."""
        name, issuer = self._normalise(squeeze(printed)), self.issuer
        is_bare = issuer is not None and issuer.kind == OrganisationKind.OWN_LEVEL and name == self.department
        return issuer.name if issuer is not None and (is_bare or self._is_slip(name)) else name

    def is_unit(self, name: str) -> bool:
        """Tell whether a normalised name is neither the department's nor its 本级."""
        return self._kind(name) == OrganisationKind.UNIT

    def _is_slip(self, name: str) -> bool:
        issuer = self.issuer
        is_own = issuer is None or name == issuer.name or OWN_LEVEL.search(name) is not None
        return not is_own and is_much_like(name, self.as_found)

    def resolve_department(self, printed: str, line: int | None) -> Organisation:
        """Return the organisation that a form names as the department in charge, which can be another's."""
        place = self.resolve_caption(printed, line)
        if place.kind == OrganisationKind.UNIT:
            place.kind, place.department = OrganisationKind.DEPARTMENT, place.name
        return place

    def titled(self, title: Titled) -> Organisation | None:
        """Return the body of a disclosure bound into the document: the issuer, a department of its own, or a unit."""
        if not title.name:
            return self.issuer
        if not title.is_department:
            return self.resolve(title.name, title.line)
        place = self.resolve_department(title.name, title.line)
        if place is not self.issuer:
            place.department = OWN_LEVEL.sub("", place.name)
        return place

    @contextmanager
    def within(self, title: Titled | None) -> Iterator[None]:
        """Read names in the block as they are meant in a disclosure bound into the document: its units are its own."""
        place = self.titled(title) if title else None
        if place is None or place is self.issuer:
            yield
            return
        own = dict(vars(self))
        self.issuer, self.normalised = place, {}
        self.as_found = self.as_meant = place.name
        self.department = self.department_as_found = place.department
        self.region = seat_of(place.name, self.year) or self.region
        try:
            yield
        finally:
            vars(self).update(own)

    def body(self, printed: str, line: int | None, code: str = "") -> Organisation:
        """Return the organisation that a row names; a name cut off at the wall of its cell means that of its number."""
        known = self.by_code.get(squeeze(code))
        return known if known is not None and known.name.startswith(squeeze(printed)) else self.resolve(printed, line)

    def is_department(self, printed: str) -> bool:
        """Tell whether a name is the department's own, or its 本级."""
        key = squeeze(printed)
        return self.department is not None and OWN_LEVEL.sub("", self._normalise(key)) == self.department

    def own_level_of(self, place: Organisation) -> Organisation:
        """Return the 本级 of a department whose bare name stands for it."""
        return self._organisation(f"{place.name}{WORDS.own_level_name}")

    def own_level(self) -> Organisation | None:
        """Return the department's 本级 where the document prints one."""
        return self.by_name.get(f"{self.department}{WORDS.own_level_name}")

    def read_prose(self, prose: Sequence[Prose]) -> None:
        """Take the units that the prose names as the department's own."""
        for member in members(prose):
            place = self.resolve(member.name, member.line)
            if not member.is_independent:
                place.kind = OrganisationKind.NON_INDEPENDENT

    def _organisation(self, name: str) -> Organisation:
        if name not in self.by_name:
            kind = self._kind(name)
            region = seat_of(name, self.year)
            region = self.region if region in (None, CENTRE, self.misread_region) else region
            place = (region.code, region.path) if region else (None, None)
            self.by_name[name] = Organisation(name, kind, self.department, *place)
        return self.by_name[name]

    def _kind(self, name: str) -> OrganisationKind:
        if OWN_LEVEL.search(name):
            return OrganisationKind.OWN_LEVEL
        return OrganisationKind.DEPARTMENT if name == self.department else OrganisationKind.UNIT

    def _normalise(self, printed: str) -> str:
        """Return the name meant: what normalises to a misread issuer means the corrected one, its 本级 likewise."""
        if printed not in self.normalised:
            self.normalised[printed] = self._meant(self._as_found(printed))
        return self.normalised[printed]

    def _meant(self, name: str) -> str:
        if name == self.as_found:
            return self.as_meant
        base = OWN_LEVEL.sub("", name)
        if self.department and base == self.department_as_found != self.department:
            return self.department + (WORDS.own_level_name if base != name else "")
        return name

    def _ends_department(self, name: str) -> bool:
        """Tell whether a name is the department's, with or without its region."""
        return len(name) >= SHORTEST and (self.department_as_found or "").endswith(name)

    def _as_found(self, printed: str) -> str:
        name = WORDS.second_name.sub("", WORDS.seal.sub("", squeeze(printed)))
        for long, short in WORDS.short_names:
            name = long.sub(short, name)
        name = WORDS.number.sub(lambda found: _in_words(int(found.group())), without_province(name))
        department = self.department_as_found
        if department and any(not base or self._ends_department(base) for base in _before_seat(name)):
            return department + WORDS.own_level_name
        name, own = OWN_LEVEL.sub("", name), bool(OWN_LEVEL.search(name))
        if department and self._ends_department(name):
            return department + (WORDS.own_level_name if own else "")
        if self.region is not None:
            path, own_name, first = self.region.path, self.region.name, name[:1]
            city = path.removesuffix(own_name)
            if city and name.startswith(own_name):
                name = city + name
            elif (first in WORDS.districts and own_name.endswith(first)) or (
                first == WORDS.city and path.endswith(first)
            ):
                name = path + name[1:]
            elif first == WORDS.city and city.endswith(first):
                name = city + name[1:]
        return name + (WORDS.own_level_name if own else "")


def _in_words(number: int) -> str:
    """Return a number below a hundred in words, as names mostly have it: 51 is 五十一."""
    tens, ones = divmod(number, 10)
    numerals = label_words().numerals
    ten = numerals[-1] if tens else ""
    return (numerals[tens - 1] if tens > 1 else "") + ten + (numerals[ones - 1] if ones else "")


def _before_seat(name: str) -> Iterator[str]:
    """Yield what stands before words for a department's 本级, of which 局 in 局机关 can be one."""
    for expression in (WORDS.seat, WORDS.seat_of_kind):
        if found := expression.search(name):
            yield name[: found.start()]


def is_much_like(name: str, other: str) -> bool:
    """Tell whether two names are one but for a slip: few letters differ, and none that tells organisations apart."""
    matcher = SequenceMatcher(None, name, other, autojunk=False)
    if matcher.ratio() <= SAME_NAME:
        return False
    changes = (name[a:b] + other[c:d] for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")
    return all(WORDS.distinct.search(letters) is None for letters in changes)
