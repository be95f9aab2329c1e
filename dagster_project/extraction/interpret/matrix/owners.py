"""Bodies that a statement names row by row: which they are, and where the department's name means its own 本级."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.amounts import Number, half_unit
from dagster_project.extraction.folding import fold, fold_name, squeeze
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.vocabulary import OrganisationKind

BODY = re.compile(rf".{{4,}}{bodies().alone}([(（].*[)）])?")
BUDGET_CODE = re.compile(r"[146-9]\d\d|[1-9]\d{5}|[1-9]\d{8}")
"""Number of a department or of its units in the budget: of three, six or nine digits, where codes have 3, 5 or 7."""
OF_DEPARTMENT = re.compile(r"\d{3}")
"""Such a number that a category can have too: the department's name beside it tells."""


class Named(NamedTuple):
    """A row that names a body or all of them, and what it prints first; no value of a row that names more than that."""

    number: int
    line: int
    name: str
    value: Number | None
    code: str = ""


def is_body(name: str, places: Organisations) -> bool:
    """Tell whether a name is that of a body."""
    return squeeze(name) in places.aliases or BODY.fullmatch(squeeze(name)) is not None


def is_body_under_code(code: str, name: str, places: Organisations) -> bool:
    """Tell whether a row prints a body with its number where the others print codes of a classification."""
    if OF_DEPARTMENT.fullmatch(fold(code)) and places.is_department(name):
        return True
    return BUDGET_CODE.fullmatch(fold(code)) is not None and BODY.fullmatch(squeeze(name)) is not None


def of_own_level(rows: Sequence[Named], places: Organisations) -> set[int]:
    """Return the rows whose name, the department's, means its 本级: one of several bodies, and not all of them.

    A row with the total of all, while others have money too, is the department's (RULES.md, organisation kinds).
    """
    totals = header_words().totals
    whole = next((row.value for row in rows if row.value and fold_name(row.name) in totals), None)
    named = [(row, places.body(row.name, row.line, row.code)) for row in rows if fold_name(row.name) not in totals]
    firsts = {place.name: row for row, place in reversed(named) if place.name != places.department}
    if not firsts or places.department is None or any(place.kind == OrganisationKind.OWN_LEVEL for _, place in named):
        return set()
    others = [row.value for row in firsts.values() if row.value and row.value.value]
    return {
        row.number
        for row, place in named
        if place.name == places.department and not (row.value and others and _is_all(row.value, whole, others))
    }


def _is_all(value: Number, whole: Number | None, others: Sequence[Number]) -> bool:
    """Tell whether a figure is the whole, or the sum of all others, but for less than rounding and any of them."""
    parts = [whole] if whole else others
    error = abs(value.value - sum(part.value for part in parts))
    rounding = sum(half_unit(part.decimals) for part in (value, *parts))
    return error <= rounding and error < min(abs(other.value) for other in others)
