"""An assessment for the screen: a row per document, the folder in all, the worst tables, and the verdict last."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from dagster_project.assessment import Assessment, DocumentAssessment, Measures, Standing
from dagster_project.assessment.words import (
    STANDINGS,
    identities,
    number,
    share,
    standings_told,
    tables,
    total,
    verdict,
    whose,
)
from dagster_project.commands.frame import console
from dagster_project.commands.people import print_block

STYLES = {
    Standing.SOUND: "green",
    Standing.LOOK: "yellow",
    Standing.UNSOUND: "red",
    Standing.UNREAD: "bold red",
    Standing.ASIDE: "dim",
}
MEASURES = (
    "numbers",
    "facts /\nlabels /\nnot used",
    "tables known /\nby columns /\nunknown",
    "doubtful\ntables",
    "identities\nhold / fail",
)
OF_THE_WAREHOUSE = ("printed\ntotal",)
COSTS = ("digits\nlost", "s", "MB")
NARROWEST = 150
"""Letters of a terminal in which the tables can be read; in a narrower one each row is a block."""


def print_assessment(assessment: Assessment) -> None:
    """Print all of an assessment but its pictures."""
    tables = [_documents(assessment, assessment.is_built)]
    if assessment.worst_tables:
        tables.append(_worst(assessment))
    for table in tables:
        _print(table)
    if assessment.not_built_because is not None:
        console.print(f"The warehouse could not be built: {assessment.not_built_because}", style="red")
    word = verdict(assessment)
    console.print(
        Text.assemble(
            (f"{word.english} ({word.chinese}).", f"bold {STYLES[assessment.summary.verdict]}"), " ", word.advice
        )
    )
    console.print(Text(f"{standings_told(assessment)}. {assessment.seconds:,.1f} s."))


def _print(table: Table) -> None:
    if console.width >= NARROWEST:
        console.print(table)
        return
    names = [" ".join(str(column.header).split()) for column in table.columns]
    rows = [*zip(*(column.cells for column in table.columns), strict=True)]
    if table.show_footer:
        rows.append(tuple(column.footer for column in table.columns))
    console.print(Text(str(table.title), "italic"))
    for row in rows:
        texts = [cell if isinstance(cell, Text) else Text(str(cell)) for cell in row]
        title, *about = texts[0].split("\n")
        named = [*(("of", line) for line in about), *zip(names[1:], texts[1:], strict=True)]
        print_block(title.plain, [(name, text) for name, text in named if text])


def _documents(assessment: Assessment, is_built: bool) -> Table:
    table = Table(title="documents", show_footer=True)
    # Chinese has no spaces to break at: nothing may be cut off for it
    table.add_column("document", footer=Text("in all"), overflow="fold")
    table.add_column("standing, and why", overflow="fold", min_width=24)
    summary = assessment.summary
    met = f"{summary.totals_met:,} of {summary.totals_printed:,} met" if summary.totals_met is not None else ""
    shown = (*MEASURES, *(OF_THE_WAREHOUSE if is_built else ()), *COSTS)
    for title, footer in zip(shown, _measures(summary, met, is_built), strict=True):
        table.add_column(title, footer=Text(footer), justify="right")
    for document in assessment.documents:
        table.add_row(
            _document(document),
            _standing(document),
            *map(Text, _measures(document, total(document), is_built)),
        )
    return table


def _document(document: DocumentAssessment) -> Text:
    told = Text(document.document_file)
    return told.append(f"\n{whose(document)}", "dim") if document.is_counted else told


def _standing(document: DocumentAssessment) -> Text:
    told = Text(STANDINGS[document.standing].english, STYLES[document.standing])
    return told.append("".join(f"\n{reason}" for reason in document.reasons), "default")


def _measures(of: Measures, total: str, is_built: bool) -> list[str]:
    shares = " / ".join(share(value) for value in (of.fact_share, of.label_share, of.unmapped_share)).strip(" /")
    costs = [number(of.digits_lost), number(of.seconds, 1), number(of.megabytes)]
    warehouse = [total] if is_built else []
    return [number(of.numbers), shares, tables(of), number(of.tables_doubtful), identities(of), *warehouse, *costs]


def _worst(assessment: Assessment) -> Table:
    table = Table("document", "table", "page", "title", "taken for", title="worst tables")
    for name in ("numbers", "unmapped", "identities that fail"):
        table.add_column(name, justify="right")
    table.add_column("why")
    for each in assessment.worst_tables:
        place = number(each.page) or (f"line {each.line}" if each.line else "")
        why = each.unmapped_because or ("its identities fail" if each.is_doubtful else "")
        counts = (number(each.numbers), number(each.unmapped), number(each.identities_failed))
        words = (each.document_file, str(each.table_number), place, each.title or "", each.statement_kind)
        table.add_row(*(Text(word, overflow="fold") for word in words), *counts, Text(why))
    return table
