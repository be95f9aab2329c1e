"""The lines over a table, or in its first rows: its unit of amount, the organisation, the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.bodies import LETTER, bodies
from dagster_project.extraction.knowledge.captions import captions
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.titles import kind_of
from dagster_project.extraction.model.meaning import Unit
from dagster_project.extraction.vocabulary import UnitBasis

UNIT = re.compile(captions().unit_of_amount)
PLACE = re.compile(rf"\s*{captions().owner}\s*[:：]\s*(\S.*)")
CODED = re.compile(rf"\s*(?:{captions().coded})\s*(\S.*)")
YEAR = years().line
ALONE = re.compile(rf"{captions().title}(?:\(|(?!{amounts().base}))({amounts().any_unit})\)?")
"""A unit without the word: by itself over a table, or behind its title; 元 alone may be the rest of another's line."""
IN_NOTE = re.compile(captions().unit_in_a_note)
GAP = re.compile(r"\s{2,}")
"""Stands between what is printed side by side over a table."""
ALSO = re.compile(rf"{captions().between_units}({amounts().any_unit})")
OWNER = re.compile(rf"{LETTER}{{4,}}{bodies().alone}([（(][^（()）]*[)）])?")
UNKNOWN = re.compile(rf".*?{captions().unit}({captions().unknown_unit})\)?")


def unit_of(folded: str) -> Unit | None:
    """Return the unit of amount that a folded line prints, None where it prints none.

    Two units side by side (元/万元), and one that is not known, are printed and not applied.
    """
    match = UNIT.search(folded) or ALONE.fullmatch(folded) or IN_NOTE.search(folded)
    if match is not None:
        other = ALSO.match(folded, match.end())
        printed = folded[match.start(1) : other.end() if other else match.end(1)]
        return Unit(printed, None if other else printed, UnitBasis.NONE if other else UnitBasis.TABLE)
    unknown = UNKNOWN.fullmatch(folded)
    return Unit(unknown[1], None, UnitBasis.NONE) if unknown else None


def is_piece(text: str) -> bool:
    """Tell whether a line may be a piece of a unit of amount and its word, which are broken over lines."""
    return captions().piece.fullmatch(fold(text)) is not None


@lru_cache(maxsize=4096)
def owner_in(text: str) -> str | None:
    """Return whose table it is by a line over it, squeezed; beside a unit of amount only a whole name is one."""
    found = [
        squeeze(UNIT.sub("", match[1]))
        for part in (*GAP.split(text.strip()), text)
        if not UNIT.fullmatch(fold(part)) and (match := PLACE.match(part))
    ]
    coded = [squeeze(UNIT.sub("", match[1])) for part in GAP.split(text.strip()) if (match := CODED.match(part))]
    named = next(filter(is_owner, [*found, *coded]), None)
    return named or (found[-1] if found and unit_of(fold(text)) is None else None)


def is_caption(text: str) -> bool:
    """Tell whether a cell that stands alone in its row is a line of the caption, and no header."""
    return bool(kind_of(text)) or is_beside(text)


def are_captions(cells: Sequence[str]) -> bool:
    """Tell whether all that a row says are lines of the caption; beside its unit, an owner needs no word before it."""
    return all(map(is_caption, cells)) or (
        any(map(is_beside, cells)) and all(is_beside(cell) or is_owner(cell) for cell in cells)
    )


@lru_cache(maxsize=4096)
def is_owner(text: str) -> bool:
    """Tell whether a cell holds the name of a body, and nothing else."""
    return OWNER.fullmatch(squeeze(text)) is not None


@lru_cache(maxsize=4096)
def is_beside(text: str) -> bool:
    """Tell whether a line names the unit of amount, the organisation or the year, and nothing else."""
    folded = fold(text)
    return bool(UNIT.search(folded) or PLACE.match(text) or YEAR.fullmatch(folded))
