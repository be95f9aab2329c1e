"""The bytes of every document ever read, by hash, so that a trace works after the raw folder has changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dagster_project.atomic import replaced
from dagster_project.intake.inventory import RawDocument


def keep_in_archive(documents: Iterable[RawDocument], archive: Path) -> None:
    """Copy documents into the archive that are not there yet; a file there is never changed."""
    archive.mkdir(parents=True, exist_ok=True)
    for document in documents:
        place = archive / document.content_sha256
        if document.problem or place.exists():
            continue
        with replaced(place) as beside:
            beside.write_bytes(document.read_bytes())
