"""One form while it is read: what its sections and labels have found so far."""

from __future__ import annotations

from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.forms.words import CellWords
from dagster_project.extraction.knowledge import StatementKind
from dagster_project.extraction.model.meaning import Figure, IndicatorCells, Organisation, Project, TableMeaning
from dagster_project.extraction.vocabulary import StatementScope


class Form:
    """The figures, projects and indicators of one form; `realigned` holds row and line of rows that were shifted."""

    def __init__(self, table: TableMeaning, kind: StatementKind, organisations: Organisations, ledger: Ledger) -> None:
        self.table, self.kind, self.organisations, self.ledger = table, kind, organisations, ledger
        self.words = CellWords(table.table.rows)
        self.organisation: Organisation | None = table.organisation if table.organisation_as_printed else None
        self.organisation_as_printed = table.organisation_as_printed
        self.department: Organisation | None = None
        self.figures: list[Figure] = []
        self.projects: list[Project] = []
        self.indicators: list[IndicatorCells] = []
        self.realigned: list[tuple[int, int]] = []
        self.project: Project | None = None
        if kind.scope == StatementScope.PROJECT:
            self.project = Project(table, 1, table.table.line, self.organisation, self.organisation_as_printed)
