"""“三公”经费 printed one under the other: 因公出国（境）费 and the rest are rows, the columns phases or years.

Each measure is taken where it is printed first; what a region prints below it (其中：国内接待费) is a part. A total
beside a 小计 of the three holds more, as it does where they are columns. Where they are columns, the rows may be phases
and years: 全年预算数 over 决算数.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dagster_project.extraction.folding import fold_name
from dagster_project.extraction.interpret.matrix.columns import phase_named, year_named
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.meaning import CHANGES, PERCENT, ColumnMeaning, Figure, Organisation
from dagster_project.extraction.vocabulary import RowRole

MEASURES = {"abroad", "reception", "vehicle", "vehicle_purchase", "vehicle_operation", "meeting", "training"}

TOTALS = ("total", "grand_total")


def measure_by_row(figures: Sequence[Figure]) -> None:
    """Give the rows their measures, where no column has one but that of a change."""
    if any(figure.column.measure not in (None, "amount", *CHANGES) for figure in figures):
        return
    seen: set[tuple[Organisation | None, str]] = set()
    printed = {figure.row for figure in figures if figure.number is not None}
    rows = list(dict.fromkeys(figure.row for figure in figures))
    has_own = any(header_words().three_public_subtotal.search(fold_name(row.name)) for row in rows)
    for row in rows:
        measure = _measure(fold_name(row.name), has_own)
        is_money = row.unit is None and (row in printed or measure not in TOTALS)
        if measure is not None and is_money and (row.organisation, measure) not in seen:
            seen.add((row.organisation, measure))
            row.measure = measure
            row.role = RowRole.TOTAL if measure in TOTALS else row.role


def phase_by_row(figures: Sequence[Figure]) -> None:
    """Give the figures of rows that are phases or years theirs; a row between two of these is their difference."""
    words = header_words()
    columns: dict[tuple[int, str], ColumnMeaning] = {}
    rows = {id(figure.row): figure.row for figure in figures}
    named = {
        key: name
        for key, row in rows.items()
        if row.code is None and row.year is None and row.role != RowRole.DIFFERENCE
        if words.phase_row.fullmatch(name := fold_name(row.name))
    }
    for figure in figures:
        name = named.get(id(figure.row), "")
        if not name:
            continue
        key = id(figure.column), name
        column = columns[key] = columns.get(key) or _in_phase(figure.column, name)
        if words.change.search(name):
            figure.row.role = RowRole.DIFFERENCE
        else:
            figure.row.year = year_named(name, figure.table.year) or figure.table.year
        figure.column = column


def _in_phase(column: ColumnMeaning, name: str) -> ColumnMeaning:
    """Return what a column holds in a row that is named after a phase, a year or the change between two."""
    words = header_words()
    if words.change.search(name):
        return replace(column, measure="rate", unit=PERCENT) if words.rate.search(name) else column
    phase = phase_named(name)
    return replace(column, phase=phase, phase_evidence=name) if phase else column


def _measure(name: str, has_own: bool) -> str | None:
    if header_words().three_public_subtotal.search(name):
        return "total"
    if header_words().three_public_total.fullmatch(name):
        return "grand_total" if has_own else "total"
    return next(
        (key for key, words in knowledge().columns.measures.items() if key in MEASURES and words.search(name)), None
    )
