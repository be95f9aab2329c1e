"""Findings for people: a table per document that fits a hundred columns, and one line that sums them up."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any

from rich.table import Table
from rich.text import Text

from dagster_project.commands.frame import console
from dagster_project.extraction.vocabulary import Severity

Finding = dict[str, Any]
STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: ""}


def print_by_document(found: list[Finding], language: str = "zh") -> None:
    """Print findings, ordered by document, under the name of each; `language` is zh or en."""
    for document, findings in groupby(found, key=lambda finding: str(finding["document_file"])):
        table = Table("finding", "severity", "where", show_lines=True, title=Text(document), title_justify="left")
        table.columns[0].no_wrap = True
        # Chinese has no spaces to break at: nothing may be cut off for it
        table.add_column("what", overflow="fold")
        for finding in findings:
            severity = Text.assemble((finding["severity"], STYLES[finding["severity"]]), "\n", finding["confidence"])
            table.add_row(finding["finding_id"], severity, _places(finding), _what(finding, language))
        console.print(table)


def summary(found: list[Finding], what: str = "finding") -> Text:
    """Return how many findings, or issues, there are, of each severity."""
    counts = Counter(finding["severity"] for finding in found)
    parts = ", ".join(_counted(counts[severity], severity) for severity in STYLES)
    return Text(f"{_counted(len(found), what)}: {parts}" if found else f"0 {what}s")


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _places(finding: Finding) -> str:
    """Return both places, the one under examination first."""
    places = (place(finding["page"], finding["line"]), place(finding["other_page"], finding["other_line"]))
    return "\n".join(dict.fromkeys(place for place in places if place))


def place(page: int | None, line: int | None) -> str:
    """Return page and line as people write them."""
    parts = (("p. ", page), ("l. ", line))
    return " ".join(f"{word}{number}" for word, number in parts if number is not None)


def _what(finding: Finding, language: str) -> Text:
    """Return the rule, the message, and the verdict where there is one."""
    what = Text.assemble((finding["rule_id"], "dim"), "\n", finding[f"message_{language}"])
    if finding["verdict"]:
        what.append(f"\nverdict {finding['verdict']}: {finding['verdict_reason']}", "green")
    return what
