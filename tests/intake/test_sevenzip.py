"""7z archives: the same members as a ZIP, in bounds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import py7zr
import pytest

from dagster_project.intake import sevenzip


def packed(*members: tuple[str, bytes], password: str | None = None) -> io.BytesIO:
    """Return a 7z archive of members."""
    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w", password=password) as archive:
        for name, content in members:
            archive.writestr(content, name)
    target.seek(0)
    return target


def unpacked(content: io.BytesIO) -> Sequence[tuple[str, bytes]]:
    """Return the members of the ZIP that is made of an archive."""
    with sevenzip.as_zip(content) as made, zipfile.ZipFile(made) as package:
        return [(info.filename, package.read(info)) for info in package.infolist()]


def test_members_come_back() -> None:
    members = [("甲/预算.txt", "甲\n".encode()), ("b.bin", bytes(range(256)) * 40), ("empty.txt", b"")]
    assert sorted(unpacked(packed(*members))) == sorted(members)


def test_an_archive_is_told_by_its_bytes() -> None:
    archive = packed(("a", b"a"))
    assert sevenzip.is_7z(archive)
    assert archive.tell() == 0
    assert not sevenzip.is_7z(io.BytesIO(b"PK\x03\x04"))


@pytest.mark.parametrize(("bound", "most"), [("MOST_MEMBERS", 1), ("MOST_BYTES", 100), ("WORTH_A_RATIO", 100)])
def test_bounds_are_kept(monkeypatch: pytest.MonkeyPatch, bound: str, most: int) -> None:
    monkeypatch.setattr(sevenzip, bound, most)
    if bound == "WORTH_A_RATIO":
        monkeypatch.setattr(sevenzip, "HIGHEST_RATIO", 2)
    with pytest.raises(sevenzip.Refused):
        sevenzip.as_zip(packed(("a", b"0" * 2_000), ("b", b"0" * 2_000)))


def test_a_member_that_is_longer_than_told_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = packed(("a", b"0" * 2_000))
    monkeypatch.setattr(sevenzip, "_require_bounds", lambda archive, size: None)
    monkeypatch.setattr(sevenzip, "MOST_BYTES", 100)
    with pytest.raises(sevenzip.Refused):
        sevenzip.as_zip(archive)


@pytest.mark.parametrize("damage", ["cut", "password", "noise"])
def test_what_cannot_be_unpacked_says_so(damage: str) -> None:
    archive = packed(("a", b"0" * 2_000), password="x" if damage == "password" else None)
    content = archive.getvalue()
    if damage == "cut":
        archive = io.BytesIO(content[:-20])
    elif damage == "noise":
        archive = io.BytesIO(content[:40] + bytes(20) + content[60:])
    with pytest.raises(sevenzip.Refused, match="password" if damage == "password" else "damaged"):
        sevenzip.as_zip(archive)
