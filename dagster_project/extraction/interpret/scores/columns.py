"""The header of a scoring table: where names, weights, explanation, rule and score stand."""

from __future__ import annotations

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.scores import score_words
from dagster_project.extraction.model.document import Row

WORDS = score_words()
LEVELS = 3
FEWEST = 2
"""Levels that one weight can stand behind."""


class Columns:
    """Where names, weights, explanation, rule and score stand, from the header."""

    def __init__(self, rows: list[Row]) -> None:
        names: list[int] = []
        levels: list[int] = []
        weights: list[int] = []
        self.explanation = self.rule = self.score = -1
        for row in rows:
            for index, cell in enumerate(row.cells):
                label = fold(cell)
                if label == WORDS.name:
                    names.append(index)
                elif WORDS.level.fullmatch(label):
                    levels.append(index)
                elif WORDS.weight.fullmatch(label):
                    weights.append(index)
                elif WORDS.explanation.fullmatch(label):
                    self.explanation = index
                elif WORDS.rule.fullmatch(label):
                    self.rule = index
                elif WORDS.score.fullmatch(label):
                    self.score = index
        self.is_deeper = len(set(names or levels)) > LEVELS
        self.names = sorted(set(names or levels))[:LEVELS]
        self.weights = sorted(set(weights))[:LEVELS]

    @property
    def is_flat(self) -> bool:
        """Whether one weight stands behind all levels, and is of the last; what explains that may stand between."""
        if len(self.weights) != 1 or len(self.names) < FEWEST:
            return False
        between = set(range(self.names[0], self.weights[0])) - {self.explanation, self.rule}
        return sorted(between) == self.names


def header_length(rows: list[Row]) -> int:
    """Return how many rows the header has: to that of the names, else of the levels; one, where there is neither."""
    labels = [[fold(cell) for cell in row.cells] for row in rows[:6]]
    ends = [
        *(index + 1 for index, row in enumerate(labels) if WORDS.name in row),
        *(index + 1 for index, row in enumerate(labels) if any(map(WORDS.level.fullmatch, row))),
    ]
    return next(iter(ends), 1)
