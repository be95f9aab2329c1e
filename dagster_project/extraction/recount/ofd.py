"""The digits of an OFD document: the text codes of each page, those of its templates and drawings included."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from dagster_project.extraction.recount import Printed
from dagster_project.extraction.recount.markup import Element, name_of, parse

UNPRINTED = {"Clips", "Pattern"}
"""What shapes an object, and is no text of its own."""
DEPTH = 8
"""Drawings within drawings that are followed."""


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return the text codes of each page, also those that are not shown: who reads says what it leaves out."""
    texts: dict[int | None, str] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = _Parts(package)
        for body in _named(parts.open("OFD.xml", ""), "DocRoot"):
            root = parts.found(body.text, "")
            for number, text in enumerate(_Document(parts, root).pages(), len(texts) + 1):
                texts[number] = text
    return Printed(texts)


class _Parts:
    """Opens parts by the names that others call them by, upper and lower case being one."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.names = {name.replace("\\", "/").strip("/").lower(): name for name in package.namelist()}

    def found(self, name: str | None, *folders: str) -> str:
        """Return the path of a part, looked for in folders and at the root; empty where there is none."""
        called = (name or "").strip().replace("\\", "/")
        places = [posixpath.normpath(posixpath.join("/", folder, called))[1:] for folder in (*folders, "")]
        return next((place for place in places if place.lower() in self.names), "")

    def open(self, name: str | None, *folders: str) -> Element:
        """Return a part; an empty one where there is none, or where it is damaged."""
        try:
            return parse(self.package.read(self.names[self.found(name, *folders).lower()]))
        except (ElementTree.ParseError, LookupError, ValueError):
            return Element("none")


class _Document:
    """One document of a package."""

    def __init__(self, parts: _Parts, name: str) -> None:
        self.parts, self.folder = parts, posixpath.dirname(name)
        self.root = parts.open(name)
        self.templates = {each.get("ID"): each.get("BaseLoc") for each in _named(self.root, "TemplatePage")}
        self.drawings: dict[str | None, Element] = {}
        for each in _named(self.root, "PublicRes", "DocumentRes"):
            self._learn(parts.open(each.text, self.folder))

    def pages(self) -> Iterator[str]:
        for listed in (each for pages in self.root if name_of(pages) == "Pages" for each in _named(pages, "Page")):
            name = self.parts.found(listed.get("BaseLoc"), self.folder)
            page = self.parts.open(name)
            for each in _named(page, "PageRes"):
                self._learn(self.parts.open(each.text, posixpath.dirname(name), self.folder))
            below = [self.templates.get(each.get("TemplateID")) for each in _named(page, "Template")]
            drawn = [page, *(self.parts.open(template, self.folder) for template in below if template)]
            yield "\n".join(text for each in drawn for text in self._texts(each, DEPTH))

    def _texts(self, element: Element, depth: int) -> Iterator[str]:
        for child in element:
            if name_of(child) == "TextCode":
                yield child.text or ""
            elif name_of(child) == "CompositeObject" and depth:
                yield from self._texts(self.drawings.get(child.get("ResourceID"), Element("none")), depth - 1)
            elif name_of(child) not in UNPRINTED:
                yield from self._texts(child, depth)

    def _learn(self, resources: Element) -> None:
        self.drawings.update((each.get("ID"), each) for each in _named(resources, "CompositeGraphicUnit"))


def _named(root: Element, *names: str) -> Iterator[Element]:
    return (each for each in root.iter() if name_of(each) in names)
