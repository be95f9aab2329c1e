"""Rows of `ledger` and `issues`: every numeric cell and every amount in text with what became of it, none left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.amounts import Number, amounts_in, parse_number, yuan
from dagster_project.extraction.interpret.claims import Ledger, TextAmount
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.document import REDACTED, Document
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model.meaning import Figure, IndicatorCells, TableMeaning
from dagster_project.extraction.record.keys import Place, in_row, row_key, text_id
from dagster_project.extraction.record.row import Columns, by_column
from dagster_project.extraction.record.statements import year_of
from dagster_project.extraction.vocabulary import Disposition, Layout, ReadingStatus, UnitBasis

Cell = tuple[int, int, int]
"""Table, row and column, each from 1."""


class Spot(NamedTuple):
    """A number's key, its place, from which character to which it stands in a text, and the title of its table."""

    ledger_id: str
    line: int
    table_number: int | None
    row_number: int | None
    column_number: int | None
    span_start: int | None
    span_end: int | None
    table_title: str | None


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
    reading_status: ReadingStatus | None = None


REDACTED_NUMBER = Became(Disposition.REDACTED, "personal data", None)


class Numbers:
    """The numbers of one document, cells first, and what became of each; `texts` are the amounts in text among them."""

    def __init__(self, document: Document, ledger: Ledger, result: Interpretation) -> None:
        self.document, self.ledger, self.texts = document, ledger, list(ledger.text_amounts)
        self.out_of_scope = result.out_of_scope
        self.spots: list[object] = []
        self.became: list[object] = []
        self.indicators = dict(_indicator_numbers(result))
        self.unmapped: dict[int, list[int]] = defaultdict(list)
        """Lines of the numbers of which nothing became, by table."""
        for table in result.tables:
            self._read_cells(table)
        keys = [text_id(document.document_id, place_of(text), text.amount.start) for text in self.texts]
        self.in_texts = frozenset(keys)
        for key, text in zip(keys, self.texts, strict=True):
            self.spots += _spot_of_text(key, text)
            self.became += _of_text(text)
        for line, place in sorted(document.redacted):
            if place < 0:
                key = text_id(document.document_id, Place(line), place)
                self.spots += Spot(key, line, None, None, None, None, None, None)
                self.became += REDACTED_NUMBER

    def rows(self) -> Columns:
        """Return a row per number."""
        return {**by_column(Spot, self.spots), **by_column(Became, self.became)}

    def held(self) -> dict[tuple[int, int | None, int | None], list[tuple[int, int]] | None]:
        """Return where the numbers stand in their lines and cells; None of a cell that is a number."""
        spots = by_column(Spot, self.spots)
        named = (spots[name] for name in ("line", "table_number", "column_number", "span_start", "span_end"))
        found: dict[tuple[int, int | None, int | None], list[tuple[int, int]] | None] = {}
        for line, table, column, start, end in zip(*named, strict=True):
            if start is None:
                # a telephone of a line of prose stands nowhere in it any more
                found.update({(line, table, column): None} if table else {})
            elif (spans := found.setdefault((line, table, column), [])) is not None:
                spans.append((start, end))
        return found

    def _read_cells(self, table: TableMeaning) -> None:
        """Add the numbers of a table's cells; amounts inside its texts are added to `texts`."""
        number, title = table.table.number, table.table.title
        for row_number, row in enumerate(table.table.rows, 1):
            key = row_key(self.document.document_id, number, row_number)
            for column_number, text in enumerate(row.cells, 1):
                parsed = parse_number(text) if text else None
                is_text = parsed is None and "元" in text
                cell = (number, row_number, column_number)
                if parsed is None and not is_text and text != REDACTED and cell not in self.ledger.unread:
                    continue
                figure = self.ledger.figures.get(cell)
                if is_text:
                    self._read_text(table, Place(row.line, *cell), text, figure)
                if figure:
                    became = _of_figure(figure)
                elif parsed is not None:
                    became = self._of_number(cell, row.line, text, parsed, table)
                elif (row.line, column_number - 1) in self.document.redacted:
                    became = REDACTED_NUMBER
                elif cell in self.ledger.unread and not amounts_in(text):
                    became = self._unread(cell, row.line, text)
                else:
                    continue
                self.became += became
                self.spots += Spot(in_row(key, column_number), row.line, *cell, None, None, title)

    def _read_text(self, table: TableMeaning, place: Place, text: str, figure: Figure | None) -> None:
        # the figure of a cell is no text
        after = text.index(figure.text) + len(figure.text) if figure else 0
        line, _, row, column = place
        self.texts += [
            TextAmount(line, amount, table.table, row, column) for amount in amounts_in(text) if amount.start >= after
        ]

    def _unread(self, cell: Cell, line: int, text: str) -> Became:
        row, column = self.ledger.unread[cell]
        self.unmapped[cell[0]].append(line)
        reason = "no number can be read from it"
        return Became(Disposition.UNMAPPED, reason, text, row_label=row.label, column_label=column.label)

    def _of_number(self, cell: Cell, line: int, text: str, parsed: Number, table: TableMeaning) -> Became:
        """Return what became of a number that is no statement figure."""
        if indicator := self.indicators.get(cell):
            return _of_indicator(*indicator, text, parsed)
        if fact := self.ledger.facts.get(cell):
            labels = fact.row_label, fact.column_label
            return _alone(Disposition.FACT, fact.reason, text, parsed, *labels, year=fact.year, phase=fact.phase)
        if label := self.ledger.labels.get(cell):
            return _alone(
                Disposition.LABEL, label.reason, text, parsed, label.row_label or None, label.column_label or None
            )
        self.unmapped[cell[0]].append(line)
        return _alone(Disposition.UNMAPPED, self._why_unmapped(table.kind), text, parsed)

    def _why_unmapped(self, kind_key: str) -> str:
        if self.out_of_scope:
            return "the document is no department's or unit's"
        kind = knowledge().kinds.get(kind_key)
        if kind is None:
            return "the table is of no known kind"
        if kind.layout == Layout.OUTSIDE:
            return "the table is no part of a body's budget or account"
        return "its column or row has no known meaning"


def _alone(
    disposition: Disposition,
    reason: str,
    text: str,
    parsed: Number,
    row_label: str | None = None,
    column_label: str | None = None,
    *,
    amount: Decimal | None = None,
    year: int | None = None,
    phase: str | None = None,
) -> Became:
    """Return what became of a number that is no figure of a statement."""
    return Became(
        disposition=disposition,
        reason=reason,
        value_as_printed=text,
        unit_as_printed=parsed.unit,
        unit_applied=parsed.unit,
        unit_basis=UnitBasis.CELL if parsed.unit else UnitBasis.NONE,
        row_label=row_label,
        column_label=column_label,
        amount_cny=amount,
        fiscal_year=year,
        phase=phase,
    )


def _spot_of_text(key: str, text: TextAmount) -> Spot:
    title = text.table.title if text.table else None
    return Spot(key, *place_of(text), text.amount.start, text.amount.end, title)


def _of_text(text: TextAmount) -> Became:
    amount = text.amount
    return Became(
        disposition=Disposition.FACT if text.is_read else Disposition.UNMAPPED,
        reason="amount stated in text" if text.is_read else "the text is of another disclosure",
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
    row, column, unit = figure.row, figure.column, figure.settled_unit
    return Became(
        disposition=Disposition.FACT,
        reason=f"statement line; {figure.correction}" if figure.correction else "statement line",
        value_as_printed=figure.text,
        unit_as_printed=unit.printed,
        unit_applied=unit.applied,
        unit_basis=unit.basis,
        row_label=row.label,
        column_label=column.label,
        amount_cny=figure.amount,
        fiscal_year=year_of(figure),
        phase=column.phase,
        reading_status=figure.status,
    )


def _of_indicator(indicator: IndicatorCells, words: str, text: str, parsed: Number) -> Became:
    label = " / ".join(filter(None, (indicator.dimension, indicator.aspect)))
    is_money = parsed.unit in knowledge().units
    named = f"{label} {indicator.name or ''}".strip()
    amount = yuan(parsed.value, parsed.unit or "") if is_money else None
    return _alone(
        Disposition.FACT, f"indicator {words}", text, parsed, named, words, amount=amount, year=indicator.table.year
    )


def place_of(entry: TextAmount) -> Place:
    """Return where the text stands that an amount is stated in."""
    number = entry.table.number if entry.table else None
    return Place(entry.line, number, entry.row_number, entry.column_number)


def unmapped(numbers: Numbers) -> list[Issue]:
    """Return an issue per table with numbers of which nothing became."""
    return [
        Issue(
            IssueCode.UNMAPPED_NUMBER,
            Severity.WARNING,
            f"{len(found)} numbers of this table have no meaning assigned; the ledger lists each with its reason.",
            found[0],
            table,
        )
        for table, found in numbers.unmapped.items()
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
        "unread": [issue.unread for issue in found],
        "unread_count": [issue.unread_count for issue in found],
    }
