"""Read budget documents: bytes in, typed tables out. Nothing here knows Dagster, DuckDB, dbt or a folder."""

from dagster_project.extraction.extraction import EXTRACTOR_VERSION, Extraction
from dagster_project.extraction.pipeline import extract

__all__ = ["EXTRACTOR_VERSION", "Extraction", "extract"]
