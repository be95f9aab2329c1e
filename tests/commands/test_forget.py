"""A document that is forgotten leaves no byte behind but in the releases that are named, or dropped with it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
from fake_extraction import fake_extract
from typer.testing import CliRunner, Result

from dagster_project.cli import app
from dagster_project.publication.releases import Release, begin_release, current_release
from dagster_project.settings import Settings
from dagster_project.store.buckets import read_extracted
from dagster_project.store.refresh import refresh
from dagster_project.warehouse.build import build_of

SECRET = b"alpha-secret\n1"
SHA = hashlib.sha256(SECRET).hexdigest()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation of two documents that were read, one of them lying there twice."""
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    (settings.raw / "sub").mkdir(parents=True)
    (settings.raw / "sub" / "a.txt").write_bytes(SECRET)
    (settings.raw / "copy.txt").write_bytes(SECRET)
    (settings.raw / "b.txt").write_bytes(b"beta\n2")
    refresh(settings, fake_extract, "1", isolated=False)
    return settings


@pytest.fixture
def release(settings: Settings) -> Release:
    """Return a current release that holds the documents as they were read."""
    made = begin_release(settings, "run00001", datetime(2031, 1, 1, tzinfo=UTC))
    made.parquet.mkdir()
    build_of(settings, made.release_id).folder.mkdir(parents=True)
    documents = read_extracted(settings.extracted, "documents")
    with duckdb.connect() as connection:
        connection.register("documents", documents)
        connection.execute(f"copy documents to '{made.parquet / 'dim_documents.parquet'}' (format parquet)")
    made.manifest.write_text("{}")
    made.mark.unlink()
    settings.current.symlink_to(made.folder)
    settings.warehouse.symlink_to("current/warehouse.duckdb")
    return made


def forget(settings: Settings, *arguments: str, answer: str = "") -> Result:
    """Run the command in the folders of an installation."""
    folders = ["--raw", str(settings.raw), "--data", str(settings.data)]
    return CliRunner().invoke(app, ["forget", *arguments, *folders], input=answer, env={"COLUMNS": "300"})


def holding(settings: Settings) -> list[Path]:
    """Return the files below the data folder whose name or content has something of the document."""
    files = [file for file in settings.data.rglob("*") if file.is_file() and not file.is_symlink()]
    return [file for file in files if SHA in str(file) or b"alpha-secret" in file.read_bytes()]


@pytest.mark.parametrize("named", ["sub/a.txt", "copy.txt", SHA[:16], SHA])
def test_a_document_is_forgotten_by_path_id_or_hash(settings: Settings, named: str) -> None:
    assert holding(settings)
    result = forget(settings, named, "--yes")
    assert result.exit_code == 0, result.output
    assert holding(settings) == []
    assert ("still lies there" in result.output) is named.endswith(".txt")
    (settings.raw / "sub" / "a.txt").unlink()
    (settings.raw / "copy.txt").unlink()
    assert refresh(settings, fake_extract, "1", isolated=False).extracted == 0
    assert read_extracted(settings.extracted, "documents").column("document_file").to_pylist() == ["b.txt"]
    assert holding(settings) == []


def test_releases_that_hold_it_are_named_or_dropped(settings: Settings, release: Release) -> None:
    told = forget(settings, "sub/a.txt", "--yes").output
    assert f"1 releases still hold it: {release.release_id}" in told
    assert current_release(settings) == release
    assert forget(settings, "sub/a.txt", "--releases", "--yes").exit_code == 0
    assert current_release(settings) is None
    assert not release.folder.exists()
    assert not build_of(settings, release.release_id).folder.exists()
    assert not settings.warehouse.is_symlink()


def test_a_build_that_was_not_published_is_forgotten_with_it(settings: Settings, release: Release) -> None:
    refused = build_of(settings, "refused").folder
    refused.mkdir(parents=True)
    (refused / "warehouse.duckdb").write_bytes(SECRET)
    assert forget(settings, "sub/a.txt", "--yes").exit_code == 0
    assert not refused.exists()
    assert build_of(settings, release.release_id).folder.exists()


def test_nothing_is_removed_without_a_yes_or_a_document(settings: Settings) -> None:
    before = holding(settings)
    assert forget(settings, "sub/a.txt", answer="n\n").exit_code == 2
    assert forget(settings, "nowhere.txt", "--yes").exit_code == 2
    assert forget(settings, "../raw/b.txt", "--yes").exit_code == 2
    assert holding(settings) == before
