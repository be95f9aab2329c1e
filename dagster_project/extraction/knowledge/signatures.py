"""What the columns and rows of a statement tell of it: the entries of signatures.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from pydantic import RootModel

from dagster_project.extraction.knowledge.loading import Words, load


class Signature(Words):
    """Words in the cells of a header, in the first words of rows, and words that stand in neither."""

    subject: str
    columns: tuple[re.Pattern[str], ...] = ()
    rows: tuple[re.Pattern[str], ...] = ()
    none: tuple[re.Pattern[str], ...] = ()

    def fits(self, header: Sequence[str], names: Sequence[str]) -> bool:
        """Tell whether a table with this header, and rows of these names, is of the subject."""
        return (
            all(_any(pattern, header) for pattern in self.columns)
            and all(_any(pattern, names) for pattern in self.rows)
            and not any(_any(pattern, [*header, *names]) for pattern in self.none)
        )


class Signatures(RootModel[tuple[Signature, ...]]):
    """signatures.yml: the first entry that fits decides."""


def _any(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    return any(pattern.search(text) for text in texts)


@cache
def signatures() -> tuple[Signature, ...]:
    """Return the entries, read from the package once per process."""
    return load("signatures.yml", Signatures).root
