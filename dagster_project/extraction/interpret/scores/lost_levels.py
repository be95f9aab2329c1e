"""First-level names that a page break took from a scoring table: their second levels must not fall to the one above."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, groupby

from dagster_project.extraction.model.meaning import Score
from dagster_project.extraction.vocabulary import RowRole

FULL = Decimal(100)
"""The sum of the first-level weights of a scoring table."""


def drop_lost_levels(scores: list[Score]) -> None:
    """Take the first-level name from leaves whose own one was lost.

    That is so where the second levels use up the weight of the first above them and go on, and what goes on is exactly
    what the printed first levels lack to 100.
    """
    leaves = [score for score in scores if score.role == RowRole.LEAF]
    missing = FULL - sum(weight for leaf in leaves if (weight := leaf.weights[0]) is not None)
    for _, members in groupby(leaves, key=lambda leaf: leaf.names[0]):
        group = list(members)
        beyond = [leaf for leaf, is_beyond in _beyond(group) if is_beyond]
        if missing > 0 and sum(leaf.weights[1] or 0 for leaf in beyond) == missing:
            for leaf in beyond:
                leaf.names[0] = None


def _beyond(group: list[Score]) -> Iterator[tuple[Score, bool]]:
    """Yield each leaf of a first level, and whether the weight of that level was used up before it exactly."""
    whole = group[0].weights[0]
    used = list(accumulate((leaf.weights[1] or Decimal(0) for leaf in group), initial=Decimal(0)))
    full = next((index for index, weight in enumerate(used) if weight == whole), len(group))
    start = next((index for index in range(full, len(group)) if group[index].weights[1] is not None), len(group))
    for index, leaf in enumerate(group):
        yield leaf, index >= start
