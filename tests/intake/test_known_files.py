"""A file that was hashed and has not changed since is not read again; any doubt, and it is."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dagster_project.intake import inventory
from dagster_project.intake.inventory import RawDocument, take_inventory
from dagster_project.intake.known import KnownFiles, NotKnown

Look = Callable[..., tuple[RawDocument, ...]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows with each file that is read."""
    reads: list[int] = []
    copied = inventory.copied

    def counted(*args: Any) -> Any:
        reads.append(1)
        return copied(*args)

    monkeypatch.setattr(inventory, "copied", counted)
    return reads


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Return a look at a folder of a text and an archive of two, both written an hour ago."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("alpha")
    with zipfile.ZipFile(tmp_path / "raw" / "b.zip", "w") as packed:
        packed.writestr("one.txt", "one")
        packed.writestr("two.txt", "two")
    return lambda **told: take_inventory(
        tmp_path / "raw", tmp_path / "archive", KnownFiles(tmp_path / "known.json", **told)
    )


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every look begin a minute later than it does: what was just written counts as written long ago."""
    now = time.time_ns
    monkeypatch.setattr("dagster_project.intake.known.time.time_ns", lambda: now() + 60 * 10**9)


@pytest.mark.usefixtures("settled")
def test_unchanged_files_are_told_without_being_read(look: Look, read: list[int]) -> None:
    first = look()
    assert [document.file for document in first] == ["a.txt", "b.zip!/one.txt", "b.zip!/two.txt"]
    assert len(read) == 2
    assert look() == first
    assert look(all_known=True) == first
    assert len(read) == 2


@pytest.mark.usefixtures("settled")
def test_a_changed_file_alone_is_read(look: Look, read: list[int], tmp_path: Path) -> None:
    before = look()
    (tmp_path / "raw" / "a.txt").write_text("alphA")
    with pytest.raises(NotKnown, match=r"a\.txt"):
        look(all_known=True)
    after = look()
    assert len(read) == 3
    assert after[0].content_sha256 != before[0].content_sha256
    assert after[1:] == before[1:]


@pytest.mark.usefixtures("settled")
def test_a_file_of_the_same_size_and_time_is_another_by_its_inode(look: Look, read: list[int], tmp_path: Path) -> None:
    before, place = look(), tmp_path / "raw" / "a.txt"
    times = place.stat()
    (tmp_path / "new").write_text("omega")
    (tmp_path / "new").replace(place)
    os.utime(place, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert look()[0].content_sha256 != before[0].content_sha256
    assert len(read) == 3


def test_a_file_that_was_written_just_now_is_read_again(look: Look, read: list[int]) -> None:
    look()
    look()
    assert len(read) == 4


@pytest.mark.usefixtures("settled")
def test_everything_is_read_where_that_is_asked_for(look: Look, read: list[int]) -> None:
    first = look()
    assert look(distrusted=True) == first
    assert len(read) == 4


@pytest.mark.usefixtures("settled")
def test_what_the_archive_has_lost_is_read_again(look: Look, read: list[int]) -> None:
    lost = look()[2]
    assert lost.archived is not None
    lost.archived.unlink()
    assert look()[2] == lost
    assert lost.read_bytes() == b"two"
    assert len(read) == 3


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("damage", ["", "[1, 2]", '{"a.txt": 3}', '{"a.txt": [[1], []]}'])
def test_a_damaged_list_is_no_list(look: Look, read: list[int], tmp_path: Path, damage: str) -> None:
    first = look()
    (tmp_path / "known.json").write_text(damage)
    assert look() == first
    assert len(read) == 4
