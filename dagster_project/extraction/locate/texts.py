"""The texts of a document, sought as one: most questions concern few of them, and no other is looked at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Texts(Sequence[Item], Generic[Item]):
    """Items in printed order, each with a text; `holding` finds those in which a pattern stands."""

    def __init__(self, items: Sequence[Item], text_of: Callable[[Item], str]) -> None:
        self.items, self.text_of = items, text_of

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.items[index]

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        texts = [self.text_of(item) for item in self.items]
        return "\n".join(texts), list(accumulate((len(text) + 1 for text in texts), initial=0))

    def holding(self, *patterns: re.Pattern[str]) -> list[Item]:
        """Return the items in whose text a match of any pattern begins, in order.

        A match may run on into the next text: who asks looks again at the one that is returned. A single word is
        sought fastest: two patterns of a word each are better than one of both.
        """
        return [self.items[index] for index in self.indices(*patterns)]

    def indices(self, *patterns: re.Pattern[str]) -> list[int]:
        """Return where the items stand that `holding` returns."""
        joined, starts = self._joined
        found: set[int] = set()
        for pattern in patterns:
            next_text = 0
            while match := pattern.search(joined, next_text):
                index = bisect_right(starts, match.start()) - 1
                next_text = starts[index + 1]
                # a match that begins with the break behind a text is none of it
                if match.start() < next_text - 1:
                    found.add(index)
        return sorted(found)
