"""A number as the format of its cell shows it: thousands separators, decimals, dashes for zero. Decimals only.

A minus is always printed as one, also where the format puts the number in brackets; signs of currency are left out.
A number without a format of its own is given in full, as the shortest decimal.
"""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.knowledge.sheets import sheet_words

TOKEN = re.compile(
    rf"(?P<general>General|{sheet_words().general}|@)"
    r'|"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|(?P<skipped>[_*].)'
    r"|\[(?P<condition>(?:[<>]=?|=|<>)-?[\d.]+)\]|(?P<bracket>\[[^\]]*\])|(?P<digit>[0#?])|(?P<point>\.)"
    r"|(?P<comma>,)|(?P<percent>%)|(?P<section>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
NO_PARTS = re.compile(r'"[^"]*"|[\\!_*].|\[[^\]]*\]|General', re.IGNORECASE)
SIGNS = str.maketrans("", "", "()（）-+¥￥$€")
CURRENCY = str.maketrans("", "", "¥￥$€")
LARGEST = Decimal(10) ** 18
SIGNIFICANT = 15
"""Digits a spreadsheet keeps; what a float holds beyond them is noise of binary arithmetic."""


class Token(NamedTuple):
    """A piece of a format: its kind, and its text where it is printed as it stands."""

    kind: str
    text: str


Section = tuple[Token, ...]


def decimal_of(number: float) -> Decimal | None:
    """Return a stored number as the shortest decimal; None where it is no finite number."""
    if not math.isfinite(number):
        return None
    if number == int(number):
        return Decimal(int(number))
    return Decimal(f"{number:.{SIGNIFICANT}g}")


def in_full(value: object) -> str:
    """Return a value as it is stored, a number as the shortest decimal."""
    decimal = decimal_of(value) if isinstance(value, int | float) else None
    return f"{decimal:f}" if decimal is not None else str(value)


def show_number(number: float, code: str) -> str:
    """Return `number` as a cell of format `code` shows it; '' where the format shows nothing."""
    value = decimal_of(number)
    if value is None:
        return ""
    if is_date_code(code):
        return f"{value:f}"  # a number that is no date, under a format for dates
    sections = _sections(code)
    index = _choose(sections, value)
    section = sections[index]
    if value < 0:
        bare = tuple(Token(kind, text.translate(SIGNS)) for kind, text in section) if index else section
        shown = _render(-value, bare)
        return f"-{shown}" if re.search("[1-9]", shown) else shown
    return _render(value, section)


@lru_cache(maxsize=512)
def is_date_code(code: str) -> bool:
    """Tell whether a format is for dates or times: it names their parts, and no digits."""
    bare = NO_PARTS.sub("", code)
    return re.search("[ymdhs]", bare, re.IGNORECASE) is not None and re.search("[0#?]", bare) is None


@lru_cache(maxsize=512)
def shows_texts(code: str) -> bool:
    """Tell whether a cell of this format shows a text that stands in it: its fourth part may leave it out."""
    sections = _all_sections(code)
    return len(sections) < 4 or any(token.kind == "general" for token in sections[3])


def _sections(code: str) -> list[Section]:
    return _all_sections(code)[:3]


@lru_cache(maxsize=512)
def _all_sections(code: str) -> list[Section]:
    sections: list[list[Token]] = [[]]
    for match in TOKEN.finditer(code):
        kind = match.lastgroup or "other"
        if kind == "section":
            sections.append([])
        elif kind == "other" and match.group().upper() == "E":
            sections[-1].append(Token("exponent", ""))
        elif kind == "other" and match.group() == "/":
            sections[-1].append(Token("fraction", "/"))
        elif kind in ("quoted", "escaped", "other"):
            sections[-1].append(Token("literal", match.group(kind).translate(CURRENCY)))
        elif kind not in ("skipped", "bracket"):
            sections[-1].append(Token(kind, match.group(kind)))
    return [tuple(section) for section in sections]


def _choose(sections: list[Section], value: Decimal) -> int:
    """Return the section for a value: by its condition where sections state one, else positive; negative; zero."""
    conditions = [next((token.text for token in section if token.kind == "condition"), None) for section in sections]
    if any(conditions):
        for index, condition in enumerate(conditions):
            if condition is None or _holds(condition, value):
                return index
        return len(sections) - 1
    if value < 0 and len(sections) > 1:
        return 1
    return 2 if value == 0 and len(sections) > 2 else 0


def _holds(condition: str, value: Decimal) -> bool:
    sign, limit = condition.rstrip("-.0123456789"), Decimal(condition.lstrip("<>="))
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[sign]


def _render(value: Decimal, section: Section) -> str:
    """Return a value that is not negative in one section of a format."""
    kinds = [token.kind for token in section]
    digits = [index for index, kind in enumerate(kinds) if kind == "digit"]
    if "general" in kinds:
        place = kinds.index("general")
        return _literals(section[:place]) + f"{value:f}" + _literals(section[place:])
    if not digits:
        return _literals(section)
    if {"exponent", "fraction"} & set(kinds) or value >= LARGEST:
        return f"{value:f}"
    point = kinds.index("point") if "point" in kinds else len(kinds)
    whole = [index for index in digits if index < point]
    decimals = [index for index in digits if index > point]
    inner = range(whole[0], whole[-1]) if whole else range(0)
    scaled = sum(kind == "comma" and index not in inner for index, kind in enumerate(kinds))
    value = value.scaleb(2 * kinds.count("percent") - 3 * scaled).quantize(
        Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP
    )
    before, _, after = f"{value:f}".partition(".")
    while after.endswith("0") and section[decimals[len(after) - 1]].text != "0":
        after = after[:-1]
    number = _whole(before.lstrip("0"), section, inner, whole)
    number = f"{number or 0}.{after}" if after else number
    return _literals(section[: digits[0]]) + number + _literals(section[digits[-1] + 1 :])


def _whole(text: str, section: Section, inner: range, places: list[int]) -> str:
    """Return the digits before the point: filled with zeros, grouped, and with what the format writes between them."""
    text = text.rjust(sum(section[index].text == "0" for index in places), "0")
    if any(section[index].kind == "literal" for index in inner):
        shown = ""
        for index in reversed(range(places[0], places[-1] + 1)):
            if section[index].kind == "digit":
                taken = text if index == places[0] else text[-1:]
                text = text[: len(text) - len(taken)]
                shown = taken + shown
            elif section[index].kind == "literal":
                shown = section[index].text + shown
        return shown
    if any(section[index].kind == "comma" for index in inner):
        return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", text)
    return text


def _literals(tokens: Section) -> str:
    return "".join(token.text for token in tokens if token.kind in ("literal", "percent"))
