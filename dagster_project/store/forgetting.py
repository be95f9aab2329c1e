"""Forget a content: its bytes in the archive, what was read of it, and the buckets that hold its rows.

A bucket is put together again by the next run, from the parts of the documents that are left.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from dagster_project.intake.inventory import INVENTORY
from dagster_project.settings import Settings
from dagster_project.store.states import STATES


def forget_content(settings: Settings, content_sha256: str) -> list[Path]:
    """Remove what is kept of a content outside the releases and return what was removed.

    The caller holds the run lock.
    """
    parts = sorted((settings.extracted / "_documents").glob(f"*/{content_sha256}*"))
    buckets = sorted(settings.extracted.glob(f"*/bucket={content_sha256[:2]}"))
    told = [settings.extracted / INVENTORY, settings.extracted / STATES, settings.known]
    kept = [*parts, *buckets, *told, settings.archive / content_sha256]
    removed = [place for place in kept if place.exists()]
    for place in removed:
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink()
    return removed
