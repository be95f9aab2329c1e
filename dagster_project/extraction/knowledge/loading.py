"""Read one YAML file of knowledge into its model; what is wrong in it is told with file, entry and remedy."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

PACKAGE = resources.files(__package__)


class KnowledgeError(ValueError):
    """A file of knowledge that says something unknown or contradictory: mend the file that is named."""


class Words(BaseModel):
    """What one YAML file, or an entry of it, says; a key that no field is named after is an error.

    Fields of the type `re.Pattern[str]` are compiled when they are loaded.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=BaseModel)


def as_one(patterns: Mapping[str, re.Pattern[str]]) -> re.Pattern[str]:
    """Return expressions as one, each a group of its name: `lastgroup` tells the first that fits."""
    try:
        return re.compile("|".join(f"(?P<{name}>{pattern.pattern})" for name, pattern in patterns.items()))
    except re.error as error:
        raise KnowledgeError(f"{', '.join(patterns)} do not go together: {error}. Mend what it names.") from error


class OnceOnly(yaml.CSafeLoader):
    """Reads YAML in which no key of a mapping is written twice: the first would be lost without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return the mapping; raises YAMLError at a key that stands there twice."""
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value} stands there twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def load(name: str, model: type[Model]) -> Model:
    """Return the YAML file of that name in its model; raises KnowledgeError where it does not fit."""
    return validated(content(PACKAGE.joinpath(name)), model, name)


def content(file: Traversable) -> object:
    """Return what a YAML file holds; raises KnowledgeError where it is no YAML."""
    try:
        return yaml.load(file.read_text(encoding="utf-8"), OnceOnly)
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{file.name} is no YAML: {error}. Mend the line it names.") from error


def validated(entry: object, model: type[Model], where: str) -> Model:
    """Return an entry in its model; raises KnowledgeError for the first thing wrong with it, with `where` it stands."""
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        problem = error.errors()[0]
        place = " → ".join([where, *(str(part) for part in problem["loc"])])
        declared = "vocabulary" if problem["type"] == "enum" else model.__module__.rpartition(".")[2]
        remedy = f"Mend it there; a known key or value is declared in {declared}.py."
        raise KnowledgeError(f"{place}: {problem['msg']}. {remedy}") from error
