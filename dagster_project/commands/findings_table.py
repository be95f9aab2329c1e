"""Findings for people: a table, or one per document, that fits a hundred columns, and one line that sums them up."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any

from rich.table import Table
from rich.text import Text

from dagster_project.commands.frame import console
from dagster_project.extraction.vocabulary import Severity
from dagster_project.languages import Words

Finding = dict[str, Any]
STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: ""}


def print_by_document(found: list[Finding], language: str, words: Words) -> None:
    """Print findings, ordered by document, under the name of each, in a language and its words."""
    for document, findings in groupby(found, key=lambda finding: str(finding["document_file"])):
        title = Text(document)
        _print([(finding, _what(finding, language, words)) for finding in findings], words, title)


def print_worst_first(found: list[Finding], language: str, words: Words) -> None:
    """Print findings in one table, the name of its document over what is said of it."""
    named = [
        (finding, Text.assemble((finding["document_file"], "bold"), "\n", _what(finding, language, words)))
        for finding in found
    ]
    if named:
        _print(named, words)


def _print(told: list[tuple[Finding, Text]], words: Words, title: Text | None = None) -> None:
    """Print a table of findings, each with what is told of it."""
    table = Table(words.finding, words.severity, words.where, show_lines=True, title=title)
    table.title_justify = "left"
    table.columns[0].no_wrap = True
    # Chinese has no spaces to break at: nothing may be cut off for it
    table.add_column(words.what, overflow="fold")
    for finding, what in told:
        severity = finding["severity"]
        grade = Text.assemble((words("severity", severity), STYLES[severity]), "\n")
        grade.append(words("confidence", finding["confidence"]))
        table.add_row(finding["finding_id"], grade, _places(finding, words), what)
    console.print(table)


def summary(found: list[Finding], words: Words, what: str = "finding") -> Text:
    """Return how many findings, or issues, there are, of each severity."""
    counts = Counter(finding["severity"] for finding in found)
    in_all = _counted(words, "of_all", what, len(found))
    parts = words.comma.join(_counted(words, "of_severity", severity, counts[severity]) for severity in STYLES)
    return Text(words.in_all.format(in_all, parts) if found else in_all)


def _counted(words: Words, group: str, what: str, count: int) -> str:
    return words(group, what if count == 1 else f"{what}s", f"{count:,}")


def _places(finding: Finding, words: Words) -> str:
    """Return both places, the one under examination first."""
    places = (
        place(finding["page"], finding["line"], words),
        place(finding["other_page"], finding["other_line"], words),
    )
    return "\n".join(dict.fromkeys(place for place in places if place))


def place(page: int | None, line: int | None, words: Words) -> str:
    """Return page and line as people write them."""
    parts = ((words.page, page), (words.line, line))
    return " ".join(said.format(number) for said, number in parts if number is not None)


def _what(finding: Finding, language: str, words: Words) -> Text:
    """Return the rule, the message, and the verdict where there is one."""
    what = Text.assemble((finding["rule_id"], "dim"), "\n", finding[f"message_{language}"])
    if finding["verdict"]:
        said = words.verdict.format(words("verdict", finding["verdict"]), finding["verdict_reason"])
        what.append(f"\n{said}", "green")
    return what
