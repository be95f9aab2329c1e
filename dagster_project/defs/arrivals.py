"""What the sensor remembers of the raw folder from one look to the next: a run is asked for once the folder is still.

Documents arrive by the hundred, and large ones slowly: half of them read is a night's work twice.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

STILL = 120
"""Seconds that a folder must have been as it is."""


@dataclass(frozen=True)
class Looked:
    """The listing that was seen last, since when it is that, and the one a run was last asked for or spared for."""

    listing: str = ""
    since: float = 0.0
    settled: str = ""

    @classmethod
    def read(cls, cursor: str | None) -> Looked:
        """Return what a cursor holds."""
        return cls(**json.loads(cursor)) if cursor else cls()

    def cursor(self) -> str:
        """Return it as Dagster keeps it."""
        return json.dumps(asdict(self))

    def look(self, listing: str, now: float) -> tuple[Looked, str | None]:
        """Return what is to be remembered, and why no run is due; None where the folder is new, and still."""
        if listing == self.settled:
            return replace(self, listing=listing), "The raw folder is as it was."
        if listing != self.listing:
            return replace(self, listing=listing, since=now), "The raw folder has changed: is it still?"
        if now - self.since < STILL:
            return self, f"The raw folder is still for {now - self.since:.0f} s of {STILL}."
        return self, None

    def settle(self) -> Looked:
        """Return the same, with the listing as one that needs no other run."""
        return replace(self, settled=self.listing)


def listing_of(raw: Path) -> str:
    """Return a digest of the names, sizes and times of all that lies in the raw folder; no file is opened."""
    digest = hashlib.sha256()
    for place, folders, files in os.walk(raw):
        folders.sort()
        for name in sorted(files):
            try:
                status = os.lstat(Path(place, name))
            except FileNotFoundError:
                # taken away while we looked: the next look tells
                continue
            told = (os.path.relpath(Path(place, name), raw), status.st_size, status.st_mtime_ns, status.st_ino)
            digest.update(repr(told).encode(errors="backslashreplace"))
    return digest.hexdigest()
