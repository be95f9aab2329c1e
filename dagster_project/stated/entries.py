"""A YAML list that a person writes: its entries, the lines they begin on, and the first problem of each.

A slip that makes a file unreadable leaves nobody without a warehouse: the entries of its last readable version count,
and what is wrong is told.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import ValidationError

from dagster_project.atomic import replaced
from dagster_project.intake.bounded_yaml import MOST_BYTES, Loader, NotUsable, parse
from dagster_project.intake.folder import Unreadable, read_small


class Entries(NamedTuple):
    """Each entry of a list with the line it begins on, from 1, and why the file itself cannot be read."""

    stated: list[tuple[int, Any]]
    problem: str | None = None


def read_entries(file: Path, loader: Loader, kept: Path | None = None) -> Entries:
    """Return the entries of a file; none where it is absent, those of its last readable version where it is broken.

    That version is kept in the folder `kept`, where one is given. BaseLoader leaves every scalar a text, as written.
    """
    last = kept / file.name if kept else None
    if not os.path.lexists(file):
        if last:
            last.unlink(missing_ok=True)
        return Entries([])
    try:
        content = read_small(file, file.parent, MOST_BYTES)
        stated = _entries(content, loader)
    except (Unreadable, NotUsable) as error:
        before = _entries(last.read_bytes(), loader) if last and last.exists() else []
        meanwhile = f"the {len(before)} of its last readable version count" if before else "no entry counts"
        remedy = "It is a list of entries (raw/README.md shows one); mend it, or take the file away."
        return Entries(before, f"{file.name} cannot be read: {error}. Meanwhile {meanwhile}. {remedy}")
    if last and not (last.exists() and last.read_bytes() == content):
        with replaced(last) as beside:
            beside.write_bytes(content)
    return Entries(stated)


def _entries(content: bytes, loader: Loader) -> list[tuple[int, Any]]:
    entries, node = parse(content, loader)
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise NotUsable("it holds no list")
    lines = [item.start_mark.line + 1 for item in node.value]
    return list(zip(lines, entries, strict=True))


def first_problem(error: ValidationError) -> str:
    """Return the first thing that is wrong with an entry, with its field where it has one."""
    problem = error.errors()[0]
    field = ".".join(str(part) for part in problem["loc"])
    return f"{field + ': ' if field else ''}{problem['msg']}"
