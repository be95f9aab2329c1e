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
from dagster_project.intake.rar_headers import packed_in

MARK, MARK_5 = b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00"
needs_library = pytest.mark.skipif(rar.library() is None, reason="libarchive is not installed")


def block(kind: int, flags: int, body: bytes, data: bytes = b"") -> bytes:
    """Return a block of an archive of version 4, with its checksum."""
    head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head + data


def archive(*files: tuple[str | bytes, bytes]) -> bytes:
    """Return an archive of version 4 that stores files as they are."""
    blocks = [block(0x73, 0, bytes(6))]
    for name, content in files:
        named, size = name if isinstance(name, bytes) else name.encode(), len(content)
        numbers = (size, size, 3, zlib.crc32(content), 0x52210000, 20, 0x30, len(named), 0o100644)
        blocks.append(block(0x74, 0x8200, struct.pack("<IIBIIBBHI", *numbers) + named, content))
    return MARK + b"".join(blocks) + block(0x7B, 0x4000, b"")


def number(value: int) -> bytes:
    """Return a number of version 5: seven bits a byte, lowest first."""
    rest, last = divmod(value, 128)
    return bytes([last + 128]) + number(rest) if rest else bytes([last])


def block_5(kind: int, flags: int, body: bytes, data: bytes = b"") -> bytes:
    """Return a block of an archive of version 5, with its checksum."""
    head = number(kind) + number(flags + (2 if data else 0)) + (number(len(data)) if data else b"") + body
    sized = number(len(head)) + head
    return struct.pack("<I", zlib.crc32(sized)) + sized + data


def archive_5(*files: tuple[str, bytes], flags: int = 0) -> bytes:
    """Return an archive of version 5 that stores files as they are."""
    blocks = [block_5(1, 0, number(0))]
    for name, content in files:
        named, checksum = name.encode(), struct.pack("<I", zlib.crc32(content))
        body = number(4) + number(len(content)) + number(0o100644) + checksum + number(0) + number(1)
        blocks.append(block_5(2, flags, body + number(len(named)) + named, content))
    return MARK_5 + b"".join(blocks) + block_5(5, 0, number(0))


def unpacked(packed: bytes) -> dict[str, bytes]:
    """Return the members of an archive by name."""
    with rar.as_zip(io.BytesIO(packed)) as made, zipfile.ZipFile(made) as package:
        return {name: package.read(name) for name in package.namelist()}


FILES = (("预算/部门.txt", "支出12万元".encode()), ("b.txt", b"2"))


@needs_library
def test_members_of_version_5() -> None:
    assert unpacked(archive_5(*FILES)) == dict(FILES)


@needs_library
def test_a_name_in_the_encoding_of_a_chinese_system() -> None:
    assert unpacked(archive(("预算.txt".encode("gbk"), b"1"))) == {"预算.txt": b"1"}


@pytest.mark.parametrize(("make", "last"), [(archive, 7), (archive_5, 8)])
def test_an_archive_that_is_cut_off_is_told(make, last: int, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    packed, path = make(*FILES), tmp_path / "a.rar"
    for length in range(len(packed) - last - len(FILES[-1][1]), len(packed)):
        path.write_bytes(packed[:length])
        # without the block that ends it, an archive of version 4 is whole all the same: the first ones had none
        if (make, length) != (archive, len(packed) - last):
            with path.open("rb") as file, pytest.raises(Unreadable, match="damaged"):
                packed_in(file.fileno())


@needs_library
@pytest.mark.parametrize("make", [archive, archive_5])
def test_a_member_whose_bytes_are_not_those_that_were_packed_is_told(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Unreadable, match="damaged"):
        unpacked(make(*FILES).replace("12万元".encode(), "13万元".encode()))


def test_one_part_of_several_is_told(tmp_path: Path) -> None:
    packed = tmp_path / "a.part1.rar"
    packed.write_bytes(archive_5(*FILES, flags=0x10))
    with packed.open("rb") as file, pytest.raises(Unreadable, match="one part of several"):
        packed_in(file.fileno())


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
