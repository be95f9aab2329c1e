"""A digest by document of all that its extracted rows follow from: where it is what it was, so are they."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dagster_project.atomic import write_text

STATES = "_states.json"


class State(NamedTuple):
    """Where the rows of a document lie, and the digest of what they follow from."""

    bucket: str
    digest: str


def write_states(extracted: Path, states: Mapping[str, State]) -> None:
    """Write the state of each document, by its id."""
    write_text(json.dumps(dict(sorted(states.items()))), extracted / STATES)


def read_states(extracted: Path) -> dict[str, State]:
    """Return the state of each document, by its id; none where nothing was written."""
    file = extracted / STATES
    states: dict[str, list[str]] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return {document_id: State(*state) for document_id, state in states.items()}
