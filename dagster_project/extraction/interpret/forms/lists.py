"""Lists of projects with their indicators beside them: one header over all, a project over as many rows as it has.

Hunan, Sichuan and Chongqing print their targets so. A page that breaks a project repeats its name and its money.
"""

from __future__ import annotations

from typing import NamedTuple

from dagster_project.extraction.amounts import holds_digit, is_dash, parse_money, parse_number
from dagster_project.extraction.folding import fold, fold_name, squeeze
from dagster_project.extraction.identify.members import BODY
from dagster_project.extraction.interpret.forms.form import Form
from dagster_project.extraction.interpret.forms.indicators import IndicatorSection, is_indicator_header
from dagster_project.extraction.interpret.forms.words import indicator_role, source_of_money
from dagster_project.extraction.interpret.matrix.headers import Header, read_header
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.sections import section_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning, Figure, Organisation, Project, RowMeaning
from dagster_project.extraction.vocabulary import ColumnRole, Disclosure, RowRole, StatementScope

HEADER_ROWS = 4
"""First rows of a list that can be its header; a form names its indicators further down."""
NAMES = (ColumnRole.PROJECT_NAME, ColumnRole.NAME, ColumnRole.ORGANISATION)


class Columns(NamedTuple):
    """The header of a list: where project, organisation and money stand, and the indicators' own header."""

    header: Header
    name: int
    names_bodies: bool
    organisation: int | None
    amounts: list[ColumnMeaning]
    others: dict[int, str]
    indicators: Row


def list_columns(form: Form) -> Columns | None:
    """Return the columns of a list; None where the form is none: no name, no money or no indicator in one header."""
    rows = form.table.table.rows
    if not any(indicator_role(cell) == "name" for row in rows[:HEADER_ROWS] for cell in row.cells if cell):
        return None
    header = read_header(rows, form.kind)
    ends = [column.label.split(" / ")[-1] for column in header.columns]
    of_indicators = Row(rows[0].line, tuple(end if end and indicator_role(end) else "" for end in ends))
    if not is_indicator_header(of_indicators):
        return None
    left = [column for column, end in zip(header.columns, of_indicators.cells, strict=True) if not end]
    named = sorted((NAMES.index(column.role), column.number) for column in left if column.role in NAMES)
    amounts = [column for column in left if column.role is None and _measured(column)]
    if not named or not amounts:
        return None
    name = named[0][1] - 1
    bodies_in = next((column.number - 1 for column in left if column.role == ColumnRole.ORGANISATION), None)
    names_bodies = (
        bodies_in == name or section_words().names_bodies.search(fold(header.columns[name].label)) is not None
    )
    taken = {name, *(column.number - 1 for column in amounts)}
    others = {column.number - 1: column.label for column in left if column.number - 1 not in taken}
    return Columns(header, name, names_bodies, bodies_in if bodies_in != name else None, amounts, others, of_indicators)


class ListReading:
    """Goes down a list: a row that names a project opens it, the indicators beside and below are its own."""

    def __init__(self, form: Form, columns: Columns) -> None:
        self.form, self.columns = form, columns
        self.is_of_projects = form.kind.scope == StatementScope.PROJECT
        self.section = IndicatorSection(form, columns.indicators)
        self.place: Organisation | None = form.organisation or form.organisations.issuer
        self.printed = form.organisation_as_printed
        self.current = ""
        form.project = None

    def read(self) -> None:
        """Read all rows below the header, wherever a page repeats it."""
        header = self.columns.header
        for index, row in enumerate(self.form.table.table.rows):
            if index in header.row_indices or index in header.index_rows:
                self.form.ledger.label_row(self.form.table.table, index + 1, row, "column number")
            else:
                self._row(index + 1, Row(row.line, row.cells + ("",) * (len(header.columns) - len(row.cells))))

    def _row(self, number: int, row: Row) -> None:
        for index, label in self.columns.others.items():
            if parse_number(row.cells[index]):
                self.form.ledger.label(self.form.table.table, number, index + 1, "text of a list", label)
        name = squeeze(row.cells[self.columns.name])
        if self.columns.organisation is not None and (printed := row.cells[self.columns.organisation]):
            self._take_place(printed, row.line)
        is_total = fold_name(name) in header_words().totals
        if name and not is_total and self.columns.names_bodies and BODY.fullmatch(name):
            self._take_place(name, row.line)
            is_total = self.is_of_projects
        elif name and not is_total and name != self.current:
            self._open(number, row.line, name)
        self._figures(number, row, name or self.current, is_total)
        if not is_total:
            own = tuple(
                cell if head else "" for cell, head in zip(row.cells, self.columns.indicators.cells, strict=False)
            )
            before = len(self.form.indicators)
            self.section.row(number, Row(row.line, own))
            for indicator in self.form.indicators[before:]:
                indicator.organisation, indicator.organisation_as_printed = self.place, self.printed

    def _take_place(self, printed: str, line: int) -> None:
        place = self.form.organisations.resolve_caption(printed, line)
        if place is not self.place:
            self.place, self.printed = place, squeeze(printed)
            if not self.is_of_projects:
                self.section = IndicatorSection(self.form, self.columns.indicators)

    def _open(self, number: int, line: int, name: str) -> None:
        self.current = name
        self.section = IndicatorSection(self.form, self.columns.indicators)
        if self.is_of_projects:
            self.form.project = Project(self.form.table, number, line, self.place, self.printed, name)
            self.form.projects.append(self.form.project)

    def _figures(self, number: int, row: Row, name: str, is_total: bool) -> None:
        project = None if is_total else self.form.project
        meaning = RowMeaning(
            number,
            row.line,
            name=name,
            role=RowRole.TOTAL if is_total else RowRole.LEAF,
            item="total" if is_total else None,
            organisation=self.place,
            organisation_as_printed=self.printed,
            project_name=project.name if project else None,
        )
        for column in self.columns.amounts:
            text = row.cells[column.number - 1]
            parsed = parse_money(text) if text else None
            if parsed is None and not is_dash(text):
                if holds_digit(text):
                    self.form.ledger.not_read(self.form.table.table, meaning, column, column.number)
                continue
            disclosure = Disclosure.FIGURE if parsed else Disclosure.DASH
            figure = Figure(self.form.table, meaning, column, column.number, text, parsed, disclosure)
            self.form.figures.append(figure)
            if project is not None:
                project.figures.append(figure)


def _measured(column: ColumnMeaning) -> bool:
    """Tell whether a column holds money; one that names a source or a fund alone measures that source."""
    source = source_of_money(column.label.split(" / ")[-1])
    column.measure = column.measure or source or ("fiscal_appropriation" if column.fund else None)
    return column.measure is not None
