"""The bytes of every document ever read, by hash: what is read of a document is read here, not in the raw folder.

So a file that changes or vanishes during a run is read as it was found, and a trace works after the folder has changed.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dagster_project.atomic import replaced
from dagster_project.intake.folder import CHUNK, Unreadable

IN_MEMORY = 2**24
"""Bytes up to which a copy waits in memory; a longer one waits in an unnamed file beside the archive."""
LARGEST = 2**30


@dataclass(frozen=True)
class Copy:
    """The bytes of a file as they were read once, with their hash; to be kept, or looked into."""

    content: IO[bytes]
    sha256: str
    size: int

    def keep(self, archive: Path) -> Path:
        """Return the place of the bytes in the archive, after writing them where they are not there whole."""
        place = archive / self.sha256
        if not is_kept(archive, self.sha256, self.size):
            with replaced(place) as beside, beside.open("xb") as file:
                self.content.seek(0)
                shutil.copyfileobj(self.content, file, CHUNK)
        return place


def is_kept(archive: Path, sha256: str, size: int) -> bool:
    """Tell whether the archive holds a file of that name and as many bytes."""
    place = archive / sha256
    return place.is_file() and place.stat().st_size == size


@contextmanager
def copied(chunks: Iterable[bytes], archive: Path) -> Iterator[Copy]:
    """Yield a copy of some bytes, gone with the block unless it is kept; raises Unreadable where they are too many."""
    archive.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(archive)) as content:
        for chunk in chunks:
            size += len(chunk)
            if size > LARGEST:
                raise Unreadable(f"The file is larger than {LARGEST // 2**20} MB. Split it.")
            digest.update(chunk)
            content.write(chunk)
        content.seek(0)
        yield Copy(content, digest.hexdigest(), size)
