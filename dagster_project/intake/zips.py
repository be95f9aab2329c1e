"""The documents inside a ZIP: told by name and place, read one by one within bounds, never unpacked to a folder."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from dagster_project.extraction.read.formats import kind_of_zip
from dagster_project.extraction.read.package import DAMAGED
from dagster_project.intake.archive import Copy, copied
from dagster_project.intake.folder import Unreadable, chunks
from dagster_project.intake.rar import as_zip as rar_as_zip
from dagster_project.intake.rar import is_rar, library

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
SEVEN_ZIP = b"7z\xbc\xaf\x27\x1c"
LONGEST_SIGNATURE = 8
DAMAGED_MEMBER = "This member of the ZIP is damaged. Pack it again, or deliver it by itself."
OF_SYSTEMS = re.compile(r"(^|/)(\.(?!\.?(/|$))|__MACOSX/|~\$)|(^|/)(thumbs\.db|desktop\.ini)$", re.IGNORECASE)
UNSAFE_NAME = re.compile(r"^/|^[A-Za-z]:|(^|/)\.\.(/|$)|[\x00-\x1f\x7f\ufffd]|^$")


class Member(NamedTuple):
    """A document in a ZIP: its name there, and a copy of its bytes or why it was refused.

    The copy is there while the next member has not been asked for.
    """

    name: str
    copy: Copy | None
    problem: str | None = None


def is_zip_of_documents(content: IO[bytes]) -> bool:
    """Tell whether some bytes are a ZIP that is no document itself, as XLSX and DOCX are; reading begins anew."""
    begins = content.read(4)
    content.seek(0)
    found = begins in (b"PK\x03\x04", b"PK\x05\x06") and kind_of_zip(content) == "zip"
    content.seek(0)
    return found


def as_zip(content: IO[bytes]) -> IO[bytes] | None:
    """Return a ZIP of documents: these bytes, or what a 7z or RAR archive is made into; None where they are none.

    A RAR archive is none where what reads it is not installed.

    Raises Unreadable.
    """
    begins = content.read(LONGEST_SIGNATURE)
    content.seek(0)
    if is_rar(begins):
        return rar_as_zip(content) if library() else None
    if begins.startswith(SEVEN_ZIP):
        from dagster_project.intake import sevenzip  # for such archives only

        return sevenzip.as_zip(content)
    return content if is_zip_of_documents(content) else None


def members(content: IO[bytes], archive: Path) -> Iterator[Member]:
    """Yield the documents of a ZIP and of ZIPs in it, in order; what must not be read is yielded with its problem."""
    yield from _Unpacking(archive).members(content, "", 1)


class _Unpacking:
    """Goes through a ZIP from a stranger and keeps count of what came out of it."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        self.count = 0
        self.bytes = 0
        self.names: set[str] = set()

    def members(self, content: IO[bytes], prefix: str, depth: int) -> Iterator[Member]:
        with zipfile.ZipFile(content) as package:
            for number, info in enumerate(package.infolist(), start=1):
                name = _name(info)
                if info.is_dir() or name.endswith("/") or OF_SYSTEMS.search(name):
                    continue
                self.count += 1
                if self.count > MOST_MEMBERS:
                    problem = f"The ZIP holds more than {MOST_MEMBERS} files; the rest was not read. Split it."
                    yield Member(f"{prefix}({number})", None, problem)
                    return
                refused = self._refused(name, prefix, number)
                if refused:
                    yield refused
                    continue
                try:
                    yield from self._member(package, info, prefix + name, depth)
                except Unreadable as error:
                    yield Member(prefix + name, None, str(error))

    def _refused(self, name: str, prefix: str, number: int) -> Member | None:
        """Return the member without its bytes where its name forbids to read it."""
        if UNSAFE_NAME.search(name) or len(name) > LONGEST_NAME:
            shown = "".join(letter if letter.isprintable() else "?" for letter in name[:60])
            problem = f"The name of this member, “{shown}”, leads out of the ZIP or is none. Rename it, pack it again."
            return Member(f"{prefix}({number})", None, problem)
        if prefix + name in self.names:
            problem = "The ZIP holds two files of this name; the first was read. Rename one and pack them again."
            return Member(f"{prefix}{name} ({number})", None, problem)
        self.names.add(prefix + name)
        return None

    def _member(self, package: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, depth: int) -> Iterator[Member]:
        with copied(self._chunks(package, info), self.archive) as copy:
            packed = as_zip(copy.content)
            if packed is None:
                yield Member(name, copy)
            elif depth < DEEPEST:
                yield from self.members(packed, f"{name}{INSIDE}", depth + 1)
            else:
                problem = f"This ZIP lies in {DEEPEST - 1} others, and was not opened. Deliver it by itself."
                yield Member(name, None, problem)

    def _chunks(self, package: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
        if info.flag_bits & ENCRYPTED:
            raise Unreadable("This member of the ZIP is protected by a password. Pack it again without one.")
        if info.file_size > LARGEST_MEMBER or self.bytes + info.file_size > MOST_BYTES:
            raise Unreadable(f"Unpacked, the ZIP is larger than {MOST_BYTES // 2**20} MB here. Split it.")
        if info.file_size > WORTH_A_RATIO and info.file_size > HIGHEST_RATIO * info.compress_size:
            raise Unreadable(
                "This member of the ZIP is packed more tightly than documents can be. Deliver it by itself."
            )
        self.bytes += info.file_size
        try:
            member = package.open(info)
        except DAMAGED as error:
            raise Unreadable(DAMAGED_MEMBER) from error
        with member:
            yield from chunks(member, DAMAGED, DAMAGED_MEMBER)


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
