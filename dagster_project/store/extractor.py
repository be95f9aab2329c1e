"""The extractor, with what it is handed of this machine: LibreOffice, where it is installed."""

from __future__ import annotations

from dagster_project import extraction
from dagster_project.extraction import Extraction
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.read.ocr import missing
from dagster_project.intake.office import converted, office
from dagster_project.intake.rar import library


def extract(content: bytes, file: str, corrections: tuple[Correction, ...] = ()) -> Extraction:
    """Extract everything from one document, as `extraction.extract` does."""
    return extraction.extract(content, file, corrections, converted)


def abilities() -> tuple[bool, ...]:
    """Tell whether scans, binary Word documents and RAR archives are read here: another day, they may be."""
    return missing() is None, office() is not None, library() is not None
