"""To which digit figures are rounded, where they print more.

An office whose books are in 万元 prints 1,234,500.00 元. The last digit of a rounded figure that is not zero stands,
nine times of ten, where it is rounded. So where three of four of many figures end at one place and hardly any is finer,
all are rounded there: those of a column, of its table, or of the document. Amounts that are round by nature end at
many places, and a few figures tell nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator

from dagster_project.extraction.model.meaning import Figure

FEWEST = 12
"""Different figures from which they tell how they are rounded."""
FINER = 20
"""Of so many figures one may be finer: printed exactly, or misprinted."""


class Grains:
    """The places that the figures of a document end at, apart by column, by table and by unit."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        ends: dict[Hashable, dict[str, int]] = defaultdict(dict)
        for figure in figures:
            if figure.number is not None and figure.number.value:
                place = _last_place(figure)
                for key in _groups(figure):
                    ends[key][figure.text] = place
        self._places = {key: rounded_to(found.values()) for key, found in ends.items() if len(found) >= FEWEST}

    def places(self, figure: Figure, printed: int) -> int:
        """Return the decimals that a figure of so many printed ones really has; below 0, its last digits are none."""
        shown = [self._places.get(key) for key in _groups(figure)]
        return min([printed, *(place for place in shown if place is not None)])


def rounded_to(places: Iterable[int]) -> int | None:
    """Return the place that figures are rounded to which end at these; None where they do not tell."""
    counts = Counter(places)
    (place, most), total = counts.most_common(1)[0], counts.total()
    finer = sum(count for other, count in counts.items() if other > place)
    return place if 4 * most >= 3 * total >= 3 * FEWEST and FINER * finer <= total else None


def _groups(figure: Figure) -> Iterator[Hashable]:
    table = id(figure.table)
    yield table, figure.column.number
    yield table
    yield figure.settled_unit.applied


def _last_place(figure: Figure) -> int:
    assert figure.number is not None
    exponent = figure.number.value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent
