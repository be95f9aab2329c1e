"""Text documents: decode the bytes, then split lines into prose and grids (Markdown pipes, tabs, or commas)."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from dagster_project.extraction.folding import unified
from dagster_project.extraction.model.document import TEXT, Block, Content, Grid, LeftOut, Prose, Row
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.read.bars import with_outer_bars
from dagster_project.extraction.read.persons import may_name_person, redact, taken_out
from dagster_project.extraction.read.persons_in_prose import telephones, without_persons
from dagster_project.extraction.read.separated import read_separated, separator_of
from dagster_project.extraction.read.spaced import with_tabs

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SEPARATOR = re.compile(r"[\s|:\-]*--[\s|:\-]*")
CHECKBOX = re.compile(r"<input[^>]*?(checked)?[^>]*>")
TAG = re.compile(r"</?[a-z][^<>]*>")
CONTROL = bytes([*range(0x00, 0x09), *range(0x0E, 0x20)])
"""Control characters that no text has; none is a part of a longer character in UTF-8 or GB18030."""


SPACES = dict.fromkeys(map(ord, "\t\r\n\u3000\xa0"))
"""What stands between words and lines, and is no control character of a binary file."""
ONE_SIDED = 4
"""How many times the zeros of one side those of the other are, at least, in UTF-16."""
LARGEST = 64 * 2**20
MOST_LINES = 1_000_000
LONGEST_LINE = 2**20
MOST_CELLS = 5_000_000
"""Bounds of a text: bytes, lines, bytes of a line, and cells, of which the largest budgets have a hundredth."""


class Decoded(NamedTuple):
    """Text and the encoding it was in."""

    text: str
    encoding: str


def decode(content: bytes) -> tuple[Decoded | None, Issue | None]:
    """Decode UTF-8, UTF-16 with or without a byte order mark, or GB18030; anything else is an issue."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _decode_as(content, encoding)
    if unmarked := _unmarked(content):
        return _decode_as(content, unmarked)
    if b"\x00" in content:
        return None, Issue(
            IssueCode.BINARY_FILE,
            Severity.ERROR,
            f"The file is binary (a zero byte at offset {content.index(0)}). Deliver the document itself, as text.",
        )
    decoded, problem = _decode_as(content, "utf-8")
    if decoded is None:
        decoded, other = _decode_as(content, "gb18030")
        if decoded is None:
            return None, problem if _broken(content, "utf-8") <= _broken(content, "gb18030") else other
    controls = len(content) - len(content.translate(None, CONTROL))
    if controls > len(decoded.text) // 100:
        return None, Issue(
            IssueCode.BINARY_FILE, Severity.ERROR, "The file is binary, not text. Deliver the document itself, as text."
        )
    return decoded, None


def _unmarked(content: bytes) -> str | None:
    """Return the order of bytes of a text in UTF-16 that bears no mark; None of what is none.

    Half of each digit and blank is a zero, and so is half of a few ideographs (一), on the other side.
    """
    zeros = content[::2].count(0), content[1::2].count(0)
    if len(content) % 2 or max(zeros) <= ONE_SIDED * min(zeros):
        return None
    encoding = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    text = content.decode(encoding, errors="replace").translate(SPACES)
    return encoding if text.isprintable() and "\ufffd" not in text else None


def _broken(content: bytes, encoding: str) -> int:
    return content.decode(encoding, errors="replace").count("\ufffd")


def _decode_as(content: bytes, encoding: str) -> tuple[Decoded | None, Issue | None]:
    try:
        text = unified(content.decode(encoding))
        return Decoded(text if "\n" in text else text.replace("\r", "\n"), encoding), None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = (
            f"Byte {error.start} on line {line} is not {error.encoding}, and no other encoding that is read fits. "
            "Save the file as UTF-8, GB18030, or UTF-16 with a byte order mark."
        )
        return None, Issue(IssueCode.UNDECODABLE_TEXT, Severity.ERROR, message, line=line)


def read(content: bytes) -> Content | Issue:
    """Read a text document; an Issue where the bytes are no text, or too much of it."""
    if beyond := _beyond(content):
        message = f"{beyond}, more than a budget holds. It was not read. Split it, or deliver the document itself."
        return Issue(IssueCode.UNREADABLE_FILE, Severity.ERROR, message)
    decoded, problem = decode(content)
    if decoded is None:
        assert problem is not None
        return problem
    if separator := separator_of(decoded.text):
        return read_separated(*decoded, separator)
    return blocks(with_tabs(with_outer_bars(decoded.text)), decoded.encoding)


def blocks(text: str, encoding: str = "utf-8") -> Content:
    """Split the text at LF into blocks: a grid for each run of table lines, a prose block for every other line.

    Blank lines belong to no block, so two grids with nothing but blank lines between them are neighbours.
    Separator rows (`|---|`, `--⇥--`) are not rows. What stands beside the label of a person becomes （略） here, before
    anything else sees it.
    """
    lines = text.split("\n")
    found: list[Block] = []
    rows: list[Row] = []
    redacted: set[tuple[int, int]] = set()
    left_out: list[LeftOut] = []
    for number, line in enumerate(lines, 1):
        cells = _split(line) if "\t" in line or "|" in line else None
        if cells is None:
            if rows:
                found.append(Grid(tuple(rows)))
                rows = []
            if line and not line.isspace():
                text = line.rstrip()
                if may_name_person(text):
                    prose = without_persons(text)
                    redacted.update(telephones(number, prose))
                    left_out += taken_out([text], [prose.text])
                    text = prose.text
                found.append(Prose(number, text))
        elif cells:
            if may_name_person(line):
                kept = tuple(without_persons(cell).text for cell in redact(number, cells, redacted))
                left_out += taken_out(cells, kept)
                cells = kept
            rows.append(Row(number, cells))
    if rows:
        found.append(Grid(tuple(rows)))
    return Content("text", encoding, len(lines), tuple(found), frozenset(redacted), TEXT, (), tuple(left_out))


def _beyond(content: bytes) -> str | None:
    """Return which bound a text exceeds, None where it keeps them all."""
    if len(content) > LARGEST:
        return f"The text is larger than {LARGEST // 2**20} MB"
    if content.count(b"\n") > MOST_LINES:
        return f"The text has more than {MOST_LINES:,} lines"
    if content.count(b"\t") + content.count(b"|") > MOST_CELLS:
        return f"The text has more than {MOST_CELLS:,} cells"
    if len(content) > LONGEST_LINE and max(map(len, content.split(b"\n"))) > LONGEST_LINE:
        return f"The text has a line longer than {LONGEST_LINE:,} bytes"
    return None


def _split(line: str) -> tuple[str, ...] | None:
    """Return the cells of a table line, () for a separator row, None for prose."""
    if line.lstrip().startswith("|"):
        separator, line = "|", line.strip().removeprefix("|").removesuffix("|")
    elif "\t" in line:
        separator = "\t"
    else:
        return None
    if "--" in line and SEPARATOR.fullmatch(line):
        return ()
    if "<" in line:
        line = CHECKBOX.sub(lambda box: "☑" if "checked" in box.group() else "☐", line)
        line = TAG.sub(" ", line)
    return tuple(map(str.strip, line.split(separator)))
