"""Take persons out of rows before anything else sees them: names and telephones beside their labels become （略）."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dagster_project.extraction.amounts import amounts_in, parse_number
from dagster_project.extraction.folding import fold_label
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.persons import person_words
from dagster_project.extraction.model.document import REDACTED, LeftOut
from dagster_project.extraction.vocabulary import Omission

WORDS = person_words()
DIGIT = re.compile(r"\d")
LETTERS = re.compile(f"[{''.join(WORDS.letters)}]")
TELEPHONE = re.compile(r"(0\d{2,3}-?)?[1-9]\d{6,10}")


def may_name_person(line: str) -> bool:
    """Tell, fast, whether a line may hold the label of a person."""
    return LETTERS.search(line) is not None and WORDS.hint.search(line) is not None


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


def taken_out(before: Sequence[str], after: Sequence[str], page: int | None = None) -> Iterator[LeftOut]:
    """Yield the digits that were taken out of texts with a person: none of them is kept."""
    for text, kept in zip(before, after, strict=True):
        if text != kept and (gone := Counter(digits_of(text)) - Counter(digits_of(kept))):
            yield LeftOut(Omission.PERSON, "".join(gone.elements()), page)


def digits_of(text: str) -> str:
    """Return the digits of a text."""
    return "".join(DIGIT.findall(text))
