"""What there is to show: the documents and the bodies of the release, few columns of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import duckdb

DOCUMENTS = """
    select
        documents.document_id, documents.document_file, documents.content_sha256, documents.format,
        documents.organisation_id, coalesce(documents.organisation, documents.issuer_as_printed),
        documents.region_code, documents.region_name, documents.document_kind, documents.document_scope,
        documents.fiscal_year, documents.phases, documents.page_count, documents.is_current,
        documents.withheld_because, coalesce(coverage.numbers_seen, 0), coalesce(coverage.facts, 0),
        coalesce(coverage.labels, 0), coalesce(coverage.unmapped, 0), coalesce(coverage.redacted, 0),
        coalesce(found.findings, 0)
    from dim_documents as documents
    left join rpt_coverage as coverage on documents.document_id = coverage.document_id
    left join (
        select document_id, count(*) as findings from fct_findings group by document_id
    ) as found on documents.document_id = found.document_id
    order by documents.fiscal_year desc nulls last, documents.document_file, documents.document_id
"""
BODIES = """
    with shown as (
        select organisation_id from dim_documents
        union select organisation_id from fct_totals
        union select organisation_id from fct_expenditure where is_additive
        union select organisation_id from fct_three_public where not is_comparative
        union select organisation_id from fct_projects where is_additive
    ),

    names as (
        select organisation_id, string_agg(distinct name_as_printed, ' ' order by name_as_printed) as names
        from dim_organisation_names group by organisation_id
    )

    select
        bodies.organisation_id, bodies.organisation_name, bodies.kind, bodies.department_id, bodies.department,
        bodies.region_code, bodies.region_name, bodies.first_year, bodies.last_year, names.names
    from dim_organisations as bodies
    inner join shown on bodies.organisation_id = shown.organisation_id
    left join names on bodies.organisation_id = names.organisation_id
    order by bodies.region_code nulls last, bodies.organisation_name, bodies.organisation_id
"""


class Document(NamedTuple):
    """A document of the release."""

    document_id: str
    file: str
    content_sha256: str
    format: str
    body_id: str | None
    issuer: str | None
    region_code: str | None
    region_name: str | None
    kind: str | None
    scope: str | None
    fiscal_year: int | None
    phases: str | None
    page_count: int | None
    is_current: bool
    withheld_because: str | None
    numbers: int
    facts: int
    labels: int
    unmapped: int
    redacted: int
    findings: int


class Body(NamedTuple):
    """A public body of which the release holds more than a name."""

    body_id: str
    name: str
    kind: str | None
    department_id: str | None
    department: str | None
    region_code: str | None
    region_name: str | None
    first_year: int | None
    last_year: int | None
    names: str | None


@dataclass(frozen=True)
class Catalogue:
    """Documents, newest year first, and bodies by region."""

    documents: Sequence[Document]
    bodies: Sequence[Body]

    @property
    def regions(self) -> Mapping[str | None, str | None]:
        """The names of the regions by code, in order; what has none stands last."""
        named = {document.region_code: document.region_name for document in self.documents}
        named |= {body.region_code: body.region_name for body in self.bodies}
        return dict(sorted(named.items(), key=lambda item: (item[0] is None, item[0] or "")))

    @cached_property
    def units_of(self) -> Mapping[str | None, list[Body]]:
        """The bodies below each department."""
        found: dict[str | None, list[Body]] = defaultdict(list)
        for body in self.bodies:
            if body.department_id != body.body_id:
                found[body.department_id].append(body)
        return found

    @cached_property
    def documents_of(self) -> Mapping[str | None, list[Document]]:
        """The documents of each body."""
        found: dict[str | None, list[Document]] = defaultdict(list)
        for document in self.documents:
            found[document.body_id].append(document)
        return found

    @property
    def years(self) -> list[int | None]:
        """The fiscal years of the documents, newest first; what has none stands last."""
        found = {document.fiscal_year for document in self.documents}
        return sorted(found, key=lambda year: (year is None, -(year or 0)))


def catalogue(connection: duckdb.DuckDBPyConnection) -> Catalogue:
    """Return the whole of a release."""
    documents = [Document(*row) for row in connection.execute(DOCUMENTS).fetchall()]
    return Catalogue(documents, [Body(*row) for row in connection.execute(BODIES).fetchall()])
