"""A bucket whose files are as they were is not opened again; one that is not is looked into."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fake_extraction import fake_extract

from dagster_project.settings import Settings
from dagster_project.store import signatures
from dagster_project.store.buckets import bucket_file, write_bucket
from dagster_project.store.signatures import Signatures


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation with one bucket, noted."""
    settings = Settings(tmp_path / "raw", tmp_path)
    write_bucket(settings.extracted, "0a", fake_extract(b"one", "a.txt").tables, "made of this")
    noted = Signatures.read(settings)
    noted.note("0a", "made of this")
    noted.write(keep=["0a"])
    return settings


def test_a_bucket_that_is_as_it_was_is_not_opened(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signatures, "is_made_of", lambda *arguments: pytest.fail("it is opened"))
    assert Signatures.read(settings).is_made_of("0a", "made of this")


def test_a_bucket_made_of_something_else_is_told_by_its_files(settings: Settings) -> None:
    assert not Signatures.read(settings).is_made_of("0a", "made of that")
    write_bucket(settings.extracted, "0a", fake_extract(b"two", "a.txt").tables, "made of that")
    assert Signatures.read(settings).is_made_of("0a", "made of that")
    assert not Signatures.read(settings).is_made_of("0a", "made of this")


@pytest.mark.parametrize("damage", ["gone", "cut", "same size"])
def test_a_file_that_was_damaged_is_noticed(damage: str, settings: Settings) -> None:
    file = bucket_file(settings.extracted, "ledger", "0a")
    content = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(content[:-1] if damage == "cut" else bytes(len(content)))
        os.utime(file, ns=(0, 0))
    assert not Signatures.read(settings).is_made_of("0a", "made of this")


def test_a_note_that_cannot_be_read_is_none(settings: Settings) -> None:
    settings.known_buckets.write_text('[["0a"')
    noted = Signatures.read(settings)
    assert noted.known == {}
    assert noted.is_made_of("0a", "made of this")


def test_the_rows_of_all_buckets_are_told(settings: Settings) -> None:
    write_bucket(settings.extracted, "ff", fake_extract(b"two", "b.txt").tables, "of another")
    noted = Signatures.read(settings)
    noted.note("ff", "of another")
    assert noted.rows()["documents"] == 2


def test_a_bucket_is_judged_until_it_is_written_again_or_something_else_is_asked(settings: Settings) -> None:
    noted = Signatures.read(settings)
    assert noted.unjudged("what is asked") == ["0a"]
    noted.judged("what is asked")
    again = Signatures.read(settings)
    assert again.unjudged("what is asked") == []
    assert again.unjudged("something else") == ["0a"]
    again.note("0a", "made of this")
    assert again.unjudged("what is asked") == ["0a"]
