"""The header of a scoring table: where names, weights, explanation, rule and score stand."""

from __future__ import annotations

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.scores import score_words
from dagster_project.extraction.model.document import Row

WORDS = score_words()
LEVELS = 3


class Columns:
    """Where names, weights, explanation, rule and score stand, from the header."""

    def __init__(self, rows: list[Row]) -> None:
        names: list[int] = []
        weights: list[int] = []
        self.explanation = self.rule = self.score = -1
        for row in rows:
            for index, cell in enumerate(row.cells):
                label = fold(cell)
                if label == WORDS.name:
                    names.append(index)
                elif WORDS.weight.fullmatch(label):
                    weights.append(index)
                elif WORDS.explanation.fullmatch(label):
                    self.explanation = index
                elif WORDS.rule.fullmatch(label):
                    self.rule = index
                elif WORDS.score.fullmatch(label):
                    self.score = index
        self.names = sorted(set(names))[:LEVELS]
        self.weights = sorted(set(weights))[:LEVELS]


def header_length(rows: list[Row]) -> int:
    """Return how many rows the header has; one, where its words are not found."""
    for index, row in enumerate(rows[:6]):
        if any(fold(cell) == WORDS.name for cell in row.cells):
            return index + 1
    return 1
