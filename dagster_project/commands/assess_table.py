"""An assessment for the screen: a row per document, the folder in all, the worst tables, and the verdict last."""

from __future__ import annotations

from functools import partial

from rich.table import Table
from rich.text import Text

from dagster_project.assessment import Assessment, DocumentAssessment, Measures, Standing
from dagster_project.assessment.words import Said, identities, number, share, tables
from dagster_project.commands.frame import console
from dagster_project.commands.people import print_block
from dagster_project.languages import Language

STYLES = {
    Standing.SOUND: "green",
    Standing.LOOK: "yellow",
    Standing.UNSOUND: "red",
    Standing.UNREAD: "bold red",
    Standing.ASIDE: "dim",
}
MEASURES = ("numbers", "shares", "tables", "doubtful", "identities")
OF_THE_WAREHOUSE = ("total",)
COSTS = ("lost", "seconds", "megabytes")
NARROWEST = 150
"""Letters of a terminal in which the tables can be read; in a narrower one each row is a block."""


def print_assessment(assessment: Assessment, language: Language) -> None:
    """Print all of an assessment but its pictures."""
    said = Said(language)
    tables = [_documents(assessment, said)]
    if assessment.worst_tables:
        tables.append(_worst(assessment, said))
    for table in tables:
        _print(table, said)
    if assessment.not_built_because is not None:
        because = said.not_built(assessment.not_built_because)
        console.print(said.words.not_built_because.format(because), style="red")
    verdict = (said.words.verdict.format(said.verdict(assessment)), f"bold {STYLES[assessment.summary.verdict]}")
    console.print(Text.assemble(verdict, said.sentences("", said.what_to_do(assessment))))
    seconds = said.words.seconds.format(f"{assessment.seconds:,.1f}")
    console.print(Text(said.sentences(said.words.verdict.format(said.standings(assessment)), seconds)))


def _print(table: Table, said: Said) -> None:
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
        named = [*((said.words.about, line) for line in about), *zip(names[1:], texts[1:], strict=True)]
        print_block(title.plain, [(name, text) for name, text in named if text])


def _documents(assessment: Assessment, said: Said) -> Table:
    table, is_built = Table(title=said.words.title_documents, show_footer=True), assessment.is_built
    column = partial(said.words, "column")
    # Chinese has no spaces to break at: nothing may be cut off for it
    table.add_column(column("document"), footer=Text(said.words.in_all), overflow="fold")
    table.add_column(column("standing"), overflow="fold", min_width=24)
    summary = assessment.summary
    counts = (f"{summary.totals_met or 0:,}", f"{summary.totals_printed or 0:,}")
    met = said.words.met_of.format(*counts) if summary.totals_met is not None else ""
    shown = (*MEASURES, *(OF_THE_WAREHOUSE if is_built else ()), *COSTS)
    for name, footer in zip(shown, _measures(summary, met, is_built), strict=True):
        table.add_column(column(name), footer=Text(footer), justify="right")
    for document in assessment.documents:
        measures = map(Text, _measures(document, said.total(document), is_built))
        table.add_row(_document(document, said), _standing(document, said), *measures)
    return table


def _document(document: DocumentAssessment, said: Said) -> Text:
    told = Text(document.document_file)
    return told.append(f"\n{said.whose(document)}", "dim") if document.is_counted else told


def _standing(document: DocumentAssessment, said: Said) -> Text:
    told = Text(said.words("standing", document.standing), STYLES[document.standing])
    return told.append("".join(f"\n{reason}" for reason in said.reasons(document)), "default")


def _measures(of: Measures, total: str, is_built: bool) -> list[str]:
    shares = " / ".join(share(value) for value in (of.fact_share, of.label_share, of.unmapped_share)).strip(" /")
    costs = [number(of.digits_lost), number(of.seconds, 1), number(of.megabytes)]
    warehouse = [total] if is_built else []
    return [number(of.numbers), shares, tables(of), number(of.tables_doubtful), identities(of), *warehouse, *costs]


def _worst(assessment: Assessment, said: Said) -> Table:
    column = partial(said.words, "column")
    table = Table(*map(column, ("document", "table", "page", "title", "taken_for")), title=said.words.title_worst)
    for name in ("numbers", "unmapped", "failed"):
        table.add_column(column(name), justify="right")
    table.add_column(column("why"))
    for each in assessment.worst_tables:
        place = number(each.page) or (said.words.line.format(each.line) if each.line else "")
        why = said.told(each.unmapped_because or "") or (said.words.identities_fail if each.is_doubtful else "")
        counts = (number(each.numbers), number(each.unmapped), number(each.identities_failed))
        kind = said.statement(each.statement_kind)
        words = (each.document_file, str(each.table_number), place, each.title or "", kind)
        table.add_row(*(Text(word, overflow="fold") for word in words), *counts, Text(why))
    return table
