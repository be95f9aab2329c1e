"""A RAR archive as a ZIP of the same members, by libarchive where it and its Python package are installed.

libarchive is written in C, and archives come from strangers: it runs in a process of its own, within bounds of time and
memory, and what ends it costs its archive.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from functools import cache
from typing import IO

from dagster_project.intake.folder import Unreadable
from dagster_project.intake.rar_headers import DAMAGED, Packed, packed_in

SIGNATURES = {b"Rar!\x1a\x07\x00": "rar", b"Rar!\x1a\x07\x01": "rar5"}
"""How the archives of each version begin, and what libarchive calls them."""
MOST_MEMBERS = 2_000
MOST_BYTES = 2**30
HIGHEST_RATIO = 200
WORTH_A_RATIO = 2**22
"""Bytes up to which an archive may be packed as tightly as it likes."""
SECONDS = 120
MOST_MEMORY = 2**30
CHUNK = 2**20
REFUSED = 3
PROGRAM = "import sys; sys.path[:] = {path!r}; from dagster_project.intake.rar import main; main()"


@cache
def library() -> str | None:
    """Return the version of libarchive; None where it or its Python package is not installed."""
    try:
        import libarchive

        return ".".join(str(libarchive.ffi.version_number() // 1_000**power % 1_000) for power in (2, 1, 0))
    except (ImportError, OSError, AttributeError, TypeError):  # the package looks for the library when it is imported
        return None


def is_rar(begins: bytes) -> bool:
    """Tell whether bytes begin as a RAR archive does."""
    return begins[:7] in SIGNATURES


def as_zip(content: IO[bytes]) -> IO[bytes]:
    """Return a ZIP of the members of a RAR archive. Raises Unreadable."""
    target = tempfile.TemporaryFile()  # noqa: SIM115 - it is the caller's
    with tempfile.TemporaryFile() as packed:
        shutil.copyfileobj(content, packed)
        packed.seek(0)
        command = [sys.executable, "-c", PROGRAM.format(path=sys.path)]
        try:
            done = subprocess.run(command, stdin=packed, stdout=target, stderr=subprocess.PIPE, timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(f"The RAR archive takes longer than {SECONDS} s to unpack. Split it.") from error
    if done.returncode:
        raise Unreadable(done.stderr.decode() if done.returncode == REFUSED else DAMAGED)
    target.seek(0)
    return target


def main() -> None:
    """Unpack the archive that is the standard input into a ZIP that is the standard output."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    try:
        with open(sys.stdout.fileno(), "w+b", closefd=False) as target:
            unpack(sys.stdin.fileno(), target)
    except Unreadable as error:
        sys.stderr.write(str(error))
        sys.exit(REFUSED)


def unpack(packed: int, target: IO[bytes]) -> None:
    """Write the files of an archive, by its descriptor, into a ZIP. Raises Unreadable beyond the bounds."""
    import libarchive

    members = packed_in(packed)
    begins = os.pread(packed, 7, 0)
    size, total, count = os.fstat(packed).st_size, 0, 0
    try:
        with (
            libarchive.fd_reader(packed, format_name=SIGNATURES[begins], filter_name="none") as archive,
            zipfile.ZipFile(target, "w") as package,
        ):
            for entry, told in zip(archive, members, strict=True):
                if not entry.isfile:
                    continue
                count += 1
                if count > MOST_MEMBERS:
                    raise Unreadable(f"The RAR archive holds more than {MOST_MEMBERS} files. Split it.")
                checksum = 0
                with package.open(zipfile.ZipInfo(_named(entry.pathname, told)), "w", force_zip64=True) as member:
                    for block in entry.get_blocks(CHUNK):
                        total += len(block)
                        _require_bounds(total, size)
                        member.write(block)
                        checksum = zlib.crc32(block, checksum)
                if told.checksum not in (None, checksum):
                    raise Unreadable(DAMAGED)
    except (libarchive.ArchiveError, ValueError, OSError, MemoryError) as error:
        raise Unreadable(DAMAGED) from error


def _named(name: str | None, told: Packed) -> str:
    """Return a member's name; one that libarchive cannot decode is in the encoding of a Chinese system."""
    return name or told.name.decode("gb18030", "replace")


def _require_bounds(total: int, size: int) -> None:
    if total > MOST_BYTES:
        raise Unreadable(f"Unpacked, the RAR archive is larger than {MOST_BYTES // 2**20} MB. Split it.")
    if total > WORTH_A_RATIO and total > HIGHEST_RATIO * size:
        raise Unreadable("The RAR archive is packed more tightly than documents can be. Deliver them by themselves.")
