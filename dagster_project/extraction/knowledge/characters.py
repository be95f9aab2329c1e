"""Characters that look like common ones and are others, and characters that nobody sees."""

from __future__ import annotations

import unicodedata
from functools import cache, cached_property

from dagster_project.extraction.knowledge.loading import Words, load

COMPATIBLE = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
"""Kangxi radicals and compatibility ideographs."""
UNSEEN = (
    *(0xAD, 0x61C, 0x180E, 0xFEFF),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
)
"""Marks of format: joiners, marks of direction, byte order marks, soft hyphens."""


class Characters(Words):
    """characters.yml: strings of which characters at the same place belong together."""

    radicals: str
    ideographs: str
    traditional: str
    simplified: str
    rare_signs: str
    signs: str

    @cached_property
    def common(self) -> dict[int, str]:
        """The common character for each that looks like one; none for a mark of format."""
        simplified = dict(zip(self.traditional, self.simplified, strict=True))
        pairs = zip(_characters(self.radicals), _characters(self.ideographs), strict=True)
        folded = ((chr(code), unicodedata.normalize("NFKC", chr(code))) for code in COMPATIBLE)
        signs = zip(self.rare_signs, self.signs, strict=True)
        common = {ord(rare): simplified.get(common, common) for rare, common in (*pairs, *folded, *signs)}
        return common | dict.fromkeys(UNSEEN, "")

    @cached_property
    def rare(self) -> frozenset[str]:
        """These characters: whether a text has one is asked ten times faster of a set than of an expression."""
        return frozenset(map(chr, self.common))


def _characters(text: str) -> str:
    return text.replace(" ", "")


@cache
def characters() -> Characters:
    """Return characters.yml, read once per process."""
    return load("characters.yml", Characters)
