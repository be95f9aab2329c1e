"""Digits, and the sequences they stand in, whatever script or width they are printed in."""

from __future__ import annotations

import re
import unicodedata

SEQUENCE = re.compile(r"[\d⁰¹²³⁴-⁹]+")
OTHER = re.compile(r"[^\D0-9]|[⁰¹²³⁴-⁹]")
DIGITS = "0123456789"
ANY_DIGIT = re.compile(r"[\d⁰¹²³⁴-⁹]")


def ascii_digits(text: str) -> str:
    """Return the text with every decimal digit, also a raised one, as one of 0–9."""
    return text if text.isascii() else OTHER.sub(lambda digit: str(unicodedata.digit(digit.group())), text)


def tally(text: str) -> tuple[int, ...]:
    """Return how often each digit, 0 to 9, stands in a text."""
    plain = ascii_digits(text)
    return tuple(map(plain.count, DIGITS))


def sequences(text: str) -> list[str]:
    """Return the runs of digits of a text, in order."""
    runs = SEQUENCE.findall(text)
    return runs if all(map(str.isascii, runs)) else list(map(ascii_digits, runs))
