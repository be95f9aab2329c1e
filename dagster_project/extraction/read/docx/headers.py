"""The unit of amount that stands in the header of Word's pages: it is printed over every table of its section."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from docx.oxml.ns import qn
from lxml import etree

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.captions import captions
from dagster_project.extraction.read.package import Parts

UNIT = re.compile(captions().unit_of_amount)
RELATIONS = "word/_rels/document.xml.rels"


def targets(parts: Parts) -> dict[str, str]:
    """Return the names of the parts that the main part refers to, by the keys it uses for them."""
    relations = etree.fromstring(parts[RELATIONS]) if RELATIONS in parts else ()
    return {
        str(relation.get("Id")): posixpath.normpath(posixpath.join("/word", str(relation.get("Target")))).lstrip("/")
        for relation in relations
    }


def unit_lines(body: etree._Element, parts: Parts, names: Mapping[str, str]) -> dict[etree._Element, str]:
    """Return, for each table of the body, the line of its pages' header that says the unit of amount."""
    lines: dict[etree._Element, str] = {}
    line, waiting = "", []
    for element in body:
        waiting += list(element.iter(qn("w:tbl")))
        for section in element.iter(qn("w:sectPr")):
            # a section without headers has those of the section before
            line = _unit_line(section, parts, names) or line
            lines |= dict.fromkeys(waiting, line) if line else {}
            waiting = []
    return lines


def _unit_line(section: etree._Element, parts: Parts, names: Mapping[str, str]) -> str:
    for reference in section.iterfind(qn("w:headerReference")):
        part = parts.get(names.get(str(reference.get(qn("r:id"))), ""))
        for line in _lines(part) if part else ():
            if UNIT.search(fold(line)):
                return line
    return ""


def _lines(part: bytes) -> Iterator[str]:
    for paragraph in etree.fromstring(part).iter(qn("w:p")):
        yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
