"""`yusuan findings`: what does not add up in the documents."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated, Any

import duckdb
import typer

from dagster_project.commands.findings_table import print_by_document, summary
from dagster_project.commands.frame import DEFECT, DataFolder, console, errors, open_warehouse
from dagster_project.commands.rows import Format, print_csv, print_json
from dagster_project.errors import UsageError
from dagster_project.extraction.vocabulary import Confidence, Severity

EXAMPLE = "yusuan findings --severity error --year 2021"
FOUND = "select * from rpt_findings where {conditions} order by document_file, rank, finding_id"
CONDITIONS = {
    "rule": "contains(lower(rule_id), lower($rule))",
    "classes": "list_contains($classes, class)",
    "severities": "list_contains($severities, severity)",
    "confidence": "confidence = $confidence",
    "organisation": "contains(organisation_name, $organisation)",
    "year": "fiscal_year = $year",
    "file": "contains(lower(document_file), lower($file))",
    "verdict": "coalesce(verdict, 'none') = $verdict",
}
CLASSES = "select distinct class from dim_rules order by class"
RULES = "select rule_id from dim_rules where contains(lower(rule_id), lower($rule))"


class Language(StrEnum):
    """The language that a person reads."""

    ZH = "zh"
    EN = "en"


class Verdict(StrEnum):
    """What findings_review.yml says of it."""

    TRUE = "true"
    FALSE = "false"
    EXPLAINED = "explained"
    NONE = "none"


def findings(
    data: DataFolder = None,
    rule: Annotated[str | None, typer.Option("--rule", help="Part of the rule's id.")] = None,
    classes: Annotated[list[str] | None, typer.Option("--class", help="Class of rules; may be repeated.")] = None,
    severities: Annotated[list[Severity] | None, typer.Option("--severity", help="May be repeated.")] = None,
    confidence: Annotated[
        Confidence | None,
        typer.Option(
            "--confidence",
            help="proven: cannot be right; likely: if its figures are read right; query: a fair question.",
        ),
    ] = None,
    organisation: Annotated[str | None, typer.Option("--organisation", help="Part of the organisation's name.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Fiscal year.")] = None,
    file: Annotated[str | None, typer.Option("--file", help="Part of the document's file name.")] = None,
    verdict: Annotated[
        Verdict | None, typer.Option("--verdict", help="As findings_review.yml judges it; none: not judged.")
    ] = None,
    language: Annotated[Language, typer.Option("--lang", help="Language of the messages in the table.")] = Language.ZH,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="csv and json hold every column of rpt_findings.")
    ] = Format.TABLE,
    fail_on: Annotated[
        Severity | None,
        typer.Option("--fail-on", help="Exit with 1 where a finding so bad, or worse, is left after filtering."),
    ] = None,
) -> None:
    """List what should add up in the documents and does not, with the places of both sides.

    Of each document the worst come first. Filters are combined. `yusuan trace FINDING` shows the document around both
    sides of one.

    As data, for a spreadsheet:  yusuan findings --class arithmetic --format csv > findings.csv

    To stop a script at errors that nobody has judged:  yusuan findings --verdict none --fail-on error
    """
    wanted = {
        "rule": rule,
        "classes": classes,
        "severities": severities,
        "confidence": confidence,
        "organisation": organisation,
        "year": year,
        "file": file,
        "verdict": verdict,
    }
    stated = {name: value for name, value in wanted.items() if value not in (None, [])}
    with open_warehouse(data) as connection:
        _reject_unknown(connection, rule, classes or [])
        conditions = " and ".join(CONDITIONS[name] for name in stated) or "true"
        result = connection.execute(FOUND.format(conditions=conditions), stated)
        columns = [column[0] for column in result.description or []]
        rows = result.fetchall()
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    _print(form, language, columns, rows, found)
    if fail_on is not None and _worst(found) <= list(Severity).index(fail_on):
        raise typer.Exit(DEFECT)


def _reject_unknown(connection: duckdb.DuckDBPyConnection, rule: str | None, classes: list[str]) -> None:
    """Raise UsageError for a rule or a class that there is not: nothing found would look like nothing wrong."""
    known = [name for (name,) in connection.execute(CLASSES).fetchall()]
    for name in classes:
        if name not in known:
            raise UsageError(f"There is no class {name}. There are {', '.join(known)}.")
    if rule and not connection.execute(RULES, {"rule": rule}).fetchall():
        raise UsageError(f'No rule has {rule} in its id. `yusuan query "from dim_rules"` lists the rules.')


def _print(
    form: Format, language: Language, columns: list[str], rows: list[tuple[Any, ...]], found: list[dict[str, Any]]
) -> None:
    if form is Format.TABLE:
        print_by_document(found, language)
        console.print(summary(found))
    else:
        printer = print_csv if form is Format.CSV else print_json
        printer(columns, rows)
        sys.stdout.flush()
        # beside the data, not in it
        errors.print(summary(found))


def _worst(found: list[dict[str, Any]]) -> int:
    """Return the rank of the worst finding; one below the least where there is none."""
    ranks = [str(severity) for severity in Severity]
    return min((ranks.index(finding["severity"]) for finding in found), default=len(ranks))
