"""A comparison with the year, and the phase, of which its own figure is: 2031年预算 … 比2031年预算增加.

The year is a slip; what it is compared with is open, and no arithmetic is tried on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dagster_project.extraction.wording.labels.headings import PROSE, Label
from dagster_project.extraction.wording.narrative.stated import Stated

KIND = "base_year"


def base_years(narrative: Iterable[Stated]) -> Iterator[Label]:
    """Yield the year that each change or growth names as its base; of those that are its own, the first alone."""
    is_told = False
    for one in narrative:
        if one.role.name not in ("change", "growth") or one.level is None or one.base_year is None or not one.role.other:
            continue
        is_own = (one.base_year, one.base_phase) == (one.level.subject.year, one.level.subject.phase)
        if not (is_own and is_told):
            meant = one.base_year - 1 if is_own else one.base_year
            said = str(one.base_year)
            yield Label(one.quantity.line, one.quantity.span[0], PROSE, KIND, one.role.other, said, str(meant))
        is_told |= is_own
