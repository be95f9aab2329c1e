"""Rows of `documents`, `tables`, `cells` and `organisations`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import pyarrow as pa

from dagster_project.extraction.identify.identity import Evidence, Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.model.document import Document
from dagster_project.extraction.model.meaning import Figure, TableMeaning
from dagster_project.extraction.record.extraction import EXTRACTOR_VERSION
from dagster_project.extraction.record.row import Columns, organisation_columns, unit_columns

PHASES = ("approved", "revised", "executed")
OF_THE_SIDECAR = ("duplicate_of", "source_url", "published_on", "retrieved_on")
"""Columns that only what surrounds a document can tell."""


def documents(
    document: Document, identity: Identity, organisations: Organisations, figures: Sequence[Figure]
) -> Columns:
    """Return the one row of a document."""
    phases = {figure.column.phase for figure in figures}
    row = {
        "document_file": document.file,
        "content_sha256": document.content_sha256,
        "format": document.format,
        "encoding": document.encoding,
        "line_count": document.line_count if document.layout.has_lines else None,
        "page_count": document.layout.page_count,
        "pages_rendered": len(document.layout.drawn) if document.layout.page_count else None,
        "issuer_as_printed": identity.issuer.value,
        "organisation": organisations.issuer.name if organisations.issuer else None,
        "region_code": identity.region.code if identity.region else None,
        "region_name": identity.region.path if identity.region else None,
        "document_kind": identity.kind.value,
        "document_scope": identity.scope.value,
        "fiscal_year": identity.fiscal_year,
        "phases": ",".join(phase for phase in PHASES if phase in phases) or identity.phase,
        **_shown("issuer", identity.issuer),
        **_shown("region", identity.region_evidence),
        **_shown("kind", identity.kind),
        **_shown("scope", identity.scope),
        **_shown("fiscal_year", identity.year),
        **_shown("phase", _phase_evidence(identity, figures)),
        **dict.fromkeys(OF_THE_SIDECAR),
        "extractor_version": EXTRACTOR_VERSION,
    }
    return {name: [value] for name, value in row.items()}


def _shown(what: str, evidence: Evidence) -> dict[str, str | int | None]:
    return {f"{what}_evidence": evidence.text, f"{what}_evidence_line": evidence.line}


def _phase_evidence(identity: Identity, figures: Sequence[Figure]) -> Evidence:
    if identity.phase_evidence:
        return Evidence(None, identity.phase_evidence)
    first = next((figure for figure in figures if figure.column.phase_evidence), None)
    return Evidence(None, first.column.phase_evidence, first.row.line) if first else Evidence(None)


def tables(found: Sequence[TableMeaning]) -> Columns:
    """Return a row per table."""
    printed = [each.table for each in found]
    return {
        "table_number": [table.number for table in printed],
        "line": [table.line for table in printed],
        "last_line": [table.rows[-1].line for table in printed],
        "statement_kind": [each.kind for each in found],
        "kind_basis": [table.kind_basis for table in printed],
        "title": [table.title for table in printed],
        **organisation_columns((each.organisation, each.organisation_as_printed) for each in found),
        "fiscal_year": [each.year for each in found],
        **unit_columns([each.unit for each in found]),
        "unit_votes": [each.votes for each in found],
        "row_count": [len(table.rows) for table in printed],
        "column_count": [table.width for table in printed],
        "is_bound_in": [table.titled is not None for table in printed],
    }


def cells(found: Sequence[TableMeaning]) -> Columns:
    """Return a row per cell. They are the most rows of all, so that their numbers are counted in arrays."""
    rows = [
        (each.table.number, number, row.line, len(row.cells))
        for each in found
        for number, row in enumerate(each.table.rows, 1)
    ]
    table_numbers, row_numbers, lines, widths = np.array(rows, dtype=np.int32).reshape(-1, 4).T
    first = np.repeat(np.cumsum(widths, dtype=np.int32) - widths, widths)
    return {
        "table_number": pa.array(np.repeat(table_numbers, widths)),
        "row_number": pa.array(np.repeat(row_numbers, widths)),
        "line": pa.array(np.repeat(lines, widths)),
        "column_number": pa.array(np.arange(1, len(first) + 1, dtype=np.int32) - first),
        "text": list(chain.from_iterable(row.cells for each in found for row in each.table.rows)),
    }


def named_organisations(organisations: Organisations) -> Columns:
    """Return a row per name under which an organisation is printed."""
    aliases = list(organisations.aliases.values())
    named = [alias.organisation for alias in aliases]
    return {
        "organisation": [each.name for each in named],
        "name_as_printed": [alias.printed for alias in aliases],
        "kind": [each.kind for each in named],
        "parent": [each.department if each.kind != "department" else None for each in named],
        "department": [each.department for each in named],
        "region_code": [each.region_code for each in named],
        "region_name": [each.region_name for each in named],
        "budget_code": [organisations.budget_codes.get(each.name) for each in named],
        "line": [alias.line for alias in aliases],
    }
