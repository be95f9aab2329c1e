"""XML of a stranger: no entities, no network, no depth that breaks a reader; names without their namespaces."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree


def parse(part: bytes) -> etree._Element | None:
    """Return the root of an XML part without comments; None where it is none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None


def name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of these names, whatever their namespace."""
    return (child for child in parent if name(child) in names)


def child(parent: etree._Element, wanted: str) -> etree._Element | None:
    """Return the first child of a name."""
    return next(children(parent, wanted), None)


def text_in(parent: etree._Element, wanted: str) -> str | None:
    """Return the text of the first child of a name; None where there is none."""
    found = child(parent, wanted)
    return None if found is None else found.text


def attribute(element: etree._Element, wanted: str) -> str | None:
    """Return an attribute by its name without namespace."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == wanted), None)
