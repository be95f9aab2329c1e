"""One document costs one document: whatever a reader does, the others are read as if the bad one were not there."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from fake_extraction import fake_extract
from hostile_readers import hostile_extract

from dagster_project.errors import RunFailed
from dagster_project.extraction import extract
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.extraction.schemas import TABLES
from dagster_project.settings import Bounds, Settings
from dagster_project.store.buckets import read_extracted
from dagster_project.store.parts import Parts
from dagster_project.store.refresh import refresh

KEPT_AS_AT_NIGHT = Parts.fail
BOUNDS = Bounds(workers=1, seconds=600, megabytes=400)
SHORT = replace(BOUNDS, seconds=5)
"""Where a document loops: long enough for the others, however busy the machine is."""
WHAT = {
    "crash": "its process died of SIGSEGV",
    "out_of_memory": "it raised MemoryError",
    "recurse": "it raised RecursionError",
    "leave": "it raised SystemExit",
    "vanish": "its process ended with exit status 0",
    "loop": "it took longer than 5 s",
    "ignore": "it took longer than 5 s",
    "swell": "it needed more than 400 MB",
    "slip": "it raised KeyError",
}


@pytest.fixture(autouse=True)
def _as_at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a defect be kept: elsewhere in the tests it is an error."""
    monkeypatch.setattr(Parts, "fail", KEPT_AS_AT_NIGHT)


def installation(folder: Path, good: int, bad: Iterable[str] = ()) -> Settings:
    """Return an installation with so many good documents, and between them one for each defect named."""
    bad = tuple(bad)
    settings = Settings(folder / "raw", folder / "data", bounds=SHORT if {"loop", "ignore"} & {*bad} else BOUNDS)
    settings.raw.mkdir(parents=True)
    for number in range(good):
        (settings.raw / f"{number:02}.txt").write_text(f"good {number}\n{number}")
    for number, defect in enumerate(bad):
        (settings.raw / f"{number:02}-{defect}.txt").write_text(f"{defect}\n{number}")
    return settings


def rows(settings: Settings, name: str) -> list[dict[str, object]]:
    """Return the rows of an extracted table."""
    return list(read_extracted(settings.extracted, name).to_pylist())


def of_good(settings: Settings) -> dict[str, list[dict[str, object]]]:
    """Return the rows of each table that belong to documents without a defect."""
    good = {row["document_id"] for row in rows(settings, "documents") if "-" not in str(row["document_file"])}
    return {name: [row for row in rows(settings, name) if row["document_id"] in good] for name in TABLES}


def failures(settings: Settings) -> dict[str, str]:
    """Return the messages of the documents on which the reader failed."""
    issues = [row for row in rows(settings, "issues") if row["code"] == "reader_failed"]
    assert all(row["severity"] == "error" for row in issues)
    return {str(row["document_file"]): str(row["message"]) for row in issues}


def stored(settings: Settings) -> dict[str, bytes]:
    """Return the bytes of every bucket file."""
    files = settings.extracted.glob("*/bucket=*/part.parquet")
    return {file.relative_to(settings.extracted).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("defect", ["crash", "out_of_memory", "recurse", "leave", "slip"])
def test_a_defect_costs_the_document_that_met_it(tmp_path: Path, defect: str) -> None:
    settings, without = installation(tmp_path / "a", 4, [defect]), installation(tmp_path / "b", 4)
    report = refresh(settings, hostile_extract, "1")
    refresh(without, fake_extract, "1", isolated=False)
    assert report.failed == (f"00-{defect}.txt",)
    assert of_good(settings) == of_good(without)
    (message,) = failures(settings).values()
    assert WHAT[defect] in message
    assert [row["format"] for row in rows(settings, "documents") if "-" in str(row["document_file"])] == ["unreadable"]


@pytest.mark.parametrize("defects", [["crash", "loop", "slip"], ["ignore", "crash"], ["vanish", "swell", "leave"]])
def test_many_documents_and_several_defects_at_once(tmp_path: Path, defects: list[str]) -> None:
    settings, without = installation(tmp_path / "a", 12, defects), installation(tmp_path / "b", 12)
    settings = replace(settings, bounds=replace(settings.bounds, workers=3))
    refresh(settings, hostile_extract, "1")
    refresh(without, fake_extract, "1", isolated=False)
    assert of_good(settings) == of_good(without)
    told = failures(settings)
    assert len(told) == len(defects)
    assert all(WHAT[file.removesuffix(".txt").partition("-")[2]] in message for file, message in told.items())
    shared = {str(row["content_sha256"])[:2] for row in rows(settings, "documents") if "-" in str(row["document_file"])}
    with_bad = stored(settings)
    for name, content in stored(without).items():
        assert with_bad[name] == content or name.split("bucket=")[1][:2] in shared


def test_the_same_defects_leave_the_same_bytes(tmp_path: Path) -> None:
    first, second = (installation(tmp_path / name, 1, ["slip", "crash"]) for name in "ab")
    for settings in (first, second):
        refresh(settings, hostile_extract, "1")
    assert len(failures(first)) == 2
    assert stored(first) == stored(second)


def test_a_failed_document_is_left_alone_until_it_is_to_be_tried_again(tmp_path: Path) -> None:
    settings = installation(tmp_path, 2, ["slip", "crash"])
    refresh(settings, hostile_extract, "1")
    before = stored(settings)
    assert refresh(settings, hostile_extract, "1").extracted == 0
    assert stored(settings) == before
    report = refresh(settings, fake_extract, "1", retry=True)
    assert (report.extracted, report.failed, failures(settings)) == (2, (), {})
    assert refresh(settings, fake_extract, "1", retry=True).extracted == 0


def test_a_failed_document_is_tried_again_by_another_version(tmp_path: Path) -> None:
    settings = installation(tmp_path, 2, ["slip"])
    refresh(settings, hostile_extract, "1")
    assert refresh(settings, fake_extract, "2").failed == ()
    assert failures(settings) == {}


@pytest.mark.parametrize(
    ("defect", "told"), {"slip": "KeyError: 'header of <object", "crash": "in crash", "loop": "in loop"}.items()
)
def test_the_traceback_lies_where_the_issue_says(tmp_path: Path, defect: str, told: str) -> None:
    settings = installation(tmp_path, 0, [defect])
    refresh(settings, hostile_extract, "1")
    (message,) = failures(settings).values()
    sha = hashlib.sha256(f"{defect}\n0".encode()).hexdigest()
    place = f"extracted/_documents/1/{sha}.txt/traceback.txt"
    assert place in message
    assert told in (settings.data / place).read_text()
    # what an exception says may hold words of the document and addresses
    assert "header" not in message


def break_in_our_code(content: bytes, file: str, corrections: tuple[Correction, ...]) -> Extraction:
    """Let the extraction itself meet what it cannot know."""
    return extract(content, file, corrections=None)  # type: ignore[arg-type]


def test_the_issue_names_the_last_place_in_our_code(tmp_path: Path) -> None:
    settings = installation(tmp_path, 1)
    refresh(settings, break_in_our_code, "1")
    (message,) = failures(settings).values()
    assert "it raised TypeError in extraction/identify/corrections.py, line " in message


def test_a_defect_is_an_error_where_nothing_is_isolated(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match=r"broke on 00-slip\.txt: KeyError"):
        refresh(installation(tmp_path, 1, ["slip"]), hostile_extract, "1", isolated=False)


def test_a_worker_that_cannot_start_is_no_document_s_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = installation(tmp_path, 3)
    monkeypatch.setattr("dagster_project.store.workers.PROGRAM", "raise SystemExit('no interpreter')")
    with pytest.raises(RunFailed, match=r"does not start: no interpreter"):
        refresh(settings, fake_extract, "1")
    assert not list(settings.extracted.rglob("failure.json"))


def stop_from_outside(content: bytes, file: str, corrections: tuple[Correction, ...]) -> Extraction:
    """Be told to end, as all processes of a machine are that shuts down."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # whoever runs the tests may ignore it, and processes inherit that
    os.kill(os.getpid(), signal.SIGTERM)
    return fake_extract(content, file)


def test_a_worker_told_to_end_costs_the_run_and_no_document(tmp_path: Path) -> None:
    settings = installation(tmp_path, 2)
    with pytest.raises(RunFailed, match="told to end"):
        refresh(settings, stop_from_outside, "1")
    assert refresh(settings, fake_extract, "1").extracted == 2


def test_a_damaged_copy_in_the_archive_is_no_document_s_fault(tmp_path: Path) -> None:
    settings = installation(tmp_path, 1)
    refresh(settings, fake_extract, "1")
    (copy,) = settings.archive.iterdir()
    whole = copy.read_bytes()
    copy.write_bytes(whole[::-1])
    with pytest.raises(RunFailed, match="damaged"):
        refresh(settings, fake_extract, "2")
    assert refresh(settings, fake_extract, "2").failed == ()
    assert copy.read_bytes() == whole
