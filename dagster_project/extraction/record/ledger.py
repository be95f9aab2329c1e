"""The ledger as rows: every numeric cell and every amount in text, each with its disposition. Nothing is left out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dagster_project.extraction.amounts import Number, amounts_in, parse_number, yuan
from dagster_project.extraction.interpret.claims import Ledger, TextAmount
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.document import REDACTED, Document
from dagster_project.extraction.model.meaning import Figure, IndicatorCells, TableMeaning
from dagster_project.extraction.record.row import ledger_id, year_of

Values = tuple[Any, ...]
CERTAIN = Decimal(1)
READ = ("text", CERTAIN)
"""Reading method and confidence of text."""


def text_id(document_id: str, entry: TextAmount) -> str:
    """Return the ledger key of an amount in text."""
    if entry.table is None:
        return f"{document_id}:l{entry.line}:s{entry.amount.start}"
    return f"{document_id}:t{entry.table.number}:r{entry.row_number}:c{entry.column_number}:s{entry.amount.start}"


def ledger_rows(document: Document, ledger: Ledger, result: Interpretation) -> tuple[list[Values], list[TextAmount]]:
    """Return a row for every number of the document, and which of them are amounts in prose or inside text cells."""
    indicators = _indicator_numbers(result)
    rows: list[Values] = []
    texts = list(ledger.text_amounts)
    for table in result.tables:
        rows += _table_rows(document, table, ledger, indicators, texts)
    rows += [_text_row(document.document_id, entry) for entry in texts]
    return rows, texts


def _indicator_numbers(result: Interpretation) -> dict[tuple[int, int, int], tuple[IndicatorCells, str]]:
    found = {}
    for indicator in result.indicators:
        number = indicator.table.table.number
        for column, words in ((indicator.target_column, "target"), (indicator.actual_column, "actual")):
            if column >= 0:
                found[(number, indicator.row_number, column + 1)] = (indicator, words)
    return found


def _table_rows(
    document: Document,
    table: TableMeaning,
    ledger: Ledger,
    indicators: dict[tuple[int, int, int], tuple[IndicatorCells, str]],
    texts: list[TextAmount],
) -> list[Values]:
    """Return the rows of a table's cells; amounts inside its texts are added to `texts`."""
    key, number, rows = document.document_id, table.table.number, []
    for row_number, row in enumerate(table.table.rows, 1):
        for column_number, text in enumerate(row.cells, 1):
            if not text:
                continue
            parsed = parse_number(text)
            is_text = parsed is None and "元" in text
            if parsed is None and not is_text and text != REDACTED:
                continue
            place = (number, row_number, column_number)
            start = (ledger_id(key, *place), key, *place, None, row.line, None, None, table.table.title)
            figure = ledger.figures.get(place)
            if is_text:
                # the figure of a cell is no text
                after = text.index(figure.text) + len(figure.text) if figure else 0
                texts += [
                    TextAmount(row.line, one, table.table, row_number, column_number)
                    for one in amounts_in(text)
                    if one.start >= after
                ]
            if figure:
                rows.append((*start, *_figure(figure), *READ))
            elif parsed is not None:
                rows.append((*start, *_meaning(place, text, parsed, table, ledger, indicators), *READ))
            elif (row.line, column_number - 1) in document.redacted:
                rows.append((*start, *NOTHING_KEPT, *READ))
    return rows


NOTHING_KEPT = (None, None, None, None, None, "none", None, None, None, "redacted", "personal data")
"""The columns from row_label to reason of a person's number."""


def _figure(figure: Figure) -> Values:
    """Return the columns from row_label to reason of a statement figure."""
    column, unit = figure.column, figure.settled_unit
    return (
        figure.row.label,
        column.label,
        figure.text,
        unit.printed,
        unit.applied,
        unit.basis,
        figure.amount,
        year_of(figure),
        column.phase,
        "fact",
        f"statement line; {figure.correction}" if figure.correction else "statement line",
    )


def _meaning(
    place: tuple[int, int, int],
    text: str,
    parsed: Number,
    table: TableMeaning,
    ledger: Ledger,
    indicators: dict[tuple[int, int, int], tuple[IndicatorCells, str]],
) -> Values:
    """Return the columns from row_label to reason of a number that is no statement figure."""
    unit = (parsed.unit, parsed.unit, "cell") if parsed.unit else (None, None, "none")
    if place in indicators:
        indicator, words = indicators[place]
        amount = yuan(parsed.value, parsed.unit) if parsed.unit in knowledge().units else None
        label = " / ".join(filter(None, (indicator.dimension, indicator.aspect)))
        return (
            f"{label} {indicator.name or ''}".strip(),
            words,
            text,
            *unit,
            amount,
            table.year,
            None,
            "fact",
            f"indicator {words}",
        )
    if place in ledger.facts:
        fact = ledger.facts[place]
        return (fact.row_label, fact.column_label, text, *unit, None, fact.year, fact.phase, "fact", fact.reason)
    if place in ledger.labels:
        found = ledger.labels[place]
        labels = (found.row_label or None, found.column_label or None)
        return (*labels, text, *unit, None, None, None, "label", found.reason)
    reason = "the table is of no known kind" if table.kind == "unknown" else "its column or row has no known meaning"
    return (None, None, text, *unit, None, None, None, "unmapped", reason)


def _text_row(key: str, entry: TextAmount) -> Values:
    amount, table = entry.amount, entry.table
    return (
        text_id(key, entry),
        key,
        table.number if table else None,
        entry.row_number,
        entry.column_number,
        None,
        entry.line,
        amount.start,
        amount.end,
        table.title if table else None,
        None,
        None,
        amount.printed,
        amount.unit,
        amount.unit,
        "cell",
        amount.yuan,
        None,
        None,
        "fact",
        "amount stated in text",
        *READ,
    )
