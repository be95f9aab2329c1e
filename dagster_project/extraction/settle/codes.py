"""Function codes for rows that print a name alone: the code the same document prints for that name elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.folding import fold_name
from dagster_project.extraction.model.meaning import Figure, RowMeaning
from dagster_project.extraction.vocabulary import Classification

Key = tuple[int, str, str]
"""Level, code of the parent ('' for a category), folded name."""


def resolve_codes(figures: Sequence[Figure]) -> None:
    """Set `code` and `classification` of uncoded rows that stand in a hierarchy and whose name is coded elsewhere."""
    rows = list({id(figure.row): figure.row for figure in figures}.values())
    codes: dict[Key, set[str]] = {}
    for row in rows:
        if row.code and row.classification == Classification.FUNCTION and row.level:
            parent = row.code[: 2 * row.level - 1] if row.level > 1 else ""
            codes.setdefault((row.level, parent, fold_name(row.name)), set()).add(row.code)
    for row in rows:
        if row.code is None and row.level and row.item is None:
            _resolve(row, codes)


def _resolve(row: RowMeaning, codes: dict[Key, set[str]]) -> None:
    parent = row.parent.code if row.parent is not None else ""
    if parent is None:
        return
    found = codes.get((row.level or 0, parent, fold_name(row.name)), set())
    if len(found) == 1:
        row.code, row.classification = next(iter(found)), Classification.FUNCTION
