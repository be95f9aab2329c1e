"""RAR archives: read where libarchive is there, within bounds, in a process whose end costs the archive alone."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from dagster_project.intake import rar, zips
from dagster_project.intake.folder import Unreadable

MARK = b"Rar!\x1a\x07\x00"
needs_library = pytest.mark.skipif(rar.library() is None, reason="libarchive is not installed")


def block(kind: int, flags: int, body: bytes, data: bytes = b"") -> bytes:
    """Return a block of an archive of version 4, with its checksum."""
    head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head + data


def archive(*files: tuple[str, bytes]) -> bytes:
    """Return an archive of version 4 that stores files as they are."""
    blocks = [block(0x73, 0, bytes(6))]
    for name, content in files:
        named, size = name.encode(), len(content)
        numbers = (size, size, 3, zlib.crc32(content), 0x52210000, 20, 0x30, len(named), 0o100644)
        blocks.append(block(0x74, 0x8200, struct.pack("<IIBIIBBHI", *numbers) + named, content))
    return MARK + b"".join(blocks) + block(0x7B, 0x4000, b"")


@needs_library
def test_members_are_those_of_the_archive() -> None:
    packed = archive(("预算/部门.txt", "支出12万元".encode()), ("b.txt", b"2"))
    with rar.as_zip(io.BytesIO(packed)) as made, zipfile.ZipFile(made) as package:
        found = {name: package.read(name).decode() for name in package.namelist()}
    assert found == {"预算/部门.txt": "支出12万元", "b.txt": "2"}


@needs_library
def test_names_that_lead_out_are_refused_as_in_a_zip(tmp_path: Path) -> None:
    made = zips.as_zip(io.BytesIO(archive(("../out.txt", b"1"), ("in.txt", b"2"))))
    assert made is not None
    found = {member.name: member.problem for member in zips.members(made, tmp_path)}
    assert found["in.txt"] is None
    assert [problem for problem in found.values() if problem and "leads out" in problem]
    assert not (tmp_path.parent / "out.txt").exists()


@needs_library
@pytest.mark.parametrize("damage", [lambda packed: packed[:40], lambda packed: packed[:-20] + bytes(20)])
def test_a_damaged_archive_is_told(damage) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Unreadable, match="damaged"):
        rar.as_zip(io.BytesIO(damage(archive(("a.txt", b"0123456789" * 5)))))


@needs_library
@pytest.mark.parametrize(
    ("bound", "most", "told"),
    [("MOST_MEMBERS", 1, "more than 1 files"), ("MOST_BYTES", 2_500, "larger"), ("HIGHEST_RATIO", 0, "tightly")],
)
def test_an_archive_beyond_the_bounds_is_refused(
    bound: str, most: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rar, bound, most)
    monkeypatch.setattr(rar, "WORTH_A_RATIO", 1_000 if bound == "HIGHEST_RATIO" else 2**22)
    packed = tmp_path / "a.rar"
    packed.write_bytes(archive(("a", b"0" * 2_000), ("b", b"0" * 2_000)))
    with packed.open("rb") as file, pytest.raises(Unreadable, match=told):
        rar.unpack(file.fileno(), io.BytesIO())


@pytest.mark.parametrize("ending", ["import os; os.kill(os.getpid(), 11)", "raise MemoryError", "while True: pass"])
def test_whatever_ends_the_process_costs_the_archive_alone(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rar, "PROGRAM", ending)
    monkeypatch.setattr(rar, "SECONDS", 2)
    with pytest.raises(Unreadable, match="RAR archive"):
        rar.as_zip(io.BytesIO(archive(("a.txt", b"1"))))


def test_without_the_library_an_archive_is_no_zip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "library", lambda: None)
    assert zips.as_zip(io.BytesIO(archive(("a.txt", b"1")))) is None
