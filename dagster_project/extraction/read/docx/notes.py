"""Footnotes and endnotes of a Word document: printed at the foot of pages, read behind the text."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

from dagster_project.extraction.read.markup import parse
from dagster_project.extraction.read.package import Parts

NOTES = {"word/footnotes.xml": qn("w:footnote"), "word/endnotes.xml": qn("w:endnote")}


def notes(parts: Parts) -> Iterator[etree._Element]:
    """Yield the notes of a document, in the order of their parts; the lines that part them from the text hold none."""
    for part, tag in NOTES.items():
        root = parse(parts[part]) if parts.get(part) else None
        if root is not None:
            yield from root.iterchildren(tag)
