"""Sheets printed over several pages: columns that do not fit on one page stand on another, beside the same rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.read.page.page import Page
from dagster_project.extraction.read.page.phrases import Phrase
from dagster_project.extraction.read.page.tables import PageTable

WORDS = title_words()
NEAR = 1.0
"""Points by which what stands in one place on two pages differs, at most."""
FEWEST = 4
"""Edges of rows that show that two pages hold the same."""


def spread(pages: Sequence[Page]) -> Mapping[int, int]:
    """Return the pages with the rest of the columns of others, and whose they hold."""
    tables = {page.number: table for page in pages if (table := _only(page))}
    titled = {page.number for page in pages if page.number in tables and _is_titled(page, tables[page.number])}
    found: dict[int, int] = {}
    for number, rest in tables.items():
        for other in range(number - 1, 0, -1):
            table = tables.get(other)
            if not {number, other} <= titled and _is_rest(rest, table):
                found[number] = found.get(other, other)
                break
            # down, then over: between the two stands only what goes on below the first, or beside that
            if table is None or not (other in found or _is_alike(tables.get(other - 1), table)):
                break
    return found


def _only(page: Page) -> PageTable | None:
    """Return the table of a page that has no other."""
    tables = [block for block in page.blocks if isinstance(block, PageTable)]
    return tables[0] if len(tables) == 1 else None


def _is_titled(page: Page, table: PageTable) -> bool:
    """Tell whether a line over a table names a statement: of two pages of a sheet, one has its title at most."""
    over = (block.text for block in page.blocks if isinstance(block, Phrase) and block.box.top < table.box.top)
    return any(
        WORDS.table in text and any(subject.search(text) for subject in WORDS.subjects.values()) for text in over
    )


def _is_rest(rest: PageTable, table: PageTable | None) -> bool:
    """Tell whether a table has the rows of another and not its columns: what goes on below has its columns."""
    if table is None or abs(rest.box.top - table.box.top) > NEAR or abs(rest.box.bottom - table.box.bottom) > NEAR:
        return False
    edges, others = _edges(rest), _edges(table)
    # the rows of one page may be blank on the other
    is_beside = min(len(edges), len(others)) >= FEWEST and (_within(edges, others) or _within(others, edges))
    return is_beside and not (_within(rest.across, table.across) and _within(table.across, rest.across))


def _is_alike(table: PageTable | None, below: PageTable) -> bool:
    """Tell whether a table has the columns of that on the page before, of which it is the rest below."""
    return table is not None and _within(table.across, below.across) and _within(below.across, table.across)


def _edges(table: PageTable) -> list[float]:
    """Return where the rows of a table begin, but for those that only a merged cell has."""
    return sorted({round(cell.box.top, 1) for cell in table.cells})


def _within(places: Sequence[float], others: Sequence[float]) -> bool:
    """Tell whether each of some places is one of others."""
    return all(any(abs(place - other) <= NEAR for other in others) for place in places)
