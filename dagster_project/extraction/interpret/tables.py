"""Interpret all tables of a document, each by the layout of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dagster_project.extraction.folding import fold, fold_title
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.members import members_in_table
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.forms.reader import FormReading
from dagster_project.extraction.interpret.matrix.reader import read_matrix
from dagster_project.extraction.interpret.peers import tell_peers
from dagster_project.extraction.interpret.printed_owners import lines_over, printed_owner
from dagster_project.extraction.interpret.scores.reader import Reader
from dagster_project.extraction.interpret.years import tell_years
from dagster_project.extraction.knowledge import StatementKind, knowledge
from dagster_project.extraction.locate import captions
from dagster_project.extraction.locate.kinds import kind_in
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.locate.titles import fund_in
from dagster_project.extraction.model.document import Table, Titled
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model.meaning import (
    NO_UNIT,
    Figure,
    IndicatorCells,
    Project,
    Score,
    TableMeaning,
)
from dagster_project.extraction.vocabulary import OUT_OF_SCOPE, Fund, KindBasis, Layout, StatementFamily

IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]{2}")
UNKNOWN = "unknown"
"""The kind of a table that is of no known one."""


@dataclass
class Interpretation:
    """All that a document's tables say."""

    tables: list[TableMeaning] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    indicators: list[IndicatorCells] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    out_of_scope: bool = False
    """The document is no department's or unit's: its tables are kept and none is read."""


def interpret_tables(
    located: Located, identity: Identity, organisations: Organisations, ledger: Ledger
) -> Interpretation:
    """Read every table by its layout."""
    result = Interpretation(out_of_scope=identity.kind.value in OUT_OF_SCOPE)
    for table in located.tables:
        if result.out_of_scope:
            table.kind, table.kind_basis = UNKNOWN, KindBasis.NONE
        table.kind = kind_in((table.titled and table.titled.kind) or identity.kind.value, table)
    owners = {table.number: printed_owner(table) for table in located.tables}
    peers = [] if result.out_of_scope else tell_peers(located.tables, owners, identity, organisations)
    result.issues += [_bound_in(titled, organisations) for titled in (*located.disclosures, *peers)]
    others = tell_years(located.tables, owners, identity.fiscal_year, identity.kind.value)
    for table in located.tables:
        with organisations.within(table.titled):
            year, owner = others.get(table.number), owners[table.number]
            _interpret(table, year, owner, identity, organisations, ledger, result)
    return result


def _interpret(
    table: Table,
    year: int | None,
    owner: tuple[str, int] | None,
    identity: Identity,
    organisations: Organisations,
    ledger: Ledger,
    result: Interpretation,
) -> None:
    meaning = caption_meaning(table, year, owner, identity, organisations)
    result.tables.append(meaning)
    kind = knowledge().kinds.get(table.kind)
    if kind is not None:
        _read(meaning, kind, organisations, ledger, result)
    elif not result.out_of_scope:
        result.issues.append(_unknown(table))
    meaning.year = identity.year_meant(meaning.year)


def caption_meaning(
    table: Table, year: int | None, owner: tuple[str, int] | None, identity: Identity, organisations: Organisations
) -> TableMeaning:
    """Return what the lines over a table say: organisation, unit of amount, year (`year`: another one)."""
    unit = NO_UNIT
    below = ""
    for over in lines_over(table):
        # 单位：万 and 元 on two lines are one unit
        own = fold(over.text)
        if unit.applied is None and (found := captions.unit_of(own + below)):
            unit = found
        elif year is None and (match := captions.YEAR.fullmatch(own)):
            year = int(match.group(1))
        below = own + below if unit.applied is None and captions.is_piece(over.text) else ""
    place = organisations.resolve_caption(*owner) if owner else None
    if unit is NO_UNIT and table.foot is not None:
        unit = captions.unit_of(fold(table.foot.text)) or unit
    if unit is NO_UNIT:
        unit = next(filter(None, (captions.unit_of(fold(note.text)) for note in table.notes)), unit)
    if table.titled is not None:
        year = year or table.titled.year
    if place is None:
        place = organisations.issuer
    kind = knowledge().kinds.get(table.kind)
    printed = owner[0] if owner else None
    return TableMeaning(table, table.kind, _fund(table, kind), place, printed, identity.year_meant(year), unit)


def _fund(table: Table, kind: StatementKind | None) -> Fund | None:
    """Return the fund of a statement: its kind's, or that which the title of a balance of one fund names."""
    if kind is None or kind.fund is not None or kind.family != StatementFamily.BALANCE:
        return kind.fund if kind else None
    return fund_in(fold_title(table.title))


def _read(
    table: TableMeaning, kind: StatementKind, organisations: Organisations, ledger: Ledger, result: Interpretation
) -> None:
    if kind.layout == Layout.MATRIX:
        reading = read_matrix(table, kind, organisations, ledger)
        result.figures += reading.figures
        result.projects += reading.projects
    elif kind.layout == Layout.FORM:
        form = FormReading(table, kind, organisations, ledger).read()
        result.figures += form.figures
        result.projects += form.projects
        result.indicators += form.indicators
        for number, line in form.realigned:
            message = "The figures of this row stand beside their columns; they were read in the order of the columns."
            result.issues.append(
                Issue(IssueCode.ROW_REALIGNED, Severity.NOTE, message, line, table.table.number, number)
            )
    elif kind.layout == Layout.SCORES:
        result.scores += Reader(table, ledger).read()
    elif kind.layout == Layout.OUTSIDE:
        result.issues.append(_outside(table.table, kind))
    else:
        for number, row in enumerate(table.table.rows, 1):
            ledger.label_row(table.table, number, row, f"list of {kind.layout}")
        if kind.layout == Layout.UNITS:
            for member in members_in_table(table.table.rows):
                organisations.resolve(member.name, member.line)


def _bound_in(titled: Titled, organisations: Organisations) -> Issue:
    place = organisations.titled(titled)
    whose = (
        f"the disclosure of {titled.name}" if titled.name else f"another disclosure of {place.name if place else '?'}"
    )
    message = (
        f"The file binds in {whose}. Its tables are read as that one's, and its text is not read. Deliver it as a file "
        "of its own."
    )
    return Issue(IssueCode.LEFT_OUT, Severity.WARNING, message, titled.line)


def _outside(table: Table, kind: StatementKind) -> Issue:
    message = f"{kind.mart.title}: no part of a body's budget or account; its cells and numbers are kept."
    return Issue(IssueCode.OUT_OF_SCOPE, Severity.NOTE, message, table.line, table.number)


def _unknown(table: Table) -> Issue:
    if not any(IDEOGRAPH.search(cell) for row in table.rows for cell in row.cells):
        message = (
            "No word stands in this table: it may be a chart or a picture, and is no statement. Its cells are kept."
        )
    else:
        said = f"The line over it, {table.title}, is no known title" if table.title else "No title stands over it"
        message = (
            f"No known kind of statement matches this table. {said}, and its columns tell none; its cells and numbers "
            "are kept. Add its title to the statement kinds, or ask for it."
        )
    return Issue(IssueCode.UNKNOWN_STATEMENT, Severity.WARNING, message, table.line, table.number)
