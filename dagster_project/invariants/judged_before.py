"""What was judged of documents on an earlier night, and holds where neither they nor the code have changed since.

A document that was withheld is judged anew each night.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dagster_project.atomic import write_table, write_text
from dagster_project.store.buckets import copy_rows
from dagster_project.store.states import State

NOTE = "judged.json"
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class JudgedBefore:
    """The folder of what was judged, the code that is to judge, and the documents there are."""

    folder: Path
    code: str
    states: Mapping[str, State]

    def known(self) -> set[str]:
        """Return the documents that need not be judged again."""
        note = self.folder / NOTE
        code, judged = json.loads(note.read_text(encoding="utf-8")) if note.is_file() else ("", {})
        if code != self.code:
            return set()
        return {each for each, state in self.states.items() if judged.get(each) == state.digest}

    @contextmanager
    def rest(self, extracted: Path, known: set[str]) -> Iterator[Path]:
        """Yield a folder of the extracted rows of all other documents."""
        if not known:
            yield extracted
            return
        part = self.folder / "part"
        shutil.rmtree(part, ignore_errors=True)
        copy_rows(extracted, part, {each: self.states[each].bucket for each in self.states.keys() - known})
        yield part
        shutil.rmtree(part)

    def rows(self, name: str, known: set[str]) -> Rows:
        """Return what was judged of documents that are known."""
        table = pq.read_table(self.folder / f"{name}.parquet")
        return list(table.filter(pc.is_in(table["document_id"], pa.array(known, pa.string()))).to_pylist())

    def remember(self, tables: Mapping[str, pa.Table], withheld: set[str]) -> None:
        """Keep what was judged, but of those who are withheld."""
        (self.folder / NOTE).unlink(missing_ok=True)
        for name, table in tables.items():
            write_table(table, self.folder / f"{name}.parquet")
        judged = {each: state.digest for each, state in self.states.items() if each not in withheld}
        write_text(json.dumps([self.code, judged]), self.folder / NOTE)
