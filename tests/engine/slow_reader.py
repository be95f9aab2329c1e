"""A reader that takes its time and says that it has begun, so that a test can do something in the middle."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

from fake_extraction import fake_extract

from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction

SECONDS = 0.3


def slow_extract(content: bytes, file: str, corrections: Sequence[Correction] = ()) -> Extraction:
    """Leave a mark in the folder that the document names, then extract as the fake does."""
    Path(content.decode().split("\n")[0], f"{Path(file).stem}-{os.getpid()}").touch()
    time.sleep(SECONDS)
    return fake_extract(content, file)
