"""A number of the text with what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from dagster_project.extraction.vocabulary import Phase, ReadingStatus
from dagster_project.extraction.wording.narrative.quantities import Quantity
from dagster_project.extraction.wording.narrative.roles import Role
from dagster_project.extraction.wording.narrative.subjects import Subject


@dataclass(slots=True, eq=False)
class Stated:
    """A number of the text with its role, its subject, and the numbers it relates to."""

    quantity: Quantity
    role: Role
    subject: Subject
    paragraph: int
    level: Stated | None = None
    base: Stated | None = None
    whole: Stated | None = None
    """The level that heads the list in which a level stands."""
    base_topic: str | None = None
    base_year: int | None = None
    base_phase: Phase | None = None
    reason: str | None = None
    is_apart: bool = False
    """Whether it is of others than the body, or of a part of which nobody knows what it is."""
    status: ReadingStatus | None = None
    """How sure its reading is; None where it claims nothing."""
