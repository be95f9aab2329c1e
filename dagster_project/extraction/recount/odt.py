"""The digits of an OpenDocument text (.odt): every text of its content, but comments and the marks of notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from dagster_project.extraction.recount import Printed
from dagster_project.extraction.recount.markup import Element, name_of, parse
from dagster_project.extraction.recount.ods import times_of

UNPRINTED = {"annotation", "ruby-text", "note-citation"}
BLOCKS = {"p", "h", "line-break", "tab", "s"}
REPEATED = {"table-row": "number-rows-repeated", "table-cell": "number-columns-repeated"}
MOST = 1_000
"""Repetitions of a row or cell with a text."""


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return every text, also of what is deleted or hidden: who reads says what it leaves out."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = parse(package.read("content.xml"))
    body = next((each for each in root.iter() if name_of(each) == "body"), root)
    return Printed({None: "".join(_texts(body))})


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        kind = name_of(child)
        if kind in REPEATED:
            yield "".join(_texts(child)).strip() * min(times_of(child, REPEATED[kind]), MOST)
        elif kind not in UNPRINTED:
            yield from _texts(child)
        if kind in BLOCKS or kind in REPEATED:
            yield "\n"
        yield child.tail or ""
