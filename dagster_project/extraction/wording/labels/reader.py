"""What a document calls itself: the issuer, its region, the year, document numbers; as printed, and as they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set

from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import OWN_LEVEL, Organisations
from dagster_project.extraction.identify.regions import is_region
from dagster_project.extraction.knowledge.wording.citations import citation_words
from dagster_project.extraction.knowledge.wording.labels import label_words
from dagster_project.extraction.locate import captions
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.document import Prose, Table
from dagster_project.extraction.vocabulary import DocumentKind
from dagster_project.extraction.wording.labels.citations import Citation
from dagster_project.extraction.wording.labels.headings import (
    PROSE,
    Label,
    is_slip,
    is_sure_of_year,
    labels_of_headings,
)
from dagster_project.extraction.wording.labels.numbering import index_numbers, numbers_in_cells, numbers_of_lines
from dagster_project.extraction.wording.labels.skipping import skipped_numbers
from dagster_project.extraction.wording.labels.spellings import spellings

WORDS = label_words()
PLANS = (DocumentKind.BUDGET, DocumentKind.PERFORMANCE_TARGETS)


def labels(
    located: Located,
    identity: Identity,
    organisations: Organisations,
    cited: Iterable[Citation],
    more: Iterable[Label] = (),
    compared: Set[str] = frozenset(),
) -> list[Label]:
    """Return the labels of a document, right and wrong, in order; with those found elsewhere.

    `compared` are the titles of statements of another year that stand beside the year's own.
    """
    found = [
        *more,
        *_names(organisations),
        *labels_of_headings(located.prose, identity, organisations, compared),
        *_captions(located.tables, identity),
        *_in_text(located, identity),
        *_numbers(cited),
        *index_numbers(located.prose),
        *numbers_in_cells(located),
        *numbers_of_lines(located),
        *skipped_numbers(located),
        *spellings(located),
    ]
    by_place = {(label.line, label.start, label.cell[2] or 0, label.kind): label for label in found}
    return [by_place[place] for place in sorted(by_place)]


def _names(organisations: Organisations) -> Iterator[Label]:
    """The issuer's name as it is, and where a name over a table was taken for it in spite of a slip."""
    for printed, alias in organisations.aliases.items():
        if alias.organisation is not organisations.issuer or alias.line is None:
            continue
        name, _ = organisations.slips.get(printed, ("", None))
        if printed == organisations.as_found:
            yield Label(alias.line, 0, PROSE, "issuer", printed, printed, printed)
        elif name and name not in organisations.by_name and is_slip(OWN_LEVEL.sub("", printed), organisations.as_found):
            yield Label(alias.line, 0, PROSE, "issuer", printed, printed, organisations.as_found)


def _captions(tables: Iterable[Table], identity: Identity) -> Iterator[Label]:
    """The year over a table, where no more tables of its kind bear another than bear the document's."""
    printed = [(table.kind, found) for table in tables if (found := _year_over(table.caption))]
    years = Counter((kind, year) for kind, (_, year, _) in printed)
    own = str(identity.fiscal_year)
    for kind, (line, year, words) in printed:
        if is_sure_of_year(identity) and (year == own or years[kind, own] > years[kind, year]):
            yield Label(line, 0, PROSE, "fiscal_year", words, year, own)


def _year_over(caption: Iterable[Prose]) -> tuple[int, str, str] | None:
    lines = ((block, captions.YEAR.fullmatch(fold(block.text))) for block in caption if len(block.text) < 20)
    return next(((block.line, match[1], squeeze(block.text)) for block, match in lines if match), None)


def _in_text(located: Located, identity: Identity) -> Iterator[Label]:
    """Work plans that cells name, not where the sentence speaks of both years; districts that no city has."""
    own, city = str(identity.fiscal_year), _city(identity)
    district = city[:-1] + WORDS.district
    wrong = re.compile(district + WORDS.organ.pattern) if city and not is_region(district) else None
    has_plans = identity.kind.value in PLANS and is_sure_of_year(identity)
    for line, text, cell in located.cells_holding(WORDS.plan) if has_plans else ():
        for match in WORDS.plan.finditer(text):
            sentence = text[text.rfind("。", 0, match.start()) + 1 :].split("。")[0]
            if match[1] == own or own not in sentence:
                yield Label(line, match.start(), cell, "plan_year", match.group(), match[1], own)
    for line, text, cell in located.holding(wrong) if wrong else ():
        for match in wrong.finditer(text) if wrong else ():
            meant = city + match.group()[len(city) :]
            yield Label(line, match.start(), cell, "region", match.group(), match.group(), meant)


def _city(identity: Identity) -> str:
    path = identity.region.path if identity.region else ""
    at = path.find(WORDS.city)
    return path[: at + 1] if at > 1 else ""


def _numbers(cited: Iterable[Citation]) -> Iterator[Label]:
    """Document numbers: right but where the year is closed behind the serial number."""
    for each in cited:
        match = citation_words().number.search(each.number_as_printed or "")
        if match is not None and each.number_as_printed and each.number:
            cell = (each.table_number, each.row_number, each.column_number)
            printed = each.number_as_printed if match["unclosed"] else each.number
            yield Label(each.line, each.start, cell, "document_number", each.number_as_printed, printed, each.number)
