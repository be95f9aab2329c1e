"""Mend what recognition confuses in a number, only where the pattern leaves one reading.

Whatever is mended, and every number whose separators make no sense, is no longer certain: it is reported with the
cells that were recognised badly. Text is left as it was recognised.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

WIDE = str.maketrans("０１２３４５６７８９，．－＋％（）", "0123456789,.-+%()")
NUMERIC = re.compile(r"(?P<before>\(?[-−–—+]?)(?P<digits>\d[\d,.，。·•'’]*)(?P<after>[%‰]?\)?)")
SEPARATOR = re.compile(r"[,.，。·•'’]")
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
THREE = re.compile(r"[-−–]?[1-9]\d{0,2}\.\d{3}")
"""A number with three decimals, which budgets hardly print."""
LOOKALIKES = str.maketrans({"O": "0", "o": "0", "〇": "0", "D": "0", "l": "1", "I": "1", "|": "1"})
CODE_LIKE = re.compile(r"[\dOoDlI|〇]{3,}")


K = TypeVar("K")


class Mended(NamedTuple):
    """Text after mending, and whether nothing had to be decided."""

    text: str
    certain: bool


def mend(text: str) -> Mended:
    """Return the text of a cell with its number set right: '1.530.000' → '1,530,000', '2O1' → '201'."""
    narrow = text.translate(WIDE).replace(" ", "")
    if CODE_LIKE.fullmatch(narrow) and 2 * sum(map(str.isdigit, narrow)) > len(narrow):
        digits = narrow.translate(LOOKALIKES)
        return Mended(digits, digits == narrow)
    number = NUMERIC.fullmatch(narrow)
    if number is None:
        return Mended(text, True)
    if GROUPED.fullmatch(number["digits"]):
        return Mended(narrow, True)
    return Mended(number["before"] + _separated(number["digits"]) + number["after"], False)


def mend_points(texts: Mapping[K, str]) -> dict[K, Mended]:
    """Return the cells of a table that read like 84.579, as they are to be read.

    Where other numbers are parted by commas and none has decimals, the point can only be a comma that was recognised
    badly. Elsewhere it stays, but is not certain: it would be a thousand times as much.
    """
    numbers = [text for text in texts.values() if is_numeric(text)]
    doubtful = {key: text for key, text in texts.items() if THREE.fullmatch(text)}
    others = [text for text in numbers if not THREE.fullmatch(text)]
    commas = any("," in text for text in others) and not any("." in text for text in others)
    return {key: Mended(text.replace(".", ",") if commas else text, False) for key, text in doubtful.items()}


def is_numeric(text: str) -> bool:
    """Tell whether a text is a number, well separated or not."""
    return NUMERIC.fullmatch(text.translate(WIDE).replace(" ", "")) is not None


def _separated(digits: str) -> str:
    """Return digits with the separators that only can be meant; as they are where more than one reading is left."""
    marks = SEPARATOR.findall(digits)
    first, *others = SEPARATOR.split(digits)
    *inner, last = others
    if not inner and marks[0] in "。·•" and 1 <= len(last) <= 2:
        return f"{first}.{last}"
    if not 1 <= len(first) <= 3 or any(len(group) != 3 for group in inner):
        return digits
    if inner and len(last) == 2:
        return ",".join([first, *inner]) + "." + last
    if len(last) == 3 and (len(set(marks)) == 1 or marks[-1] not in ",."):
        # 1.530.000: a number has one decimal point at most. 84.579 has one: it stays
        return ",".join([first, *others]) if inner or marks[0] in "，'’" else digits
    return digits
