"""What reading a document took is told of that document alone, whether it was read or killed its reader."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from fake_extraction import fake_extract

from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.settings import Bounds, Settings
from dagster_project.store.parts import Parts
from dagster_project.store.refresh import refresh

KEPT_AS_AT_NIGHT = Parts.fail
LARGE = 300
"""Megabytes."""


def costly_extract(content: bytes, file: str, corrections: tuple[Correction, ...]) -> Extraction:
    """Need memory, time or neither, as the name of the file says."""
    if file.startswith("large"):
        bytearray(b"x") * (LARGE * 2**20)
    if file.startswith("slow"):
        time.sleep(0.5)
    if file.startswith("deadly"):
        time.sleep(0.5)
        raise SystemExit
    return fake_extract(content, file, corrections)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what another process held at most")
def test_a_document_costs_its_own_time_and_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Parts, "fail", KEPT_AS_AT_NIGHT)
    settings = Settings(tmp_path / "raw", tmp_path / "data", bounds=Bounds(workers=1, seconds=600, megabytes=2048))
    settings.raw.mkdir()
    for name in ("large", "plain", "slow", "deadly"):
        (settings.raw / f"{name}.txt").write_text(name)
    costs = refresh(settings, costly_extract, "1").costs
    assert set(costs) == {"large.txt", "plain.txt", "slow.txt", "deadly.txt"}
    assert costs["large.txt"].megabytes > LARGE + costs["plain.txt"].megabytes / 2
    assert 0 < costs["plain.txt"].megabytes < LARGE
    assert all(costs[f"{name}.txt"].seconds >= 0.5 for name in ("slow", "deadly"))
    assert refresh(settings, costly_extract, "1").costs == {}


def test_what_is_read_in_this_process_has_its_time(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    settings.raw.mkdir()
    (settings.raw / "slow.txt").write_text("slow")
    (cost,) = refresh(settings, costly_extract, "1", isolated=False).costs.values()
    assert cost.seconds >= 0.5
