"""7z archives: the same members as a ZIP, in bounds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import py7zr
import pytest

from dagster_project.intake import sevenzip
from dagster_project.intake.folder import Unreadable
from dagster_project.intake.inventory import take_inventory


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


def test_the_documents_of_an_archive_are_found(tmp_path: Path) -> None:
    raw, archive = tmp_path / "raw", tmp_path / "archive"
    raw.mkdir()
    inner = packed(("乙.txt", b"b"))
    (raw / "a.7z").write_bytes(packed(("甲/预算.txt", b"a"), ("inner.7z", inner.getvalue())).getvalue())
    (raw / "b.7z").write_bytes(packed(("a", b"0" * 2_000)).getvalue()[:-20])
    found = take_inventory(raw, archive)
    assert [(document.file, document.read_bytes()) for document in found if not document.problem] == [
        ("a.7z!/inner.7z!/乙.txt", b"b"),
        ("a.7z!/甲/预算.txt", b"a"),
    ]
    assert [document.file for document in found if document.problem] == ["b.7z"]


@pytest.mark.parametrize(("bound", "most"), [("MOST_MEMBERS", 1), ("MOST_BYTES", 100), ("WORTH_A_RATIO", 100)])
def test_bounds_are_kept(monkeypatch: pytest.MonkeyPatch, bound: str, most: int) -> None:
    monkeypatch.setattr(sevenzip, bound, most)
    if bound == "WORTH_A_RATIO":
        monkeypatch.setattr(sevenzip, "HIGHEST_RATIO", 2)
    with pytest.raises(Unreadable):
        sevenzip.as_zip(packed(("a", b"0" * 2_000), ("b", b"0" * 2_000)))


def test_a_member_that_is_longer_than_told_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = packed(("a", b"0" * 2_000))
    monkeypatch.setattr(sevenzip, "_require_bounds", lambda archive, size: None)
    monkeypatch.setattr(sevenzip, "MOST_BYTES", 100)
    with pytest.raises(Unreadable):
        sevenzip.as_zip(archive)


@pytest.mark.parametrize("damage", ["cut", "password", "noise"])
def test_what_cannot_be_unpacked_says_so(damage: str) -> None:
    archive = packed(("a", b"0" * 2_000), password="x" if damage == "password" else None)
    content = archive.getvalue()
    if damage == "cut":
        archive = io.BytesIO(content[:-20])
    elif damage == "noise":
        archive = io.BytesIO(content[:40] + bytes(20) + content[60:])
    with pytest.raises(Unreadable, match="password" if damage == "password" else "damaged"):
        sevenzip.as_zip(archive)
