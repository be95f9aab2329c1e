"""Which rows add up to which, where no code and no numbering tells: a whole stands before its parts.

Of two rows with one amount the second may be a part of the first, or stand beside it: what the whole list adds up to
decides. A list that its first row does not explain to the end is left as it is printed.
"""

from __future__ import annotations

from collections.abc import Sequence

LONGEST, MOST_STEPS = 600, 20_000
"""Rows, and ways to add them up, from which a list is not searched."""
Step = tuple[int, int, int]
"""The next row, what is left of the whole's amount, and how many parts were taken."""


def parents_by_sums(values: Sequence[int]) -> list[int | None] | None:
    """Return the index of the whole of each row, None where the first row is not the sum of all that follow.

    `values` are amounts in units of their last decimal; each part may be rounded by half of one.
    """
    if not 2 <= len(values) <= LONGEST or min(values) < 0:
        return None
    ends: dict[int, set[int]] = {}
    steps = 0
    for index in range(len(values) - 1, -1, -1):
        found = _reached(index, values, ends)
        steps += len(found)
        if steps > MOST_STEPS:
            return None
        met = [step for step in found if _is_met(step)]
        # that several rows add up to the one before them is no accident; of two that are alike it can be
        certain = {step[0] - 1 for step in met if step[2] > 1}
        ends[index] = certain or {index, *(step[0] - 1 for step in met)}
    if len(values) - 1 not in ends[0]:
        return None
    parents: list[int | None] = [None] * len(values)
    open_wholes = [(0, len(values) - 1)]
    while open_wholes:
        whole, end = open_wholes.pop()
        for part, last in _parts(whole, end, values, ends) if end > whole else ():
            parents[part] = whole
            open_wholes.append((part, last))
    return parents


def _is_met(step: Step) -> bool:
    _, left, count = step
    # the only part of a whole is the same figure, rounded once
    return left == 0 if count == 1 else count > 1 and abs(left) <= (count + 1) // 2


def _reached(whole: int, values: Sequence[int], ends: dict[int, set[int]]) -> dict[Step, tuple[Step, int]]:
    """Return every step that parts of a whole lead to, with the step before and the part taken."""
    first = (whole + 1, values[whole], 0)
    found: dict[Step, tuple[Step, int]] = {}
    steps = [first] if values[whole] else []
    while steps and len(found) <= MOST_STEPS:
        step = steps.pop()
        part, left, count = step
        if part >= len(values) or left + (count + 2) // 2 < values[part]:
            continue
        for end in ends[part]:
            following = (end + 1, left - values[part], count + 1)
            if following not in found:
                found[following] = (step, part)
                steps.append(following)
    return found


def _parts(whole: int, end: int, values: Sequence[int], ends: dict[int, set[int]]) -> list[tuple[int, int]]:
    """Return the first and last row of each part of a whole that ends with row `end`: as many parts as there can be."""
    found = _reached(whole, values, ends)
    step = max((step for step in found if step[0] == end + 1 and _is_met(step)), key=lambda step: step[2])
    parts: list[tuple[int, int]] = []
    while step in found:
        before, part = found[step]
        parts.append((part, step[0] - 1))
        step = before
    return parts
