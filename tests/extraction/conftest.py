"""What tests of reading share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dagster_project.extraction.read import ocr


@pytest.fixture
def _without_recognition(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the extra that recognises pictures be missing."""
    monkeypatch.setattr(ocr, "NEEDED", ("a_module_nobody_has",))
    ocr.missing.cache_clear()
    yield
    ocr.missing.cache_clear()
