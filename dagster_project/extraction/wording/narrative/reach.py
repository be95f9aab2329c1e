"""How far words before a number of a paragraph reach: to the end of their clause or of their sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dagster_project.extraction.knowledge.narrative import narrative_words
from dagster_project.extraction.knowledge.wording.paragraphs import paragraph_words
from dagster_project.extraction.wording.narrative.apart import place_until
from dagster_project.extraction.wording.narrative.quantities import Quantity
from dagster_project.extraction.wording.narrative.so_far import SoFar
from dagster_project.extraction.wording.narrative.subjects import Subjects

WORDS, NARRATIVE = paragraph_words(), narrative_words()


@dataclass(slots=True)
class Reach:
    """The last clause or sentence, by number, that words read so far extend to; -1 for none."""

    cause: int = -1
    """A clause that tells why something changed."""
    explained: int = -1
    """A clause that explains the change before it."""
    covered: int = -1
    """A sentence about money that a work covers."""
    within: int = -1
    """A sentence about parts of what nobody knows."""
    of_place: float = -1
    """A sentence about the money of a place."""

    def extend(self, quantity: Quantity, so_far: SoFar, subjects: Subjects) -> None:
        """Take in the words before the next number."""
        self.of_place = place_until(quantity, self.of_place, subjects)
        if NARRATIVE.cause.search(quantity.before):
            self.cause = quantity.clause
        if WORDS.covers in quantity.before:
            self.covered = quantity.sentence
        if NARRATIVE.explains.match(quantity.before) and so_far.ends_in_change(quantity):
            self.explained = quantity.clause
