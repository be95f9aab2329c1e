"""Words in the language of the reader: a YAML file of groups, in which each key has its Chinese and its English."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import RootModel

from dagster_project.extraction.knowledge.loading import content, validated

SHARED = Path(__file__).with_name("words.yml")


class Language(StrEnum):
    """The language that a person reads."""

    ZH = "zh"
    EN = "en"


class Both(RootModel[dict[str, dict[str, tuple[str, str]]]]):
    """By group and key, the Chinese and the English words."""


class Words:
    """The words of one language; those of the first group are also asked for by their names alone."""

    def __init__(self, groups: Mapping[str, Mapping[str, str]]) -> None:
        self._groups = groups
        self._own = next(iter(groups.values()))

    def __call__(self, group: str, key: object, *fillings: object) -> str:
        """Return words of a group, filled in; a key that has none, or no key, is shown as it is."""
        words = self._groups[group].get(str(key), "" if key is None else str(key))
        return words.format(*fillings) if fillings else words

    def __getattr__(self, key: str) -> str:
        """Return words of the first group; raises AttributeError for what there is not."""
        try:
            return self._own[key]
        except KeyError as error:
            raise AttributeError(key) from error


@cache
def words_of(file: Path, language: str) -> Words:
    """Return the words of a file, and those that all share, in a language, zh or en."""
    both = _both(file) | _both(SHARED)
    at = 0 if language == Language.ZH else 1
    return Words({group: {key: pair[at] for key, pair in keys.items()} for group, keys in both.items()})


def _both(file: Path) -> dict[str, dict[str, tuple[str, str]]]:
    return validated(content(file), Both, f"{file.parent.name}/{file.name}").root
