"""“三公”经费 printed one under the other: 因公出国（境）费 and the rest are rows, the columns phases or years.

Each measure is taken where it is printed first; what a region prints below it (其中：国内接待费) is a part.
"""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.folding import fold_name
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.meaning import CHANGES, Figure, Organisation
from dagster_project.extraction.vocabulary import RowRole

MEASURES = {"abroad", "reception", "vehicle", "vehicle_purchase", "vehicle_operation", "meeting", "training"}


def measure_by_row(figures: Sequence[Figure]) -> None:
    """Give the rows their measures, where no column has one but that of a change."""
    if any(figure.column.measure not in (None, "amount", *CHANGES) for figure in figures):
        return
    seen: set[tuple[Organisation | None, str]] = set()
    printed = {figure.row for figure in figures if figure.number is not None}
    for row in dict.fromkeys(figure.row for figure in figures):
        measure = _measure(fold_name(row.name))
        is_money = row.unit is None and (row in printed or measure != "total")
        if measure is not None and is_money and (row.organisation, measure) not in seen:
            seen.add((row.organisation, measure))
            row.measure = measure
            row.role = RowRole.TOTAL if measure == "total" else row.role


def _measure(name: str) -> str | None:
    if header_words().three_public_total.fullmatch(name):
        return "total"
    return next(
        (key for key, words in knowledge().columns.measures.items() if key in MEASURES and words.search(name)), None
    )
