"""Where a document came from, as the file beside it says: `<file>.source.yml`."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dagster_project.intake.bounded_yaml import NotUsable, parse
from dagster_project.intake.folder import Unreadable, read_small

SIDECAR = ".source.yml"
SIDECAR_FIELDS = ("source_url", "published_on", "retrieved_on")
MOST_BYTES = 2**16
DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[Tt ])")
NOTHING = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Source:
    """Where a document came from, as its sidecar `<file>.source.yml` says; dates as ISO text."""

    source_url: str | None = None
    published_on: str | None = None
    retrieved_on: str | None = None
    problem: str | None = None


def read_sidecar(path: Path, raw: Path) -> Source:
    """Return what `<path>.source.yml` says; what cannot be used of it is told as a problem, the rest is taken."""
    sidecar = path.with_name(path.name + SIDECAR)
    if not os.path.lexists(sidecar):
        return Source()
    try:
        stated, _ = parse(read_small(sidecar, raw, MOST_BYTES), yaml.BaseLoader)
    except (Unreadable, NotUsable) as error:
        return Source(problem=_told(f"it is left out: {error}"))
    if stated is None or stated == "":
        return Source()
    if not isinstance(stated, dict):
        return Source(problem=_told(f"it is left out: it names none of {', '.join(SIDECAR_FIELDS)}"))
    return _source(stated)


def _source(stated: dict[Any, Any]) -> Source:
    """Return what the fields say, and the problem of each that cannot be used."""
    values: dict[str, str] = {}
    problems = []
    for field, value in stated.items():
        try:
            values |= {str(field): text} if (text := _value(field, value)) else {}
        except ValueError as error:
            problems.append(f"{str(field)[:40]}: {error}")
    return Source(**values, problem=_told("; ".join(problems)) if problems else None)


def _value(field: object, value: object) -> str | None:
    """Return what a field says as text; raises ValueError with what is wrong with it."""
    if field not in SIDECAR_FIELDS:
        raise ValueError(f"there is no such field, only {', '.join(SIDECAR_FIELDS)}")
    if not isinstance(value, str):
        raise ValueError("it must be one text, not a list or a mapping")
    if value in NOTHING:
        return None
    return value if field == "source_url" else iso_date(value)


def iso_date(text: str) -> str:
    """Return a date as ISO text, a time after it left out; raises ValueError where it is none."""
    found = DATE.match(text)
    try:
        return date(*map(int, found.groups())).isoformat() if found else _no_date(text)
    except ValueError:
        return _no_date(text)


def _no_date(text: str) -> str:
    raise ValueError(f"{text[:40]!r} is no date; it is written as 2024-03-01")


def _told(problem: str) -> str:
    return f"In the sidecar {SIDECAR} of this file, {problem}. Mend the sidecar, then run again."
