"""What a document says it has none of, where its own table has amounts of the year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.wording.labels import label_words
from dagster_project.extraction.model.meaning import Figure
from dagster_project.extraction.vocabulary import ShownAs
from dagster_project.extraction.wording.disclosure import Disclosed
from dagster_project.extraction.wording.labels.headings import PROSE, Label

WORDS = label_words()
CLAUSES = re.compile(f"[{punctuation().commas}{punctuation().colons}]")
KIND, MEASURE = "denial", "total"


def denials(
    disclosed: Sequence[Disclosed], figures: Iterable[Figure], identity: Identity, organisations: Organisations
) -> Iterator[Label]:
    """Yield the words by which the body denies a fund of the year that a table prints, and the most it prints."""
    by_table = {each.table_number: each for each in disclosed if each.item in WORDS.denials and each.table_number}
    most: dict[str, Figure] = {}
    for figure in figures:
        shown = by_table.get(figure.table.table.number)
        if shown is not None and _is_of_the_year(figure, identity):
            most[shown.item] = max(most.get(shown.item, figure), figure, key=_value)
    for each in disclosed:
        if each.shown_as == ShownAs.DECLARED_EMPTY and each.item in most:
            for clause in CLAUSES.split(each.words):
                match = WORDS.denials[each.item].search(clause)
                if (
                    match
                    and match.end() == len(clause)
                    and _is_said_of_all(clause[: match.start()], identity, organisations)
                ):
                    yield Label(each.line, 0, PROSE, KIND, clause, match.group(), _printed(most[each.item]))


def _is_of_the_year(figure: Figure, identity: Identity) -> bool:
    year = figure.row.year or figure.column.year or figure.table.year
    return _value(figure) > 0 and figure.measure == MEASURE and year in (None, identity.fiscal_year)


def _value(figure: Figure) -> Decimal:
    return figure.number.value or Decimal(0) if figure.number is not None else Decimal(0)


def _is_said_of_all(words: str, identity: Identity, organisations: Organisations) -> bool:
    """Tell whether what denies names nobody but the issuer, and no year but the document's."""
    own = [printed for printed, alias in organisations.aliases.items() if alias.organisation is organisations.issuer]
    for name in sorted(own, key=len, reverse=True):
        words = words.replace(name, "")
    return not WORDS.speaker.sub("", re.sub(f"{identity.fiscal_year}{WORDS.of_year}", "", words)).strip()


def _printed(figure: Figure) -> str:
    return figure.text.strip() + (figure.unit.applied or "")
