"""A YAML list that a person writes: its entries, the lines they begin on, and the first problem of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from dagster_project.errors import UsageError

Loader = type[yaml.BaseLoader] | type[yaml.SafeLoader]


def read_entries(file: Path, loader: Loader) -> list[tuple[int, Any]]:
    """Return each entry of the list with the line it begins on, from 1; none where the file is absent.

    BaseLoader leaves every scalar a text, as it is written. Raises UsageError where the file is no YAML list.
    """
    remedy = "It is a list of entries (raw/README.md shows one); mend it, or take the file away."
    if not file.exists():
        return []
    try:
        reading = loader(file.read_text(encoding="utf-8"))
        node = reading.get_single_node()
        entries = reading.construct_document(node) if node else []
        lines = [item.start_mark.line + 1 for item in node.value] if isinstance(node, yaml.SequenceNode) else []
    except (OSError, yaml.YAMLError, ValueError) as error:
        raise UsageError(f"{file} is not readable YAML: {error}. {remedy}") from error
    if not isinstance(entries, list):
        raise UsageError(f"{file} holds no list. {remedy}")
    return list(zip(lines, entries, strict=True))


def first_problem(error: ValidationError) -> str:
    """Return the first thing that is wrong with an entry, with its field where it has one."""
    problem = error.errors()[0]
    field = ".".join(str(part) for part in problem["loc"])
    return f"{field + ': ' if field else ''}{problem['msg']}"
