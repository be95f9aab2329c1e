"""`yusuan issues`: what was not read or not understood, by document."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import groupby
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from dagster_project.commands.findings_table import STYLES, place, summary
from dagster_project.commands.frame import DataFolder, InLanguage, console, errors, open_warehouse
from dagster_project.commands.rows import Format, print_csv, print_json
from dagster_project.commands.words import words_in
from dagster_project.errors import UsageError
from dagster_project.extraction.vocabulary import Severity
from dagster_project.languages import Language, Words, in_chinese

EXAMPLE = "yusuan issues --severity error --severity warning"
FOUND = """
    select issues.*, documents.organisation, documents.fiscal_year
    from fct_issues as issues left join dim_documents as documents using (document_id)
    where {conditions}
    order by issues.document_file, list_position($ranks, severity), page, line, code
"""
CONDITIONS = {
    "code": "contains(lower(code), lower($code))",
    "severities": "list_contains($severities, severity)",
    "organisation": "contains(documents.organisation, $organisation)",
    "year": "documents.fiscal_year = $year",
    "file": "contains(lower(issues.document_file), lower($file))",
}
CODES = "select distinct code from fct_issues order by code"

Issue = dict[str, Any]


def issues(
    data: DataFolder = None,
    code: Annotated[str | None, typer.Option("--code", help="Part of the issue's code.")] = None,
    severities: Annotated[list[Severity] | None, typer.Option("--severity", help="May be repeated.")] = None,
    organisation: Annotated[
        str | None, typer.Option("--organisation", help="Part of the name of the document's organisation.")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="Fiscal year of the document.")] = None,
    file: Annotated[str | None, typer.Option("--file", help="Part of the document's file name.")] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="csv and json hold every column of fct_issues.")
    ] = Format.TABLE,
    language: InLanguage = None,
) -> None:
    """List what could not be read or was not understood, and what to do: about our reading, not about the documents.

    What does not add up in the documents themselves:  yusuan findings
    """
    given = {"code": code, "severities": severities, "organisation": organisation, "year": year, "file": file}
    stated = {name: value for name, value in given.items() if value not in (None, [])}
    conditions = " and ".join(CONDITIONS[name] for name in stated) or "true"
    with open_warehouse(data) as connection:
        known = [name for (name,) in connection.execute(CODES).fetchall()]
        if code and not any(code.lower() in name for name in known):
            raise UsageError(f"No issue has {code} in its code. There are {', '.join(known) or 'none'}.")
        ranks = [str(severity) for severity in Severity]
        result = connection.execute(FOUND.format(conditions=conditions), stated | {"ranks": ranks})
        columns, rows = [column[0] for column in result.description or []], result.fetchall()
    _print(form, columns, rows, language or Language.EN)


def _print(form: Format, columns: list[str], rows: list[tuple[Any, ...]], language: Language) -> None:
    words = words_in(language)
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    if form is Format.TABLE:
        _print_by_document(found, words, in_chinese if language is Language.ZH else str)
        console.print(summary(found, words, "issue"))
    else:
        (print_csv if form is Format.CSV else print_json)(columns, rows)
        sys.stdout.flush()
        # beside the data, not in it
        errors.print(summary(found, words, "issue"))


def _print_by_document(found: list[Issue], words: Words, told: Callable[[str], str]) -> None:
    for document, issues in groupby(found, key=lambda issue: str(issue["document_file"])):
        table = Table(words.severity, words.where, show_lines=True, title=Text(document), title_justify="left")
        table.add_column(words.what, overflow="fold")
        for issue in issues:
            what = Text.assemble((issue["code"], "dim"), "\n", told(issue["message"]))
            severity = Text(words("severity", issue["severity"]), STYLES[issue["severity"]])
            table.add_row(severity, place(issue["page"], issue["line"], words), what)
        console.print(table)
