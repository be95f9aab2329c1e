"""The folder of the site: what was made of what, so that what is the same is not made again, and what is gone goes.

A unit is what is made together: the pages of a body or a document in both languages, with charts and pictures.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dagster_project.atomic import replaced, sweep, write_text
from dagster_project.errors import UsageError

MADE, PARCELS = ".made.json", ".parcels"
EVERY = 100
"""Units after which is noted what was made: a build that is cut short goes on from there."""


class SiteFolder:
    """The site as it lies, and what of it is made, kept or removed this time."""

    def __init__(self, root: Path) -> None:
        """Open the site; raises UsageError where a folder holds other things than a site of ours."""
        self.root = root
        self._note = root / MADE
        if root.exists() and not root.is_dir():
            raise UsageError(f"{root} is a file: name a folder for the site.")
        if root.is_dir() and not self._note.exists() and any(root.iterdir()):
            raise UsageError(f"{root} holds other files. Name an empty folder, or one that holds a site made before.")
        self._made: dict[str, dict[str, object]] = json.loads(self._note.read_text()) if self._note.exists() else {}
        sweep(root)
        self.units: set[str] = set()
        self.written = self.kept = self.removed = 0
        self._since = 0

    def had(self) -> set[str]:
        """Return the units that an earlier build made."""
        return set(self._made)

    @contextmanager
    def parcels(self) -> Iterator[Path]:
        """Yield a folder for what is on its way into the site; it is empty, and gone afterwards."""
        folder = self.root / PARCELS
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder)

    def keeps(self, unit: str, key: str) -> bool:
        """Tell whether a unit was made of just this and is still there; it then stays."""
        made = self._made.get(unit)
        if made is None or made["key"] != key or not all((self.root / each).is_file() for each in _files(made)):
            return False
        self.units.add(unit)
        self.kept += len(_files(made))
        return True

    def put(self, unit: str, key: str, files: Mapping[str, bytes]) -> None:
        """Write the files of a unit that differ, and remove those that it had before."""
        if not self._note.exists():
            # first of all, so that what is cut short is known as a site
            self._write_down()
        for address, content in files.items():
            file = self.root / address
            if file.is_file() and file.read_bytes() == content:
                self.kept += 1
                continue
            with replaced(file) as beside:
                beside.write_bytes(content)
            self.written += 1
        self._drop(set(_files(self._made.get(unit, {}))) - set(files))
        self._made[unit] = {"key": key, "files": sorted(files)}
        self.units.add(unit)
        self._since += 1
        if self._since >= EVERY:
            self._write_down()

    def finish(self, *, is_whole: bool) -> None:
        """Note what was made; of a site that was made as a whole, remove what is no part of it any more."""
        if is_whole:
            for unit in set(self._made) - self.units:
                self.drop(unit)
        self._write_down()

    def drop(self, unit: str) -> None:
        """Remove a unit."""
        self._drop(set(_files(self._made.pop(unit))))

    def size(self) -> int:
        """Return the bytes of all files."""
        return sum((self.root / each).stat().st_size for made in self._made.values() for each in _files(made))

    def _drop(self, addresses: set[str]) -> None:
        for address in addresses:
            (self.root / address).unlink(missing_ok=True)
            self.removed += 1
            for folder in (self.root / address).parents:
                if folder == self.root or not folder.is_dir() or any(folder.iterdir()):
                    break
                folder.rmdir()

    def _write_down(self) -> None:
        self._since = 0
        noted = json.dumps(self._made, ensure_ascii=False, sort_keys=True)
        if not self._note.exists() or self._note.read_text(encoding="utf-8") != noted:
            write_text(noted, self._note)


def holds_site(folder: Path) -> bool:
    """Tell whether a folder is a site that was made before."""
    return (folder / MADE).is_file()


def key_of(*ingredients: object) -> str:
    """Return a key that changes when what a unit is made of does."""
    return hashlib.sha256(repr(ingredients).encode()).hexdigest()


def _files(made: Mapping[str, object]) -> list[str]:
    files = made.get("files", [])
    return [str(each) for each in files] if isinstance(files, list) else []
