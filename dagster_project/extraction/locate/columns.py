"""What the columns of a grid tell of its statement, where no title does: its subject, its fund, its classification."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.folding import fold, fold_label
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.signatures import signatures
from dagster_project.extraction.knowledge.statements import Said
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.locate.titles import by_in, fund_in
from dagster_project.extraction.model.document import Grid, Row
from dagster_project.extraction.vocabulary import By, Fund

HEADER_ROWS, BODY_ROWS = 6, 40
OF_PROJECTS = frozenset({"project_list", "projects"})
SPENT = {"income": "expenditure"}
"""What money is not listed by economic codes for, and what it is then: sources of what is spent stand beside it."""
FORM_START = frozenset({"project_code", "project_name", "organisation"})
FORM_ROWS = 4
FEWEST = 2
"""Cells of a row that names columns, and codes that tell a classification."""
CODE = re.compile(r"[\[(]?([235])\d\d(?:\d\d){0,2}(?![\d.,%])")
SERIAL = re.compile(r"\d{1,2}")
BY_DIGIT = {"2": By.FUNCTION, "3": By.ECONOMIC, "5": By.ECONOMIC}


def header_of(rows: Sequence[Row]) -> list[Row]:
    """Return the first rows that name columns: they hold words of a header, and no number."""
    header: list[Row] = []
    for row in rows[:HEADER_ROWS]:
        filled = [cell for cell in row.cells if cell]
        if any(parse_number(cell) for cell in filled):
            break
        header.append(row)
    named = [row for row in header if _names_columns(row)]
    return header[: header.index(named[-1]) + 1] if named else []


def said_by_columns(grid: Grid) -> Said | None:
    """Return what the header and the first rows of a grid say; None where they say too little."""
    header = header_of(grid.rows)
    cells = [fold_label(cell) for row in header for cell in row.cells if cell]
    if not cells:
        return None
    names = [name for row in grid.rows[len(header) : BODY_ROWS] if (name := _name(row))]
    subject = next((entry.subject for entry in signatures() if entry.fits(cells, names)), None)
    if subject is None:
        return None
    words = "".join(cells)
    fund = Fund.ALL if title_words().all_funds.search(words) else fund_in(words)
    by = by_in(words) or by_codes(grid.rows)
    if by == By.ECONOMIC:
        subject = SPENT.get(subject, subject)
    return Said(subject=subject, fund=fund, by=by)


def is_list_of_projects(grid: Grid) -> bool:
    """Tell whether one of the first rows names projects and their amounts, as the header of a list does."""
    rows = [[fold_label(cell) for cell in row.cells if cell] for row in grid.rows[:HEADER_ROWS]]
    return any(entry.fits(cells, ()) for entry in signatures() if entry.subject in OF_PROJECTS for cells in rows)


def names_indicators(grid: Grid) -> bool:
    """Tell whether the header of a list names the levels of indicators: they stand beside their projects."""
    levels = title_words().indicator_columns
    return any(all(level in map(fold_label, row.cells) for level in levels) for row in grid.rows[:HEADER_ROWS])


def opens_form(grid: Grid) -> bool:
    """Tell whether a label that opens a form stands in its first rows."""
    labels = [label.name for label in knowledge().forms.labels.values() if label.key in FORM_START]
    cells = (fold_label(cell) for row in grid.rows[:FORM_ROWS] for cell in row.cells if cell)
    return any(label.fullmatch(cell) for cell in cells for label in labels)


def by_codes(rows: Sequence[Row]) -> By | None:
    """Return the classification that most of the codes in the first cells of the rows are of."""
    firsts = (_first(row) for row in rows[:BODY_ROWS])
    found = Counter(BY_DIGIT[match[1]] for cell in firsts if (match := CODE.match(cell)))
    by, count = found.most_common(1)[0] if found else (None, 0)
    return by if count >= FEWEST else None


def _first(row: Row) -> str:
    """The first cell of a row behind its number."""
    filled = list(map(fold, islice(filter(None, row.cells), 2)))
    return "" if not filled else filled[-1] if SERIAL.fullmatch(filled[0]) else filled[0]


def _names_columns(row: Row) -> bool:
    named = sum(map(_names_column, row.cells))
    return named >= FEWEST or (named > 0 and sum(map(bool, row.cells)) > FEWEST)


@lru_cache(maxsize=4096)
def _names_column(cell: str) -> bool:
    folded = fold(cell)
    return bool(cell) and bool(header_words().header.search(folded) or years().line.fullmatch(folded))


def _name(row: Row) -> str:
    return next((fold(cell) for cell in row.cells if cell and not parse_number(cell)), "")
