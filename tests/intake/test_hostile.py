"""Whatever lies in the raw folder stands in `documents`, read or told; no run stops, and nothing else is touched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hostile import fill

from dagster_project.errors import UsageError
from dagster_project.intake import archive, inventory
from dagster_project.intake.folder import walk
from dagster_project.intake.inventory import RawDocument, take_inventory
from dagster_project.invariants.extracted import judge_extracted
from dagster_project.settings import Settings
from dagster_project.store import refresh as refreshing
from dagster_project.store.buckets import read_extracted
from dagster_project.store.refresh import refresh

pytestmark = pytest.mark.xdist_group("hostile")


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that links lead to."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.txt").write_text("source_url: secret")
    return folder


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, outside: Path) -> tuple[Settings, int]:
    """Return an installation whose raw folder is hostile and was read, and how many things lie in it."""
    folder = tmp_path_factory.mktemp("hostile")
    settings = Settings(folder / "raw", folder / "data [1] 'x'")
    count = fill(settings.raw, outside)
    with pytest.MonkeyPatch.context() as patch:
        # thousands of small files are written, and none is to outlive the machine
        patch.setattr(os, "fsync", lambda handle: None)
        # hundreds of small documents: one file per table instead of two hundred
        patch.setattr(RawDocument, "bucket", "00")
        patch.setattr(refreshing, "WORTH_A_POOL", count * 10, raising=False)
        refresh(settings, version="1")
    return settings, count


def rows(settings: Settings, table: str) -> list[dict[str, Any]]:
    """Return the rows of an extracted table."""
    return list(read_extracted(settings.extracted, table).to_pylist())


def test_everything_found_stands_in_documents(corpus: tuple[Settings, int]) -> None:
    settings, count = corpus
    assert count >= 200
    told = {row["document_file"].partition("!/")[0] for row in rows(settings, "documents")}
    assert len(told) == count
    verdicts = {verdict.invariant.name: verdict for verdict in judge_extracted(settings)}
    for name in ("documents_are_what_was_found", "documents_key_is_unique", "issues_belong_to_a_document"):
        assert verdicts[name].holds, verdicts[name].description


def test_what_was_not_read_has_an_issue(corpus: tuple[Settings, int]) -> None:
    settings, _ = corpus
    told = {row["document_file"] for row in rows(settings, "issues") if row["severity"] == "error"}
    # of files with the same bytes, the first has the issue
    found = [row for row in rows(settings, "documents") if row["duplicate_of"] is None]
    unread = {row["document_file"] for row in found if row["format"] in ("unreadable", "unknown")}
    assert len(unread) > 30
    assert unread <= told


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("links/file out.txt", "leads out"),
        ("links/folder out", "leads out"),
        ("links/system", "leads out"),
        ("links/device", "leads out"),
        ("links/nowhere", "cannot be read"),
        ("links/itself", "cannot be read"),
        ("links/there", "cannot be read"),
        ("links/up", "link to a folder"),
        ("links/pipe.pdf", "a pipe"),
        ("links/socket.txt", "a socket"),
    ],
)
def test_links_out_and_devices_are_told(corpus: tuple[Settings, int], file: str, told: str) -> None:
    (issue,) = (row for row in rows(corpus[0], "issues") if row["document_file"] == file)
    assert (issue["severity"], told in issue["message"]) == ("error", True)


def test_a_link_inside_is_a_copy(corpus: tuple[Settings, int]) -> None:
    found = {row["document_file"]: row for row in rows(corpus[0], "documents")}
    assert found["texts/14.txt"]["duplicate_of"] == found["links/inside.txt"]["document_id"]


def test_nothing_of_the_outside_is_kept_or_made(corpus: tuple[Settings, int], outside: Path) -> None:
    settings, _ = corpus
    assert [path.name for path in outside.rglob("*")] == ["secret.txt"]
    assert {path.name for path in settings.data.parent.iterdir()} == {"raw", settings.data.name}
    assert not any(b"secret" in path.read_bytes() for path in settings.archive.iterdir())
    assert {row["source_url"] for row in rows(settings, "documents")}.isdisjoint({"secret"})
    assert all(len(path.name) == 64 for path in settings.archive.iterdir())


def test_names_are_fit_to_print_and_told_where_they_are_changed(corpus: tuple[Settings, int]) -> None:
    settings, _ = corpus
    files = [row["document_file"] for row in rows(settings, "documents")]
    assert all(file.isprintable() for file in files)
    assert {"names/换\\n行.txt", "bytes/年度.txt", "bytes/\\xff\\xfe.txt", "names/倒\\u202e序.txt"} <= set(files)
    told = {row["document_file"] for row in rows(settings, "issues") if "Rename" in row["message"]}
    assert {"names/换\\n行.txt", "bytes/年度.txt"} <= told
    assert "names/空 格.txt" not in told


def test_sidecars_are_told_with_their_field(corpus: tuple[Settings, int]) -> None:
    settings, _ = corpus
    told = {row["document_file"]: row["message"] for row in rows(settings, "issues") if "sidecar" in row["message"]}
    assert len([file for file in told if file.startswith("sidecars/")]) >= 24
    assert "published_on: '2026-02-31' is no date" in told["sidecars/0.txt"]
    assert "nested more than" in told["sidecars/21.txt"]
    assert "a pipe" in told["links/document.txt"]
    assert "leads out" in told["links/other.txt"]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "raw" / "closed").mkdir(parents=True)
    (tmp_path / "raw" / "a.txt").write_text("alpha")
    scan = os.scandir

    def closed(folder: Path) -> Any:
        if Path(folder).name in refused:
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    refused = {"closed"}
    monkeypatch.setattr(os, "scandir", closed)
    first, second = take_inventory(tmp_path / "raw", tmp_path / "archive")
    assert (first.file, first.problem) == ("a.txt", None)
    assert (second.file, "cannot be listed" in str(second.problem)) == ("closed", True)
    refused.add("raw")
    with pytest.raises(UsageError, match="cannot be listed"):
        take_inventory(tmp_path / "raw", tmp_path / "archive")


def test_folders_in_one_another_are_walked_however_deep(tmp_path: Path) -> None:
    folder = tmp_path / "raw"
    for _ in range(400):
        folder = folder / "a"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("deep")
    assert [found.path.name for found in walk(tmp_path / "raw")] == ["a.txt"]


def one(raw: Path, archive: Path) -> RawDocument:
    """Return the one document of a raw folder."""
    (document,) = take_inventory(raw, archive)
    return document


def test_a_file_that_changes_while_it_is_read_is_told_and_read_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_bytes(b"alpha")
    chunks = inventory.chunks

    def growing(*arguments: Any) -> Any:
        yield from chunks(*arguments)
        with (raw / "a.txt").open("ab") as file:
            file.write(b" beta")

    monkeypatch.setattr(inventory, "chunks", growing)
    document = one(raw, tmp_path / "archive")
    assert "changed while it was read" in str(document.remark)
    (raw / "a.txt").unlink()
    assert document.read_bytes() == b"alpha"


def test_a_file_that_fails_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_bytes(b"alpha")

    def failing(file: Any, failures: Any, problem: str) -> Any:
        yield b"alp"
        raise inventory.Unreadable(problem)

    monkeypatch.setattr(inventory, "chunks", failing)
    document = one(raw, tmp_path / "archive")
    assert document.problem == inventory.FAILED
    assert list((tmp_path / "archive").iterdir()) == []


def test_a_file_that_is_too_large_is_told_and_a_large_one_goes_over_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_bytes(b"alpha" * 10)
    monkeypatch.setattr(archive, "LARGEST", 49)
    assert "larger than" in str(one(raw, tmp_path / "archive").problem)
    monkeypatch.setattr(archive, "LARGEST", 50)
    monkeypatch.setattr(archive, "IN_MEMORY", 5)
    assert one(raw, tmp_path / "archive").read_bytes() == b"alpha" * 10
    assert len(list((tmp_path / "archive").iterdir())) == 1


def test_bytes_in_the_archive_that_are_not_whole_are_made_anew(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_bytes(b"alpha")
    place = one(raw, tmp_path / "archive").archived
    assert place is not None
    place.write_bytes(b"al")
    assert one(raw, tmp_path / "archive").read_bytes() == b"alpha"


def test_what_is_made_may_not_lie_in_the_raw_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="would lie in the raw folder"):
        take_inventory(tmp_path, tmp_path / "data" / "archive")


def test_two_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "换\n.txt").write_text("alpha")
    (tmp_path / "raw" / "换\\n.txt").write_text("beta")
    documents = take_inventory(tmp_path / "raw", tmp_path / "archive")
    assert [document.file for document in documents] == ["换\\n.txt", "换\\n.txt (2)"]
