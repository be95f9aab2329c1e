"""The questions of the READMEs, asked as they stand there, and whether an answer holds what is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dagster_project.settings import PROJECT

QUESTION = re.compile(r"^-- (\d+)\. (.+)\n((?:.+\n)+?)(?=\n|```)", re.MULTILINE)
LARGE, ROUNDING = Decimal(10) ** 9, Decimal(20_000)
"""Rows in whole 万元 may come to two more or less than their printed total of ten figures."""


def questions(readme: str) -> dict[int, str]:
    """Return the queries of a README by number."""
    text = (PROJECT / readme).read_text(encoding="utf-8")
    return {int(match[1]): match[3].strip() for match in QUESTION.finditer(text)}


def yuan(printed: str) -> Decimal:
    """Return an amount printed in 万元 in yuan."""
    return Decimal(printed.replace(",", "")) * 10_000


def holds(row: Sequence[Any], values: Sequence[object]) -> bool:
    """Tell whether a row holds the values in this order, others between them."""
    cells = iter(row)
    return all(any(_is_met(cell, value) for cell in cells) for value in values)


def _is_met(cell: Any, value: object) -> bool:
    if isinstance(cell, Decimal) and isinstance(value, Decimal) and value >= LARGE:
        return abs(cell - value) <= ROUNDING
    return bool(cell == value)
