"""Read budget documents: bytes in, typed tables out. Nothing here knows Dagster, DuckDB, dbt or a folder."""

from dagster_project.extraction.pipeline import extract
from dagster_project.extraction.record.extraction import EXTRACTOR_VERSION, Extraction

__all__ = ["EXTRACTOR_VERSION", "Extraction", "extract"]
