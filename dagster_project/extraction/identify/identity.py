"""Who issued a document, where, what kind it is, and for which fiscal year: read from its own words, with evidence.

File names say nothing here. A year counts where a title, a caption or a column prints it; failing that, the year most
lines speak of, years inside document numbers and ranges left out. A project code is never read as a region.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from dagster_project.extraction.folding import BRACKETS, fold, squeeze
from dagster_project.extraction.identify.regions import Region, find_region
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.knowledge.organisations import organisation_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Document, Prose
from dagster_project.extraction.vocabulary import DocumentKind, DocumentScope, Phase

TITLE_LINES = 30
LONGEST_TITLE = 50
LONGEST_NAME = 30
WORDS, ORGANISATIONS = identity_words(), organisation_words()
KINDS_OF_TABLES = (
    (re.compile(r"^final_"), DocumentKind.FINAL_ACCOUNT),
    (re.compile(r"^budget_"), DocumentKind.BUDGET),
    (re.compile(r"self_evaluation$|scores$"), DocumentKind.PERFORMANCE_EVALUATION),
    (re.compile(r"targets$"), DocumentKind.PERFORMANCE_TARGETS),
)
PHASES: dict[str, Phase] = {
    DocumentKind.BUDGET: Phase.APPROVED,
    DocumentKind.PERFORMANCE_TARGETS: Phase.APPROVED,
    DocumentKind.FINAL_ACCOUNT: Phase.EXECUTED,
    DocumentKind.PERFORMANCE_EVALUATION: Phase.EXECUTED,
}
YEARS = years()
ISSUER = re.compile(rf"[\u4e00-\u9fff（）()]{{2,40}}?(?:本级[）)]?|{bodies().alone})")


class Evidence(NamedTuple):
    """A value and the words that show it."""

    value: str | None
    text: str | None = None
    line: int | None = None


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
    top = prose[:TITLE_LINES]
    kind, title = _kind(top, located)
    issuer = _issuer(title, prose, located)
    region = find_region(issuer.value or "")
    region_evidence = Evidence(region.code, issuer.text, issuer.line) if region else Evidence(None)
    year = _year(title, located, prose)
    return Identity(issuer, region, region_evidence, kind, scope_of(kind, issuer), year, PHASES.get(kind.value or ""))


def _kind(top: Iterable[Prose], located: Located) -> tuple[Evidence, Prose | None]:
    for block in filter(_is_title, top):
        for kind, pattern in WORDS.kinds.items():
            if pattern.search(fold(block.text)):
                return Evidence(kind, block.text.strip(), block.line), block
    for words, kind in KINDS_OF_TABLES:
        table = next((table for table in located.tables if words.search(table.kind)), None)
        if table is not None:
            return Evidence(kind, table.title, table.line), None
    return Evidence(None), None


def _is_title(block: Prose) -> bool:
    folded = fold(block.text)
    return len(folded) <= LONGEST_TITLE and WORDS.disclosure.search(folded) is not None


def _issuer(title: Prose | None, prose: list[Prose], located: Located) -> Evidence:
    above = [block for block in prose if title and block.line < title.line][-3:]
    if title is not None and (found := _in_title(title, above)):
        return found
    for block in prose:
        match = WORDS.issuer_line.search(block.text)
        if match and ISSUER.fullmatch(squeeze(match.group(1))):
            return Evidence(squeeze(match.group(1)), match.group().strip(), block.line)
    # the first title may be the tab of a sheet, which names a statement and no issuer
    others = (block for block in prose[:TITLE_LINES] if block is not title and _is_title(block))
    found = next(filter(None, (_in_title(block, []) for block in others)), None)
    return found or _issuer_of_tables(located)


def _in_title(title: Prose, above: list[Prose]) -> Evidence | None:
    """The issuer in the title, or broken over the lines of a cover before it: the whole name begins with its region."""
    found = None
    for start in range(len(above), -1, -1):
        lines = [*above[start:], title]
        words = _before_kind("".join(block.text.strip() for block in lines))
        if ISSUER.fullmatch(words) and len(words) <= LONGEST_NAME:
            found = found or Evidence(words, words if start < len(above) else title.text.strip(), lines[0].line)
            if find_region(words):
                return Evidence(words, found.text if start == len(above) else words, lines[0].line)
    return found


def _before_kind(title: str) -> str:
    """Return the words of a title before its year and kind, a year in front and Markdown's signs left out."""
    words = squeeze(YEARS.in_digits(title)).lstrip("#*")
    words = BRACKETS.sub(lambda match: match.group() if ORGANISATIONS.own_level_name in match.group() else "", words)
    words = re.sub(f"^{YEARS.in_front.pattern}", "", words)
    return WORDS.after_issuer.split(words)[0].rstrip("*")


def _issuer_of_tables(located: Located) -> Evidence:
    names: Counter[str] = Counter()
    lines: dict[str, int] = {}
    for table in located.tables:
        for row in table.rows[:6]:
            for label, value in zip(row.cells, row.cells[1:], strict=False):
                if WORDS.issuer_cell.fullmatch(fold(label)) and ISSUER.fullmatch(squeeze(value)):
                    names[squeeze(value)] += 1
                    lines.setdefault(squeeze(value), row.line)
    if not names:
        return Evidence(None)
    name = names.most_common(1)[0][0]
    return Evidence(name, name, lines[name])


def scope_of(kind: Evidence, issuer: Evidence) -> Evidence:
    """本级 in the issuer's name makes a unit, whatever the title says; then 单位 or 部门 in the title."""
    if ORGANISATIONS.own_level_name in (issuer.value or ""):
        return Evidence(DocumentScope.UNIT, issuer.text, issuer.line)
    title = fold(kind.text or "")
    for scope, pattern in WORDS.scopes.items():
        if pattern.search(title):
            return Evidence(scope, kind.text, kind.line)
    return Evidence(DocumentScope.DEPARTMENT if issuer.value else None, issuer.text, issuer.line)


def _year(title: Prose | None, located: Located, prose: list[Prose]) -> Evidence:
    if title is not None and (match := YEARS.spaced.search(YEARS.in_digits(title.text))):
        return Evidence(match.group(1), title.text.strip(), title.line)
    for table in located.tables:
        for row in table.rows[:4]:
            shown = [cell for cell in row.cells if cell]
            for label, value in pairwise(shown):
                if fold(label) == WORDS.year_cell and (match := YEARS.cell.fullmatch(fold(value))):
                    return Evidence(match.group(1), f"{label} {value}", row.line)
    return _year_by_votes(prose)


def _year_by_votes(prose: list[Prose]) -> Evidence:
    votes: Counter[str] = Counter()
    first: dict[str, Prose] = {}
    for block in prose:
        if "年" not in block.text:
            continue
        for year in dict.fromkeys(YEARS.spaced.findall(YEARS.decoys.sub("", YEARS.in_digits(block.text)))):
            votes[year] += 1
            first.setdefault(year, block)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return Evidence(None)
    year, count = ranked[0]
    text = f"{year}年: {count} lines of {sum(votes.values())} that name a year"
    return Evidence(year, text, first[year].line)
