"""Names that are meant where another was typed: of tables, columns and folders."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST, LEAST = 5, 0.7
"""Names that are told, and how alike they must be."""


def alike(name: str, names: Iterable[str]) -> list[str]:
    """Return the names most alike, the best first; behind them those that hold the name, of three letters or more."""
    names = list(dict.fromkeys(names))
    close = difflib.get_close_matches(name, names, MOST, LEAST)
    holding = [each for each in names if len(name) > 2 and name.lower() in each.lower() and each not in close]
    return [*close, *holding][:MOST]
