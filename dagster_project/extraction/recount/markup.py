"""XML as the second count takes it: names and attributes without their namespaces, in any encoding it declares."""

from __future__ import annotations

import re
from xml.etree import ElementTree

DECLARED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)")
Element = ElementTree.Element


def parse(xml: bytes) -> Element:
    """Return the root. Raises ElementTree.ParseError, LookupError or ValueError."""
    declared = DECLARED.match(xml.lstrip(b"\xef\xbb\xbf \r\n"))
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    # expat knows none of the Chinese encodings
    return ElementTree.fromstring(xml.decode("gb18030") if encoding.startswith("gb") else xml.strip())


def name_of(element: Element) -> str:
    """Return the name of an element."""
    return element.tag.rpartition("}")[2]


def value_of(element: Element, name: str) -> str:
    """Return an attribute; empty where there is none."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def number_of(element: Element, name: str, default: int) -> int:
    """Return an attribute that is a whole number; the default where it is none."""
    value = value_of(element, name)
    return int(value) if value.isdecimal() and len(value) < 9 else default
