"""What two counts of the same digits or cells differ in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dagster_project.extraction.recount.digits import sequences, tally

Page = int | None
PerDigit = Sequence[int]
"""A number for each digit, 0 to 9."""


def digits_that_differ(texts: Mapping[Page, tuple[str, str]]) -> dict[Page, tuple[PerDigit, PerDigit]]:
    """Return for each page how many of each digit are printed and not read, and read and not printed.

    Takes the printed and the read text of each page, in order. A row that goes on on the next pages is read as one, on
    the page where it begins: what is too much on a page may make up for what is missing on those that follow it, as far
    as each of them differs.
    """
    found: dict[Page, tuple[list[int], list[int]]] = {}
    begun: list[list[int]] = []
    for page, (printed, read) in texts.items():
        pairs = list(zip(tally(printed), tally(read), strict=True))
        lost, added = [max(one - other, 0) for one, other in pairs], [max(other - one, 0) for one, other in pairs]
        begun = [*begun, added] if any(lost) or any(added) else []
        for earlier in begun[:-1]:
            for digit, moved in enumerate(map(min, earlier, lost)):
                earlier[digit] -= moved
                lost[digit] -= moved
        found[page] = lost, added
    return dict(found)


def sequences_with(digits: PerDigit, having: str, lacking: str) -> list[str]:
    """Return the sequences of digits that one text has and the other lacks, as far as they hold one of the digits."""
    wanted = {str(digit) for digit, number in enumerate(digits) if number}
    over = Counter(sequences(having)) - Counter(sequences(lacking))
    return [run for run in over.elements() if wanted & set(run)]


def numbers_that_differ(
    printed: Mapping[tuple[int, int], int], read: Mapping[tuple[Page, Page], int]
) -> dict[tuple[int, int], int]:
    """Return by sheet and row how many cells are printed beyond those that were read."""
    found = {place: number - read.get(place, 0) for place, number in printed.items()}
    return {place: missing for place, missing in found.items() if missing > 0}
