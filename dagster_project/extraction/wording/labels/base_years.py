"""A comparison with the year, and the phase, of which its own figure is: 2031年预算 … 比2031年预算增加.

The year is a slip; what it is compared with is open, and no arithmetic is tried on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dagster_project.extraction.wording.labels.headings import PROSE, Label
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import printed_year

KIND = "base_year"


def base_years(narrative: Iterable[Stated], is_of_two_years: bool) -> Iterator[Label]:
    """Yield the year that each change or growth names as its base; of those that are its own, the first alone.

    A report on what was executed and on the next year's draft tells of two: there a figure's own year is printed.
    """
    is_told = False
    for one in narrative:
        words, year = one.role.other, one.base_year
        if one.role.name in ("change", "growth") and one.level is not None and words and year is not None:
            if year == one.level.subject.year and printed_year(words) is None:
                # 比年初预算 is of the level's own year and names none
                continue
            is_own = (year, one.base_phase) == (one.level.subject.year, one.level.subject.phase)
            if is_own and is_of_two_years and not printed_year(one.level.subject.words):
                continue
            if not (is_own and is_told):
                meant = year - 1 if is_own else year
                yield Label(one.quantity.line, one.quantity.span[0], PROSE, KIND, words, str(year), str(meant))
            is_told |= is_own
