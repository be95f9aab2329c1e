"""Where a document came from, as the file beside it says: `<file>.source.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

SIDECAR = ".source.yml"
SIDECAR_FIELDS = ("source_url", "published_on", "retrieved_on")


@dataclass(frozen=True)
class Source:
    """Where a document came from, as its sidecar `<file>.source.yml` says; dates as ISO text."""

    source_url: str | None = None
    published_on: str | None = None
    retrieved_on: str | None = None
    problem: str | None = None


def read_sidecar(path: Path) -> Source:
    """Return what `<path>.source.yml` says; a sidecar that cannot be used is kept as a problem, not an error."""
    sidecar = path.with_name(path.name + SIDECAR)
    if not sidecar.exists():
        return Source()
    try:
        stated = yaml.safe_load(sidecar.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return Source(problem=f"{sidecar.name} is not readable YAML; its source is left out")
    if not isinstance(stated, dict) or not set(stated) <= set(SIDECAR_FIELDS):
        return Source(problem=f"{sidecar.name} may hold only {', '.join(SIDECAR_FIELDS)}; its source is left out")
    return Source(**{field: _as_text(value) for field, value in stated.items()})


def _as_text(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
