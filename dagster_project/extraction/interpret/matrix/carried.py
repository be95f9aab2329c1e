"""What a statement prints once and means for the rows below as well, across pages: the organisation, the year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.folding import fold, fold_name, squeeze
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.matrix.blocks import cell_at
from dagster_project.extraction.interpret.matrix.owners import RowsOfBodies
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning, Organisation, TableMeaning
from dagster_project.extraction.vocabulary import ColumnRole, RowRole

WORDS = header_words()
OF_BODIES = (ColumnRole.ORGANISATION, ColumnRole.ORGANISATION_CODE)


class Context(NamedTuple):
    """What holds for a row in every block; `name` is its year or organisation, where the blocks print no name."""

    organisation: Organisation | None
    organisation_as_printed: str | None
    year: int | None = None
    role: RowRole = RowRole.LEAF
    project_name: str | None = None
    name: str = ""


class Carried:
    """Goes down the rows of a statement; `shared` holds the 0-based column of each role."""

    def __init__(
        self,
        table: TableMeaning,
        organisations: Organisations,
        columns: Sequence[ColumnMeaning],
        shared: dict[ColumnRole, int],
        bodies: RowsOfBodies,
    ) -> None:
        self.organisations, self.bodies = organisations, bodies
        self.organisation = shared.get(ColumnRole.ORGANISATION)
        self.organisation_code = shared.get(ColumnRole.ORGANISATION_CODE)
        self.in_front = [column.number - 1 for column in columns if column.role in OF_BODIES]
        self.heads = {head for column in columns if column.role in OF_BODIES for head in column.label.split(" / ")}
        self.year = shared.get(ColumnRole.YEAR)
        self.project = shared.get(ColumnRole.PROJECT_NAME)
        self.of_table = self.current = Context(table.organisation, table.organisation_as_printed)

    def row(self, number: int, row: Row) -> Context:
        """Return what holds for a row."""
        if number == self.bodies.of_all:
            self.current = self.of_table
        name, year = cell_at(row, self.organisation) or self._total(row), cell_at(row, self.year)
        if squeeze(name) in self.heads:
            name = ""  # a header that comes again in other words
        project = cell_at(row, self.project)
        if fold_name(project) in WORDS.totals:
            name, project = name or project, ""
        if name:
            self.take(number, name, row.line, cell_at(row, self.organisation_code))
        if not (name or year or project):
            return self.current
        printed = years().printed.match(fold(year)) or years().cell.fullmatch(fold(year))
        is_difference = year and not printed and WORDS.change.search(fold(year))
        return self.current._replace(
            year=int(printed.group(1)) if printed else None,
            role=RowRole.DIFFERENCE if is_difference else RowRole.LEAF,
            project_name=squeeze(project) or None,
            name=squeeze(year or name),
        )

    def number_of_body(self, row: Row) -> str:
        """Return the number of a body in a row whose name stands among those of codes: 单位代码, 单位名称（科目）."""
        return cell_at(row, self.organisation_code) if self.organisation is None else ""

    def _total(self, row: Row) -> str:
        """Return the word for all organisations that stands in front of their names, over codes or departments."""
        words = (cell_at(row, index) for index in self.in_front)
        return next((word for word in words if fold_name(word) in WORDS.totals), "")

    def take(self, number: int, name: str, line: int, code: str) -> None:
        """Take the body that a row names, or all of them, for this row and those below."""
        if fold_name(name) in WORDS.totals or number in self.bodies.unnamed:
            self.current = self.of_table
        else:
            place = self.organisations.body(name, line, code)
            if number in self.bodies.own_level:
                place = self.organisations.own_level_of(place)
            if code:
                self.organisations.by_code.setdefault(squeeze(code), place)
            self.current = Context(place, squeeze(name))
