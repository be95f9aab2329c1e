"""A run may die anywhere: whatever it leaves, one clean run makes of it what a run from nothing makes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from fake_extraction import fake_extract, table
from faults import HOW, Disk, Killed, struck

from dagster_project import atomic
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.extraction.schemas import TABLES
from dagster_project.settings import Settings
from dagster_project.store import refresh as module
from dagster_project.store.buckets import read_extracted, write_bucket
from dagster_project.store.refresh import refresh

FEW = {"documents", "issues"}


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a document have few tables, each is written in the same way; and let no clean run wait for the disk."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    # restored in its order, which others go by
    with mock.patch.dict(TABLES, {name: TABLES[name] for name in TABLES if name in FEW}, clear=True):
        yield


def folder(place: Path, **documents: str) -> Settings:
    """Return an installation whose raw folder holds documents."""
    settings = Settings(place / "raw", place / "data")
    settings.raw.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (settings.raw / f"{name}.txt").write_text(text)
    return settings


def tree(settings: Settings) -> dict[str, bytes]:
    """Return the bytes of everything below the data folder, but of what tells files apart that hold the same."""
    known = {settings.known, settings.known_buckets}
    files = (file for file in settings.data.rglob("*") if file.is_file() and file not in known)
    return {file.relative_to(settings.data).as_posix(): file.read_bytes() for file in files}


def buckets(settings: Settings) -> dict[str, bytes]:
    """Return the bytes of what dbt reads."""
    return {name: content for name, content in tree(settings).items() if "bucket=" in name}


def run(settings: Settings) -> None:
    """Refresh in this process."""
    refresh(settings, fake_extract, "1", isolated=False)


@pytest.mark.usefixtures("_quick")
@pytest.mark.parametrize("how", HOW)
def test_a_first_run_that_fails_anywhere_is_made_good_by_the_next(tmp_path: Path, how: str) -> None:
    clean = folder(tmp_path / "clean", a="alpha\n1")
    with Disk().failing() as disk:
        run(clean)
    assert disk.count > 30
    for number in struck(how, disk.count):
        settings = folder(tmp_path / "torn", a="alpha\n1")
        with Disk(how, number).failing():
            run(settings)
        run(settings)
        assert tree(settings) == tree(clean), f"{how} at operation {number}"
        shutil.rmtree(tmp_path / "torn")


@pytest.mark.usefixtures("_quick")
@pytest.mark.parametrize("how", HOW)
def test_a_later_run_that_fails_anywhere_is_made_good_by_the_next(tmp_path: Path, how: str) -> None:
    before = folder(tmp_path / "before", a="alpha\n1", b="beta\n2")
    before.corrections.write_text("- {file: b.txt, field: fiscal_year, expect: 2021, value: 2022, reason: misprint}\n")
    run(before)

    def as_before() -> Settings:
        shutil.rmtree(tmp_path / "torn", ignore_errors=True)
        shutil.copytree(tmp_path / "before", tmp_path / "torn")
        settings = folder(tmp_path / "torn", c="gamma\n3")
        (settings.raw / "a.txt").unlink()
        settings.corrections.unlink()
        return settings

    clean = folder(tmp_path / "clean", b="beta\n2", c="gamma\n3")
    run(clean)
    with Disk().failing() as disk:
        run(as_before())
    for number in struck(how, disk.count):
        settings = as_before()
        with Disk(how, number).failing():
            run(settings)
        run(settings)
        assert buckets(settings) == buckets(clean), f"{how} at operation {number}"
        left = [file for file in settings.data.rglob(".*") if atomic.BESIDE.fullmatch(file.name)]
        assert left == [], f"{how} at operation {number}"


def extract_as_corrected(content: bytes, file: str, corrections: Sequence[Correction]) -> Extraction:
    """Extract as the fake does, in the fiscal year that a correction states."""
    extracted = fake_extract(content, file)
    documents = extracted.tables["documents"].to_pylist()
    for correction in corrections:
        documents[0]["fiscal_year"] = int(correction.value)
    return Extraction(extracted.document_id, {**extracted.tables, "documents": table("documents", documents)})


def years(settings: Settings) -> list[int]:
    """Return the fiscal years of the documents, one each."""
    return sorted(row["fiscal_year"] for row in read_extracted(settings.extracted, "documents").to_pylist())


def test_what_was_withdrawn_is_not_published_after_a_run_that_was_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = folder(tmp_path, a="alpha\n1", b="beta\n2")

    def night() -> None:
        refresh(settings, extract_as_corrected, "1", isolated=False)

    def killed_after_one(*arguments: Any) -> None:
        monkeypatch.setattr(module, "write_bucket", killed)
        write_bucket(*arguments)

    def killed(*arguments: Any) -> None:
        raise Killed

    night()
    stated = [f"- {{file: {name}.txt, field: fiscal_year, expect: 2021, value: 2022, reason: r}}\n" for name in "ab"]
    settings.corrections.write_text("".join(stated))
    monkeypatch.setattr(module, "write_bucket", killed_after_one)
    with pytest.raises(Killed):
        night()
    assert years(settings) == [2021, 2022]
    monkeypatch.undo()
    settings.corrections.unlink()
    night()
    assert years(settings) == [2021, 2021]


@pytest.mark.parametrize("damage", [b"", b"PAR1"])
@pytest.mark.parametrize("pattern", ["*/bucket=*/part.parquet", "_documents/1/*/tables"])
def test_what_cannot_be_read_back_is_made_anew(tmp_path: Path, pattern: str, damage: bytes) -> None:
    settings = folder(tmp_path, a="alpha\n1")
    run(settings)
    whole = buckets(settings)
    for file in settings.extracted.glob(pattern):
        file.write_bytes(damage)
    # what lies in the bucket is still whole: the part is wanted when the bucket is put together again
    (settings.raw / "a.txt").rename(settings.raw / "moved.txt")
    run(settings)
    (settings.raw / "moved.txt").rename(settings.raw / "a.txt")
    run(settings)
    assert buckets(settings) == whole


def test_a_part_of_a_table_that_is_gone_is_made_anew(tmp_path: Path) -> None:
    settings = folder(tmp_path, a="alpha\n1")
    run(settings)
    whole = tree(settings)
    next(settings.extracted.glob("ledger/bucket=*/part.parquet")).unlink()
    run(settings)
    assert tree(settings) == whole
