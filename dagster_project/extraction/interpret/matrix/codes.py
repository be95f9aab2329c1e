"""Codes of rows: which national list a code is of, and its level there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from dagster_project.extraction.model.meaning import RowMeaning
from dagster_project.extraction.vocabulary import Classification

CLASSIFICATIONS = (
    (re.compile(r"2\d*"), Classification.FUNCTION),
    (re.compile(r"3\d*"), Classification.DEPARTMENTAL_ECONOMIC),
    (re.compile(r"5\d*"), Classification.GOVERNMENT_ECONOMIC),
    (re.compile(r"[ABC]\d*"), Classification.PROCUREMENT),
)

PADDED = re.compile(r"([235]\d\d)00(?:00)?|([235]\d\d(?!00)\d\d)00")
"""A code filled up with zeros; 2121100 alone, below 21211, is a 项."""
FILLED = re.compile(r"[235]\d\d(?:00)+")
"""The code of a 类 filled up: no 款 is numbered 00."""


def unpadded(code: str) -> str:
    """Return a code without zeros at its end: 2080000 is 208, 2080500 is 20805."""
    match = PADDED.fullmatch(code)
    return match[1] or match[2] if match else code


def unpad(rows: Sequence[RowMeaning]) -> None:
    """Take away the zeros that fill up the codes of all rows to one length: a 类 stands over codes that begin as it."""
    coded = [row for row in rows if row.code and row.classification != Classification.PROCUREMENT]
    codes = [row.code or "" for row in coded]
    if len(set(map(len, codes))) == 1 and any(
        FILLED.fullmatch(one) and one[:3] == other[:3] for one, other in pairwise(codes)
    ):
        for row, code in zip(coded, codes, strict=True):
            row.code = unpadded(code)
            row.classification, row.level = of_code(row.code)


@lru_cache(maxsize=1024)
def of_code(code: str) -> tuple[Classification, int | None]:
    """Return the classification a code is of, and its level there: 1 for 类, 2 for 款, 3 for 项."""
    found = next((name for pattern, name in CLASSIFICATIONS if pattern.fullmatch(code)), Classification.NONE)
    if code[0] in "ABC":
        return found, 1 if len(code) == 1 else 2 if len(code) == 3 else 3
    return found, {3: 1, 5: 2, 7: 3}.get(len(code))
