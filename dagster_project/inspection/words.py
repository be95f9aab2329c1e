"""The words over a cell, in the language of the reader: words.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dagster_project.extraction.knowledge.loading import Words, content, validated


class OverlayWords(Words):
    """What is said of a cell, in one language; `{0}` is filled in. `codes` are words for codes, by what they are of."""

    place: str
    recognised: str
    contradicted: str
    not_used: str
    personal: str
    left_out: str
    label: str
    header: str
    part_of_row: str
    kept_as_text: str
    unit_from: str
    unit_unknown: str
    no_unit: str
    not_disclosed: str
    code: str
    column: str
    amount: str
    yuan: str
    finer: str
    sections: dict[str, str]
    text: str
    codes: dict[str, dict[str, str]]

    def of(self, kind: str, code: str | None) -> str | None:
        """Return the word for a code; one that has none is shown as it is."""
        return None if code is None else self.codes.get(kind, {}).get(code, code)


class Languages(Words):
    """The words by language."""

    zh: OverlayWords
    en: OverlayWords


@cache
def words_in(language: str) -> OverlayWords:
    """Return the words of a language, zh or en."""
    languages = validated(content(Path(__file__).with_name("words.yml")), Languages, "inspection/words.yml")
    return languages.zh if language == "zh" else languages.en
