"""The documents inside a ZIP: told by name and place, read one by one within bounds, never unpacked to a folder."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from dagster_project.extraction.read.formats import kind_of_zip
from dagster_project.extraction.read.package import DAMAGED

MOST_MEMBERS = 2_000
MOST_BYTES = 2**30
LARGEST_MEMBER = 2**28
HIGHEST_RATIO = 200
WORTH_A_RATIO = 2**22
"""Bytes up to which a member may be packed as tightly as it likes."""
DEEPEST = 3
LONGEST_NAME = 400
UTF8_NAME = 0x800
ENCRYPTED = 0x1
INSIDE = "!/"
OF_SYSTEMS = re.compile(r"(^|/)(\.(?!\.?(/|$))|__MACOSX/|~\$)|(^|/)(thumbs\.db|desktop\.ini)$", re.IGNORECASE)
UNSAFE_NAME = re.compile(r"^/|^[A-Za-z]:|(^|/)\.\.(/|$)|[\x00-\x1f\x7f\ufffd]|^$")


class Member(NamedTuple):
    """A document in a ZIP: its name there, the numbers that lead to it, and its bytes or why it was refused."""

    name: str
    inside: tuple[int, ...]
    content: bytes
    problem: str | None = None


def is_zip_of_documents(content: bytes) -> bool:
    """Tell whether some bytes are a ZIP that is no document itself, as XLSX and DOCX are."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06")) and kind_of_zip(content) == "zip"


def members(content: bytes) -> Iterator[Member]:
    """Yield the documents of a ZIP and of ZIPs in it, in order; what must not be read is yielded with its problem."""
    yield from _Unpacking().members(content, "", ())


def member_content(content: bytes, inside: tuple[int, ...]) -> bytes:
    """Return the bytes of the member to which the numbers of `Member.inside` lead."""
    for number in inside:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = archive.read(archive.infolist()[number])
    return content


class _Unpacking:
    """Goes through a ZIP from a stranger and keeps count of what came out of it."""

    def __init__(self) -> None:
        self.count = 0
        self.bytes = 0
        self.names: set[str] = set()

    def members(self, content: bytes, prefix: str, above: tuple[int, ...]) -> Iterator[Member]:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for number, info in enumerate(archive.infolist()):
                name = _name(info)
                if info.is_dir() or name.endswith("/") or OF_SYSTEMS.search(name):
                    continue
                inside = (*above, number)
                self.count += 1
                if self.count > MOST_MEMBERS:
                    problem = f"The ZIP holds more than {MOST_MEMBERS} files; the rest was not read. Split it."
                    yield Member(f"{prefix}({number + 1})", inside, b"", problem)
                    return
                yield from self._member(archive, info, prefix, name, inside)

    def _member(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, prefix: str, name: str, inside: tuple[int, ...]
    ) -> Iterator[Member]:
        if UNSAFE_NAME.search(name) or len(name) > LONGEST_NAME:
            shown = "".join(letter if letter.isprintable() else "?" for letter in name[:60])
            problem = f"The name of this member, “{shown}”, leads out of the ZIP or is none. Rename it, pack it again."
            yield Member(f"{prefix}({inside[-1] + 1})", inside, b"", problem)
            return
        if prefix + name in self.names:
            problem = "The ZIP holds two files of this name; the first was read. Rename one and pack them again."
            yield Member(f"{prefix}{name} ({inside[-1] + 1})", inside, b"", problem)
            return
        self.names.add(prefix + name)
        content, refused = self._content(archive, info)
        if refused or not is_zip_of_documents(content):
            yield Member(prefix + name, inside, content, refused)
        elif len(inside) < DEEPEST:
            yield from self.members(content, f"{prefix}{name}{INSIDE}", inside)
        else:
            problem = f"This ZIP lies in {DEEPEST - 1} others, and was not opened. Deliver it by itself."
            yield Member(prefix + name, inside, b"", problem)

    def _content(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[bytes, str | None]:
        if info.flag_bits & ENCRYPTED:
            return b"", "This member of the ZIP is protected by a password. Pack it again without one."
        if info.file_size > LARGEST_MEMBER or self.bytes + info.file_size > MOST_BYTES:
            return b"", f"Unpacked, the ZIP is larger than {MOST_BYTES // 2**20} MB here. Split it."
        if info.file_size > WORTH_A_RATIO and info.file_size > HIGHEST_RATIO * info.compress_size:
            return b"", "This member of the ZIP is packed more tightly than documents can be. Deliver it by itself."
        self.bytes += info.file_size
        try:
            return archive.read(info), None
        except DAMAGED:
            return b"", "This member of the ZIP is damaged. Pack it again, or deliver it by itself."


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name with forward slashes; without the mark of UTF-8 it is in what its bytes fit, or GBK."""
    name = info.orig_filename
    if not info.flag_bits & UTF8_NAME:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    name = name.replace("\\", "/")
    return re.sub(r"(^|/)(\./)+", r"\1", name)
