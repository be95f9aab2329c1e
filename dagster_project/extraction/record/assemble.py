"""Turn what was understood into rows of the schemas. Every row is a tuple in the order of its schema's columns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa

from dagster_project.extraction.identify.identity import Evidence, Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.model.document import Document
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model.meaning import TableMeaning
from dagster_project.extraction.record.extraction import EXTRACTOR_VERSION, Extraction
from dagster_project.extraction.record.ledger import ledger_rows, text_id
from dagster_project.extraction.record.numbers import TextRows, text_rows
from dagster_project.extraction.record.places import place
from dagster_project.extraction.record.prose import prose_rows
from dagster_project.extraction.record.row import (
    fit,
    indicator_row,
    organisation_values,
    project_row,
    score_row,
    statement_row,
    unit_values,
)
from dagster_project.extraction.record.words import wording_rows
from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.wording.headcounts import Headcount
from dagster_project.extraction.wording.mentions import Mention
from dagster_project.extraction.wording.reader import Wording

Values = tuple[Any, ...]


def assemble(
    document: Document,
    identity: Identity,
    places: Organisations,
    ledger: Ledger,
    result: Interpretation,
    wording: Wording,
) -> Extraction:
    """Return the extraction: one Arrow table per schema."""
    key, year = document.document_id, identity.fiscal_year
    numbers, texts = ledger_rows(document, ledger, result)
    stated = frozenset(text_id(key, entry) for entry in texts)
    result.issues += _unmapped(numbers)
    rows: dict[str, Iterable[Values]] = {
        "documents": [_document(document, identity, places, result)],
        "tables": (_table(key, table) for table in result.tables),
        "organisations": _organisations(key, places),
        "statement_lines": (statement_row(key, figure, year) for figure in result.figures),
        "projects": (project_row(key, project) for project in result.projects),
        "indicators": (indicator_row(key, indicator) for indicator in result.indicators),
        "scores": (score_row(key, score) for score in result.scores),
        "headcounts": (_headcount(key, head, identity) for head in wording.heads),
        "mentions": (_mention(key, mention) for mention in wording.mentions),
        "prose_amounts": prose_rows(key, texts, wording.narrative),
        **text_rows(TextRows(key, identity, places, wording.located, result, stated)),
        **wording_rows(key, wording),
        "ledger": numbers,
        "issues": (_issue(document, issue) for issue in result.issues),
    }
    cells = _cells(key, result)
    tables = {name: cells if name == "cells" else _arrow(name, rows[name]) for name in TABLES}
    return Extraction(key, {name: place(table, document.layout) for name, table in tables.items()})


CONSTANT = {"document_id", "page", "reading_method", "confidence"}
"""Columns with one value in all rows of a document, until `place` says where the rows stand."""


def _arrow(name: str, rows: Iterable[Values]) -> pa.Table:
    columns = list(zip(*rows, strict=True))
    if not columns:
        return _empty(name)
    arrays = [
        pa.repeat(pa.scalar(values[0], column.type), len(values))
        if column.name in CONSTANT
        else pa.array(values, column.type)
        for values, column in zip(columns, TABLES[name].columns, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=_schema(name))


@cache
def _schema(name: str) -> pa.Schema:
    return TABLES[name].arrow()


@cache
def _empty(name: str) -> pa.Table:
    return _schema(name).empty_table()


def _document(document: Document, identity: Identity, places: Organisations, result: Interpretation) -> Values:
    phases = {figure.column.phase for figure in result.figures if figure.column.phase}
    order = [phase for phase in ("approved", "revised", "executed") if phase in phases]
    phase = next((figure for figure in result.figures if figure.column.phase_evidence), None)
    evidence = Evidence(None, phase.column.phase_evidence, phase.row.line) if phase else Evidence(None)
    if identity.phase_evidence:
        evidence = Evidence(None, identity.phase_evidence)
    return (
        document.document_id,
        document.file,
        document.content_sha256,
        document.format,
        document.encoding,
        document.line_count if document.layout.has_lines else None,
        identity.issuer.value,
        places.issuer.name if places.issuer else None,
        identity.region.code if identity.region else None,
        identity.region.path if identity.region else None,
        identity.kind.value,
        identity.scope.value,
        identity.fiscal_year,
        ",".join(order) or identity.phase,
        *_shown(identity.issuer),
        *_shown(identity.region_evidence),
        *_shown(identity.kind),
        *_shown(identity.scope),
        *_shown(identity.year),
        *_shown(evidence),
        None,
        None,
        None,
        None,
        EXTRACTOR_VERSION,
    )


def _shown(evidence: Evidence) -> tuple[str | None, int | None]:
    return evidence.text, evidence.line


def _table(key: str, table: TableMeaning) -> Values:
    rows = table.table.rows
    return (
        key,
        table.table.number,
        None,
        table.table.line,
        rows[-1].line,
        table.kind,
        table.table.title,
        *organisation_values(table.organisation, table.organisation_as_printed),
        table.year,
        *unit_values(table.unit),
        table.votes,
        len(rows),
        table.table.width,
    )


def _cells(key: str, result: Interpretation) -> pa.Table:
    """Cells are the most rows of all: they are put together by column."""
    rows = [
        (table.table.number, number, row.line, len(row.cells))
        for table in result.tables
        for number, row in enumerate(table.table.rows, 1)
    ]
    texts = [text for table in result.tables for row in table.table.rows for text in row.cells]
    count = len(texts)
    if not texts:
        return _empty("cells")
    tables, numbers, lines, widths = np.array(rows, dtype=np.int32).T
    before = np.repeat(np.cumsum(widths, dtype=np.int32) - widths, widths)
    arrays = [
        pa.repeat(key, count),
        pa.array(np.repeat(tables, widths)),
        pa.array(np.repeat(numbers, widths)),
        pa.nulls(count, pa.int32()),
        pa.array(np.repeat(lines, widths)),
        pa.array(np.arange(1, count + 1, dtype=np.int32) - before),
        pa.array(texts, pa.string()),
    ]
    return pa.Table.from_arrays(arrays, schema=_schema("cells"))


def _organisations(key: str, places: Organisations) -> Iterable[Values]:
    for alias in places.aliases.values():
        place = alias.organisation
        parent = place.department if place.kind != "department" else None
        yield (
            key,
            place.name,
            alias.printed,
            place.kind,
            parent,
            place.department,
            place.region_code,
            places.budget_codes.get(place.name),
            alias.line,
        )


def _headcount(key: str, head: Headcount, identity: Identity) -> Values:
    place = organisation_values(head.organisation, head.printed)
    return (
        key,
        None,
        head.line,
        head.line,
        head.start,
        head.end,
        *place,
        identity.fiscal_year,
        head.kind,
        head.as_of,
        head.label,
        head.number,
    )


def _mention(key: str, mention: Mention) -> Values:
    return (
        key,
        None,
        mention.line,
        mention.line,
        mention.start,
        mention.end,
        mention.table_number,
        mention.row_number,
        mention.column_number,
        mention.side,
        mention.of.table.table.number,
        mention.of.row_number,
        mention.label,
        mention.printed,
        fit(mention.number),
        mention.unit,
    )


def _unmapped(numbers: Iterable[Values]) -> list[Issue]:
    fields = [column.name for column in TABLES["ledger"].columns]
    disposition, line, table = fields.index("disposition"), fields.index("line"), fields.index("table_number")
    counts: dict[int, list[Any]] = {}
    for row in numbers:
        if row[disposition] == "unmapped":
            counts.setdefault(row[table], [0, row[line]])[0] += 1
    return [
        Issue(
            IssueCode.UNMAPPED_NUMBER,
            Severity.WARNING,
            f"{count} numbers of this table have no meaning assigned; the ledger lists each with its reason.",
            line,
            table,
        )
        for table, (count, line) in counts.items()
    ]


def _issue(document: Document, issue: Issue) -> Values:
    return (
        document.document_id,
        document.file,
        issue.code.value,
        issue.severity.value,
        issue.table_number,
        issue.row_number,
        None,
        issue.line,
        issue.message,
    )
