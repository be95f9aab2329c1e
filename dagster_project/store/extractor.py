"""The extractor, with what it is handed of this machine: LibreOffice, where it is installed."""

from __future__ import annotations

from dagster_project import extraction
from dagster_project.extraction import Extraction
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.intake.office import converted


def extract(content: bytes, file: str, corrections: tuple[Correction, ...] = ()) -> Extraction:
    """Extract everything from one document, as `extraction.extract` does."""
    return extraction.extract(content, file, corrections, converted)
