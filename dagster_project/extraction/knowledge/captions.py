"""What stands over a table, or in its first rows: expressions that others are made of."""

from __future__ import annotations

import re
from functools import cache

from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.loading import Words, load


class Captions(Words):
    """captions.yml."""

    unit: str
    title: str
    owner: str
    coded: str
    involved: str
    date: str
    seal: str
    number: str
    between_units: str
    unit_of_note: tuple[str, str]
    piece: re.Pattern[str]
    unknown_unit: str

    @property
    def unit_of_amount(self) -> str:
        """The unit of amount of a table, as a group, with the words before it."""
        return f"{self.unit}({amounts().any_unit})"

    @property
    def unit_in_a_note(self) -> str:
        """The unit of amount that a note names, as a group, with the words around it."""
        before, behind = self.unit_of_note
        return f"{before}({amounts().any_unit}){behind}"

    @property
    def organisation(self) -> str:
        """The label of any organisation, with the place of its seal."""
        return f"(?:{self.owner}|{self.involved})(?:{self.seal})?"


@cache
def captions() -> Captions:
    """Return captions.yml, read once per process."""
    return load("captions.yml", Captions)
