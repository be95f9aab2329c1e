"""The home page, the lists by region and by year, and the index that is searched."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import duckdb

from dagster_project.extraction.vocabulary import Severity
from dagster_project.site import addresses
from dagster_project.site.figures import Row
from dagster_project.site.pages import INDEX, Pages
from dagster_project.site.words import words_in

WORST = 20
COUNTS = """
    select
        count(*) as numbers, count(*) filter (disposition = 'fact') as facts,
        count(*) filter (disposition = 'label') as labels, count(*) filter (disposition = 'unmapped') as unmapped,
        count(*) filter (disposition = 'redacted') as redacted
    from fct_ledger where list_contains($documents, document_id)
"""
SECOND = """
    select
        count(*) filter (numbers_counted_again is not null) as documents,
        coalesce(sum(abs(counted_difference)), 0)::bigint as difference
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
    return [
        {
            "code": code,
            "name": name,
            "bodies": sum(body.region_code == code for body in bodies),
            "documents": sum(document.region_code == code for document in documents),
            "findings": sum(document.findings for document in documents if document.region_code == code),
        }
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
    """Return the lists: the bodies and documents of each region, the documents of each year."""
    files: dict[str, bytes] = {}
    documents = pages.catalogue.documents
    for code, name in pages.catalogue.regions.items():
        here = {
            "bodies_here": [body for body in pages.catalogue.bodies if body.region_code == code],
            "documents_here": [document for document in documents if document.region_code == code],
        }
        files |= pages.both(
            "list",
            addresses.region(code),
            lambda language, name=name, here=here: here | {"title": name or words_in(language).unknown_region},  # type: ignore[misc]
        )
    for year in pages.catalogue.years:
        of_year = [document for document in documents if document.fiscal_year == year]
        files |= pages.both(
            "list",
            addresses.year(year),
            lambda language, year=year, of_year=of_year: {  # type: ignore[misc]
                "bodies_here": [],
                "documents_here": of_year,
                "title": str(year or words_in(language).no_year),
            },
        )
    return files


def search_files(pages: Pages) -> dict[str, bytes]:
    """Return the page that searches, and the index as a script, since a page on a disk may read no other file."""
    files = pages.both("search", "search.html", lambda language: {})
    for language in addresses.LANGUAGES:
        words = words_in(language)
        entries = [
            [f"{addresses.body(body.body_id)}/index.html", body.name, _joined(body.region_name, body.names)]
            for body in pages.catalogue.bodies
        ] + [
            [
                f"{addresses.document(each.document_id)}/index.html",
                each.file,
                _joined(each.issuer, each.region_name, each.fiscal_year, words("kind", each.kind)),
            ]
            for each in pages.catalogue.documents
        ]
        files[addresses.page(language, INDEX)] = _script(entries).encode()
    return files


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)


def _script(entries: list[list[str]]) -> str:
    written = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"window.yusuanIndex = [\n{written}\n];\n".replace("<", "\\u003c")
