"""The whole job, killed at random moments: readers see a whole release, and the next run publishes what is right."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from dagster_project.publication.releases import current_release
from dagster_project.settings import PROJECT, Settings

pytestmark = pytest.mark.long
KILLS = int(os.environ.get("YUSUAN_TEST_KILLS", "200"))
# a run that makes good what another left is killed, too; then one may end
KILLS_BEFORE_AN_END = 5
ALWAYS = "nanshan_miit_performance_evaluation_2023.txt"
JOB = "from dagster_project.cli import app; app()"


def start(settings: Settings) -> subprocess.Popen[bytes]:
    """Start the main job in a process."""
    folders = ["--raw", str(settings.raw), "--data", str(settings.data)]
    return subprocess.Popen([sys.executable, "-c", JOB, "run", *folders], stdout=subprocess.DEVNULL)


def clean(settings: Settings) -> dict[str, bytes]:
    """Run the job to its end and return what it published."""
    assert start(settings).wait() == 0
    release = current_release(settings)
    assert release is not None
    # rpt_release holds the release's own name
    return {file.name: file.read_bytes() for file in release.parquet.iterdir() if file.stem != "rpt_release"}


def lay_out(settings: Settings, is_second: bool) -> None:
    """Put the documents of one of two nights into the raw folder: one comes and goes, one is corrected."""
    shutil.rmtree(settings.raw, ignore_errors=True)
    settings.raw.mkdir(parents=True)
    others = sorted(file for file in (PROJECT / "raw").glob("*.txt") if file.name != ALWAYS)
    for file in [PROJECT / "raw" / ALWAYS, *(others[:1] if is_second else ())]:
        shutil.copy(file, settings.raw)
    if is_second:
        entry = f"- {{file: {ALWAYS}, field: fiscal_year, expect: 2023, value: 2022, reason: for a test}}\n"
        settings.corrections.write_text(entry, encoding="utf-8")


def documents_published(settings: Settings) -> int | None:
    """Return how many documents readers see; None before the first release."""
    if not settings.current.exists():
        return None
    with duckdb.connect(str(settings.warehouse.resolve()), read_only=True) as connection:
        count: int = connection.execute("select count(*) from dim_documents").fetchall()[0][0]
    return count


def killed_after(job: subprocess.Popen[bytes], moment: float) -> bool:
    """Kill a job after some seconds; False where it had ended by itself."""
    try:
        job.wait(moment)
    except subprocess.TimeoutExpired:
        job.kill()
        job.wait()
        return True
    return False


def test_a_job_killed_at_random_moments_leaves_nothing_behind(tmp_path: Path) -> None:
    expected, seconds = [], 0.0
    for is_second in (False, True):
        alone = Settings(tmp_path / f"raw{is_second}", tmp_path / f"data{is_second}")
        lay_out(alone, is_second)
        started = time.monotonic()
        expected.append(clean(alone))
        seconds = time.monotonic() - started
    assert expected[0] != expected[1]
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    moments = random.Random(20260101)
    kills = 0
    while kills < KILLS:
        # the other night than the one published, so that there is always something to do
        is_second = documents_published(settings) != 2
        lay_out(settings, is_second)
        moment, started = moments.uniform(0, seconds), time.monotonic()
        if not killed_after(start(settings), moment):
            # a night that builds a part ends sooner than a build from nothing
            seconds = time.monotonic() - started
            continue
        kills += 1
        assert documents_published(settings) in {None, 1, 2}
        if kills % KILLS_BEFORE_AN_END == 0:
            assert clean(settings) == expected[is_second], f"kill {kills}, after {moment:.2f} s"
