"""Documents that lie elsewhere are brought home: what is new or changed is copied, what is gone there goes here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from standalone import missing

from dagster_project.engine import bring_home, readers_of
from dagster_project.errors import UsageError
from dagster_project.intake.inventory import take_inventory
from dagster_project.settings import Settings
from dagster_project.store.workers import read_in_workers

NAMES = ("a.txt", "_b.txt", "深圳/2031 年 100%.txt", "odd/a:b [1] {2} #?*.txt", "a.txt.source.yml")


def needs_spark(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that starts Java."""
    skipped = pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed: `make spark`, and Java 17")
    return pytest.mark.spark(pytest.mark.xdist_group("spark")(skipped(test)))


def content(folder: Path) -> Mapping[str, bytes]:
    """Return what lies in a folder, without the checksums that Hadoop puts beside files."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.name.endswith(".crc")]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def installation(folder: Path, source: str) -> Settings:
    """Return an installation whose documents lie elsewhere."""
    return Settings.load(data=folder / "data", environment={"YUSUAN_SOURCE": source})


@needs_spark
def test_the_raw_folder_becomes_what_lies_elsewhere(tmp_path: Path) -> None:
    source = tmp_path / "source 100%"
    for name in NAMES:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(name)
    settings = installation(tmp_path, f"file://{source}")
    bring_home(settings)
    assert content(settings.raw) == content(source) != {}
    before = {file: file.stat().st_ino for file in settings.raw.rglob("*") if file.is_file()}
    (source / "a.txt").write_text("changed")
    (source / "_b.txt").unlink()
    (source / "new.txt").write_text("new")
    bring_home(settings)
    assert content(settings.raw) == content(source)
    kept = {file for file, inode in before.items() if file.exists() and file.stat().st_ino == inode}
    assert kept == before.keys() - {settings.raw / "a.txt", settings.raw / "_b.txt"}
    found = [document.file for document in take_inventory(settings.raw, settings.archive)]
    assert found == sorted({"a.txt", "new.txt", *NAMES[2:4]})


@needs_spark
@pytest.mark.parametrize("address", ["file:///there/is/nothing", "nosuch://host/raw"])
def test_a_source_that_cannot_be_read_costs_no_document(tmp_path: Path, address: str) -> None:
    settings = installation(tmp_path, address)
    settings.raw.mkdir(parents=True)
    (settings.raw / "a.txt").write_text("alpha")
    with pytest.raises(UsageError, match="cannot be read"):
        bring_home(settings)
    assert content(settings.raw) == {"a.txt": b"alpha"}


def test_without_a_source_nothing_is_touched_and_nothing_of_spark_imported(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "raw", tmp_path / "data", environment={})
    modules = set(sys.modules)
    bring_home(settings)
    assert readers_of(settings) is read_in_workers
    assert {name for name in sys.modules.keys() - modules if name.startswith(("pyspark", "py4j"))} == set()
    assert not settings.raw.exists()
