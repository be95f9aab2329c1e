"""From the package to its pages: what each draws, in the order it is painted, and the resources it draws with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from lxml import etree

from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.markup import child, children, name, text_in
from dagster_project.extraction.read.ofd.numbers import Box, box
from dagster_project.extraction.read.ofd.parts import Package, Part
from dagster_project.extraction.read.package import unreadable

PAGES = 2_000
A4: Box = (0.0, 0.0, 210.0, 297.0)
ORDER = {"Background": 0, "Body": 1, "Foreground": 2}
"""In which layers and templates are painted."""


@dataclass
class Resources:
    """What objects refer to by number: parameters of drawing, drawings used as one, and images by their part."""

    parameters: dict[str, etree._Element] = field(default_factory=dict)
    drawings: dict[str, etree._Element] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)

    def add(self, package: Package, part: Part) -> None:
        """Take in what a file of resources defines."""
        folder = str(part.root.get("BaseLoc") or "")
        for element in chain.from_iterable(part.root):
            key, kind = str(element.get("ID")), name(element)
            if kind == "DrawParam":
                self.parameters[key] = element
            elif kind == "CompositeGraphicUnit":
                self.drawings[key] = element
            elif kind == "MultiMedia":
                place = text_in(element, "MediaFile") or ""
                found = package.name(place, f"{part.folder}/{folder}", folder, part.folder)
                if found is not None:
                    self.images[key] = found


class PageFound(NamedTuple):
    """A page: its number from 1, its box in millimetres, its layers as they are painted, its annotations."""

    number: int
    box: Box
    layers: tuple[etree._Element, ...]
    annotations: tuple[etree._Element, ...]
    resources: Resources


class DocumentFound(NamedTuple):
    """The pages of a package, the numbers of those that are damaged, and how many files are attached."""

    pages: list[PageFound]
    damaged: list[int]
    attached: int


def find_pages(package: Package) -> DocumentFound | Issue:
    """Find the pages of all documents of a package; an Issue where there are none."""
    main = package.part("OFD.xml")
    bodies = list(children(main.root, "DocBody")) if main is not None else []
    roots = [package.part(text_in(body, "DocRoot")) for body in bodies]
    found = DocumentFound([], [], 0)
    for root in roots:
        if root is not None:
            found = _Document(package, root).add(found)
    count = len(found.pages) + len(found.damaged)
    if not found.pages or count > PAGES:
        return unreadable(
            f"The OFD file has {count} pages, {len(found.damaged)} of them damaged; 1 to {PAGES} are read",
            "Open it in its viewer and save it as PDF, or deliver it again",
        )
    return found


class _Document:
    """One document of a package, and the files that it names."""

    def __init__(self, package: Package, part: Part) -> None:
        self.package, self.part = package, part
        self.common = child(part.root, "CommonData")
        self.resources = Resources()
        self.templates: dict[str, Part | None] = {}
        for element in self.common if self.common is not None else ():
            if name(element) in ("PublicRes", "DocumentRes"):
                self._resources(element.text, part.folder)
            elif name(element) == "TemplatePage":
                self.templates[str(element.get("ID"))] = self._part(element.get("BaseLoc"))
        self.annotations = dict(self._annotations())

    def add(self, found: DocumentFound) -> DocumentFound:
        pages, damaged, attached = found
        listed = child(self.part.root, "Pages")
        for element in children(listed, "Page") if listed is not None else ():
            number = len(pages) + len(damaged) + 1
            if number > PAGES:
                break
            part = self._part(element.get("BaseLoc"))
            if part is None:
                damaged.append(number)
            else:
                pages.append(self._page(number, str(element.get("ID")), part))
        attachments = self._part(text_in(self.part.root, "Attachments"))
        count = sum(1 for _ in children(attachments.root, "Attachment")) if attachments is not None else 0
        return DocumentFound(pages, damaged, attached + count)

    def _page(self, number: int, key: str, part: Part) -> PageFound:
        for element in children(part.root, "PageRes"):
            self._resources(element.text, part.folder)
        layers: list[tuple[int, etree._Element]] = []
        used = [(self.templates.get(str(each.get("TemplateID"))), each) for each in children(part.root, "Template")]
        for template, element in used:
            if template is not None:
                place = ORDER.get(str(element.get("ZOrder")), 0)
                layers += [(place, layer) for layer in _layers(template)]
        layers += [(ORDER.get(str(layer.get("Type")), 1), layer) for layer in _layers(part)]
        areas = [self._area(each) for each in (part, *(template for template, _ in used if template is not None))]
        page_box = next((area for area in areas if area is not None), None) or self._area(None) or A4
        painted = tuple(layer for _, layer in sorted(layers, key=lambda each: each[0]))
        return PageFound(number, page_box, painted, tuple(self.annotations.get(key, ())), self.resources)

    def _area(self, part: Part | None) -> Box | None:
        """Return the size of a page, or that of the document where none is asked for."""
        if part is None:
            area = child(self.common, "PageArea") if self.common is not None else None
        else:
            area = child(part.root, "Area")
        found = box(text_in(area, "PhysicalBox")) if area is not None else None
        return found if found is not None and min(found[2:]) > 0 else None

    def _part(self, location: str | None) -> Part | None:
        return self.package.part(location, self.part.folder)

    def _resources(self, location: str | None, folder: str) -> None:
        part = self.package.part(location, folder, self.part.folder)
        if part is not None:
            self.resources.add(self.package, part)

    def _annotations(self) -> Iterator[tuple[str, list[etree._Element]]]:
        listed = self._part(text_in(self.part.root, "Annotations"))
        if listed is None:
            return
        for page in children(listed.root, "Page"):
            part = self.package.part(text_in(page, "FileLoc"), listed.folder, self.part.folder)
            if part is not None:
                yield str(page.get("PageID")), list(children(part.root, "Annot"))


def _layers(part: Part) -> Iterator[etree._Element]:
    """Yield the layers of a page or template; a content without any is one itself."""
    for content in children(part.root, "Content"):
        layers = list(children(content, "Layer"))
        yield from layers or [content]
