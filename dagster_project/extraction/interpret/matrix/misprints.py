"""Codes that a slip made another of the right length (20130 for 20103), which rows around them and their sums tell.

A row that is the sum of the rows below it has the code that these begin with; a row without which those beside it do
not come to their 款 begins with its code. Only a single digit, or two exchanged, is a slip; where not two rows at least
agree which code is meant, the code stands as printed. So does the number of a body, and a code that others begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dagster_project.extraction.amounts import Number, half_unit
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.model.meaning import RowMeaning
from dagster_project.extraction.vocabulary import Classification

FEWEST = 2
"""Rows that must begin with a code to tell that it is meant."""
LENGTHS = {1: 3, 2: 5}
CATEGORY, SUBCATEGORY = 1, 2
OF_BODY = re.compile(rf"{bodies().alone}([(（][^()（）]*[)）])?$")


def mend_codes(rows: Sequence[RowMeaning], values: Sequence[Number | None]) -> None:
    """Set the codes that are meant; what is printed stays in `code_as_printed`."""
    printed = {row.code for row in rows if row.code}
    amounts = [value.value if value is not None else Decimal(0) for value in values]
    half = half_unit(max((value.decimals for value in values if value), default=0))
    category = ""
    for place, head in enumerate(rows):
        level = head.level if head.level is not None else _level(head)
        if level not in LENGTHS or not head.code:
            continue
        below = list(_below(rows, place, level))
        children = [index for index in below if rows[index].level == level + 1]
        slack = half * (len(children) + 1)
        over = sum((amounts[index] for index in children), Decimal(0)) - amounts[place]
        if amounts[place] and abs(over) <= slack:
            starts = {(rows[index].code or "")[: LENGTHS[level]] for index in below}
            meant = next(iter(starts)) if len(starts) == 1 and len(below) >= FEWEST else None
            if meant is not None and _fits(meant, level, category) and _may_be(head, meant, printed):
                head.level, head.code, head.classification = level, meant, Classification.FUNCTION
            elif level == SUBCATEGORY:
                needed = [rows[index] for index in children if abs(over - amounts[index]) > slack]
                _mend_child([rows[index] for index in children], needed, head.code, printed)
        if level == CATEGORY:
            category = head.code


def _fits(meant: str, level: int, category: str) -> bool:
    """Tell whether a code begins as the 类 that it stands below."""
    return level == CATEGORY or meant.startswith(category)


def _may_be(head: RowMeaning, meant: str, printed: set[str]) -> bool:
    """Tell whether a code may be a slip of the one meant: it is no body's number, and no other code begins with it."""
    code = head.code or ""
    is_alone = not any(other.startswith(code) for other in printed if other != code)
    return meant not in printed and is_alone and not OF_BODY.search(head.name) and _is_slip(code, meant)


def _mend_child(children: Sequence[RowMeaning], needed: Sequence[RowMeaning], start: str, printed: set[str]) -> None:
    """Set the code of the only row that does not begin as its 款, if this comes to its sum with it alone."""
    strays = [row for row in children if not (row.code or "").startswith(start)]
    if len(strays) != 1 or len(children) < FEWEST or strays[0] not in needed:
        return
    code = strays[0].code or ""
    meant = f"{start}{code[-2:]}"
    if meant not in printed and _is_slip(code, meant):
        strays[0].code = meant


def _below(rows: Sequence[RowMeaning], place: int, level: int) -> Iterator[int]:
    """Yield the places of the rows of function codes that stand below a row, up to the next of its level."""
    for index in range(place + 1, len(rows)):
        row = rows[index]
        if not row.code or row.level is None or row.level <= level or row.organisation is not rows[place].organisation:
            return
        if row.classification != Classification.FUNCTION:
            return
        yield index


def _level(row: RowMeaning) -> int | None:
    """Return the level of a code by its length, where no classification has it."""
    return next((level for level, length in LENGTHS.items() if row.code and len(row.code) == length), None)


def _is_slip(code: str, meant: str) -> bool:
    """Tell whether one digit, or two neighbours exchanged, make one code of another."""
    apart = [place for place, (one, other) in enumerate(zip(code, meant, strict=False)) if one != other]
    if len(code) != len(meant) or not apart:
        return False
    first = apart[0]
    is_exchanged = apart == [first, first + 1] and code[first : first + 2] == meant[first : first + 2][::-1]
    return len(apart) == 1 or is_exchanged
