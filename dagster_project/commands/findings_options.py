"""The options of `yusuan findings`: which findings are wanted, and how they are given."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dagster_project.commands.rows import Format
from dagster_project.extraction.vocabulary import Confidence, Severity


class Verdict(StrEnum):
    """What findings_review.yml says of it."""

    TRUE = "true"
    FALSE = "false"
    EXPLAINED = "explained"
    NONE = "none"


Rules = Annotated[list[str] | None, typer.Option("--rule", help="Part of the rule's id; may be repeated.")]
Classes = Annotated[list[str] | None, typer.Option("--class", help="Class of rules; may be repeated.")]
Severities = Annotated[list[Severity] | None, typer.Option("--severity", help="May be repeated.")]
HowSure = Annotated[
    Confidence | None,
    typer.Option(
        "--confidence", help="proven: cannot be right; likely: if its figures are read right; query: a fair question."
    ),
]
OfOrganisation = Annotated[str | None, typer.Option("--organisation", help="Part of the organisation's name.")]
OfYear = Annotated[int | None, typer.Option("--year", help="Fiscal year.")]
OfFile = Annotated[str | None, typer.Option("--file", help="Part of the document's file name.")]
Judged = Annotated[
    Verdict | None, typer.Option("--verdict", help="As findings_review.yml judges it; none: not judged.")
]
ByDocument = Annotated[bool, typer.Option("--by-document", help="List the findings of each document by themselves.")]
InFormat = Annotated[Format, typer.Option("--format", "-f", help="csv and json hold every column of rpt_findings.")]
FailOn = Annotated[
    Severity | None,
    typer.Option("--fail-on", help="Exit with 1 where a finding so bad, or worse, is left after filtering."),
]
Html = Annotated[
    Path | None,
    typer.Option(
        "--html",
        metavar="OUT",
        help="Also write one HTML file: each finding over its page as printed, both sides marked. It opens from disk.",
        show_default=False,
    ),
]
Pdf = Annotated[
    Path | None,
    typer.Option(
        "--pdf",
        metavar="OUT",
        help="Also write a copy of the document, a PDF, with the findings as notes at their places; where "
        "OUT does not end in .pdf or documents are several, one copy each into the folder of that name.",
        show_default=False,
    ),
]
