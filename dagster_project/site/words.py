"""The words of the pages, in the language of the reader: words.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import RootModel

from dagster_project.extraction.knowledge.loading import content, validated

FILE = "words.yml"


class Both(RootModel[dict[str, dict[str, tuple[str, str]]]]):
    """By group and key, the Chinese and the English words."""


class SiteWords:
    """The words of one language."""

    def __init__(self, groups: Mapping[str, Mapping[str, str]]) -> None:
        self._groups = groups

    def __call__(self, group: str, key: object, *fillings: object) -> str:
        """Return words of a group, filled in; a key that has none, or no key, is shown as it is."""
        words = self._groups[group].get(str(key), "" if key is None else str(key))
        return words.format(*fillings) if fillings else words

    def __getattr__(self, key: str) -> str:
        """Return words of the pages themselves; raises AttributeError for what there is not."""
        try:
            return self._groups["page"][key]
        except KeyError as error:
            raise AttributeError(key) from error


@cache
def words_in(language: str) -> SiteWords:
    """Return the words of a language, zh or en."""
    both = validated(content(Path(__file__).with_name(FILE)), Both, f"site/{FILE}").root
    at = 0 if language == "zh" else 1
    return SiteWords({group: {key: pair[at] for key, pair in keys.items()} for group, keys in both.items()})
