"""The tables of single documents, kept so that a document is read once: one file, `_documents/<version>/<key>/tables`.

Of a document that could not be read it is kept what went wrong, so that it is not tried each night.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from dagster_project.atomic import made_whole, remove
from dagster_project.extraction.record.extraction import Extraction
from dagster_project.extraction.schemas import TABLES
from dagster_project.extraction.schemas.conform import fitted
from dagster_project.store.failures import Failure
from dagster_project.store.packing import pack, unpack

FAILURE = "failure.json"
TRACEBACK = "traceback.txt"
PACKED = "tables"


@dataclass(frozen=True)
class Parts:
    """The extracted tables of single documents, remembered under what was read and by which extractor."""

    folder: Path

    def place(self, key: str) -> Path:
        """Return the folder of one document's parts."""
        return self.folder / key

    def has(self, key: str) -> bool:
        """Tell whether the document was extracted before; its folder appears whole or not at all."""
        return self.place(key).is_dir()

    def write(self, key: str, extraction: Extraction) -> None:
        """Keep the tables of one document; raises SchemaMismatch before anything is kept."""
        tables = {name: fitted(extraction.tables[name], schema) for name, schema in TABLES.items()}
        # what a power cut took is read again
        with made_whole(self.place(key), lasting=False) as beside:
            (beside / PACKED).write_bytes(pack(tables))

    def packed(self, key: str) -> dict[str, bytes]:
        """Return all that is kept of one document, by the names of its files; nothing where it was not read."""
        place = self.place(key)
        return {file.name: file.read_bytes() for file in sorted(place.iterdir())} if place.is_dir() else {}

    def unpack(self, key: str, files: Mapping[str, bytes]) -> None:
        """Keep what was read of one document elsewhere and packed there."""
        with made_whole(self.place(key), lasting=False) as beside:
            for name, content in files.items():
                (beside / name).write_bytes(content)

    def read(self, key: str) -> dict[str, pa.Table]:
        """Return the tables of one document; raises ValueError or OSError where they cannot be read back."""
        found = unpack((self.place(key) / PACKED).read_bytes())
        if "documents" not in found:
            raise ValueError(f"{self.place(key) / PACKED} holds no document.")
        return {name: found.get(name, schema.empty) for name, schema in TABLES.items()}

    def can_be_read_back(self, key: str) -> bool:
        """Tell whether the tables of a document are still what was written, or it is remembered that it failed."""
        try:
            return self.failure(key) is not None or bool(self.read(key))
        except (OSError, ValueError):
            return False

    def fail(self, key: str, failure: Failure) -> None:
        """Remember that a document could not be read, and keep the traceback beside."""
        with made_whole(self.place(key)) as beside:
            told = {"what": failure.what, "where": failure.where}
            (beside / FAILURE).write_text(json.dumps(told), encoding="utf-8")
            (beside / TRACEBACK).write_text(failure.traceback, encoding="utf-8", errors="backslashreplace")

    def failure(self, key: str) -> Failure | None:
        """Return what went wrong with a document, without its traceback; None where nothing did, or nobody can tell."""
        try:
            return Failure(**json.loads((self.place(key) / FAILURE).read_text(encoding="utf-8")))
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def traceback(self, key: str) -> str:
        """Return where the traceback of a failed document lies in the data folder."""
        return (self.place(key) / TRACEBACK).relative_to(self.folder.parents[2]).as_posix()

    def drop(self, key: str) -> None:
        """Forget a document, so that it is read again."""
        remove(self.place(key))
