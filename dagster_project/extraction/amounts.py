"""Numbers as printed: what counts as a number, its value, comparator and unit. Decimals only.

A number is a cell whose text, without spaces and thousands separators, is an optional sign or comparator, digits,
and an optional % or counter word; or, in text, a number followed by a unit of amount (元, 万元 …). Signs of currency
and the mark of a footnote are no part of it. Blanks within a number are none where they part its thousands, stand
beside its point, or between all of its digits; two numbers in one cell are no number.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.knowledge.amounts import amounts

NUMBER = re.compile(
    rf"\(?(?P<comparator>{amounts().any_comparator})?"
    rf"(?P<sign>[-−–+{amounts().below_zero}])?(?:{amounts().currency})?(?P<minus>[-−–{amounts().below_zero}])?"
    r"(?P<digits>\d[\d,]*(?:\.\d+)?|\d[\d,]{2,}\.|\.\d+)"
    rf"(?P<unit>%|‰|(?!{amounts().no_unit})[\u4e00-\u9fff]{{1,4}}(?:/[\u4e00-\u9fff]{{1,3}})?)?\)?"
    rf"(?:{amounts().marks})?"
)
NARROW = "[ \u3000\xa0]"
"""A blank within a number."""
SPREAD = rf"\d(?:{NARROW}\d){{2,}}(?:{NARROW}?[.．]{NARROW}?\d(?:{NARROW}?\d)*)?"
IN_THOUSANDS = rf"\d{{1,3}}(?:{NARROW}\d{{3}})+"
TWO = re.compile(rf"\d{NARROW}+\d")
ONE = re.compile(
    rf"\D*(?:{SPREAD}|(?!\d{{3}}(?:{NARROW}\d{{3}})+(?!\d|[.．])){IN_THOUSANDS}(?:{NARROW}?[.．]{NARROW}?\d+)?)\D*"
)
"""A cell whose blanks part digits of one number; 900 800 may be two, and is none."""
AMOUNT = re.compile(
    rf"(?P<digits>(?<![\d.．,，])(?:{IN_THOUSANDS}(?:[.．]\d+)?|{SPREAD})|\d[\d,，]*(?:{NARROW}?[.．]{NARROW}?\d+)?)"
    rf"\s*(?P<unit>{amounts().spaced_unit})"
)
TOO_NARROW = re.compile("##+")
DASHES = "-—－–_/"
MINUS = ("-", "−", "–", *amounts().below_zero)
IN_BRACKETS = re.compile(r"\([¥￥\d.,]+\)")
IN_DECIMALS = re.compile(r"[-−–(]?(?:\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+)\)?")
HALF_A_BRACKET = re.compile(r"\([^()]*|[^()]*\)")
"""A bracket whose other half is cut off, or in another cell: what it says of the number is not known."""
NO_THOUSANDS = re.compile(r"\d[,，](?!\d{3}(?!\d))")
"""A separator that is not followed by three digits: 1,5005.50 may be 1,500.50 or 15,005.50."""
FEN = Decimal("0.01")
LARGEST = Decimal(10) ** 18
"""From here on a number fits no column of money (20 digits, two of them decimals): a code, or a slip."""
EXACT = Context(prec=100)


class Number(NamedTuple):
    """One number as printed: `value` without its unit, `decimals` as printed, `unit` in words or None."""

    value: Decimal
    decimals: int
    comparator: str | None
    unit: str | None


class Amount(NamedTuple):
    """An amount of money in running text, with its character span; `value` and `decimals` as of a `Number`."""

    start: int
    end: int
    printed: str
    unit: str
    value: Decimal
    decimals: int
    yuan: Decimal | None


@lru_cache(maxsize=16384)
def parse_number(text: str) -> Number | None:
    """Return the number a cell holds, or None where the cell is no number."""
    match = NUMBER.fullmatch(fold(text))
    if match is None or (TWO.search(text) and not ONE.fullmatch(text)):
        return None
    value, decimals = value_of(match["digits"])
    if match["sign"] in MINUS or match["minus"]:
        value = -value
    comparator = match["comparator"]
    known = amounts().comparators.get(comparator, comparator) if comparator else None
    return Number(value, decimals, known, match["unit"])


@lru_cache(maxsize=16384)
def parse_money(text: str) -> Number | None:
    """Return the number of a column of money, where brackets mean less than nothing, and 万 is 万元.

    None also for thousands of which a digit is lost or one too many.
    """
    number = parse_number(text)
    if number is None or HALF_A_BRACKET.fullmatch(fold(text)) or NO_THOUSANDS.search(squeeze(text)):
        return None
    if number.unit in amounts().scales:
        return number._replace(unit=f"{number.unit}{amounts().base}")
    return number._replace(value=-number.value) if IN_BRACKETS.fullmatch(fold(text)) else number


def is_dash(text: str) -> bool:
    """Tell whether a cell says 'nothing' with a dash: printed, and no figure."""
    return bool(text) and not text.strip(DASHES)


@lru_cache(maxsize=16384)
def looks_like_money(text: str) -> bool:
    """Tell whether a cell prints decimals or thousands, as no code and no line number does."""
    return IN_DECIMALS.fullmatch(squeeze(text)) is not None


def holds_digit(text: str) -> bool:
    """Tell whether a text holds a digit, though it may be no number; ### is a number in a column too narrow for it."""
    return any(map(str.isdecimal, text)) or "\ufffd" in text or TOO_NARROW.fullmatch(text) is not None


def amounts_in(text: str) -> tuple[Amount, ...]:
    """Return every amount of money in running text, left to right."""
    return _amounts_in(text) if amounts().base in text else ()


@lru_cache(maxsize=1024)
def _amounts_in(text: str) -> tuple[Amount, ...]:
    return tuple(_amount(match) for match in AMOUNT.finditer(text))


def _amount(match: re.Match[str]) -> Amount:
    digits, unit = match["digits"], squeeze(match["unit"])
    value, decimals = value_of(digits)
    return Amount(match.start(), match.end(), digits, unit, value, decimals, yuan(value, unit))


def yuan(value: Decimal, unit: str) -> Decimal | None:
    """Return `value` in `unit` as yuan, to the fen (rounded half up); None where no money is so large.

    Raises KnowledgeError for a unit that is not known.
    """
    amount = EXACT.multiply(value, amounts().factor(unit))
    return amount.quantize(FEN, ROUND_HALF_UP, EXACT) if abs(amount) < LARGEST else None


@lru_cache(maxsize=256)
def half_unit(decimals: int, factor: Decimal = Decimal(1)) -> Decimal:
    """Return half of what the last of so many printed decimals is worth, where the unit multiplies with `factor`."""
    return Decimal(5).scaleb(-1 - decimals) * factor


def value_of(digits: str) -> tuple[Decimal, int]:
    """Return the value of digits with thousands separators and blanks, and how many decimals they print."""
    plain = fold(digits).replace(",", "")
    return Decimal(plain), len(plain) - plain.index(".") - 1 if "." in plain else 0
