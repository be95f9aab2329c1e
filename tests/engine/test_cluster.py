"""What a cluster reads is what this machine reads, byte for byte, whatever happens to documents and machines."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fake_extraction import fake_extract
from hostile_readers import DEFECTS, hostile_extract
from picture_reader import BROKEN, picture_extract
from slow_reader import slow_extract
from standalone import Standalone

from dagster_project.engine.errands import SHARE
from dagster_project.engine.reading import ClusterReaders
from dagster_project.errors import RunFailed
from dagster_project.extraction import extract
from dagster_project.main_run import run_main_job
from dagster_project.settings import PROJECT, Bounds, Cluster, Engine, Settings
from dagster_project.store.parts import Parts
from dagster_project.store.refresh import refresh

sys.path.append(str(PROJECT / "tests" / "audit"))
from corpus import KINDS

pytestmark = [pytest.mark.spark, pytest.mark.xdist_group("spark")]
KEPT_AS_AT_NIGHT = Parts.fail
BOUNDS = Bounds(workers=1, seconds=600, megabytes=400)
AT_LENGTH = int(os.environ.get("YUSUAN_TEST_DOCUMENTS", "0"))
"""Generated documents of a long run, which also reads the PDFs beside the repository."""
PER_KIND = max(AT_LENGTH // len(KINDS), 2)
MET = sorted(DEFECTS) if AT_LENGTH else ["crash", "slip"]
"""Defects that documents meet: a short run has one that ends the process, and one that does not."""
SHARED = PROJECT.parent / "shared" / "documents"
SLOW = 40
only_at_length = pytest.mark.skipif(not AT_LENGTH, reason="takes minutes: `make test-spark` runs it")
FOLDER = "数据 [2031] {a} 'b' 100% c*"
"""A name of all that Hadoop means something by."""


def stored(settings: Settings) -> dict[str, bytes]:
    """Return the bytes of every bucket file."""
    files = settings.extracted.glob("*/bucket=*/part.parquet")
    return {file.relative_to(settings.extracted).as_posix(): file.read_bytes() for file in files}


def on_cluster(cluster: Standalone, archive: str | None = None) -> ClusterReaders:
    """Return those that read on the cluster."""
    return ClusterReaders(Cluster(Engine.SPARK, cluster.master, archive))


def pair(folder: Path, bounds: Bounds = BOUNDS) -> tuple[Settings, Settings]:
    """Return two installations over one raw folder: one that reads here, one that reads on the cluster."""
    (folder / "raw").mkdir()
    here, there = (Settings(folder / "raw", folder / name, bounds=bounds) for name in ("here", FOLDER))
    return here, there


def documents(folder: Path) -> None:
    """Put into a folder the documents of the repository, those beside it, generated ones, and some of them packed."""
    for file in (PROJECT / "raw").glob("*.txt"):
        shutil.copy(file, folder)
    for file in sorted(SHARED.glob("pdf/*.pdf") if AT_LENGTH else ()):
        shutil.copy(file, folder)
    for kind, document in KINDS.items():
        for number in range(PER_KIND):
            (folder / f"{kind} {number} 100%.txt").write_text(document(number).text, encoding="utf-8")
    with zipfile.ZipFile(folder / "packed.zip", "w") as packed:
        packed.writestr("inner.txt", KINDS["budget"](PER_KIND).text)


def without_clock(table: pa.Table) -> pa.Table:
    """Return a published table without the name of its release and when that was built."""
    return table.drop_columns([name for name in table.column_names if name in {"built_at", "release_id"}])


def test_a_cluster_keeps_the_same_bytes_and_is_sent_only_what_is_new(cluster: Standalone, tmp_path: Path) -> None:
    here, there = pair(tmp_path, Bounds(workers=1))
    documents(here.raw)
    refresh(here, extract, "1")
    report = refresh(there, extract, "1", readers=on_cluster(cluster))
    assert report.extracted > len(KINDS) * PER_KIND
    assert stored(here) == stored(there)
    assert all(cost.seconds > 0 and cost.megabytes > 0 for cost in report.costs.values())
    nowhere = ClusterReaders(Cluster(Engine.SPARK, "spark://nowhere:1"))
    assert refresh(there, extract, "1", readers=nowhere).extracted == 0
    (here.raw / "new.txt").write_text(KINDS["budget"](PER_KIND + 1).text, encoding="utf-8")
    refresh(here, extract, "1")
    assert refresh(there, extract, "1", readers=on_cluster(cluster)).extracted == 1
    assert stored(here) == stored(there)


def test_a_defect_costs_the_document_that_met_it(
    cluster: Standalone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Parts, "fail", KEPT_AS_AT_NIGHT)
    here, there = pair(tmp_path, replace(BOUNDS, seconds=5) if "loop" in MET else BOUNDS)
    for number, defect in enumerate(MET):
        (here.raw / f"{number:02}-{defect}.txt").write_text(f"{defect}\n{number}")
        (here.raw / f"{number:02}.txt").write_text(f"good {number}\n{number}")
    refresh(here, hostile_extract, "1")
    report = refresh(there, hostile_extract, "1", readers=on_cluster(cluster))
    assert len(report.failed) == len(MET)
    assert stored(here) == stored(there)
    told = sorted(path.relative_to(here.extracted) for path in here.extracted.rglob("traceback.txt"))
    assert told == sorted(path.relative_to(there.extracted) for path in there.extracted.rglob("traceback.txt"))


@only_at_length
def test_the_pictures_of_a_large_scan_are_recognised_in_shares_and_each_once(
    cluster: Standalone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Parts, "fail", KEPT_AS_AT_NIGHT)
    here, there = pair(tmp_path)
    marks = tmp_path / "marks"
    marks.mkdir()
    numbers = {"large": range(100, 100 + 5 * SHARE), "small": range(SHARE), "broken": range(BROKEN - SHARE, BROKEN + 1)}
    for name, pictures in numbers.items():
        (here.raw / f"{name}.txt").write_text("\n".join([str(marks), *map(str, pictures)]))
    refresh(here, picture_extract, "1")
    for mark in marks.iterdir():
        mark.unlink()
    report = refresh(there, picture_extract, "1", readers=on_cluster(cluster))
    assert report.failed == ("broken.txt",)
    assert stored(here) == stored(there)
    seen = sorted(int(mark.name.partition("-")[0]) for mark in marks.iterdir() if mark.name > f"{BROKEN:03}")
    assert seen == list(numbers["large"])
    assert report.costs["large.txt"].seconds > 0


@only_at_length
def test_bytes_are_read_where_executors_find_them(cluster: Standalone, tmp_path: Path) -> None:
    here, there = pair(tmp_path)
    (here.raw / "a.txt").write_text("alpha\n1")
    (here.raw / "b.txt").write_text("beta\n2")
    far = tmp_path / "far 100% archive"
    readers = on_cluster(cluster, f"file://{far}")
    refresh(here, fake_extract, "1")
    refresh(there, fake_extract, "1", readers=readers)
    assert stored(here) == stored(there)
    assert {file.name for file in far.iterdir() if file.suffix != ".crc"} == {f.name for f in there.archive.iterdir()}
    # as long, and something else
    (damaged,) = (file for file in far.iterdir() if file.read_bytes() == b"beta\n2")
    damaged.write_text("beta\n3")
    damaged.with_name(f".{damaged.name}.crc").unlink(missing_ok=True)
    with pytest.raises(RunFailed, match=r"copy of b\.txt is damaged"):
        refresh(there, fake_extract, "2", readers=readers)


@only_at_length
def test_a_cluster_with_another_version_reads_nothing(
    cluster: Standalone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, there = pair(tmp_path)
    (there.raw / "a.txt").write_text("alpha\n1")
    monkeypatch.setattr("dagster_project.engine.reading.extractor_version", lambda: "another")
    with pytest.raises(RunFailed, match="the run was started by another"):
        refresh(there, fake_extract, "1", readers=on_cluster(cluster))
    assert not list(there.extracted.rglob("tables"))


@only_at_length
def test_every_published_table_is_the_same(cluster: Standalone, tmp_path: Path) -> None:
    here, there = pair(tmp_path, Bounds(workers=1))
    documents(here.raw)
    there = replace(there, data=tmp_path / "there", cluster=Cluster(Engine.SPARK, cluster.master))
    published = [run_main_job(settings).parquet for settings in (here, there)]
    names = [sorted(file.name for file in folder.glob("*.parquet")) for folder in published]
    assert names[0] == names[1] != []
    for name in names[0]:
        first, second = (without_clock(pq.read_table(folder / name)) for folder in published)
        assert first.equals(second), name


@only_at_length
def test_a_worker_that_is_killed_in_the_middle_loses_nothing(cluster: Standalone, tmp_path: Path) -> None:
    """Comes last: the cluster has one worker less from then on."""
    here, there = pair(tmp_path)
    marks = tmp_path / "marks"
    marks.mkdir()
    for number in range(SLOW):
        (here.raw / f"{number:02}.txt").write_text(f"{marks}\n{number}")
    begun: list[int] = []

    def kill_in_the_middle() -> None:
        while (
            len({mark.name.rpartition("-")[2] for mark in marks.iterdir()}) < 2 or len(list(marks.iterdir())) < SLOW / 4
        ):
            time.sleep(0.05)
        begun.append(len(list(marks.iterdir())))
        cluster.workers[0].kill()

    killer = threading.Thread(target=kill_in_the_middle, daemon=True)
    killer.start()
    report = refresh(there, slow_extract, "1", readers=on_cluster(cluster))
    killer.join()
    assert begun[0] < SLOW
    assert (report.extracted, report.failed) == (SLOW, ())
    read_twice = [mark.name.partition("-")[0] for mark in marks.iterdir()]
    assert len(read_twice) > len(set(read_twice)) == SLOW
    refresh(here, fake_extract, "1", isolated=False)
    assert stored(here) == stored(there)
