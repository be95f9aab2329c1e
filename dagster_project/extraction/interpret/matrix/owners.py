"""Bodies that a statement names row by row: which they are, and where the department's name means its own 本级."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from dagster_project.extraction.amounts import Number, half_unit, parse_money
from dagster_project.extraction.folding import fold, fold_name, squeeze
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.matrix.blocks import GLUED, Block, cell_at
from dagster_project.extraction.knowledge import StatementKind
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.vocabulary import ColumnRole, StatementFamily

BODY = re.compile(rf".{{4,}}{bodies().alone}([(（].*[)）])?")
BUDGET_CODE = re.compile(r"[146-9]\d\d|[1-9]\d{5}|[1-9]\d{8}")
"""Number of a department or of its units in the budget: of three, six or nine digits, where codes have 3, 5 or 7."""
OF_DEPARTMENT = re.compile(r"\d{3}")
"""Such a number that a category can have too: the department's name beside it tells."""
FEWEST = 2
"""Bodies below which a total is of all of them."""
NUMBERED = (StatementFamily.PROJECTS, StatementFamily.PROCUREMENT)


class Named(NamedTuple):
    """A row that names a body or all of them, and what it prints first; no value of a row that names more than that."""

    number: int
    line: int
    name: str
    value: Number | None
    code: str = ""


class RowsOfBodies(NamedTuple):
    """Numbers of rows that name bodies otherwise than by a name of their own.

    `own_level` name the department and mean its 本级, `of_all` totals the bodies above it, `unnumbered` name one among
    names of codes, `unnamed` bear in place of a body's name a word that nobody knows, and the money of all.
    """

    own_level: set[int]
    of_all: int | None
    unnumbered: frozenset[int]
    unnamed: frozenset[int] = frozenset()


def is_body(name: str, organisations: Organisations) -> bool:
    """Tell whether a name is that of a body."""
    return squeeze(name) in organisations.aliases or BODY.fullmatch(squeeze(name)) is not None


def is_body_under_code(code: str, name: str, kind: StatementKind, organisations: Organisations) -> bool:
    """Tell whether a row prints a body with its number where the others print codes of a classification.

    Numbers of projects and of what is bought look alike, and a project may be a 站: there only a known body is one.
    """
    if OF_DEPARTMENT.fullmatch(fold(code)) and organisations.is_department(name):
        return True
    is_known = (
        kind.family not in NUMBERED or squeeze(name) in organisations.aliases or organisations.is_department(name)
    )
    return BUDGET_CODE.fullmatch(fold(code)) is not None and is_known and BODY.fullmatch(squeeze(name)) is not None


def rows_of_bodies(
    body: Sequence[tuple[int, Row]],
    blocks: Sequence[Block],
    shared: dict[ColumnRole, int],
    kind: StatementKind,
    organisations: Organisations,
) -> RowsOfBodies:
    """Return which rows below a header name bodies, and how; `shared` holds the 0-based column of each role."""
    is_shared = ColumnRole.ORGANISATION in shared or len(blocks) != 1
    unnumbered = frozenset[int]() if is_shared else _without_number(body, blocks[0], organisations)
    found = list(_named(body, blocks[:1], shared, kind, organisations, unnumbered))
    of_all = _total_below(body, found, blocks[0]) if blocks else None
    unnamed = _without_known_word(found, organisations)
    total = next(iter(header_words().totals))
    named = [each._replace(name=total) if each.number in unnamed else each for each in found]
    return RowsOfBodies(of_own_level(named, organisations), of_all, unnumbered, unnamed)


def _without_known_word(found: Sequence[Named], organisations: Organisations) -> frozenset[int]:
    """Return the first or the last row that names a body where it has the money of all others, and no body's name."""
    valued = [each for each in found if each.value and each.value.value]
    ends = {valued[0].number: valued[0], valued[-1].number: valued[-1]} if len(valued) > 1 else {}
    totals = header_words().totals
    return frozenset(
        one.number
        for one in ends.values()
        if fold_name(one.name) not in totals and not is_body(one.name, organisations) and _has_all(one, valued)
    )


def _has_all(one: Named, valued: Sequence[Named]) -> bool:
    """Tell whether a row has the money of at least two others, or that of one which has the money of the rest."""
    others = sorted((each.value for each in valued if each is not one and each.value), key=lambda value: value.value)
    *rest, most = others
    if one.value is None or len(others) < FEWEST:
        return False
    return _is_sum(one.value, others) or (_is_sum(one.value, [most]) and _is_sum(most, rest))


def _without_number(body: Sequence[tuple[int, Row]], block: Block, organisations: Organisations) -> frozenset[int]:
    """Return the rows that name bodies over their codes, without a number of the budget: they add up to the total."""
    totals, found, whole = header_words().totals, dict[int, Number](), None
    is_coded = False
    for number, row in body:
        name, value = cell_at(row, block.name), parse_money(row.cells[block.amounts[0].number - 1])
        code = next((row.cells[index] for index in block.codes if row.cells[index]), "")
        if fold_name(name or code) in totals:
            whole = whole or value
        elif code or GLUED.fullmatch(squeeze(name)):
            is_coded = True
        elif value and is_body(name, organisations):
            found[number] = value
    are_bodies = is_coded and whole and len(found) >= FEWEST and _is_sum(whole, list(found.values()))
    return frozenset(found if are_bodies else ())


def _named(
    body: Sequence[tuple[int, Row]],
    first: Sequence[Block],
    shared: dict[ColumnRole, int],
    kind: StatementKind,
    organisations: Organisations,
    unnumbered: frozenset[int] = frozenset(),
) -> Iterator[Named]:
    """Yield the rows that name a body, in a column of bodies or under its number in the budget, and the total.

    `unnumbered` are those that name one among names of codes, without its number.
    """
    column, totals = shared.get(ColumnRole.ORGANISATION), header_words().totals
    for (number, row), block in product(body, first):
        name, code = cell_at(row, column), cell_at(row, shared.get(ColumnRole.ORGANISATION_CODE))
        value = parse_money(row.cells[block.amounts[0].number - 1])
        if column is None and (unnumbered or block.codes or ColumnRole.ORGANISATION_CODE in shared):
            name, code = cell_at(row, block.name), "".join(row.cells[index] for index in block.codes[:1]) or code
            is_body = number in unnumbered or is_body_under_code(code, name, kind, organisations)
            name = name if is_body or fold_name(name or code) in totals else ""
        elif any(fold_name(words) not in totals for words in _items(row, block, shared)):
            value = None
        if name:
            yield Named(number, row.line, name, value, code)


def _total_below(body: Sequence[tuple[int, Row]], bodies: Sequence[Named], block: Block) -> int | None:
    """Return the row below several bodies that totals them all, and not the last: the only total, or the others' sum.

    `bodies` are the rows that name a body, or all of them.
    """
    totals = header_words().totals
    named = {each.number: squeeze(each.name) for each in bodies if fold_name(each.name) not in totals}
    values = {
        number: parse_money(row.cells[block.amounts[0].number - 1])
        for number, row in body
        if number not in named and any(fold_name(cell) in totals for cell in row.cells if cell)
    }
    if len(set(named.values())) < FEWEST or not values or max(values) < max(named):
        return None
    last = max(values)
    whole, parts = values.pop(last), [value for value in values.values() if value]
    return last if whole and (not parts or _is_sum(whole, parts)) else None


def _items(row: Row, block: Block, shared: dict[ColumnRole, int]) -> Iterator[str]:
    """Yield what a row prints of codes, names and projects: its money is that of an item, and not of all of a body."""
    for index in (*block.codes, block.name, shared.get(ColumnRole.PROJECT_NAME)):
        if words := cell_at(row, index):
            yield words


def of_own_level(rows: Sequence[Named], organisations: Organisations) -> set[int]:
    """Return the rows whose name, the department's, means its 本级: one of several bodies, and not all of them.

    A row with the total of all, while others have money too, is the department's (RULES.md, organisation kinds).
    """
    totals = header_words().totals
    whole = next((row.value for row in rows if row.value and fold_name(row.name) in totals), None)
    named = [
        (row, organisations.body(row.name, row.line, row.code)) for row in rows if fold_name(row.name) not in totals
    ]
    firsts = {place.name: row for row, place in reversed(named) if place.name != organisations.department}
    own_level = organisations.own_level()
    if not firsts or organisations.department is None or any(place is own_level for _, place in named):
        return set()
    others = [row.value for row in firsts.values() if row.value and row.value.value]
    return {
        row.number
        for row, place in named
        if place.name == organisations.department and not (row.value and others and _is_all(row.value, whole, others))
    }


def _is_all(value: Number, whole: Number | None, others: Sequence[Number]) -> bool:
    """Tell whether a figure is the whole, or the sum of all others, but for less than rounding and any of them."""
    parts = [whole] if whole else others
    error = abs(value.value - sum(part.value for part in parts))
    return _is_sum(value, parts) and error < min(abs(other.value) for other in others)


def _is_sum(value: Number, parts: Sequence[Number]) -> bool:
    """Tell whether figures add up to a value but for rounding."""
    error = abs(value.value - sum(part.value for part in parts))
    return error <= sum(half_unit(part.decimals) for part in (value, *parts))
