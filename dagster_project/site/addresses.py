"""Where each page and file of the site stands, and how one page points to another: relative, so that disks do."""

from __future__ import annotations

import hashlib
import posixpath
import re
from typing import NamedTuple

LANGUAGES = ("zh", "en")
IN_TABLE = re.compile(r":t(\d+):r(\d+)(?::c(\d+))?")
"""The place of a cell, or of a row, in the id of a figure."""
HARMLESS = re.compile(r"[0-9a-f]{8,64}")


class Place(NamedTuple):
    """Where a figure is printed."""

    document_id: str | None
    table_number: int | None = None
    row_number: int | None = None
    page: int | None = None
    line: int | None = None
    ledger_id: str | None = None

    @property
    def anchor(self) -> str:
        """The part of the document's page: its cell, else its row, its line, its page, or nothing."""
        if self.ledger_id and (found := IN_TABLE.search(self.ledger_id)):
            return cell(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
        if self.table_number and self.row_number:
            return cell(self.table_number, self.row_number)
        if self.line:
            return f"l{self.line}"
        return f"p{self.page}" if self.page else ""


def cell(table: int, row: int, column: int | None = None) -> str:
    """Return the anchor of a cell, or of a row."""
    return f"t{table}r{row}" + (f"c{column}" if column else "")


def page(language: str, rest: str) -> str:
    """Return the address of a page in a language, from the top of the site: Chinese stands there, English in `en`."""
    return rest if language == "zh" else f"{language}/{rest}"


def region(code: str | None) -> str:
    """Return the page of a region."""
    return f"regions/{_harmless(code or 'unknown')}.html"


def year(number: int | None) -> str:
    """Return the page of a fiscal year."""
    return f"years/{number or 'unknown'}.html"


def part(address: str, number: int) -> str:
    """Return a part of what is in several files, from 1: the first bears the name of the whole."""
    name, suffix = posixpath.splitext(address)
    return address if number == 1 else f"{name}-{number}{suffix}"


def body(organisation_id: str) -> str:
    """Return the folder of a body: its name may be long, and hold what no file may be called."""
    return f"bodies/{hashlib.sha256(organisation_id.encode()).hexdigest()[:16]}"


def document(document_id: str) -> str:
    """Return the folder of a document."""
    return f"documents/{_harmless(document_id)}"


def relative(here: str, there: str, anchor: str = "") -> str:
    """Return the link from one page of the site to a file of it."""
    path = posixpath.relpath(there, posixpath.dirname(here) or ".")
    return f"{path}#{anchor}" if anchor else path


def _harmless(name: str) -> str:
    """Return an id that is fit for the name of a file; of any other, one made of it."""
    is_fit = HARMLESS.fullmatch(name) or (name.isascii() and name.isalnum())
    return name if is_fit else hashlib.sha256(name.encode()).hexdigest()[:16]
