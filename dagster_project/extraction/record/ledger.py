"""Rows of `ledger` and `issues`: every numeric cell and every amount in text with what became of it, none left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.amounts import Amount, Number, amounts_in, parse_number, yuan
from dagster_project.extraction.interpret.claims import Ledger, TextAmount
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.document import REDACTED, Document
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model.meaning import Figure, IndicatorCells, TableMeaning
from dagster_project.extraction.record.keys import Place, cell_id, text_id
from dagster_project.extraction.record.row import Columns, by_column, in_cell
from dagster_project.extraction.record.statements import year_of
from dagster_project.extraction.vocabulary import Disposition, UnitBasis

Cell = tuple[int, int, int]
"""Table, row and column, each from 1."""


class Spot(NamedTuple):
    """A number's key, its place, the title of its table, and from which character to which it stands in a text."""

    ledger_id: str
    place: Place
    title: str | None
    start: int | None = None
    end: int | None = None


class Became(NamedTuple):
    """What became of a number, and what it says."""

    disposition: Disposition
    reason: str
    value_as_printed: str | None
    unit_as_printed: str | None = None
    unit_applied: str | None = None
    unit_basis: UnitBasis = UnitBasis.NONE
    row_label: str | None = None
    column_label: str | None = None
    amount_cny: Decimal | None = None
    fiscal_year: int | None = None
    phase: str | None = None


REDACTED_NUMBER = Became(Disposition.REDACTED, "personal data", None)


class Numbers:
    """The numbers of one document, cells first, and what became of each; `texts` are the amounts in text among them."""

    def __init__(self, document: Document, ledger: Ledger, result: Interpretation) -> None:
        self.document, self.ledger, self.texts = document, ledger, list(ledger.text_amounts)
        self.spots: list[Spot] = []
        self.became: list[Became] = []
        self.indicators = dict(_indicator_numbers(result))
        for table in result.tables:
            self._read_cells(table)
        for text in self.texts:
            amount, place, title = text.amount, place_of(text), text.table.title if text.table else None
            key = text_id(document.document_id, place, amount.start)
            self.spots.append(Spot(key, place, title, amount.start, amount.end))
            self.became.append(_of_text(amount))

    @property
    def in_texts(self) -> frozenset[str]:
        """The keys of the amounts in texts."""
        return frozenset(spot.ledger_id for spot in self.spots if spot.start is not None)

    def rows(self) -> Columns:
        """Return a row per number."""
        places = [spot.place for spot in self.spots]
        return {
            "ledger_id": [spot.ledger_id for spot in self.spots],
            **in_cell(places),
            "line": [place.line for place in places],
            "span_start": [spot.start for spot in self.spots],
            "span_end": [spot.end for spot in self.spots],
            "table_title": [spot.title for spot in self.spots],
            **by_column(Became, self.became),
        }

    def _read_cells(self, table: TableMeaning) -> None:
        """Add the numbers of a table's cells; amounts inside its texts are added to `texts`."""
        key, number, title = self.document.document_id, table.table.number, table.table.title
        for row_number, row in enumerate(table.table.rows, 1):
            for column_number, text in enumerate(row.cells, 1):
                if not text:
                    continue
                parsed = parse_number(text)
                is_text = parsed is None and "元" in text
                if parsed is None and not is_text and text != REDACTED:
                    continue
                cell = (number, row_number, column_number)
                figure = self.ledger.figures.get(cell)
                if is_text:
                    self._read_text(table, Place(row.line, *cell), text, figure)
                if figure:
                    self.became.append(_of_figure(figure))
                elif parsed is not None:
                    self.became.append(self._of_number(cell, text, parsed, table))
                elif (row.line, column_number - 1) in self.document.redacted:
                    self.became.append(REDACTED_NUMBER)
                else:
                    continue
                place = Place(row.line, number, row_number, column_number)
                self.spots.append(Spot(cell_id(key, number, row_number, column_number), place, title))

    def _read_text(self, table: TableMeaning, place: Place, text: str, figure: Figure | None) -> None:
        # the figure of a cell is no text
        after = text.index(figure.text) + len(figure.text) if figure else 0
        line, _, row, column = place
        self.texts += [
            TextAmount(line, amount, table.table, row, column) for amount in amounts_in(text) if amount.start >= after
        ]

    def _of_number(self, cell: Cell, text: str, parsed: Number, table: TableMeaning) -> Became:
        """Return what became of a number that is no statement figure."""
        unit = (parsed.unit, parsed.unit, UnitBasis.CELL if parsed.unit else UnitBasis.NONE)
        if cell in self.indicators:
            return _of_indicator(*self.indicators[cell], text, parsed)
        if fact := self.ledger.facts.get(cell):
            labels = fact.row_label, fact.column_label
            return Became(Disposition.FACT, fact.reason, text, *unit, *labels, fiscal_year=fact.year, phase=fact.phase)
        if label := self.ledger.labels.get(cell):
            return Became(
                Disposition.LABEL, label.reason, text, *unit, label.row_label or None, label.column_label or None
            )
        is_unknown = table.kind == "unknown"
        reason = "the table is of no known kind" if is_unknown else "its column or row has no known meaning"
        return Became(Disposition.UNMAPPED, reason, text, *unit)


def _of_text(amount: Amount) -> Became:
    return Became(
        disposition=Disposition.FACT,
        reason="amount stated in text",
        value_as_printed=amount.printed,
        unit_as_printed=amount.unit,
        unit_applied=amount.unit,
        unit_basis=UnitBasis.CELL,
        amount_cny=amount.yuan,
    )


def _indicator_numbers(result: Interpretation) -> Iterator[tuple[Cell, tuple[IndicatorCells, str]]]:
    for indicator in result.indicators:
        number = indicator.table.table.number
        for column, words in ((indicator.target_column, "target"), (indicator.actual_column, "actual")):
            if column >= 0:
                yield (number, indicator.row_number, column + 1), (indicator, words)


def _of_figure(figure: Figure) -> Became:
    unit = figure.settled_unit
    return Became(
        disposition=Disposition.FACT,
        reason=f"statement line; {figure.correction}" if figure.correction else "statement line",
        value_as_printed=figure.text,
        unit_as_printed=unit.printed,
        unit_applied=unit.applied,
        unit_basis=unit.basis,
        row_label=figure.row.label,
        column_label=figure.column.label,
        amount_cny=figure.amount,
        fiscal_year=year_of(figure),
        phase=figure.column.phase,
    )


def _of_indicator(indicator: IndicatorCells, words: str, text: str, parsed: Number) -> Became:
    label = " / ".join(filter(None, (indicator.dimension, indicator.aspect)))
    return Became(
        disposition=Disposition.FACT,
        reason=f"indicator {words}",
        value_as_printed=text,
        unit_as_printed=parsed.unit,
        unit_applied=parsed.unit,
        unit_basis=UnitBasis.CELL if parsed.unit else UnitBasis.NONE,
        row_label=f"{label} {indicator.name or ''}".strip(),
        column_label=words,
        amount_cny=yuan(parsed.value, parsed.unit) if parsed.unit in knowledge().units else None,
        fiscal_year=indicator.table.year,
    )


def place_of(entry: TextAmount) -> Place:
    """Return where the text stands that an amount is stated in."""
    number = entry.table.number if entry.table else None
    return Place(entry.line, number, entry.row_number, entry.column_number)


def unmapped(numbers: Numbers) -> list[Issue]:
    """Return an issue per table with numbers of which nothing became."""
    lines: dict[int | None, list[int]] = defaultdict(list)
    for spot, became in zip(numbers.spots, numbers.became, strict=True):
        if became.disposition is Disposition.UNMAPPED:
            lines[spot.place.table_number].append(spot.place.line)
    return [
        Issue(
            IssueCode.UNMAPPED_NUMBER,
            Severity.WARNING,
            f"{len(found)} numbers of this table have no meaning assigned; the ledger lists each with its reason.",
            found[0],
            table,
        )
        for table, found in lines.items()
    ]


def issues(document: Document, found: Sequence[Issue]) -> Columns:
    """Return a row per thing that a person should look at."""
    return {
        "document_file": [document.file for _ in found],
        "code": [issue.code.value for issue in found],
        "severity": [issue.severity.value for issue in found],
        "table_number": [issue.table_number for issue in found],
        "row_number": [issue.row_number for issue in found],
        "line": [issue.line for issue in found],
        "message": [issue.message for issue in found],
    }
