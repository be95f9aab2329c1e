"""Words of a merged cell beside a form that fell out of the grid at a page break, whole or a few letters a line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dagster_project.extraction.folding import fold_label
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.model.document import Prose, Row

LONGEST = 12
MOST_LINES = 6
"""Lines over which one label may be broken."""


def side_labels(lines: Sequence[Prose]) -> list[Row]:
    """Return a row for each label of a side that `lines` hold; in the row are its words, broken lines put together."""
    rows: list[Row] = []
    start = 0
    while start < len(lines):
        end = _end_of_label(lines, start)
        if end > start:
            rows.append(Row(lines[start].line, ("".join(block.text.strip() for block in lines[start:end]),)))
        start = max(end, start + 1)
    return rows


def are_side_labels(lines: Sequence[Prose]) -> bool:
    """Tell whether the lines are such labels and nothing else."""
    start = 0
    while start < len(lines) and (end := _end_of_label(lines, start)) > start:
        start = end
    return start == len(lines)


def _end_of_label(lines: Sequence[Prose], start: int) -> int:
    """Return where the longest label ends that begins on a line; `start` where none does."""
    for end in range(min(len(lines), start + MOST_LINES), start, -1):
        words = "".join(block.text.strip() for block in lines[start:end])
        if len(words) <= LONGEST and _is_of_side(fold_label(words)):
            return end
    return start


@lru_cache(maxsize=1024)
def _is_of_side(label: str) -> bool:
    side, headings = knowledge().forms.side, knowledge().indicators
    return bool(side.fullmatch(label) or headings.dimensions.fullmatch(label) or headings.aspects.fullmatch(label))
