"""What an extraction hands over: one Arrow table per schema, and the document they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

EXTRACTOR_VERSION = "0.1.0"


@dataclass(frozen=True)
class Extraction:
    """The tables read from one document, keyed by the names of `schemas.TABLES`, each in its schema."""

    document_id: str
    tables: Mapping[str, pa.Table]
