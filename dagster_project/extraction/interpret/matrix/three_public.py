"""“三公”经费 printed one under the other: 因公出国（境）费 and the rest are rows, the columns phases or years.

Each measure is taken where it is printed first; what a region prints below it (其中：国内接待费) is a part. A total
beside a 小计 of the three holds more, as it does where they are columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.folding import fold_name
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.meaning import CHANGES, Figure, Organisation
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


def _measure(name: str, has_own: bool) -> str | None:
    if header_words().three_public_subtotal.search(name):
        return "total"
    if header_words().three_public_total.fullmatch(name):
        return "grand_total" if has_own else "total"
    return next(
        (key for key, words in knowledge().columns.measures.items() if key in MEASURES and words.search(name)), None
    )
