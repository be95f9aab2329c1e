"""A ZIP in the raw folder is the documents in it; what must not be read is an issue, and the rest is read."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from pathlib import Path

import pytest
from fake_extraction import fake_extract

from dagster_project.intake import zips
from dagster_project.intake.inventory import RawDocument, take_inventory
from dagster_project.settings import Settings
from dagster_project.store.buckets import read_extracted
from dagster_project.store.refresh import refresh


def packed(members: dict[str, bytes]) -> bytes:
    """Return a ZIP."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def inventory(folder: Path, content: bytes) -> dict[str, RawDocument]:
    """Return the documents of a raw folder that holds one ZIP, by file."""
    (folder / "outer.zip").write_bytes(content)
    return {document.file: document for document in take_inventory(folder, folder.parent / "archive")}


def test_members_are_documents_with_their_own_bytes(tmp_path: Path) -> None:
    found = inventory(tmp_path, packed({"a.txt": b"alpha", "sub/b.txt": b"beta", "sub/": b""}))
    assert list(found) == ["outer.zip!/a.txt", "outer.zip!/sub/b.txt"]
    second = found["outer.zip!/sub/b.txt"]
    assert (second.read_bytes(), second.size) == (b"beta", 4)
    assert second.content_sha256 == hashlib.sha256(b"beta").hexdigest()


def test_what_systems_leave_in_a_zip_is_no_document(tmp_path: Path) -> None:
    names = ("__MACOSX/._a.txt", ".DS_Store", "sub/.hidden", "Thumbs.db", "~$a.docx", "README.md", "a.txt.source.yml")
    found = inventory(tmp_path, packed({"a.txt": b"alpha", **dict.fromkeys(names, b"x")}))
    assert list(found) == ["outer.zip!/a.txt"]


def test_zip_in_a_zip_is_opened_to_a_bound(tmp_path: Path) -> None:
    content = packed({"a.txt": b"alpha"})
    for _ in range(4):
        content = packed({"inner.zip": content})
    (document,) = inventory(tmp_path, content).values()
    assert document.file == "outer.zip!/inner.zip!/inner.zip!/inner.zip"
    assert "was not opened" in str(document.problem)
    nested = inventory(tmp_path, packed({"in.zip": packed({"a.txt": b"alpha"}), "b.txt": b"beta"}))
    assert nested["outer.zip!/in.zip!/a.txt"].read_bytes() == b"alpha"


def test_workbook_is_one_document_and_no_zip_of_documents(tmp_path: Path) -> None:
    content = packed({"xl/workbook.xml": b"<x/>"})
    assert list(inventory(tmp_path, content)) == ["outer.zip"]
    assert list(inventory(tmp_path, packed({"book.xlsx": content}))) == ["outer.zip!/book.xlsx"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_without_a_mark_are_decoded(tmp_path: Path, encoding: str) -> None:
    name = "某局2031年部门预算.txt"
    content = packed({"x" * len(name.encode(encoding)): b"alpha"})
    found = inventory(tmp_path, content.replace(b"x" * len(name.encode(encoding)), name.encode(encoding)))
    assert list(found) == [f"outer.zip!/{name}"]


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "..\\evil.txt", "e\x07vil.txt", "x" * 500],
)
def test_name_that_leads_out_is_refused_and_not_repeated(tmp_path: Path, name: str) -> None:
    found = inventory(tmp_path, packed({name: b"evil", "good.txt": b"alpha"}))
    assert [file for file, document in found.items() if document.problem] == ["outer.zip!/(1)"]
    assert found["outer.zip!/good.txt"].problem is None


def test_second_file_of_one_name_is_refused(tmp_path: Path) -> None:
    content = packed({"a.txt": b"alpha", "b.txt": b"beta"}).replace(b"b.txt", b"a.txt")
    found = inventory(tmp_path, content)
    assert found["outer.zip!/a.txt"].read_bytes() == b"alpha"
    assert found["outer.zip!/a.txt (2)"].problem


def test_member_packed_too_tightly_is_refused(tmp_path: Path) -> None:
    found = inventory(tmp_path, packed({"bomb.txt": b"\0" * (8 * 2**20), "good.txt": b"alpha"}))
    assert found["outer.zip!/bomb.txt"].problem
    assert found["outer.zip!/good.txt"].problem is None


def test_sizes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_BYTES", 8)
    found = inventory(tmp_path, packed({"a.txt": b"alpha", "b.txt": b"beta"}))
    assert [bool(document.problem) for document in found.values()] == [False, True]


def test_numbers_of_members_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_MEMBERS", 2)
    found = inventory(tmp_path, packed({f"{number}.txt": b"x" for number in range(1_000)}))
    assert len(found) == 3
    assert sum(bool(document.problem) for document in found.values()) == 1


def test_protected_member_is_refused(tmp_path: Path) -> None:
    content = bytearray(packed({"a.txt": b"alpha"}))
    place = content.index(b"PK\x01\x02") + 8
    content[place : place + 2] = struct.pack("<H", 1)
    assert "password" in str(inventory(tmp_path, bytes(content))["outer.zip!/a.txt"].problem)


def test_damaged_member_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    content = packed({"a.txt": b"alpha" * 99, "b.txt": b"beta"})
    broken = content[:38] + b"\xff\xff\xff" + content[41:]
    found = inventory(tmp_path, broken)
    assert found["outer.zip!/a.txt"].problem
    assert found["outer.zip!/b.txt"].read_bytes() == b"beta"


def test_zip_without_documents_is_named(tmp_path: Path) -> None:
    assert "no document" in str(inventory(tmp_path, packed({".DS_Store": b""}))["outer.zip"].problem)


def test_damaged_zip_is_left_to_the_reader(tmp_path: Path) -> None:
    assert inventory(tmp_path, b"PK\x03\x04rest")["outer.zip"].problem is None


def test_members_are_extracted_archived_and_refused_ones_are_issues(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    settings.raw.mkdir()
    (settings.raw / "outer.zip").write_bytes(packed({"a.txt": b"alpha\n1", "../b.txt": b"beta"}))
    (settings.raw / "outer.zip.source.yml").write_text("source_url: https://example.org/a\n")
    (settings.raw / "same.txt").write_bytes(b"alpha\n1")
    refresh(settings, fake_extract, "1", isolated=False)
    rows = {row["document_file"]: row for row in read_extracted(settings.extracted, "documents").to_pylist()}
    assert set(rows) == {"outer.zip!/a.txt", "outer.zip!/(2)", "same.txt"}
    assert rows["outer.zip!/a.txt"]["source_url"] == "https://example.org/a"
    assert rows["same.txt"]["duplicate_of"] == rows["outer.zip!/a.txt"]["document_id"]
    issues = read_extracted(settings.extracted, "issues").to_pylist()
    assert [(row["document_file"], row["code"]) for row in issues] == [("outer.zip!/(2)", "unreadable_file")]
    assert (settings.archive / hashlib.sha256(b"alpha\n1").hexdigest()).read_bytes() == b"alpha\n1"
