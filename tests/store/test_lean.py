"""A process that reads documents starts without pandas, which is installed and which pyarrow would load."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pytest
from fake_extraction import fake_extract

from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.settings import Bounds, Settings
from dagster_project.store.buckets import read_extracted
from dagster_project.store.parts import Parts
from dagster_project.store.refresh import refresh

KEPT_AS_AT_NIGHT = Parts.fail


def lean_extract(content: bytes, file: str, corrections: tuple[Correction, ...]) -> Extraction:
    """Fail where values were given to pyarrow, and it has loaded pandas."""
    assert pa.array([1]).to_pylist() == [1]
    assert "pandas" not in sys.modules
    return fake_extract(content, file, corrections)


def test_a_reading_process_does_without_pandas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Parts, "fail", KEPT_AS_AT_NIGHT)
    assert find_spec("pandas") is not None
    settings = Settings(tmp_path / "raw", tmp_path / "data", bounds=Bounds(workers=1, seconds=600, megabytes=2048))
    settings.raw.mkdir()
    (settings.raw / "plain.txt").write_text("plain")
    refresh(settings, extractor=lean_extract)
    assert [row["code"] for row in read_extracted(settings.extracted, "issues").to_pylist()] == []
    assert len(read_extracted(settings.extracted, "documents")) == 1
