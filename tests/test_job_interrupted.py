"""A whole job may die anywhere, from the raw folder to the pointer: readers see a whole release, and one clean run
publishes what a job from nothing publishes, byte for byte. Documents are read and built by stand-ins, for the time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import duckdb
import pytest
from fake_extraction import fake_extract
from faults import HOW, Disk, duckdb_on

from dagster_project import atomic
from dagster_project.extraction.schemas import TABLES
from dagster_project.intake.inventory import take_inventory
from dagster_project.intake.known import KnownFiles
from dagster_project.invariants import extracted
from dagster_project.invariants.judged import WITHHELD, judge_documents, read_judged
from dagster_project.publication.fewer import refuse_fewer
from dagster_project.publication.lock import run_lock
from dagster_project.publication.publish import point_to, seal
from dagster_project.publication.releases import begin_release, current_release
from dagster_project.settings import Settings
from dagster_project.stated.problems import state_problems
from dagster_project.stated.verdicts import state_review
from dagster_project.store.buckets import scan_extracted
from dagster_project.store.refresh import refresh
from dagster_project.warehouse.build import Build, build_of
from dagster_project.warehouse.memory import Memory

STRIDE = 40
FEW = {"documents", "ledger", "issues"}
NO_REFERENCES = (
    "create view references_to_ledger as from (values ('', '', '')) as t(document_id, fact_table, ledger_id)"
)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a document have few tables, each is written in the same way; and let no clean run wait for the disk."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    monkeypatch.setattr(extracted, "REFERENCES", NO_REFERENCES)
    monkeypatch.setattr(extracted, "BETWEEN_TABLES", ())
    # restored in its order, which others go by
    with mock.patch.dict(TABLES, {name: TABLES[name] for name in TABLES if name in FEW}, clear=True):
        yield


def job(settings: Settings, second: int) -> None:
    """Do what the main job does, in its order."""
    with run_lock(settings.lock):
        documents = take_inventory(settings.raw, settings.archive, KnownFiles(settings.known))
        state_review(settings.review, settings.stated)
        state_problems(settings.corrections, settings.review, settings.stated, documents)
        refresh(settings, fake_extract, "1", documents=documents, isolated=False)
        judge_documents(settings)
        release = begin_release(settings, f"run{second:05}", datetime(2026, 1, 1, 0, 0, second, tzinfo=UTC))
        build = build_of(settings, release.release_id)
        build_warehouse(settings, build)
        seal(release, build.database, Memory.of(settings))
        refuse_fewer(release, current_release(settings), 1.0)
        point_to(release, settings)


def build_warehouse(settings: Settings, build: Build) -> None:
    """Build marts of what was extracted and is not withheld."""
    build.folder.mkdir(parents=True)
    with duckdb.connect(str(build.database)) as connection:
        connection.execute("create schema marts")
        connection.register("withheld", read_judged(settings.judged, WITHHELD.name))
        for name, table in {"documents": "dim_documents", "ledger": "fct_ledger", "issues": "fct_issues"}.items():
            connection.register(name, scan_extracted(settings.extracted, name))
            connection.execute(f"create table marts.{table} as from {name} anti join withheld using (document_id)")


def published(settings: Settings) -> dict[str, bytes] | None:
    """Return the bytes of each table that readers see, and its rows in the readers' file agree; None before any."""
    if not settings.current.exists():
        return None
    tables = {file.stem: file.read_bytes() for file in (settings.current / "parquet").iterdir()}
    with duckdb.connect(str(settings.current.resolve() / "warehouse.duckdb"), read_only=True) as connection:
        for name in tables:
            parquet = settings.current / "parquet" / f"{name}.parquet"
            differing = f"select count(*) from (from {name} except from read_parquet('{parquet}'))"
            assert connection.execute(differing).fetchone() == (0,)
    return tables


def lay_out(place: Path, **documents: str) -> Settings:
    """Make the raw folder of an installation anew."""
    settings = Settings(place / "raw", place / "data")
    shutil.rmtree(settings.raw, ignore_errors=True)
    settings.raw.mkdir(parents=True)
    for name, text in documents.items():
        (settings.raw / f"{name}.txt").write_text(text)
    return settings


@pytest.mark.parametrize("how", HOW)
def test_a_job_that_fails_somewhere_is_made_good_by_the_next(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(tmp_path, how, monkeypatch, first=1 + HOW.index(how) * STRIDE // len(HOW), stride=STRIDE)


@pytest.mark.long
@pytest.mark.parametrize("how", HOW)
def test_a_job_that_fails_anywhere_is_made_good_by_the_next(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(tmp_path, how, monkeypatch, first=1, stride=1)


def fail(tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch, first: int, stride: int) -> None:
    """Let a job fail at operations of the disk, from one on and each so many further, and the next make it good."""
    before = lay_out(tmp_path / "before", a="alpha\n1", b="beta\n2")
    before.corrections.write_text("- {file: b.txt, field: fiscal_year, expect: 2021, value: 2022, reason: misprint}\n")
    job(before, 1)
    clean = lay_out(tmp_path / "clean", b="beta\n2", c="gamma\n3")
    job(clean, 2)
    old, new = published(before), published(clean)
    assert old != new

    def torn(disk: Disk) -> Settings:
        shutil.rmtree(tmp_path / "torn", ignore_errors=True)
        shutil.copytree(tmp_path / "before", tmp_path / "torn", symlinks=True)
        settings = lay_out(tmp_path / "torn", b="beta\n2", c="gamma\n3")
        with monkeypatch.context() as patch, disk.failing():
            duckdb_on(disk, patch)
            job(settings, 20)
        return settings

    counted = Disk()
    assert published(torn(counted)) == new
    assert counted.count > 60
    for number in range(first, counted.count + 1, stride):
        settings = torn(Disk(how, number))
        assert published(settings) in (old, new), f"{how} at operation {number}"
        job(settings, 30)
        assert published(settings) == new, f"{how} at operation {number}"
        assert [folder.name for folder in settings.builds.iterdir()] == [settings.current.resolve().name]
        left = [file for file in settings.data.rglob(".*") if atomic.BESIDE.fullmatch(file.name)]
        assert left == [], f"{how} at operation {number}"
