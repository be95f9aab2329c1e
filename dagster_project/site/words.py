"""The words of the pages, in the language of the reader: words.yml."""

from __future__ import annotations

from pathlib import Path

from dagster_project.languages import Words, words_of


def words_in(language: str) -> Words:
    """Return the words of a language, zh or en."""
    return words_of(Path(__file__).with_name("words.yml"), language)
