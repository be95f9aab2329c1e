"""The doctor says ok only of what it has tried."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from calling import yusuan

from dagster_project.commands import doctor
from dagster_project.commands.diagnosis import Diagnosis
from dagster_project.publication.lake import Note
from dagster_project.settings import Cluster, Engine, Lake, Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation with one document and no data folder yet."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("alpha")
    return Settings(tmp_path / "raw", tmp_path / "data")


def seen(settings: Settings, what: str) -> Diagnosis:
    """Return what the doctor says of one thing."""
    (found,) = (each for look in doctor.LOOKS for each in look(settings) if each.what == what)
    return found


def test_folders_are_tried_and_nothing_is_left(settings: Settings) -> None:
    assert seen(settings, "raw folder").is_well
    assert seen(settings, "data folder").is_well
    assert {path.name for path in settings.raw.parent.iterdir()} == {"raw"}


def test_a_file_that_cannot_be_opened_is_told(settings: Settings) -> None:
    os.mkfifo(settings.raw / "pipe.pdf")
    found = seen(settings, "raw folder")
    assert (found.is_well, "pipe.pdf: This is a pipe" in found.seen) == (False, True)


def test_a_data_folder_in_which_no_database_opens_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: str, **options: object) -> None:
        raise duckdb.IOException(f"No space left: {file}")

    monkeypatch.setattr(duckdb, "connect", full)
    found = seen(settings, "data folder")
    assert (found.is_well, "No space left" in found.seen) == (False, True)


def test_recognition_that_reads_something_else_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = pytest.importorskip("dagster_project.extraction.read.ocr.engine")
    monkeypatch.setattr(engine, "words", lambda crops: [engine.Words("2013", 0.5)])
    found = seen(settings, "recognition")
    assert (found.is_well, found.seen) == (False, "a picture of 2031 says 2013")


def test_a_slip_in_the_corrections_is_told(settings: Settings) -> None:
    settings.corrections.write_text("- {file: a.txt}")
    found = seen(settings, "corrections.yml")
    assert (found.is_well, found.seen.startswith("Entry 1, ")) == (False, True)
    assert not settings.data.exists()


def test_a_cluster_is_looked_for_where_it_is_asked_for(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Spark" not in {each.what for look in doctor.LOOKS for each in look(settings)}
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "pyspark" else name)
    found = seen(replace(settings, cluster=Cluster(Engine.SPARK)), "Spark")
    assert not found.is_well
    assert "make spark" in found.remedy


@pytest.mark.xdist_group("warehouse")
def test_doctor_is_content_with_a_working_installation(installation: Settings) -> None:
    result = yusuan("doctor", installation=installation)
    assert result.exit_code == 0, result.output
    assert re.search(r"[\d,]+ numbers", result.output)


def test_doctor_names_a_remedy_for_what_is_missing(tmp_path: Path) -> None:
    result = yusuan("doctor", "--raw", str(tmp_path / "nowhere"), "--data", str(tmp_path / "data"))
    assert result.exit_code == 1
    assert "create it, or set YUSUAN_RAW" in result.output
    assert "`make run` builds the first one" in result.output


@pytest.mark.xdist_group("warehouse")
def test_a_lake_is_well_where_it_holds_the_release_that_readers_see(installation: Settings) -> None:
    lake = Lake("hdfs:///yusuan/marts", "orc")
    there = replace(installation, cluster=Cluster(lake=lake))
    found = seen(there, "lake")
    assert (found.is_well, found.seen) == (False, "hdfs:///yusuan/marts, orc: not this release")
    release_id = installation.current.resolve().name
    Note(lake.place, lake.format, release_id, {}).keep(there)
    try:
        found = seen(there, "lake")
    finally:
        there.lake_note.unlink()
    assert (found.is_well, found.seen) == (True, f"hdfs:///yusuan/marts, orc: {release_id}")


@pytest.mark.xdist_group("warehouse")
def test_a_setting_that_cannot_be_is_told_and_keeps_nobody_from_reading(
    installation: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YUSUAN_LAKE", "./lake")
    looked = yusuan("doctor", installation=installation)
    assert looked.exit_code == 1
    assert "YUSUAN_LAKE is “./lake”. State the whole path" in looked.output
    assert re.search(r"[\d,]+ numbers", looked.output)
    asked = yusuan("query", "select 7 as number", installation=installation)
    assert (asked.exit_code, "7" in asked.output) == (0, True)
    assert yusuan("run", installation=installation).exit_code == 2
