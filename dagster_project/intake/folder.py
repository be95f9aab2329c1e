"""What lies below a folder: told without opening it, and opened without hanging on it or following it elsewhere.

Does not belong here: which of the files are documents.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple

from dagster_project.errors import UsageError

CHUNK = 2**20
KINDS = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))
LINKED_FOLDER = (
    "This is a link to a folder, and was not followed. Put the folder itself here, or take the link away where its "
    "documents lie in the raw folder already."
)
LEADS_OUT = "This link leads out of the raw folder, and was not followed. Put the file itself here."
NOT_PRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode's categories of what a name must not bring into a table or a terminal: controls, marks that are not seen."""


class Unreadable(Exception):
    """Why a file cannot be read, and the remedy: an issue of one document, never the end of a run."""


class Found(NamedTuple):
    """One thing below a folder; of a folder, or of what must not be opened, the problem is told."""

    path: Path
    problem: str | None = None


def walk(raw: Path) -> Iterator[Found]:
    """Yield what lies below a folder, what cannot be read included; hidden files and folders are left out.

    Raises UsageError where the folder itself cannot be listed: then nothing is known.
    """
    folders = [raw]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted((entry for entry in listing if not entry.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            problem = f"The folder cannot be listed: {error.strerror}. Give the run the right to read it, or move it."
            if folder == raw:
                raise UsageError(f"{raw}: {problem}") from error
            yield Found(folder, problem)
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(folder / entry.name)
            else:
                yield Found(folder / entry.name)


def opened(path: Path, within: Path) -> BinaryIO:
    """Open a regular file, or the one in the same folder to which a link leads; raises Unreadable for all else."""
    try:
        return _opened(_target(path, within) if path.is_symlink() else path)
    except (OSError, RuntimeError) as error:
        # a circle of links is a RuntimeError until Python 3.13
        reason = getattr(error, "strerror", None) or "its links lead in a circle"
        raise Unreadable(
            f"The file cannot be read: {reason}. Check its permissions, or that its link leads somewhere."
        ) from error


def read_small(path: Path, within: Path, most: int) -> bytes:
    """Return the bytes of a file as `opened` opens it; raises Unreadable also where there are more than `most`."""
    with opened(path, within) as file:
        try:
            content = file.read(most + 1)
        except OSError as error:
            raise Unreadable(f"The file cannot be read: {error.strerror}") from error
    if len(content) > most:
        raise Unreadable(f"The file is larger than {most // 1024:,} KB")
    return content


def chunks(file: IO[bytes], failures: tuple[type[Exception], ...], problem: str) -> Iterator[bytes]:
    """Yield the bytes of a file; raises Unreadable with the problem for what reading it may raise."""
    try:
        while chunk := file.read(CHUNK):
            yield chunk
    except failures as error:
        raise Unreadable(problem) from error


def printable(path: Path, raw: Path) -> tuple[str, str | None]:
    """Return a path below the raw folder with forward slashes, fit to print, and a remark where that is not its name.

    A name whose bytes are no UTF-8 is read as GB18030, as names in a ZIP are; what is not seen is written as an escape.
    """
    file = path.relative_to(raw).as_posix()
    name = os.fsencode(file)
    try:
        shown = name.decode("utf-8")
    except UnicodeDecodeError:
        shown = _decoded(name)
    shown = "".join(
        letter.encode("unicode_escape").decode() if unicodedata.category(letter) in NOT_PRINTABLE else letter
        for letter in shown
    )
    if shown == file:
        return file, None
    return shown, "The name of this file is not plain UTF-8; it is told as it could be read. Rename the file."


def _decoded(name: bytes) -> str:
    try:
        return name.decode("gb18030")
    except UnicodeDecodeError:
        return name.decode("utf-8", "backslashreplace")


def _target(path: Path, within: Path) -> Path:
    target = path.resolve(strict=True)
    if not target.is_relative_to(within.resolve()):
        raise Unreadable(LEADS_OUT)
    if target.is_dir():
        raise Unreadable(LINKED_FOLDER)
    return target


def _opened(path: Path) -> BinaryIO:
    # before it is opened, since opening a device may do something; and after, since it may have been replaced
    _refuse_irregular(path.lstat().st_mode)
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        _refuse_irregular(os.fstat(handle).st_mode)
    except Unreadable:
        os.close(handle)
        raise
    return os.fdopen(handle, "rb")


def _refuse_irregular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = next((name for is_kind, name in KINDS if is_kind(mode)), "no file")
        raise Unreadable(f"This is {kind}, and was not opened. Take it out of the raw folder.")
