"""The home page, the lists by region and by year, and the index that is searched."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

import duckdb

from dagster_project.extraction.vocabulary import Severity
from dagster_project.languages import Words
from dagster_project.site import addresses
from dagster_project.site.catalogue import Body, Document
from dagster_project.site.figures import Row
from dagster_project.site.pages import INDEX, Pages
from dagster_project.site.words import words_in

WORST = 20
ROWS, ENTRIES = 300, 1_000
"""Bodies and documents on one page of a list, and in one part of the index that is searched."""
COUNTS = """
    select
        count(*) as numbers, count(*) filter (disposition = 'fact') as facts,
        count(*) filter (disposition = 'label') as labels, count(*) filter (disposition = 'unmapped') as unmapped,
        count(*) filter (disposition = 'redacted') as redacted
    from fct_ledger where list_contains($documents, document_id)
"""
SECOND = """
    select
        count(*) filter (digits_printed is not null) as documents,
        coalesce(sum(digits_printed), 0)::bigint as printed,
        coalesce(sum(digits_lost), 0)::bigint as lost,
        coalesce(sum(digits_added), 0)::bigint as added
    from rpt_coverage where list_contains($documents, document_id)
"""
TOTALS = """
    select * from rpt_totals where list_contains($documents, document_id)
    order by abs(gap_cny) desc nulls last, document_id, organisation_id, fiscal_year, phase
"""
ISSUES = """
    select code, count(distinct document_id) from fct_issues
    where list_contains($documents, document_id) and (severity <> 'note' or code like 'withheld%')
    group by code order by 2 desc, 1
"""
FINDINGS = """
    select found.*, facts.document_id
    from rpt_findings as found inner join fct_findings as facts on found.finding_id = facts.finding_id
    where list_contains($documents, facts.document_id)
    order by list_position(['error', 'warning', 'note'], found.severity), abs(found.difference_cny) desc nulls last,
        found.finding_id
    limit {worst}
"""
NOT_A_GAP = (None, "no_total_printed", "department_counts", "another_document_counts")


def home_files(pages: Pages, connection: duckdb.DuckDBPyConnection) -> dict[str, bytes]:
    """Return the home page: what is here, what adds up, what is missing."""
    documents = pages.catalogue.documents
    asked = {"documents": [document.document_id for document in documents]}

    def rows(query: str) -> list[Row]:
        result = connection.execute(query, asked)
        columns = [column[0] for column in result.description or []]
        return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]

    totals = rows(TOTALS)
    severities = connection.execute(
        "select severity, count(*) from fct_findings where list_contains($documents, document_id) group by 1", asked
    ).fetchall()
    counts = {"documents": len(documents), "bodies": len(pages.catalogue.bodies)}
    counts |= {"years": len([year for year in pages.catalogue.years if year])} | rows(COUNTS)[0]
    years = Counter(document.fiscal_year for document in documents)
    content = {
        "counts": list(counts.items()),
        "second": rows(SECOND)[0],
        "regions": _regions(pages),
        "years": [(year, years[year]) for year in pages.catalogue.years],
        "totals": _totals(totals),
        "issues": connection.execute(ISSUES, asked).fetchall(),
        "withheld": [document for document in documents if document.withheld_because],
        "findings": {
            "all": sum(count for _, count in severities),
            "by_severity": [(each, dict(severities)[each]) for each in Severity if each in dict(severities)],
            "worst": rows(FINDINGS.format(worst=WORST)),
        },
    }
    return pages.both("home", "index.html", lambda language: content)


def _regions(pages: Pages) -> list[dict[str, Any]]:
    documents, bodies = pages.catalogue.documents, pages.catalogue.bodies
    counted = Counter(document.region_code for document in documents)
    findings: Counter[str | None] = Counter()
    for document in documents:
        findings[document.region_code] += document.findings
    of_bodies = Counter(body.region_code for body in bodies)
    return [
        {"code": code, "name": name, "bodies": of_bodies[code], "documents": counted[code], "findings": findings[code]}
        for code, name in pages.catalogue.regions.items()
    ]


def _totals(rows: list[Row]) -> dict[str, Any]:
    printed = [row for row in rows if row["printed_expenditure_cny"] is not None]
    return {
        "all": len(printed),
        "equal": sum(row["gap_reason"] is None for row in printed),
        "reasons": Counter(row["gap_reason"] for row in rows if row["gap_reason"]).most_common(),
        "gaps": [row for row in rows if row["gap_reason"] not in NOT_A_GAP and row["gap_cny"]][:WORST],
    }


def list_files(pages: Pages) -> dict[str, bytes]:
    """Return the lists, long ones in parts: the bodies and documents of each region, the documents of each year."""
    files: dict[str, bytes] = {}
    catalogue = pages.catalogue
    bodies, documents = _grouped(catalogue.bodies, "region_code"), _grouped(catalogue.documents, "region_code")
    for code, name in catalogue.regions.items():
        titles = {language: name or words_in(language).unknown_region for language in addresses.LANGUAGES}
        files |= _in_parts(pages, addresses.region(code), titles, bodies[code], documents[code])
    of_years = _grouped(catalogue.documents, "fiscal_year")
    for year in catalogue.years:
        titles = {language: str(year or words_in(language).no_year) for language in addresses.LANGUAGES}
        files |= _in_parts(pages, addresses.year(year), titles, [], of_years[year])
    return files


def _grouped(entries: Sequence[Any], column: str) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for entry in entries:
        groups[getattr(entry, column)].append(entry)
    return groups


def _in_parts(
    pages: Pages, address: str, titles: Mapping[str, str], bodies: Sequence[Body], documents: Sequence[Document]
) -> dict[str, bytes]:
    """Return a list as so many pages as it takes, each with a link to the others."""
    files: dict[str, bytes] = {}
    count = max(1, ceil(len(bodies) / ROWS), ceil(len(documents) / ROWS))
    for number in range(1, count + 1):
        shown = slice((number - 1) * ROWS, number * ROWS)
        content = {
            "bodies_here": bodies[shown],
            "documents_here": documents[shown],
            "bodies_in_all": len(bodies),
            "documents_in_all": len(documents),
            "here": number,
            "parts_of_list": [(each, addresses.part(address, each)) for each in range(1, count + 1)],
        }
        part = addresses.part(address, number)
        files |= pages.both("list", part, lambda language, content=content: content | {"title": titles[language]})  # type: ignore[misc]
    return files


def search_files(pages: Pages) -> dict[str, bytes]:
    """Return the page that searches, and the index as scripts, since a page on a disk may read no other file.

    The index is in parts: the page loads one after another until it has found enough to show.
    """
    entries = {language: list(_entries(pages, words_in(language))) for language in addresses.LANGUAGES}
    starts = range(0, len(entries["zh"]), ENTRIES)
    parts = [addresses.part(INDEX, number) for number in range(1, len(starts) + 1)]
    files = pages.both("search", "search.html", lambda language: {"index": parts})
    for language, found in entries.items():
        for part, start in zip(parts, starts, strict=True):
            files[addresses.page(language, part)] = _script(found[start : start + ENTRIES]).encode()
    return files


def _entries(pages: Pages, words: Words) -> Iterator[list[str]]:
    for body in pages.catalogue.bodies:
        yield [f"{addresses.body(body.body_id)}/index.html", body.name, _joined(body.region_name, body.names)]
    for each in pages.catalogue.documents:
        about = _joined(each.issuer, each.region_name, each.fiscal_year, words("kind", each.kind))
        yield [f"{addresses.document(each.document_id)}/index.html", each.file, about]


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)


def _script(entries: list[list[str]]) -> str:
    written = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"window.yusuanIndex = [\n{written}\n];\n".replace("<", "\\u003c")
