"""How the names of public bodies end."""

from __future__ import annotations

from functools import cache, cached_property

from dagster_project.extraction.knowledge.loading import Words, load

LETTER = r"(?:[\u4e00-\u9fff]|(?<=第)\d{1,3}(?=[\u4e00-\u9fff]))"
"""An expression for a letter of a name, or its number in figures (第51中学)."""


class Suffix(Words):
    """The end of a name, and whether it tells a body only where nothing but the name stands."""

    alone: bool = False


class Bodies(Words):
    """bodies.yml."""

    suffixes: dict[str, Suffix]

    @cached_property
    def alone(self) -> str:
        """An expression for the end of a name that stands alone."""
        return _any_of(list(self.suffixes))

    @cached_property
    def in_text(self) -> str:
        """An expression for the end of a name within a sentence or a title."""
        return _any_of([suffix for suffix, one in self.suffixes.items() if not one.alone])


def _any_of(words: list[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


@cache
def bodies() -> Bodies:
    """Return bodies.yml, read once per process."""
    return load("bodies.yml", Bodies)
