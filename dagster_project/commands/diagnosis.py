"""What `yusuan doctor` tells of each thing that it looks at."""

from __future__ import annotations

from typing import NamedTuple


class Diagnosis(NamedTuple):
    """One thing looked at: whether it is well, what was seen, and the remedy where it is not."""

    what: str
    is_well: bool
    seen: str
    remedy: str


def first_line(error: Exception) -> str:
    """Return what a person needs to read of an error."""
    return next(iter(str(error).splitlines()), type(error).__name__)
