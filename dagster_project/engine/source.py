"""Documents that lie elsewhere, brought to the raw folder before a run: what is new or changed is copied, no more.

From then on all is as if a person had put them there: hidden files, archives, sidecars, corrections and verdicts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dagster_project.atomic import replaced
from dagster_project.engine.spark import cause
from dagster_project.errors import UsageError
from dagster_project.settings import Settings
from dagster_project.settings.variables import SOURCE


def bring_home(settings: Settings) -> None:
    """Make the raw folder the same as the source, where one is stated; raises UsageError where it cannot be read."""
    address = settings.cluster.source
    if address is None:
        return
    from dagster_project.engine.hadoop import HadoopFolder

    try:
        folder = HadoopFolder(address)
        settings.raw.mkdir(parents=True, exist_ok=True)
        files = {settings.raw / file.path: file for file in folder.files()}
        for place, file in files.items():
            if not _is_here(place, file.size, file.modified):
                with replaced(place) as beside:
                    folder.fetch(file, beside)
                    os.utime(beside, ns=(file.modified * 10**6,) * 2)
    except UsageError:
        raise
    except Exception as error:
        raise UsageError(
            f"{address} cannot be read: {cause(error)}. Check {SOURCE} and Spark's configuration."
        ) from error
    for left in _files(settings.raw):
        if left not in files:
            left.unlink()


def _is_here(place: Path, size: int, modified: int) -> bool:
    try:
        status = place.stat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns // 10**6) == (size, modified)


def _files(folder: Path) -> Iterator[Path]:
    return (Path(place, name) for place, _, names in os.walk(folder) for name in names)
