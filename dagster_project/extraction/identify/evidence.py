"""What shows a value of the identity: the words, and their line."""

from __future__ import annotations

from typing import NamedTuple


class Evidence(NamedTuple):
    """A value and the words that show it."""

    value: str | None
    text: str | None = None
    line: int | None = None
