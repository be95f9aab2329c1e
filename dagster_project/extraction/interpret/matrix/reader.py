"""Statements with a header: one figure per row and amount column, side-by-side blocks read one after the other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.amounts import Number, is_dash, parse_number
from dagster_project.extraction.folding import fold, fold_name, numbering_level, squeeze
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.matrix.blocks import (
    Block,
    amount_index,
    cell_at,
    goes_on,
    label_to_the_left,
    own_label,
    read_label,
    split_blocks,
)
from dagster_project.extraction.interpret.matrix.headers import read_header
from dagster_project.extraction.interpret.matrix.hierarchy import nest
from dagster_project.extraction.interpret.matrix.three_public import measure_by_row
from dagster_project.extraction.knowledge import StatementKind, knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning, Figure, Project, RowMeaning, TableMeaning
from dagster_project.extraction.vocabulary import Classification, ColumnRole, Disclosure, RowRole, Side, StatementFamily

LABELS = {
    ColumnRole.CODE: "code",
    ColumnRole.NAME: "code and name",
    ColumnRole.LINE_NUMBER: "line number",
    ColumnRole.YEAR: "year",
    ColumnRole.ORGANISATION: "organisation",
}
WORDS = header_words()
YEAR = years().printed
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


def read_matrix(table: TableMeaning, kind: StatementKind, places: Organisations, ledger: Ledger) -> Reading:
    """Read all figures of a statement; claims figures, codes, years and line numbers in the ledger."""
    header = read_header(table.table.rows, kind)
    shared = {column.role: column.number - 1 for column in reversed(header.columns) if column.role}
    blocks = split_blocks(header.columns)
    body = []
    for index, row in enumerate(table.table.rows):
        if index in header.index_rows or index in header.row_indices:
            ledger.label_row(table.table, index + 1, row, "column number")
        else:
            body.append((index + 1, row))
    _claim_labels(table, header.columns, body, ledger)
    width = len(header.columns)
    carried = _Carried(table, places, shared)
    by_block: list[list[tuple[RowMeaning, Row, Block]]] = [[] for _ in blocks]
    for number, row in body:
        context = carried.row(number, row)
        for index, (block, found) in enumerate(zip(blocks, by_block, strict=True)):
            above = found[-1][0].printed_name or "" if found and goes_on(row, block) else ""
            meaning = _row_meaning(context, row, block, kind, width, above)
            if meaning is None:
                continue
            if index and not own_label(row, block) and by_block[index - 1] and meaning.name:
                _yield_label(by_block[index - 1], number)
            found.append((meaning, row, block))
    figures: list[Figure] = []
    for found in by_block:
        nest([meaning for meaning, _, _ in found], [_first_value(row, block) for _, row, block in found])
        for meaning, row, block in found:
            figures += _figures(table, meaning, row, block, width)
    if kind.family == "three_public":
        measure_by_row(figures)
    for figure in figures:
        if figure.disclosure == Disclosure.FIGURE:
            ledger.figure(figure)
    return Reading(figures, _projects(table, figures) if kind.family == "projects" else [])


class _Carried:
    """What is printed once and valid for the rows below it, across pages: organisation and year."""

    def __init__(self, table: TableMeaning, places: Organisations, shared: dict[ColumnRole, int]) -> None:
        self.table, self.places, self.shared = table, places, shared
        self.organisation, self.printed = table.organisation, table.organisation_as_printed

    def row(self, number: int, row: Row) -> RowMeaning:
        """Return a row's meaning with what it inherits; the block adds the rest."""
        meaning = RowMeaning(number, row.line)
        name = cell_at(row, self.shared.get(ColumnRole.ORGANISATION))
        if fold_name(name) in WORDS.totals:
            self.printed, self.organisation = self.table.organisation_as_printed, self.table.organisation
        elif name:
            self.printed = squeeze(name)
            self.organisation = self.places.resolve(name, row.line)
        meaning.organisation, meaning.organisation_as_printed = self.organisation, self.printed
        year = cell_at(row, self.shared.get(ColumnRole.YEAR))
        if match := YEAR.match(fold(year)):
            meaning.year = int(match.group(1))
        elif year and WORDS.difference.match(fold(year)):
            meaning.role = RowRole.DIFFERENCE
        meaning.project_name = squeeze(cell_at(row, self.shared.get(ColumnRole.PROJECT_NAME))) or None
        meaning.name = squeeze(year) or (squeeze(name) if name else "")
        return meaning


def _row_meaning(
    context: RowMeaning, row: Row, block: Block, kind: StatementKind, width: int, above: str
) -> RowMeaning | None:
    printed, code, name = read_label(row, block)
    if not (code or name or context.name) and not any(
        cell_at(row, amount_index(row, column, width)) for column in block.amounts
    ):
        return None
    meaning = RowMeaning(
        context.number,
        context.line,
        organisation=context.organisation,
        role=context.role,
        year=context.year,
        organisation_as_printed=context.organisation_as_printed,
        project_name=context.project_name,
    )
    if not code and not name:
        name = (label_to_the_left(row, block) or above) if block.name is not None else ""
        if not name and context.project_name is None:
            name = context.name
    meaning.code_as_printed, meaning.code = printed or None, code or None
    meaning.classification = _classification(code, kind) if code else Classification.NONE
    meaning.level = _level(code) if code else None
    meaning.numbering = numbering_level(name) if name else None
    meaning.name = fold_name(name) if kind.family == StatementFamily.BALANCE else squeeze(name)
    meaning.printed_name = squeeze(name)
    if not code:
        _recognise_item(meaning, block, kind, context)
    return meaning


def _yield_label(found: list[tuple[RowMeaning, Row, Block]], number: int) -> None:
    """A label whose merged cell runs on into the next block belongs to the figure there."""
    meaning, row, block = found[-1]
    if meaning.number == number and not any(cell_at(row, column.number - 1) for column in block.amounts):
        found.pop()


def _recognise_item(meaning: RowMeaning, block: Block, kind: StatementKind, context: RowMeaning) -> None:
    side = block.amounts[0].side
    meaning.item = _item(fold_name(meaning.name), side, side is None and kind.family != StatementFamily.BALANCE)
    if meaning.item is None and meaning.name == context.name and not meaning.project_name:
        meaning.item = "total"
    if meaning.item is not None and meaning.item.endswith("total") and meaning.role == RowRole.LEAF:
        meaning.role = RowRole.TOTAL


@lru_cache(maxsize=4096)
def _item(name: str, side: Side | None, is_any_side: bool) -> str | None:
    """Return the key of the known row with this name on a side of the statement, or None."""
    known = (item for item in knowledge().items if is_any_side or item.side in (None, side))
    return next((item.item for item in known if item.name.fullmatch(name)), None)


def _classification(code: str, kind: StatementKind) -> Classification:
    if kind.family == StatementFamily.PROCUREMENT:
        return Classification.PROCUREMENT
    return next((name for pattern, name in CLASSIFICATIONS if pattern.fullmatch(code)), Classification.NONE)


def _level(code: str) -> int | None:
    if code[0] in "ABC":
        return 1 if len(code) == 1 else 2 if len(code) == 3 else 3
    return {3: 1, 5: 2, 7: 3}.get(len(code))


def _first_value(row: Row, block: Block) -> Number | None:
    return parse_number(cell_at(row, block.amounts[0].number - 1))


def _figures(table: TableMeaning, meaning: RowMeaning, row: Row, block: Block, width: int) -> list[Figure]:
    figures = []
    for column in block.amounts:
        index = amount_index(row, column, width)
        text = cell_at(row, index)
        number = parse_number(text) if text else None
        if number is not None:
            disclosure = Disclosure.FIGURE
        elif not text:
            disclosure = Disclosure.BLANK
        elif is_dash(text):
            disclosure = Disclosure.DASH
        else:
            continue
        figures.append(Figure(table, meaning, column, index + 1, text, number, disclosure))
    return figures


def _claim_labels(
    table: TableMeaning, columns: list[ColumnMeaning], body: list[tuple[int, Row]], ledger: Ledger
) -> None:
    for column in columns:
        reason = LABELS.get(column.role) if column.role else None
        if reason is None:
            continue
        for number, row in body:
            cell = cell_at(row, column.number - 1)
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
