"""Take persons out of rows before anything else sees them: names and telephones beside their labels become （略）."""

from __future__ import annotations

import re

from dagster_project.extraction.amounts import amounts_in, parse_number
from dagster_project.extraction.folding import fold_label
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.persons import person_words
from dagster_project.extraction.model.document import REDACTED

WORDS = person_words()
TELEPHONE = re.compile(r"(0\d{2,3}-?)?[1-9]\d{6,10}")


def may_name_person(line: str) -> bool:
    """Tell, fast, whether a line may hold the label of a person."""
    return any(map(line.__contains__, WORDS.letters)) and WORDS.hint.search(line) is not None


def redact(number: int, cells: tuple[str, ...], redacted: set[tuple[int, int]]) -> tuple[str, ...]:
    """Take out a person: what stands beside the label, in its cell or the next filled one, and telephones after it."""
    persons = knowledge().forms.persons
    kept = list(cells)
    named = waiting = False
    for column, cell in enumerate(cells):
        label, colon, value = cell.replace("：", ":").partition(":")
        if cell and persons.fullmatch(fold_label(label)):
            named, waiting = True, not value.strip()
            if colon and value.strip():
                kept[column] = f"{label}：{REDACTED}"
        elif cell and (waiting or (named and TELEPHONE.fullmatch(fold_label(cell)))):
            waiting = False
            if any(amounts_in(cell)):
                continue
            if parse_number(cell):
                redacted.add((number, column))
            kept[column] = REDACTED
    return tuple(kept)
