"""`yusuan findings`: what does not add up in the documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import duckdb
import typer

from dagster_project.commands import findings_options as options
from dagster_project.commands.findings_table import print_by_document, print_worst_first, summary
from dagster_project.commands.frame import (
    DEFECT,
    DataFolder,
    InLanguage,
    console,
    errors,
    open_warehouse,
    refuse_no_page,
)
from dagster_project.commands.rows import Format, print_csv, print_json
from dagster_project.commands.words import words_in
from dagster_project.errors import UsageError
from dagster_project.extraction.vocabulary import Severity
from dagster_project.languages import Language
from dagster_project.settings import Settings

EXAMPLE = "yusuan findings --severity error --year 2020"
FOUND = "select * from rpt_findings where {conditions} order by {order}, document_file, rank, finding_id"
WORST_FIRST = """
    list_position(['error', 'warning', 'note'], severity), list_position(['proven', 'likely', 'query'], confidence),
    difference_cny desc nulls last
"""
"""As within a document (`rank`), over all of them."""
CONDITIONS = {
    "rules": "len(list_filter($rules, lambda part: contains(lower(rule_id), lower(part)))) > 0",
    "classes": "list_contains($classes, class)",
    "severities": "list_contains($severities, severity)",
    "confidence": "confidence = $confidence",
    "organisation": "contains(organisation_name, $organisation)",
    "year": "fiscal_year = $year",
    "file": "contains(lower(document_file), lower($file))",
    "verdict": "coalesce(verdict, 'none') = $verdict",
}
NO_PDF = "None of these findings stands on a page of a PDF that is at hand."
CLASSES = "select distinct class from dim_rules order by class"
FILES = "select 1 from dim_documents where contains(lower(document_file), lower($part)) limit 1"
RULES = "select rule_id from dim_rules where contains(lower(rule_id), lower($part))"


Finding = dict[str, Any]


def findings(
    data: DataFolder = None,
    rules: options.Rules = None,
    classes: options.Classes = None,
    severities: options.Severities = None,
    confidence: options.HowSure = None,
    organisation: options.OfOrganisation = None,
    year: options.OfYear = None,
    file: options.OfFile = None,
    verdict: options.Judged = None,
    by_document: options.ByDocument = False,
    language: InLanguage = None,
    form: options.InFormat = Format.TABLE,
    fail_on: options.FailOn = None,
    html: options.Html = None,
    pdf: options.Pdf = None,
) -> None:
    """List what should add up in the documents and does not, with the places of both sides.

    The worst come first, of whichever document. Filters are combined. `yusuan trace FINDING` shows the document around
    both sides of one.

    As data, for a spreadsheet:  yusuan findings --class arithmetic --format csv > ~/findings.csv

    For a reviewer:  yusuan findings --file 2026 --html ~/findings.html --pdf ~/annotated.pdf

    To stop a script at errors that nobody has judged:  yusuan findings --verdict none --fail-on error
    """
    given: dict[str, Any] = {"rules": rules, "classes": classes, "severities": severities, "confidence": confidence}
    given |= {"organisation": organisation, "year": year, "file": file, "verdict": verdict}
    stated = {name: value for name, value in given.items() if value not in (None, [])}
    language = language or Language.ZH
    with open_warehouse(data) as connection:
        _reject_unknown(connection, rules or [], classes or [], file)
        columns, rows = _found(connection, stated, "document_file" if by_document else WORST_FIRST)
        found = [dict(zip(columns, row, strict=True)) for row in rows]
        _review(connection, Settings.of_folders(data=data), found, language, html, pdf)
    if form is Format.TABLE:
        words = words_in(language)
        print_by_document(found, language, words) if by_document else print_worst_first(found, language, words)
        console.print(summary(found, words))
    else:
        _print_data(form, language, columns, rows, found)
    if fail_on is not None and _worst(found) <= list(Severity).index(fail_on):
        raise typer.Exit(DEFECT)


def _found(
    connection: duckdb.DuckDBPyConnection, stated: dict[str, Any], order: str
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the columns and the rows of the findings for which all that is stated holds, in order."""
    conditions = " and ".join(CONDITIONS[name] for name in stated) or "true"
    result = connection.execute(FOUND.format(conditions=conditions, order=order), stated)
    return [column[0] for column in result.description or []], result.fetchall()


def _review(
    connection: duckdb.DuckDBPyConnection,
    settings: Settings,
    found: list[Finding],
    language: Language,
    html: Path | None,
    pdf: Path | None,
) -> None:
    """Write the page and the copies that were asked for."""
    if html is None and pdf is None:
        return
    from dagster_project import review  # loads the knowledge

    words = words_in(language)
    _reject_unwritable(html, pdf)
    with review.Documents(settings) as documents:
        shown = list(review.reviewed(connection, documents, found))
        if html is not None:
            review.write_page(documents, shown, html, language)
            errors.print(words.findings_page.format(html), soft_wrap=True)
        if pdf is not None:
            copies = review.write_notes(documents, shown, pdf, language)
            for copy in copies:
                errors.print(words.findings_note.format(copy), soft_wrap=True)
            if not copies and html is None:
                raise UsageError(f"{NO_PDF} Try --html.")
            if not copies:
                errors.print(NO_PDF, style="yellow")


def _reject_unwritable(html: Path | None, pdf: Path | None) -> None:
    if html is not None:
        refuse_no_page(html)
    if pdf is not None and not pdf.parent.is_dir():
        raise UsageError(f"{pdf} cannot be written: name a file in a folder that exists, as in --pdf annotated.pdf.")


def _reject_unknown(
    connection: duckdb.DuckDBPyConnection, rules: list[str], classes: list[str], file: str | None
) -> None:
    """Raise UsageError for what there is not: nothing found would look like nothing wrong."""
    if file is not None and not connection.execute(FILES, {"part": file}).fetchone():
        raise UsageError(f'No document has {file} in its name. `yusuan query "from dim_documents"` lists them.')
    known = [name for (name,) in connection.execute(CLASSES).fetchall()]
    for name in classes:
        if name not in known:
            raise UsageError(f"There is no class {name}. There are {', '.join(known)}.")
    for part in rules:
        if not connection.execute(RULES, {"part": part}).fetchall():
            raise UsageError(f'No rule has {part} in its id. `yusuan query "from dim_rules"` lists the rules.')


def _print_data(
    form: Format, language: Language, columns: list[str], rows: list[tuple[Any, ...]], found: list[Finding]
) -> None:
    printer = print_csv if form is Format.CSV else print_json
    printer(columns, rows)
    sys.stdout.flush()
    # beside the data, not in it
    errors.print(summary(found, words_in(language)))


def _worst(found: list[Finding]) -> int:
    """Return the rank of the worst finding; one below the least where there is none."""
    ranks = [str(severity) for severity in Severity]
    return min((ranks.index(finding["severity"]) for finding in found), default=len(ranks))
