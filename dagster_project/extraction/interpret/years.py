"""Of which year each statement is, where a document prints those of two years.

An earlier year over a statement is a slip where it stands alone; beside another of its kind it is what the year's own
is compared with. Of two that no word tells apart neither is sure, unless others show in which order the years stand.
A later year is a slip, too, but for the next budget in a final account, or beside the year's own of one title.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.amounts import looks_like_money, parse_money
from dagster_project.extraction.folding import fold, fold_title
from dagster_project.extraction.identify.fiscal_years import year_in_title
from dagster_project.extraction.interpret.printed_owners import Owners
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.identity import identity_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate import captions
from dagster_project.extraction.locate.columns import header_of
from dagster_project.extraction.locate.titles import kind_of, words_of
from dagster_project.extraction.model.document import Prose, Table
from dagster_project.extraction.vocabulary import DocumentKind, Layout, StatementFamily

WORDS, YEARS = identity_words(), years()
TOTALS = tuple(header_words().wholes)
ONCE_A_YEAR = (
    StatementFamily.BALANCE,
    StatementFamily.INCOME,
    StatementFamily.EXPENDITURE,
    StatementFamily.ECONOMIC,
    StatementFamily.THREE_PUBLIC,
    StatementFamily.PROCUREMENT,
    StatementFamily.PROJECTS,
)
"""Families of which a body prints each statement once a year."""
OF_A_YEAR = (DocumentKind.BUDGET, DocumentKind.FINAL_ACCOUNT)
"""What a heading is of below which the statements of a year begin."""
LONGEST_HEADING = 30


class Dated(NamedTuple):
    """A statement of a matrix, the year that words name as its, and what tells it from others of its kind."""

    table: Table
    year: int | None
    title: str
    """Without number and year."""
    owner: str

    def is_alike(self, other: Dated) -> bool:
        """Tell whether both have one kind, title and owner."""
        return (self.table.kind, self.title, self.owner) == (other.table.kind, other.title, other.owner)


def tell_years(tables: Sequence[Table], owners: Owners, own: int | None, kind: str | None = None) -> Mapping[int, int]:
    """Return the other years of statements by the numbers of their tables; `own` and `kind` are the document's.

    Statements of which nothing tells which is the year's own are marked as such (`Table.is_rivalled`).
    """
    if own is None:
        return {}
    dated = list(_dated(tables, owners, own))
    found = {
        one.table.number: one.year
        for one in dated
        if one.year and (_is_compared_with(one, dated, own) or _is_of_next_year(one, dated, own, kind))
    }
    order = _order(dated, found)
    for group in _rivals(dated, found):
        if order is not None and len(group) == 2:
            found[group[order].table.number] = own - 1
        else:
            for one in group:
                one.table.is_rivalled = True
    return found


def _dated(tables: Sequence[Table], owners: Owners, own: int) -> Iterator[Dated]:
    section = None
    for table in tables:
        section = _section(table.caption) or section
        kind = knowledge().kinds.get(table.kind)
        if kind is None or kind.layout != Layout.MATRIX or table.titled is not None:
            continue
        title = YEARS.relative.sub("", YEARS.printed.sub("", fold_title(words_of(table.title))))
        owner, _ = owners[table.number] or ("", 0)
        title = title.removeprefix(fold(owner))
        yield Dated(table, _said(table, own) or section, title, owner)


def _said(table: Table, own: int) -> int | None:
    """Return the year that the title of a statement names, a line below it, or the words of its columns."""
    title = words_of(table.title)
    if year := year_in_title(title):
        return int(year)
    if YEARS.relative.search(title):
        return own - bool(YEARS.last.search(title))
    lines = (captions.YEAR.fullmatch(fold(block.text)) for block in reversed(table.caption))
    if line := next(filter(None, lines), None):
        return int(line[1])
    named = {year for row in header_of(table.rows) for cell in row.cells for year in YEARS.printed.findall(cell)}
    return int(named.pop()) if len(named) == 1 else None


def _section(caption: Sequence[Prose]) -> int | None:
    """Return the year of the last heading over a table below which the statements of a year begin."""
    for block in reversed(caption):
        words = fold(YEARS.in_digits(block.text))
        if len(words) > LONGEST_HEADING or kind_of(words) or not WORDS.title_end.search(words):
            continue
        named = set(YEARS.printed.findall(words))
        kind = next((kind for kind, pattern in WORDS.kinds.items() if pattern.search(words)), None)
        if kind in OF_A_YEAR and len(named) == 1 and WORDS.no_title.search(words) is None:
            return int(named.pop())
    return None


def total_of(table: Table) -> Decimal | None:
    """Return the largest amount of a statement, where a row that totals it holds that, or the first or last rows do."""
    printed = (({_value(cell) for cell in row.cells if looks_like_money(cell)}, row) for row in table.rows)
    filled = [(values, row) for values, row in printed if any(values)]
    totals = [values for values, row in filled if any(fold(cell).endswith(TOTALS) for cell in row.cells)]
    largest = max((max(values) for values, _ in filled), default=None)
    ends = [values for values, _ in (*filled[:2], *filled[-2:])]
    return largest if any(largest in values for values in (*totals, *ends)) else None


def _value(cell: str) -> Decimal:
    number = parse_money(cell)
    return number.value if number else Decimal(0)


def _is_compared_with(one: Dated, dated: Sequence[Dated], own: int) -> bool:
    """Tell whether the year's own statement stands beside one of an earlier year."""
    if one.year is None or one.year >= own:
        return False
    others = (other for other in dated if other.table.kind == one.table.kind and other.year in (None, own))
    return any(other.table.number < one.table.number or other.is_alike(one) for other in others)


def _is_of_next_year(one: Dated, dated: Sequence[Dated], own: int, kind: str | None) -> bool:
    """Tell whether a statement is the next budget in a final account, or stands beside the year's own of one title."""
    if one.year != own + 1:
        return False
    is_budget = kind == DocumentKind.FINAL_ACCOUNT and one.table.kind.startswith(DocumentKind.BUDGET)
    titles = (other.table.title for other in dated if other.is_alike(one))
    return is_budget or any(year_in_title(words_of(title)) == str(own) for title in titles)


def _rivals(dated: Sequence[Dated], found: Mapping[int, int]) -> Iterator[list[Dated]]:
    """Yield the statements of which each is against another that would be of the year, too."""
    groups: dict[tuple[str, str, str], list[Dated]] = defaultdict(list)
    for one in dated:
        if one.table.number not in found:
            groups[one.table.kind, one.title, one.owner].append(one)
    for group in groups.values():
        if len(group) > 1 and (against := _against(group)):
            yield against


def _against(group: Sequence[Dated]) -> list[Dated]:
    """Return the statements, of those printed once a year, that another of the group differs from in its total."""
    once = [one for one in group if knowledge().kinds[one.table.kind].family in ONCE_A_YEAR]
    totals = [total_of(one.table) for one in once]
    known = set(totals) - {None}
    return [one for one, total in zip(once, totals, strict=True) if total is not None and len(known) > 1]


def _order(dated: Sequence[Dated], found: Mapping[int, int]) -> int | None:
    """Return which of two statements is the earlier year's wherever words tell: the first (0) or the second (1)."""
    pairs = {
        int(one.table.number in found)
        for before, one in _pairs(dated)
        if (one.table.number in found) != (before.table.number in found)
    }
    return pairs.pop() if len(pairs) == 1 else None


def _pairs(dated: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    return (
        (one, other)
        for other in dated
        for one in dated
        if one.table.number < other.table.number and one.is_alike(other)
    )
