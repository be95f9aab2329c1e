"""Several disclosures bound into one file: of another body, year or kind, each under a title of its own.

The first is the document. The tables of the others are read as theirs; their text is not, for what it says would be
compared with the tables of the first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter, itemgetter

from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.identify.fiscal_years import year_in_title
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.issuers import issuer_on_cover
from dagster_project.extraction.identify.organisations import is_much_like
from dagster_project.extraction.identify.titles import titles
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.locate.titled_bodies import are_one, is_below
from dagster_project.extraction.model.document import Prose, Titled
from dagster_project.extraction.vocabulary import DocumentKind, DocumentScope

WORDS, YEARS = identity_words(), years()
KINDS = (DocumentKind.FINAL_ACCOUNT, DocumentKind.BUDGET)
Turn = tuple[int, Titled | None]
"""A line, and the disclosure that begins there; None: the first goes on."""


def tell_apart(located: Located, identity: Identity) -> Located:
    """Give each table the disclosure it is of, and part the text of the first from that of the others."""
    on_covers = (titled for cover in located.covers if (titled := _on_cover(cover)))
    found = [*((titled.line, titled) for titled in on_covers), *located.turns]
    turns: list[Turn] = []
    begins = min((table.line for table in located.tables), default=0)
    for line, titled in sorted(found, key=itemgetter(0)):
        other = titled and _another(titled, identity, line > begins)
        before = turns[-1][1] if turns else None
        if (other is None) is not (before is None) or (other and before and not _is_one(other, before)):
            turns.append((line, other))
    if not turns:
        return located
    lines = [line for line, _ in turns]

    def at(line: int) -> Titled | None:
        turn = bisect_right(lines, line)
        return turns[turn - 1][1] if turn else None

    for table in located.tables:
        table.titled = at(table.line)
    own = [block for block in located.prose if at(block.line) is None]
    others = [block for block in located.prose if at(block.line) is not None]
    disclosures = [titled for _, titled in turns if titled]
    return replace(located, prose=Texts(own, attrgetter("text")), disclosures=disclosures, bound_in=others)


def _is_one(one: Titled, other: Titled) -> bool:
    """Tell whether two titles may be of one disclosure: what neither leaves open is the same."""
    if is_below(one.name, other.name) or is_below(other.name, one.name):
        return False
    return are_one(one.name, other.name) and all(
        None in said or said[0] == said[1] for said in ((one.year, other.year), (one.kind, other.kind))
    )


def _another(titled: Titled, identity: Identity, is_behind: bool) -> Titled | None:
    """Return a disclosure that is another than the document's; without the name where that is the issuer's.

    One behind the first table (`is_behind`) may be that of a unit below the issuer, which bears the issuer's name.
    """
    name, issuer = fold(titled.name), fold(identity.organisation or identity.issuer.value or "")
    is_own = not (name and issuer) or are_one(name, issuer) or is_much_like(name, issuer)
    is_own = is_own and not (is_behind and is_below(name, issuer))
    is_of_its_year = titled.year in (None, identity.fiscal_year) or identity.fiscal_year is None
    is_of_its_kind = titled.kind is None or identity.kind.value not in KINDS or titled.kind == identity.kind.value
    if is_own and is_of_its_year and is_of_its_kind:
        return None
    return titled._replace(name="") if is_own else titled


def _on_cover(lines: Sequence[Prose]) -> Titled | None:
    """Return the disclosure that the lines over a list of contents title; None where they title none."""
    for title in sorted(
        titles(lines), key=lambda block: (WORDS.heading.match(fold(block.text)) is not None, -block.line)
    ):
        words = fold(title.text)
        kind = next((kind for kind, pattern in WORDS.kinds.items() if pattern.search(words)), None)
        if kind in KINDS and WORDS.title_end.search(words) and not WORDS.notice.search(words):
            issuer = issuer_on_cover(title, lines)
            shown = lines[max(lines.index(title) - 1, 0) : lines.index(title) + 1]
            year = next((found for block in reversed(shown) if (found := _year_in(block, title))), None)
            line = min(title.line, issuer.line or title.line)
            is_department = WORDS.scopes[DocumentScope.DEPARTMENT].search(words) is not None
            return Titled(issuer.value or "", line, is_department, int(year) if year else None, kind)
    return None


def _year_in(line: Prose, title: Prose) -> str | None:
    """Return the year that a line of a cover names: not that of the month when it was made, nor one of several."""
    words = YEARS.in_digits(squeeze(line.text))
    is_date = line is not title and YEARS.month.search(words) is not None
    is_one = len(set(YEARS.printed.findall(words))) <= 1
    return year_in_title(words) if is_one and not is_date else None
