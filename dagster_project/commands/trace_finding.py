"""`yusuan trace FINDING`: what a finding says, and both of its sides as they are printed in the document."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

import duckdb
from rich.text import Text

from dagster_project.commands.frame import console
from dagster_project.commands.words import words_in
from dagster_project.errors import UsageError
from dagster_project.languages import Language, Words
from dagster_project.settings import Settings
from dagster_project.tracing.excerpts import excerpt, part_of, printed_part
from dagster_project.tracing.operands import Operand, operands_of, shown_value

Finding = dict[str, Any]
FOUND = """
    select * from rpt_findings
    where starts_with(finding_id, $prefix)
        or list_contains(string_split(explains, ' '), $prefix)
    order by finding_id
"""
RULE = "select title_zh from dim_rules where rule_id = $rule"
SIDES = ("actual", "expected")
SHOWN = 5
PLAIN_MARK = "⟦⟧"


def finding_of(connection: duckdb.DuckDBPyConnection, prefix: str) -> Finding:
    """Return the one finding whose id begins so, or that explains the check of this id.

    Raises UsageError where there is none, or more than one.
    """
    result = connection.execute(FOUND, {"prefix": prefix})
    columns = [column[0] for column in result.description or []]
    found = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    if not found:
        raise UsageError(f"No finding, check or number bears the id {prefix}. `yusuan findings` lists the findings.")
    if len(found) > 1:
        ids = ", ".join(finding["finding_id"] for finding in found[:SHOWN])
        raise UsageError(f"{len(found)} findings begin with {prefix}: {ids}{' …' * (len(found) > SHOWN)}. Give more.")
    return found[0]


def show_finding(
    connection: duckdb.DuckDBPyConnection, settings: Settings, finding: Finding, language: Language
) -> None:
    """Print a finding, and each side with the lines or rows in which its figures stand; in English, in both."""
    words = words_in(language)
    _print(
        Text.assemble((finding["finding_id"], "bold"), "  ", " · ".join(_about(connection, finding, language, words)))
    )
    _print(Text(finding["message_zh"]))
    if language is Language.EN:
        _print(Text(finding["message_en"]))
    if finding["verdict"]:
        verdict = words("verdict", finding["verdict"])
        _print(Text(words.verdict.format(verdict, finding["verdict_reason"]), "green"))
    operands = operands_of(connection, finding["finding_id"])
    for side in SIDES:
        _print(Text.assemble("\n", (f"{words('side', side)}  ", "bold"), _value(finding, side)))
        own = (operand for operand in operands if operand.side == side)
        for _, together in groupby(own, key=part_of):
            _show_part(settings, list(together), finding[f"{side}_value"] is None, words)


def _about(
    connection: duckdb.DuckDBPyConnection, finding: Finding, language: Language, words: Words
) -> tuple[str, ...]:
    """Return how grave and how sure it is, and of which rule."""
    of_rule = (finding["class"], finding["rule_id"])
    if language is Language.ZH:
        of_rule = (
            *(title for (title,) in connection.execute(RULE, {"rule": finding["rule_id"]}).fetchall()),
            of_rule[1],
        )
    return words("severity", finding["severity"]), words("confidence", finding["confidence"]), *of_rule


def place_in(document: str, numbers: Mapping[str, int | None], words: Words) -> str:
    """Return a document, and where in it: page, line, table and so on, those that are known."""
    known = (words("traced", name, number) for name, number in numbers.items() if number is not None)
    return words("traced", "between").join([document, *known])


def _show_part(settings: Settings, operands: list[Operand], is_about_words: bool, words: Words) -> None:
    for operand in operands:
        sign = "−" if operand.sign < 0 else "+"
        role = "" if operand.role == "addend" else f" ({words('role', operand.role)})"
        _print(Text.assemble(f"{sign} ", (operand.printed, "bold"), role, f"  {operand.subject or ''}"))
        place = place_in(operand.document_file, operand.place, words)
        _print(Text.assemble("  ", (place, "cyan"), (f"  {operand.ledger_id or operand.operand_id}", "dim")))
    marked = [(operand, _marked(operand, is_about_words)) for operand in operands]
    brackets = "" if console.color_system else PLAIN_MARK
    places = {name: words("traced", name) for name in ("line", "row")}
    for line in excerpt(printed_part(settings, operands[0]), marked, brackets, places):
        _print(Text("    ").append_text(line))


def _marked(operand: Operand, is_about_words: bool) -> str | None:
    """Return what to mark: a finding about names is about the words beside the figure; of prose the place is known.

    Evidence is the figure, whatever the finding is about.
    """
    if (is_about_words and operand.role != "evidence") or not (operand.value_as_printed or operand.in_prose):
        return operand.value_text
    return operand.value_as_printed


def _value(finding: Finding, side: str) -> str:
    return shown_value(finding[f"{side}_value"], finding["value_unit"]) or finding[f"{side}_text"] or ""


def _print(text: Text) -> None:
    console.print(text, soft_wrap=True)
