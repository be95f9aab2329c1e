"""The row of a scoring table that sums the others."""

from __future__ import annotations

from decimal import Decimal

from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.interpret.scores.columns import LEVELS, Columns
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import Score, TableMeaning
from dagster_project.extraction.vocabulary import RowRole


def total_of(table: TableMeaning, number: int, row: Row, columns: Columns) -> Score:
    """Return the row of totals: its last figure is the score, what stands under a weight is the sum of these."""
    cells = row.cells
    shown = [index for index in range(1, len(cells)) if cells[index]]
    last = shown[-1] if shown else -1
    score = parse_number(cells[last]) if last >= 0 else None
    weights: list[Decimal | None] = [None] * LEVELS
    places = [-1] * LEVELS
    for level, index in enumerate(columns.weights):
        weight = parse_number(cells[index]) if index < len(cells) and index != last else None
        if weight:
            own = LEVELS - 1 if columns.is_flat else level
            weights[own], places[own] = weight.value, index
    return Score(
        table,
        row,
        number,
        names=[squeeze(cells[0]), None, None],
        weights=weights,
        weight_columns=places,
        role=RowRole.TOTAL,
        score=score.value if score else None,
        score_text=squeeze(cells[last]) if last >= 0 else None,
        score_column=last,
        explanation=None,
        rule_text=None,
    )
