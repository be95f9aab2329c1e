"""Who issued a document, where, what kind it is, and for which fiscal year: read from its own words, with evidence.

File names say nothing here. A project code is never read as a region.
"""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.identify.evidence import Evidence
from dagster_project.extraction.identify.fiscal_years import year_of
from dagster_project.extraction.identify.issuers import issuer_of, without_year
from dagster_project.extraction.identify.regions import CENTRE, Region, find_region, seat_of, short_region
from dagster_project.extraction.identify.titles import titled
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.knowledge.organisations import organisation_words
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Document, Prose
from dagster_project.extraction.vocabulary import OUT_OF_SCOPE, DocumentKind, DocumentScope, Phase

__all__ = ["Evidence", "Identity", "identify", "scope_of"]

WORDS, ORGANISATIONS = identity_words(), organisation_words()
PHASES: dict[str, Phase] = {
    DocumentKind.BUDGET: Phase.APPROVED,
    DocumentKind.PERFORMANCE_TARGETS: Phase.APPROVED,
    DocumentKind.FINAL_ACCOUNT: Phase.EXECUTED,
    DocumentKind.PERFORMANCE_EVALUATION: Phase.EXECUTED,
}


class Identity(NamedTuple):
    """What a document is. The fields with a default hold what only a correction states."""

    issuer: Evidence
    region: Region | None
    region_evidence: Evidence
    kind: Evidence
    scope: Evidence
    year: Evidence
    phase: Phase | None
    organisation: str | None = None
    """Normalised name of the issuer."""
    phase_evidence: str | None = None
    misread_year: int | None = None
    misread_region: Region | None = None

    @property
    def fiscal_year(self) -> int | None:
        """The fiscal year as a number."""
        return int(self.year.value) if self.year.value else None

    def year_meant(self, printed: int | None) -> int | None:
        """Return the year a table is about: as printed over it, but no year that was misread for the document's."""
        return self.fiscal_year if printed in (None, self.misread_year) else printed


def identify(document: Document, located: Located) -> Identity:
    """Return the identity of `document`; what has no evidence has no value."""
    prose = [block for block in document.blocks if isinstance(block, Prose)]
    kind, title = titled(prose, located)
    issuer = issuer_of(title, prose, located)
    # a page that holds no figures has none of a year
    is_empty = kind.value == DocumentKind.BUDGET_ANNOUNCEMENT
    year = Evidence(None) if is_empty else year_of(title, prose, located)
    region, shown = _region(issuer, title, int(year.value) if year.value else None)
    return Identity(issuer, region, shown, kind, scope_of(kind, issuer), year, PHASES.get(kind.value or ""))


def _region(issuer: Evidence, title: Prose | None, year: int | None) -> tuple[Region | None, Evidence]:
    """Return the region in the issuer's name; failing that, the one its title begins with (上海市2026年…)."""
    region = seat_of(issuer.value or "", year)
    if region in (None, CENTRE) and title is not None:
        over = find_region(without_year(squeeze(title.text)), year)
        if over is not None:
            return over, Evidence(over.code, title.text.strip(), title.line)
    region = region or short_region(issuer.value or "")
    return region, Evidence(region.code, issuer.text, issuer.line) if region else Evidence(None)


def scope_of(kind: Evidence, issuer: Evidence) -> Evidence:
    """本级 in the issuer's name makes a unit, whatever the title says; then 单位 or 部门 in the title."""
    if kind.value in OUT_OF_SCOPE:
        return Evidence(None)
    if ORGANISATIONS.own_level.search(issuer.value or ""):
        return Evidence(DocumentScope.UNIT, issuer.text, issuer.line)
    title = fold(kind.text or "")
    for scope, pattern in WORDS.scopes.items():
        if pattern.search(title):
            return Evidence(scope, kind.text, kind.line)
    if issuer.value and WORDS.units.search(issuer.value):
        return Evidence(DocumentScope.UNIT, issuer.text, issuer.line)
    return Evidence(DocumentScope.DEPARTMENT if issuer.value else None, issuer.text, issuer.line)
