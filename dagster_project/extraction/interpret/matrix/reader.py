"""Statements with a header: one figure per row and amount column, side-by-side blocks read one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.amounts import Number, holds_digit, is_dash, parse_money, parse_number
from dagster_project.extraction.folding import fold_name, numbering_level, squeeze
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.matrix.blocks import (
    Block,
    amount_number,
    goes_on,
    label_to_the_left,
    own_label,
    prints_amount,
    read_label,
    split_blocks,
    widened,
)
from dagster_project.extraction.interpret.matrix.carried import Carried, Context
from dagster_project.extraction.interpret.matrix.headers import is_note
from dagster_project.extraction.interpret.matrix.hierarchy import nest
from dagster_project.extraction.interpret.matrix.items import item_named
from dagster_project.extraction.interpret.matrix.lists import name_projects, read_list
from dagster_project.extraction.interpret.matrix.owners import (
    is_body_under_code,
    named,
    of_own_level,
    total_below,
    without_number,
)
from dagster_project.extraction.interpret.matrix.stacked import Part, number_on, parts
from dagster_project.extraction.interpret.matrix.three_public import measure_by_row
from dagster_project.extraction.knowledge import StatementKind
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning, Figure, Project, RowMeaning, TableMeaning, Unit
from dagster_project.extraction.vocabulary import (
    Classification,
    ColumnRole,
    Disclosure,
    RowRole,
    StatementFamily,
    UnitBasis,
)

LABELS = {
    ColumnRole.CODE: "code",
    ColumnRole.NAME: "code and name",
    ColumnRole.LINE_NUMBER: "line number",
    ColumnRole.ORGANISATION_CODE: "organisation code",
    ColumnRole.YEAR: "year",
    ColumnRole.ORGANISATION: "organisation",
    ColumnRole.PROJECT_CODE: "project code",
    ColumnRole.PROJECT_NAME: "project name",
    ColumnRole.QUANTITY: "quantity",
    ColumnRole.TEXT: "text",
}
INNERMOST = (ColumnRole.PROJECT_NAME, ColumnRole.ORGANISATION, ColumnRole.ORGANISATION_CODE)
"""Roles of which the last of several columns counts: 部门名称 and 单位名称 hold a department and its units."""
LISTS = (StatementFamily.PROJECTS, StatementFamily.ECONOMIC)
"""Families that print bodies and what is theirs under one heading."""
CLASSIFICATIONS = (
    (re.compile(r"2\d*"), Classification.FUNCTION),
    (re.compile(r"3\d*"), Classification.DEPARTMENTAL_ECONOMIC),
    (re.compile(r"5\d*"), Classification.GOVERNMENT_ECONOMIC),
    (re.compile(r"[ABC]\d*"), Classification.PROCUREMENT),
)


class Reading(NamedTuple):
    """What was read from a statement."""

    figures: list[Figure]
    projects: list[Project]


class Found(NamedTuple):
    """A row as it was read in one block."""

    meaning: RowMeaning
    row: Row
    block: Block


def read_matrix(table: TableMeaning, kind: StatementKind, places: Organisations, ledger: Ledger) -> Reading:
    """Read all figures of a statement; claims figures, codes, years and line numbers in the ledger."""
    figures: list[Figure] = []
    found = parts(table.table.rows, kind, table.year)
    for part in found:
        figures += _read_part(part, table, kind, places, ledger)
    number_on(found)
    if kind.family == "three_public":
        measure_by_row(figures)
    ledger.claim(figures)
    return Reading(figures, _projects(table, figures) if kind.family == "projects" else [])


def _read_part(
    part: Part, table: TableMeaning, kind: StatementKind, places: Organisations, ledger: Ledger
) -> list[Figure]:
    header = part.header
    shared = {column.role: column.number - 1 for column in reversed(header.columns) if column.role}
    # behind the columns of what it is a part of
    shared |= {column.role: column.number - 1 for column in header.columns if column.role in INNERMOST}
    blocks = split_blocks(header.columns)
    width = len(header.columns)
    body = []
    for index, row in enumerate(part.rows):
        number = part.start + index + 1
        if index in header.index_rows or index in header.row_indices:
            ledger.label_row(table.table, number, row, "column number")
        elif not is_note(row.cells):
            body.append((number, widened(Row(row.line, header.rests.get(index, row.cells)), width)))
    _claim_labels(table, header.columns, body, ledger)
    is_shared = ColumnRole.ORGANISATION in shared or len(blocks) != 1
    unnumbered = frozenset[int]() if is_shared else without_number(body, blocks[0], places)
    bodies = list(named(body, blocks[:1], shared, kind, places, unnumbered))
    of_all = total_below(body, bodies, blocks[0]) if blocks else None
    carried = Carried(table, places, header.columns, shared, of_own_level(bodies, places), of_all, unnumbered)
    by_block = _read_rows(body, blocks, kind, carried, width)
    figures: list[Figure] = []
    before: list[RowMeaning] = []
    for found in by_block:
        _nest(found, kind, places, shared, before)
        before = [meaning for meaning, _, _ in found]
        for meaning, row, block in found:
            figures += _figures(table, meaning, row, block, width, ledger)
    return figures


def _nest(
    found: list[Found],
    kind: StatementKind,
    places: Organisations,
    shared: dict[ColumnRole, int],
    before: Sequence[RowMeaning],
) -> None:
    """Nest the rows of a block: a list in one column by what adds up, else as codes and numbering tell."""
    rows, values = [meaning for meaning, _, _ in found], [_first_value(row, block) for _, row, block in found]
    is_one_column = ColumnRole.PROJECT_NAME not in shared or (
        ColumnRole.ORGANISATION not in shared and not any(row.name and row.project_name for row in rows)
    )
    # bodies in a column of their own are known already
    if ColumnRole.ORGANISATION in shared and len({id(row.organisation) for row in rows}) > 1:
        is_one_column = False
    is_list = kind.family in LISTS and is_one_column and not any(row.numbering for row in rows)
    if not (is_list and read_list(rows, _wholes(found) or values, places)):
        nest(rows, values, before if kind.family == StatementFamily.ECONOMIC else ())
    elif kind.family == StatementFamily.PROJECTS:
        name_projects(rows)


def _read_rows(
    body: list[tuple[int, Row]], blocks: list[Block], kind: StatementKind, carried: Carried, width: int
) -> list[list[Found]]:
    """Return the rows of each block that say something there."""
    by_block: list[list[Found]] = [[] for _ in blocks]
    for number, row in body:
        context = carried.row(number, row)
        left: list[Found] | None = None
        for block, found in zip(blocks, by_block, strict=True):
            above = found[-1].meaning.printed_name or "" if block.texts and found and goes_on(row, block) else ""
            meaning = _row_meaning(number, context, carried, row, block, kind, above, width)
            if meaning is not None:
                if left and meaning.name and not own_label(row, block):
                    _yield_label(left, number)
                found.append(Found(meaning, row, block))
            left = found
    return by_block


def _row_meaning(
    number: int,
    context: Context,
    carried: Carried,
    row: Row,
    block: Block,
    kind: StatementKind,
    above: str,
    width: int,
) -> RowMeaning | None:
    printed, code, name = read_label(row, block)
    body_number = code or carried.number_of_body(row)
    if number in carried.unnumbered or is_body_under_code(body_number, name, kind, carried.places):
        carried.take(number, name, row.line, body_number)
        context, code = carried.current._replace(name=squeeze(name)), ""
    if not (code or name or context.name or prints_amount(row, block, width)):
        return None
    if not code and not name:
        name = (label_to_the_left(row, block) or above) if block.name is not None else ""
        if not name and context.project_name is None:
            name = context.name or label_to_the_left(row, block)
    squeezed = squeeze(name)
    meaning = RowMeaning(
        number,
        row.line,
        printed or None,
        code or None,
        fold_name(name) if kind.family == StatementFamily.BALANCE else squeezed,
        squeezed,
        numbering=numbering_level(name) if name else None,
        role=context.role,
        organisation=context.organisation,
        organisation_as_printed=context.organisation_as_printed,
        project_name=context.project_name,
        year=context.year,
        unit=_counted(squeezed),
    )
    if code:
        meaning.classification, meaning.level = _of_code(code)
        if kind.family == StatementFamily.PROCUREMENT:
            meaning.classification = Classification.PROCUREMENT
    else:
        _recognise_item(meaning, block, kind, context)
    return meaning


@lru_cache(maxsize=4096)
def _counted(name: str) -> Unit | None:
    """Return what a row counts where its name says so (团组数（个）), or None: it is money."""
    found = header_words().counted.search(name)
    return Unit(None, found[1] or found[2], UnitBasis.ROW) if found else None


def _yield_label(found: list[Found], number: int) -> None:
    """A label whose merged cell runs on into the next block belongs to the figure there."""
    meaning, row, block = found[-1]
    if meaning.number == number and not any(row.cells[column.number - 1] for column in block.amounts):
        found.pop()


def _recognise_item(meaning: RowMeaning, block: Block, kind: StatementKind, context: Context) -> None:
    side = block.amounts[0].side
    meaning.item = item_named(fold_name(meaning.name), side, side is None and kind.family != StatementFamily.BALANCE)
    if meaning.item is None and meaning.name == context.name and not meaning.project_name:
        meaning.item = "total"
    if meaning.item is not None and meaning.item.endswith("total") and meaning.role == RowRole.LEAF:
        meaning.role = RowRole.TOTAL


@lru_cache(maxsize=1024)
def _of_code(code: str) -> tuple[Classification, int | None]:
    """Return the classification a code is of, and its level there."""
    found = next((name for pattern, name in CLASSIFICATIONS if pattern.fullmatch(code)), Classification.NONE)
    if code[0] in "ABC":
        return found, 1 if len(code) == 1 else 2 if len(code) == 3 else 3
    return found, {3: 1, 5: 2, 7: 3}.get(len(code))


def _wholes(found: Sequence[Found]) -> list[Number | None]:
    """Return the figures of the column that holds most money: the whole of the others, wherever it stands."""
    columns = found[0].block.amounts if found else []
    by_column = [[parse_money(row.cells[column.number - 1]) for _, row, _ in found] for column in columns]
    return max(by_column, key=lambda values: sum(value.value for value in values if value), default=[])


def _first_value(row: Row, block: Block) -> Number | None:
    return parse_money(row.cells[block.amounts[0].number - 1])


def _figures(
    table: TableMeaning, meaning: RowMeaning, row: Row, block: Block, width: int, ledger: Ledger
) -> list[Figure]:
    cells, figures = row.cells, []
    for column in block.amounts:
        number = column.number
        text = cells[number - 1]
        if not text and number == width < len(cells):
            number = amount_number(row, width)
            text = cells[number - 1]
        if not text:
            figures.append(Figure(table, meaning, column, number, text, None, Disclosure.BLANK))
        elif parsed := parse_money(text):
            figures.append(Figure(table, meaning, column, number, text, parsed, Disclosure.FIGURE))
        elif is_dash(text):
            figures.append(Figure(table, meaning, column, number, text, None, Disclosure.DASH))
        elif holds_digit(text):
            ledger.not_read(table.table, meaning, column, number)
    return figures


def _claim_labels(
    table: TableMeaning, columns: list[ColumnMeaning], body: list[tuple[int, Row]], ledger: Ledger
) -> None:
    for column in columns:
        reason = LABELS.get(column.role) if column.role else None
        if reason is None:
            continue
        index = column.number - 1
        for number, row in body:
            cell = row.cells[index]
            if cell and parse_number(cell):
                ledger.label(table.table, number, column.number, reason)


def _projects(table: TableMeaning, figures: list[Figure]) -> list[Project]:
    projects: dict[int, Project] = {}
    for figure in figures:
        row = figure.row
        if not row.project_name or figure.disclosure == Disclosure.BLANK:
            continue
        project = projects.get(row.number)
        if project is None:
            project = projects[row.number] = Project(
                table, row.number, row.line, row.organisation, row.organisation_as_printed, row.project_name
            )
        project.figures.append(figure)
    return list(projects.values())
