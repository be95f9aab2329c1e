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
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Document, Prose
from dagster_project.extraction.vocabulary import DocumentKind, DocumentScope, Phase

TITLE_LINES = 30
LONGEST_NAME = 30
KINDS = (
    (DocumentKind.FINAL_ACCOUNT, re.compile(r"(部门|单位)?决算")),
    (DocumentKind.PERFORMANCE_EVALUATION, re.compile(r"绩效(自评|评价)(报告|情况)")),
    (DocumentKind.BUDGET, re.compile(r"(部门|单位)?预算")),
    (DocumentKind.PERFORMANCE_TARGETS, re.compile(r"绩效目标(申报)?表")),
)
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
TITLE_YEAR = re.compile(r"(20\d\d)\s*年")
YEAR_CELL = re.compile(r"(20\d\d)年?度?")
DECOYS = re.compile(
    r"[〔\[【(（]\s*20\d\d\s*[〕\]】)）]|20\d\d\s*年?\s*[-—－~至到]\s*20\d\d\s*年?|20\d\d年\d{1,2}月\d{1,2}日"
)
YEAR = re.compile(r"(20\d\d)\s*年")
YEAR_CELL = re.compile(r"(20\d\d)年?度?")
ISSUER_LABEL = re.compile(r"(申请|预算|项目|实施)?单位(名称)?|部门(\(单位\))?名称")
NAME_LABEL = re.compile(
    r"(?:申请单位|(?:部门|单位)名称|部门|项目主管部门|预算主管部门|编制部门|编制单位|预算单位)\s*(?:[（(]公章[）)])?\s*[:：]\s*(\S+?(?:\s*[（(]本级[）)])?)(?=\s|$)"
)
ISSUER = re.compile(
    r"[\u4e00-\u9fff（）()]{2,40}?"
    r"(?:本级[）)]?|局|委员会|委|厅|室|办|院|站|中心|馆|处|所|街道|镇|乡|会|校|学|政府|部|园|队|台|社|署|组|团|公司|厂|场|库)"
)


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
    for block in top:
        folded = fold(block.text)
        if len(folded) > 50 or not re.search(r"预算|决算|绩效", folded):
            continue
        for kind, pattern in KINDS:
            if pattern.search(folded):
                return Evidence(kind, block.text.strip(), block.line), block
    for words, kind in KINDS_OF_TABLES:
        table = next((table for table in located.tables if words.search(table.kind)), None)
        if table is not None:
            return Evidence(kind, table.title, table.line), None
    return Evidence(None), None


def _issuer(title: Prose | None, prose: list[Prose], located: Located) -> Evidence:
    above = [block for block in prose if title and block.line < title.line][-3:]
    if title is not None and (found := _in_title(title, above)):
        return found
    for block in prose:
        match = NAME_LABEL.search(block.text)
        if match and ISSUER.fullmatch(squeeze(match.group(1))):
            return Evidence(squeeze(match.group(1)), match.group().strip(), block.line)
    return _issuer_of_tables(located)


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
    words = squeeze(title).lstrip("#*")
    words = BRACKETS.sub(lambda match: match.group() if "本级" in match.group() else "", words)
    words = re.sub(r"^20\d\d年度?", "", words)
    return re.split(r"20\d\d年|(?:部门|单位)?(?:预算|决算)|(?:部门|单位)整体|绩效", words)[0].rstrip("*")


def _issuer_of_tables(located: Located) -> Evidence:
    names: Counter[str] = Counter()
    lines: dict[str, int] = {}
    for table in located.tables:
        for row in table.rows[:6]:
            for label, value in zip(row.cells, row.cells[1:], strict=False):
                if ISSUER_LABEL.fullmatch(fold(label)) and ISSUER.fullmatch(squeeze(value)):
                    names[squeeze(value)] += 1
                    lines.setdefault(squeeze(value), row.line)
    if not names:
        return Evidence(None)
    name = names.most_common(1)[0][0]
    return Evidence(name, name, lines[name])


def scope_of(kind: Evidence, issuer: Evidence) -> Evidence:
    """本级 in the issuer's name makes a unit, whatever the title says; then 单位 or 部门 in the title."""
    if "本级" in (issuer.value or ""):
        return Evidence(DocumentScope.UNIT, issuer.text, issuer.line)
    title = fold(kind.text or "")
    for words, scope in (
        ("单位预算", DocumentScope.UNIT),
        ("单位决算", DocumentScope.UNIT),
        ("部门", DocumentScope.DEPARTMENT),
    ):
        if words in title:
            return Evidence(scope, kind.text, kind.line)
    return Evidence(DocumentScope.DEPARTMENT if issuer.value else None, issuer.text, issuer.line)


def _year(title: Prose | None, located: Located, prose: list[Prose]) -> Evidence:
    if title is not None and (match := TITLE_YEAR.search(title.text)):
        return Evidence(match.group(1), title.text.strip(), title.line)
    for table in located.tables:
        for row in table.rows[:4]:
            shown = [cell for cell in row.cells if cell]
            for label, value in pairwise(shown):
                if fold(label) == "预算年度" and (match := YEAR_CELL.fullmatch(fold(value))):
                    return Evidence(match.group(1), f"{label} {value}", row.line)
    return _year_by_votes(prose)


def _year_by_votes(prose: list[Prose]) -> Evidence:
    votes: Counter[str] = Counter()
    first: dict[str, Prose] = {}
    for block in prose:
        if "年" not in block.text:
            continue
        for year in dict.fromkeys(YEAR.findall(DECOYS.sub("", block.text))):
            votes[year] += 1
            first.setdefault(year, block)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return Evidence(None)
    year, count = ranked[0]
    text = f"{year}年: {count} lines of {sum(votes.values())} that name a year"
    return Evidence(year, text, first[year].line)
