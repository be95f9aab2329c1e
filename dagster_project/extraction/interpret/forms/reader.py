"""Forms: labels with values, a section of tasks or of money, and a section of indicators, one under the other.

A form is read top-down as a small state machine: a row opens a section by its own words, and belongs to the open
section otherwise. Nothing depends on how many columns a page happens to have.
"""

from __future__ import annotations

import re

from dagster_project.extraction.amounts import Number, amounts_in, parse_number
from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.forms import tasks
from dagster_project.extraction.interpret.forms.form import Form
from dagster_project.extraction.interpret.forms.indicators import IndicatorSection, is_indicator_header
from dagster_project.extraction.interpret.forms.labels import is_text_heading, label_of, label_unit, opens_form
from dagster_project.extraction.interpret.forms.lists import ListReading, list_columns
from dagster_project.extraction.interpret.forms.money import MoneyOfBody, MoneySection, is_money_header
from dagster_project.extraction.interpret.matrix.units import unit_in
from dagster_project.extraction.knowledge import FormLabel, StatementKind
from dagster_project.extraction.knowledge.sections import section_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import (
    ColumnMeaning,
    Figure,
    Project,
    RowMeaning,
    TableMeaning,
    Unit,
)
from dagster_project.extraction.vocabulary import Disclosure, UnitBasis

YEAR = years().cell
CODE_AND_NAME = re.compile(r"(\d{3,})[\s_-]*(\S.*)")


class FormReading(Form):
    """Reads one form from top to bottom."""

    def __init__(self, table: TableMeaning, kind: StatementKind, organisations: Organisations, ledger: Ledger) -> None:
        super().__init__(table, kind, organisations, ledger)
        self.section_unit: Unit | None = None
        self.section: tasks.TaskSection | MoneySection | IndicatorSection | None = None

    def read(self) -> FormReading:
        """Read all rows, then close the form."""
        columns = list_columns(self)
        if columns is not None:
            ListReading(self, columns).read()
            self.ledger.claim(self.figures)
            return self
        for number, row in enumerate(self.table.table.rows, 1):
            self._row(number, row)
        self.ledger.claim(self.figures)
        self._finish()
        # it refers to its form: a circle is freed by the garbage collector alone, which may come late
        self.section = None
        return self

    def _row(self, number: int, row: Row) -> None:
        if not self.words.of_headers.isdisjoint(row.cells) and self._opens(row):
            return
        if self.section is not None and self._closes(row):
            self.section = None
        if self.section is not None:
            self.section.row(number, row)
        else:
            self._info_row(number, row)

    def _opens(self, row: Row) -> bool:
        """Open the section whose header a row is; tell whether it is one."""
        if is_indicator_header(row):
            if isinstance(self.section, IndicatorSection):
                self.section.header(row)
            else:
                self.section = IndicatorSection(self, row)
        elif tasks.is_task_header(row):
            self.section = tasks.TaskSection(self, row)
        elif is_money_header(row):
            self.section = MoneySection(self, row) if self.project is not None else MoneyOfBody(self, row)
        else:
            return False
        return True

    def _closes(self, row: Row) -> bool:
        """A heading over free text, or the label that opens the next project's form, ends a section."""
        if isinstance(self.section, IndicatorSection) and len(row.cells) == 1:
            return False
        if isinstance(self.section, MoneyOfBody) and self.section.is_over(row):
            return True
        first = next(filter(None, row.cells), "")
        return is_text_heading(first) or (self.project is not None and opens_form(first))

    def _info_row(self, number: int, row: Row) -> None:
        cells = row.cells
        index = 0
        while index < len(cells):
            if not cells[index]:
                index += 1
                continue
            label = label_of(cells[index])
            if label is None:
                if unit := unit_in(cells[index]):
                    self.section_unit = Unit(unit.printed, unit.applied, UnitBasis.SECTION)
                if YEAR.fullmatch(fold(cells[index])):
                    self.ledger.label(self.table.table, number, index + 1, "year")
                index += 1
                continue
            value = index + 1
            while value < len(cells) and not cells[value]:
                value += 1
            if value < len(cells) and label_of(cells[value]) is None:
                self._label_value(number, row, label, index, value)
                index = value + 1
            else:
                index += 1

    def _label_value(self, number: int, row: Row, label: FormLabel, index: int, value: int) -> None:
        text = row.cells[value]
        if label.money or label.rate:
            self._figure(number, row, label, index, value)
            return
        if parse_number(text):
            reason = label.key.replace("_", " ")
            self.ledger.label(self.table.table, number, value + 1, reason, squeeze(row.cells[index]))
        if label.key == "organisation":
            self.organisation = self.organisations.resolve_caption(text, row.line)
            self.organisation_as_printed = squeeze(text)
        elif label.key == "department":
            self._department(text, row.line)
        elif label.key == "fiscal_year":
            if match := YEAR.fullmatch(fold(text)):
                self.table.year = int(match.group(1))
        elif self.project is not None:
            if label.key == "project_name" and self.project.name not in (None, squeeze(text)) and self.project.figures:
                self._next_project(number, row.line)
            self._identify(label.key, squeeze(text), number, row.line)

    def _next_project(self, number: int, line: int) -> None:
        """Close a project whose page is followed by another's without a title between them."""
        if self.project is not None:
            self.projects.append(self.project)
        self.project = Project(self.table, number, line, None, None)

    def _department(self, text: str, line: int) -> None:
        match = CODE_AND_NAME.match(text)
        name = match.group(2) if match else text
        self.department = self.organisations.resolve_department(name, line)
        if match:
            self.organisations.budget_codes[self.department.name] = match.group(1)

    def _identify(self, key: str, text: str, number: int, line: int) -> None:
        project = self.project
        assert project is not None
        if key == "project_name" and project.name is None:
            project.name, project.row_number, project.line = text, number, line
        elif key == "project_code":
            project.code = text
            if project.name is None:
                project.row_number, project.line = number, line
        elif key == "project_type":
            project.type = text
        elif key == "is_new":
            project.is_new = text == section_words().is_so
        elif key == "period":
            project.period = text
        elif key == "starts_on":
            project.starts_on = text
        elif key == "ends_on":
            project.ends_on = text

    def _figure(self, number: int, row: Row, label: FormLabel, index: int, value: int) -> None:
        text, printed = row.cells[value], squeeze(row.cells[index])
        parsed = parse_number(text)
        if parsed is None:
            first = next(iter(amounts_in(text)), None)
            if first is None:
                return
            text = text[first.start : first.end]
            parsed = Number(first.value, first.decimals, None, first.unit)
        column = ColumnMeaning(value + 1, printed, measure=label.key, phase=label.phase, horizon=label.horizon)
        meaning = RowMeaning(number, row.line, name=printed, unit=label_unit(printed) or self.section_unit)
        if label.rate:
            meaning.unit = Unit(parsed.unit, parsed.unit or "%", UnitBasis.CELL)
        figure = Figure(self.table, meaning, column, value + 1, text, parsed, Disclosure.FIGURE)
        self.figures.append(figure)
        if self.project is not None:
            self.project.figures.append(figure)

    def _finish(self) -> None:
        place = self.organisation or self.department
        printed = self.organisation_as_printed or (place.name if place else None)
        if place is None and self.organisations.issuer is not None:
            place, printed = self.organisations.issuer, None
        self.table.organisation, self.table.organisation_as_printed = place, printed
        if self.project is not None:
            self.project.name = self.project.name or _named_in_caption(self.table)
            if self.project.code or self.project.figures:
                self.projects.append(self.project)
        for project in self.projects:
            project.organisation, project.organisation_as_printed = place, printed
            for figure in project.figures:
                figure.row.project_name = project.name
                if figure.row.name == figure.column.label:
                    figure.row.printed_name = project.name
        for figure in self.figures:
            figure.row.organisation, figure.row.organisation_as_printed = place, printed
        for indicator in self.indicators:
            indicator.organisation, indicator.organisation_as_printed = place, printed


def _named_in_caption(table: TableMeaning) -> str | None:
    """A small table of results inside a report is about the project that the report's heading names."""
    for block in reversed(table.table.caption):
        match = title_words().project.match(block.text)
        if match:
            return squeeze(match.group(1))
    return None
