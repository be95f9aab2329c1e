"""The parts of an OFD package, as its files name one another: from the root, or from the folder of the file."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from lxml import etree

from dagster_project.extraction.read import markup
from dagster_project.extraction.read.package import Parts


class Part(NamedTuple):
    """A part that is XML: its root, and the folder from which it names others."""

    root: etree._Element
    folder: str


class Package:
    """Finds parts by what other parts call them; upper and lower case are one, as makers mix them."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.names = {posixpath.normpath(name).lstrip("/").lower(): name for name in parts}

    def name(self, location: str, *folders: str) -> str | None:
        """Return the name of a part, looked for in each of the folders and at the root."""
        location = location.strip().replace("\\", "/")
        places = [location] if location.startswith("/") else [posixpath.join(folder, location) for folder in folders]
        for place in (*places, location):
            found = self.names.get(posixpath.normpath(place).lstrip("/").lower())
            if found is not None:
                return found
        return None

    def part(self, location: str | None, *folders: str) -> Part | None:
        """Return a part as XML; None where there is none, or where it is damaged."""
        name = self.name(location, *folders) if location else None
        root = markup.parse(self.parts[name]) if name is not None else None
        return None if name is None or root is None else Part(root, posixpath.dirname(name))
