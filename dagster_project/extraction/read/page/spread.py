"""Sheets printed over several pages: columns that do not fit on one page stand on another, beside the same rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, islice, takewhile
from operator import attrgetter

from dagster_project.extraction.folding import fold, fold_title
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.read.page.aligned import AMOUNT, FIGURE
from dagster_project.extraction.read.page.cells import Cell
from dagster_project.extraction.read.page.page import Page
from dagster_project.extraction.read.page.phrases import Phrase
from dagster_project.extraction.read.page.tables import PageTable
from dagster_project.extraction.read.page.titled import names_statement
from dagster_project.extraction.vocabulary import ColumnRole

WORDS = title_words()
LABELS = [knowledge().columns.roles[role] for role in (ColumnRole.CODE, ColumnRole.NAME)]
NEAR = 1.0
"""Points by which what stands in one place on two pages differs, at most."""
FEWEST = 4
"""Edges of rows that show that two pages hold the same."""
FEWEST_BELOW = 2
"""The same where each goes on below one of two pages that do."""
TITLE_ROWS = 3
"""First rows of a table that may hold its title."""
FOOT = 3
"""Blocks at the end of a page of which one may be the title of the table on the next."""


def spread(pages: Sequence[Page]) -> Mapping[int, int]:
    """Return the pages with the rest of the columns of others, and whose they hold."""
    printed = Counter(page.number for page in pages)
    # two pages on one sheet have one number
    tables = {page.number: table for page in pages if printed[page.number] == 1 and (table := _only(page))}
    titles = {
        page.number: _titles(page, tables[page.number], before)
        for before, page in zip([None, *pages], pages, strict=False)
        if page.number in tables
    }
    found: dict[int, int] = {}
    for number, rest in tables.items():
        whose = found.get(number - 1)
        if whose is not None and titles[number] in (set(), titles[whose]) and _goes_on(number, whose, tables):
            found[number] = whose + 1
            continue
        for other in range(number - 1, 0, -1):
            table = tables.get(other)
            both = titles[number], titles.get(found.get(other, other), set())
            if _is_rest(rest, table) and (not all(both) or (both[0] == both[1] and _has_names_of(rest, table))):
                found[number] = found.get(other, other)
            # down, then over: between the two stands only what goes on below the first, or beside that
            if table is None or not (other in found or _is_alike(tables.get(other - 1), table)):
                break
            if number in found and titles[other] and titles[other] != titles.get(other - 1):
                break
    return found


def _only(page: Page) -> PageTable | None:
    """Return the table of a page that has no other."""
    tables = [block for block in page.blocks if isinstance(block, PageTable)]
    return tables[0] if len(tables) == 1 else None


def _has_names_of(rest: PageTable, table: PageTable | None) -> bool:
    """Tell whether a table begins with figures, or with the names of the rows of another, at the same heights."""
    names, others = (
        {(round(cell.box.top), cell.text) for cell in each.cells if cell.column == 0} for each in (rest, table or rest)
    )
    header = {cell.text for cell in _header(rest)}
    body = [text for _, text in names if text not in header]
    last = [cell.text for cell in rest.cells if cell.column == len(rest.across) - 2 and cell.text not in header]
    if not last or not all(map(FIGURE.fullmatch, last)):
        return False  # a form, as those of other projects on the pages around
    # codes are figures, too, and no amounts
    return names <= others or (all(map(FIGURE.fullmatch, body)) and any("." in text or "," in text for text in body))


def _titles(page: Page, table: PageTable, before: Page | None) -> set[str]:
    """Return the lines over a table that name a statement, in its first rows, or at the foot of the page before."""
    over = [block.text for block in page.blocks if isinstance(block, Phrase) and block.box.top < table.box.top]
    inside = [cells[0].text for cells in _rows(table)[:TITLE_ROWS] if len(cells) == 1]
    lines = over + inside + (_foot(before) if before is not None else [])
    return {fold_title(WORDS.again.sub("", line)) for line in lines if names_statement(line)}


def _foot(page: Page) -> list[str]:
    """Return the last lines of a page, below its tables."""
    below = takewhile(lambda block: not isinstance(block, PageTable), reversed(page.blocks))
    return [block.text for block in islice(below, FOOT) if isinstance(block, Phrase)]


def _is_totalled(table: PageTable) -> bool:
    """Tell whether a table names its rows, and has the column of their totals right beside, in no group of columns."""
    header = [(cell.column, fold(cell.text)) for cell in _header(table)]
    labels = [column for column, text in header if any(role.search(text) for role in LABELS)]
    over = [text for column, text in header if column == max(labels, default=-1) + 1]
    return bool(labels) and len(over) == 1 and header_words().sum.search(over[0]) is not None


def _header(table: PageTable) -> list[Cell]:
    """Return the cells over the first row with an amount."""
    rows = _rows(table)
    return [cell for row in takewhile(lambda row: not any(map(_is_amount, row)), rows) for cell in row]


def _is_amount(cell: Cell) -> bool:
    return AMOUNT.fullmatch(cell.text) is not None


def _rows(table: PageTable) -> list[list[Cell]]:
    return [list(cells) for _, cells in groupby(table.cells, key=attrgetter("row"))]


def _goes_on(number: int, whose: int, tables: Mapping[int, PageTable]) -> bool:
    """Tell whether a page goes on below one with the rest of the columns of `whose`, as the page behind that does."""
    below = tables.get(whose + 1)
    if below is None or not (_is_alike(tables[number - 1], tables[number]) and _is_alike(tables[whose], below)):
        return False
    return _is_rest(tables[number], below, FEWEST_BELOW)


def _is_rest(rest: PageTable, table: PageTable | None, fewest: int = FEWEST) -> bool:
    """Tell whether a table has the rows of another and not its columns: what goes on below has its columns."""
    if table is None or abs(rest.box.top - table.box.top) > NEAR or abs(rest.box.bottom - table.box.bottom) > NEAR:
        return False
    if (_is_totalled(rest) and _is_totalled(table)) or _heads_other_rows(rest, table):
        return False
    edges, others = _edges(rest), _edges(table)
    rows, beside = (_edges(each)[_levels(each) :] for each in (rest, table))
    # the rows of one page may be blank on the other, and the header of one have more levels
    is_beside = min(len(edges), len(others)) >= fewest and (_within(rows, beside) or _within(beside, rows))
    return is_beside and not _is_alike(table, rest)


def _heads_other_rows(rest: PageTable, table: PageTable) -> bool:
    """Tell whether a table prints the whole header of another again, its names included, over rows of other names."""
    header, other = (Counter(fold(cell.text) for cell in _header(each)) for each in (rest, table))
    if header != other or not any(role.search(text) for text in header for role in LABELS):
        return False
    names, others = ({cell.text for cell in each.cells if cell.column == 0} for each in (rest, table))
    return not names <= others


def _is_alike(table: PageTable | None, below: PageTable) -> bool:
    """Tell whether a table has the columns of that on the page before, of which it is the rest below."""
    if table is None:
        return False
    if "aligned" in (table.method, below.method):
        return _pair_off(table.across, below.across)
    return _within(table.across, below.across) and _within(below.across, table.across)


def _pair_off(walls: Sequence[float], others: Sequence[float]) -> bool:
    """Tell whether walls that nobody drew are as many as others, and each stands next to its own."""
    return len(walls) == len(others) and all(
        min(range(len(others)), key=lambda other: abs(others[other] - wall)) == at for at, wall in enumerate(walls)
    )


def _edges(table: PageTable) -> list[float]:
    """Return where the rows of a table begin, but for those that only a merged cell has."""
    return sorted({round(cell.box.top, 1) for cell in table.cells})


def _levels(table: PageTable) -> int:
    """Return how many rows of a table are over the first with an amount."""
    return sum(1 for _ in takewhile(lambda row: not any(map(_is_amount, row)), _rows(table)))


def _within(places: Sequence[float], others: Sequence[float]) -> bool:
    """Tell whether each of some places is one of others."""
    return all(any(abs(place - other) <= NEAR for other in others) for place in places)
