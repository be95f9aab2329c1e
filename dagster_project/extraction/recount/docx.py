"""The digits of a Word document: the text runs of its main part, those in text boxes once, and of its notes."""

from __future__ import annotations

import io
import zipfile
from xml.parsers import expat

from dagster_project.extraction.recount import Printed

PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
TEXT, INSTEAD, BLOCK = "t", "Fallback", "p"


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return the text of every run, also of those that are deleted or hidden: who reads says what it leaves out."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = {name.replace("\\", "/").lower(): name for name in package.namelist()}
        parts = [package.read(names[part]) for part in PARTS if part in names]
        return Printed({None: "\n".join("".join(_Runs(part).texts) for part in parts)})


class _Runs:
    """One pass over the part; names without their prefixes."""

    def __init__(self, xml: bytes) -> None:
        self.texts: list[str] = []
        self.in_text = False
        self.instead = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        self.in_text = kind == TEXT
        self.instead += kind == INSTEAD

    def _end(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        self.in_text = False
        self.instead -= kind == INSTEAD
        if kind == BLOCK:
            self.texts.append("\n")

    def _text(self, text: str) -> None:
        if self.in_text and not self.instead:
            self.texts.append(text)
