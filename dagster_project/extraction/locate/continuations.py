"""Tell whether a grid goes on with the table before it: by title, caption and header of the two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from dagster_project.extraction.amounts import looks_like_money, parse_number
from dagster_project.extraction.folding import fold, fold_title
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.captions import PLACE, UNIT, owner_in
from dagster_project.extraction.locate.columns import header_of, opens_form
from dagster_project.extraction.locate.continued_headers import (
    has_another_header,
    has_strange_header,
    is_matrix,
    is_only_header,
    is_rest_of_header,
    repeats_header,
)
from dagster_project.extraction.locate.kinds import Title
from dagster_project.extraction.locate.side_labels import are_side_labels
from dagster_project.extraction.model.document import Grid, Prose, Row, Table
from dagster_project.extraction.vocabulary import KindBasis

YEARS = years()
WHOLES = header_words().wholes
TITLED = (KindBasis.TITLE, KindBasis.PART_OF_TITLE)


def goes_on(last: Table, before: Title, title: Title | None, grid: Grid, caption: Sequence[Prose]) -> bool:
    """Tell whether `grid` is the rest of the table `last`, whose title is `before`."""
    if title is not None and _is_headed_by_its_first_columns(last, title, grid):
        title = None
    stray = are_side_labels(caption)
    is_silent = stray or all(_is_said_again(last, block.text) for block in caption)
    is_untitled = title is None or (title.basis == KindBasis.COLUMNS and not title.number)
    if is_untitled and _is_totalled_anew(last, grid):
        return False
    if title is None:
        is_rest = not has_strange_header(last, grid) or is_rest_of_header(last, grid)
        return (is_silent and is_rest) or _is_repeated(last, grid, caption)
    if _is_of_another_year(last, before, title, caption) or _begins_anew(last, grid):
        return False
    if is_silent and title.basis == KindBasis.COLUMNS:
        return not has_another_header(last, grid) or is_only_header(last)
    is_only_number = bool(title.number) and (not title.words or title.basis == KindBasis.COLUMNS)
    if is_only_number and title.number == before.number:
        return True
    if title.kind != last.kind or (title.number and before.number and title.number != before.number):
        return False
    if not title.words:
        return stray
    if fold_title(title.words) != fold_title(before.words) or _is_of_another(last, caption):
        return False
    is_same = bool(title.number and before.number) or (is_matrix(last) and repeats_header(last, grid))
    return is_same or not opens_form(grid)


def _is_headed_by_its_first_columns(last: Table, title: Title, grid: Grid) -> bool:
    """Tell whether a grid is a list by its first columns alone (序号, 单位名称), these heading the statement before."""
    is_list = title.basis == KindBasis.HEADER and title.kind != last.kind
    return is_list and is_matrix(last) and repeats_header(last, grid)


def _is_said_again(last: Table, text: str) -> bool:
    """Tell whether a line names the organisation or the unit, as one over the table before does, or is its own unit."""
    place = PLACE.match(text)
    said = fold(place[1] if place and not UNIT.search(fold(text)) else text)
    above = [fold(block.text) for block in last.caption]
    is_below = last.foot is not None and text == last.foot.text and not any(map(UNIT.search, above))
    return bool(place or UNIT.search(said)) and (is_below or any(said in line for line in above))


def _is_repeated(last: Table, grid: Grid, caption: Sequence[Prose]) -> bool:
    """Tell whether a page repeats lines over the table before, and its header."""
    above = {fold(block.text) for block in last.caption}
    return repeats_header(last, grid) and all(fold(block.text) in above for block in caption)


def _is_totalled_anew(last: Table, grid: Grid) -> bool:
    """Tell whether a grid has a header and a total right below it or at its end, and another total than the table."""
    header = header_of(grid.rows)
    body = grid.rows[len(header) :]
    own = [total for row in (*body[:2], *body[-1:]) if (total := _total(row))] if header else []
    before = [total for row in last.rows if (total := _total(row))] if own else []
    return bool(before) and not any(total in before for total in own)


def _begins_anew(last: Table, grid: Grid) -> bool:
    """Tell whether a grid has a header, and below it the first row of the table before with other figures."""
    header = header_of(grid.rows)
    (words, figures), (others, known) = (_first(rows) for rows in (grid.rows, last.rows))
    is_first = is_matrix(last) and bool(header and words and words == others)
    return is_first and bool(figures and known) and figures != known


def _first(rows: Sequence[Row]) -> tuple[list[str], list[str]]:
    """Return what stands before the figures of the first row below a header, and these; nothing where they are none.

    A number behind words that may be another thing than money (9) is a figure all the same: its row is the first.
    """
    for row in rows[len(header_of(rows)) :]:
        filled = [cell for cell in row.cells if cell]
        words = list(takewhile(lambda cell: not looks_like_money(cell), filled))
        if len(words) < len(filled):
            return words, [cell for cell in filled if looks_like_money(cell)]
        if any(map(parse_number, dropwhile(parse_number, filled))):
            break
    return [], []


def _total(row: Row) -> tuple[str, ...]:
    """Return the figures of a row that totals a statement."""
    is_total = any(fold(cell) in WHOLES for cell in row.cells)
    return tuple(cell for cell in row.cells if parse_number(cell)) if is_total else ()


def _is_of_another(last: Table, caption: Sequence[Prose]) -> bool:
    """Tell whether the lines over a grid name another organisation than those over the table before."""
    owners = [_owners(lines) for lines in (last.caption, caption)]
    return all(owners) and owners[0].isdisjoint(owners[1])


def _is_of_another_year(last: Table, before: Title, title: Title, caption: Sequence[Prose]) -> bool:
    """Tell whether a title, or a line below it, names another year than that of the table before."""
    lines, others = _years(last.caption), _years(caption)
    if lines and others and lines.isdisjoint(others):
        return True
    is_titled = all(one.words and one.basis in TITLED for one in (before, title))
    return is_titled and _years_in(before.words) != _years_in(title.words)


def _years(caption: Sequence[Prose]) -> set[str]:
    lines = (YEARS.line.fullmatch(fold(block.text)) for block in caption)
    return {line[1] for line in lines if line}


def _years_in(title: str) -> set[str]:
    words = YEARS.in_digits(fold(title))
    return {*YEARS.printed.findall(words), *YEARS.relative.findall(words)}


def _owners(caption: Sequence[Prose]) -> set[str]:
    owners = (owner_in(block.text) for block in caption)
    return {fold(owner) for owner in owners if owner}
