"""A 7z archive as a ZIP of the same members, so that the bounds and names of ZIPs hold for it, too."""

from __future__ import annotations

import io
import lzma
import tempfile
import warnings
import zipfile
import zlib
from typing import IO, Any

import py7zr
from py7zr.io import Py7zIO, WriterFactory

from dagster_project.intake.folder import Unreadable

MOST_MEMBERS = 2_000
MOST_BYTES = 2**30
HIGHEST_RATIO = 200
WORTH_A_RATIO = 2**22
"""Bytes up to which an archive may be packed as tightly as it likes."""
IN_MEMORY = 2**24
"""Bytes of a member, and of the ZIP, that are kept in memory; what is larger goes to a temporary file."""
DAMAGED = (py7zr.exceptions.ArchiveError, lzma.LZMAError, zlib.error, EOFError, OSError, ValueError, LookupError)
"""What opening an archive that is damaged, hostile or packed in a rare way can raise."""


def as_zip(content: IO[bytes]) -> IO[bytes]:
    """Return a ZIP of the members of a 7z archive. Raises Unreadable."""
    size = content.seek(0, io.SEEK_END)
    content.seek(0)
    try:
        with py7zr.SevenZipFile(content, "r") as archive:
            _require_bounds(archive, size)
            members = _Members()
            archive.extractall(factory=members)
    except DAMAGED as error:
        raise Unreadable("The 7z archive is damaged, or packed in a rare way. Pack it again, as a ZIP.") from error
    target = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - it is the caller's
    with zipfile.ZipFile(target, "w") as package, warnings.catch_warnings(action="ignore"):  # of two of one name
        for name, member in members.written:
            with package.open(zipfile.ZipInfo(name), "w", force_zip64=True) as opened:
                opened.write(member.content())
    target.seek(0)
    return target


def _require_bounds(archive: py7zr.SevenZipFile, size: int) -> None:
    if archive.needs_password():
        raise Unreadable("The 7z archive is protected by a password. Pack it again without one.")
    members = archive.list()
    total = sum(member.uncompressed for member in members)
    if len(members) > MOST_MEMBERS:
        raise Unreadable(f"The 7z archive holds more than {MOST_MEMBERS} files. Split it.")
    if total > MOST_BYTES:
        raise Unreadable(f"Unpacked, the 7z archive is larger than {MOST_BYTES // 2**20} MB. Split it.")
    if total > WORTH_A_RATIO and total > HIGHEST_RATIO * size:
        raise Unreadable("The 7z archive is packed more tightly than documents can be. Deliver them by themselves.")


class _Member(Py7zIO):
    """One member as it is unpacked; it never holds more than the archive may."""

    def __init__(self) -> None:
        self.file: Any = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed with its archive
        self.length = 0

    def write(self, s: bytes | bytearray) -> int:
        self.length += len(s)
        if self.length > MOST_BYTES:
            raise ValueError("longer than its archive says")
        written: int = self.file.write(s)
        return written

    def content(self) -> bytes:
        """Return what was unpacked."""
        self.file.seek(0)
        found: bytes = self.file.read()
        self.file.close()
        return found

    def read(self, size: int | None = None) -> bytes:
        found: bytes = self.file.read(-1 if size is None else size)
        return found

    def seek(self, offset: int, whence: int = 0) -> int:
        place: int = self.file.seek(offset, whence)
        return place

    def flush(self) -> None:
        self.file.flush()

    def size(self) -> int:
        return self.length


class _Members(WriterFactory):
    """The members of one archive, in its order."""

    def __init__(self) -> None:
        self.written: list[tuple[str, _Member]] = []

    def create(self, filename: str) -> Py7zIO:
        member = _Member()
        self.written.append((filename, member))
        return member
