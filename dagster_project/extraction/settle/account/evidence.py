"""Evidence in digits: −log₁₀ of the chance that unrelated figures of that size would agree as closely.

Figures of a document spread over some eight powers of ten, evenly in their logarithm. So a figure lies within
`tolerance` of a given value with a chance of 2 · tolerance / (value · ln 10 · 8): forty rows that meet 31,214,205.80
are worth some nine digits, two equal figures of three digits three.
"""

from __future__ import annotations

from decimal import Decimal
from math import log, log10

DECADES = 8
"""Powers of ten that the figures of a document spread over."""
SPREAD = DECADES * log(10) / 2
MARGIN = 3.0
"""Digits by which a reading must lead before anything is decided."""
MISPRINT = 6.0
"""Digits that it costs to say that one figure is misprinted: where it stands, and what it should be."""
OVERRULED = 4.0
"""Digits that it costs to read another unit than the one that is printed."""


def worth(value: Decimal, tolerance: Decimal, searched: int = 1) -> float:
    """Return the digits that an agreement within `tolerance` is worth, found among `searched` comparisons.

    A zero agrees with anything that is not printed: it is worth nothing.
    """
    if not value:
        return 0.0
    if not tolerance:
        raise ValueError("Two printed figures never agree without any tolerance: half a unit is the least.")
    return max(0.0, log10(SPREAD * float(abs(value)) / float(tolerance)) - log10(searched))


def net(digits: float, failures: int) -> float:
    """Return what is left of the digits for a reading once each identity that fails under it is told as a misprint."""
    return digits - MISPRINT * failures


def significant(value: Decimal) -> int:
    """Return how many digits a figure really has: 50,000 has one, and equals many others that are as round."""
    return len(value.normalize().as_tuple().digits)
