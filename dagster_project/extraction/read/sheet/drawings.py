"""The shapes on a sheet of an XLSX: its drawing is a part of its own, and names the pictures and charts by keys."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from dagster_project.extraction.read.carried import may_show_table
from dagster_project.extraction.read.markup import attribute, child, children, name, parse
from dagster_project.extraction.read.package import Parts
from dagster_project.extraction.read.sheet.shapes import Shape, ShapeKind

INCH = 914_400
INSTEAD = "Fallback"
"""What a program shows that does not know the shape beside it."""
OBJECTS = ("/oleObject", "/package")
"""How the kinds of relations end that lead to objects of other programs."""


class Relation(NamedTuple):
    """Where a part refers to: the kind of the relation, and the part."""

    kind: str
    part: str


def shapes_of(parts: Parts, sheet: str) -> Iterator[Shape]:
    """Yield the shapes on a sheet, which is named by its part."""
    for relation in relations(parts, sheet).values():
        if relation.kind.endswith("/drawing"):
            root = parse(parts.get(relation.part, b""))
            names = relations(parts, relation.part)
            if root is None and relation.part in parts:
                yield Shape(ShapeKind.OBJECT, relation.part)
            for anchor in root if root is not None else ():
                yield from _shapes(anchor, names, anchor.find("./{*}ext"))
        elif relation.kind.endswith(OBJECTS):
            yield Shape(ShapeKind.OBJECT, relation.part)


def relations(parts: Parts, part: str) -> dict[str, Relation]:
    """Return what a part refers to within its package, by the keys it uses."""
    folder, base = posixpath.split(part)
    root = parse(parts.get(f"{folder}/_rels/{base}.rels", b""))
    found = {}
    for each in root if root is not None else ():
        target = str(each.get("Target"))
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        # one outside the package is no name of a part: it is told and never opened
        found[str(each.get("Id"))] = Relation(str(each.get("Type")), target)
    return found


def _shapes(parent: etree._Element, names: Mapping[str, Relation], size: etree._Element | None) -> Iterator[Shape]:
    """Yield the shapes in an anchor or a group; `size` is of pictures that state none of their own."""
    for element in parent:
        kind = name(element) if isinstance(element.tag, str) else INSTEAD
        if kind == INSTEAD or _is_hidden(element):
            continue
        if kind == "sp":
            text = "\n".join(map(_text, element.iterfind("./{*}txBody/{*}p")))
            yield Shape(ShapeKind.TEXT, text=text)
            yield from _picture(element, "./{*}spPr/{*}blipFill/{*}blip", names, size)
        elif kind == "pic":
            yield from _picture(element, "./{*}blipFill/{*}blip", names, size)
        elif kind == "graphicFrame":
            data = element.find("./{*}graphic/{*}graphicData")
            for drawn in data if data is not None else ():
                found = next((names[key] for key in map(str, drawn.attrib.values()) if key in names), None)
                yield from [Shape(ShapeKind.CHART, found.part)] if found else ()
        else:
            yield from _shapes(element, names, size)


def _picture(
    shape: etree._Element, path: str, names: Mapping[str, Relation], size: etree._Element | None
) -> Iterator[Shape]:
    """Yield the picture that a shape shows, where it is large enough."""
    own, blip = shape.find("./{*}spPr/{*}xfrm/{*}ext"), shape.find(path)
    keys = [attribute(blip, name) for name in ("embed", "link")] if blip is not None else []
    found = next((names[key] for key in keys if key and key in names), None)
    if found is not None and _may_show_table(own if own is not None else size):
        yield Shape(ShapeKind.PICTURE, found.part)


def _is_hidden(element: etree._Element) -> bool:
    """Tell whether a shape is hidden; its properties stand in a child of its first child."""
    about = next(iter(element), None)
    properties = child(about, "cNvPr") if about is not None else None
    return properties is not None and properties.get("hidden") in ("1", "true")


def _text(paragraph: etree._Element) -> str:
    runs = children(paragraph, "r", "fld", "br")
    return "".join(
        "\n" if name(run) == "br" else "".join(str(each.text or "") for each in children(run, "t")) for run in runs
    )


def _may_show_table(size: etree._Element | None) -> bool:
    """Tell whether a picture is large enough for a table; one whose size is not stated may be."""
    sides = [str(size.get(key)) for key in ("cx", "cy")] if size is not None else []
    inches = [int(side) / INCH for side in sides if side.isdecimal() and len(side) < 12]
    return len(inches) < 2 or may_show_table(*inches)
