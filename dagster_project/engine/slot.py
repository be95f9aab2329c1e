"""What runs on a cluster: a slot reads the documents that are handed to it, in a worker process of its own beside it.

Spark's own Python process never runs the extractor, so that a document can end its worker and nothing else. The worker
is kept while the slot lives, over tasks: starting one takes seconds.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

import pyarrow as pa

from dagster_project.engine.errands import Errand, ErrandWork
from dagster_project.errors import RunFailed
from dagster_project.settings import Bounds
from dagster_project.store.costs import Cost
from dagster_project.store.failures import Failure
from dagster_project.store.ingredients import extractor_version
from dagster_project.store.parts import Parts
from dagster_project.store.worker import Extractor, Reading
from dagster_project.store.workers import Desk

ANSWER = pa.schema(
    {
        "content_sha256": pa.string(),
        "share": pa.int32(),
        "what": pa.string(),
        "place": pa.string(),
        "traceback": pa.string(),
        "seconds": pa.float64(),
        "megabytes": pa.float64(),
        "files": pa.map_(pa.string(), pa.binary()),
    }
)
"""What is told of an errand: the document and the number of its share, what went wrong (`what` is NULL where nothing
did), its cost, the files of its parts."""
ANSWER_IN_SPARK = (
    "content_sha256 string, share int, what string, place string, traceback string, seconds double, "
    "megabytes double, files map<string, binary>"
)


@dataclass(frozen=True)
class Assignment:
    """What slots are told with their tasks: errands by content and share, by what is read, within which bounds."""

    errands: Mapping[tuple[str, int | None], Errand]
    extractor: Extractor
    bounds: Bounds
    version: str
    """The extractor's version where the run was started: another one would read something else."""

    def do(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Do errands, given as `path` (its last part is the hash of the content), `content` and `share`."""
        slot = Slot.of(self)
        for batch in batches:
            for path, content, share in zip(*map(batch.column, ("path", "content", "share")), strict=True):
                errand = self.errands[PurePosixPath(path.as_py()).name, share.as_py()]
                answer = slot.do(errand, content.as_py())
                yield pa.RecordBatch.from_pylist([answer], schema=ANSWER)


class Slot:
    """A place to read documents, with its worker process and a folder through which both hand bytes."""

    kept: tuple[object, Slot] | None = None
    """The slot of this process, with what it was made for."""

    @classmethod
    def of(cls, assignment: Assignment) -> Slot:
        """Return the slot of this process for an assignment; raises RunFailed where its code is of another version."""
        if extractor_version() != assignment.version:
            raise RunFailed(
                f"The cluster reads documents by version {extractor_version()}, the run was started by "
                f"{assignment.version}. Install the same code and the same extras on all machines."
            )
        made_for = (assignment.extractor, assignment.bounds)
        if cls.kept is None or cls.kept[0] != made_for:
            if cls.kept is not None:
                cls.kept[1].desk.close()
            cls.kept = made_for, cls(assignment.extractor, assignment.bounds)
        return cls.kept[1]

    def __init__(self, extractor: Extractor, bounds: Bounds) -> None:
        folder = Path(tempfile.gettempdir()) / f"yusuan-slot-{os.getuid()}-{os.getpid()}"
        # of a process that had the same number and was killed
        shutil.rmtree(folder, ignore_errors=True)
        self.archive, self.parts = folder / "archive", Parts(folder / "parts")
        self.archive.mkdir(parents=True, mode=0o700)
        work = ErrandWork(Reading(extractor, self.archive, self.parts))
        self.desk: Desk[Errand] = Desk(work, replace(bounds, workers=1))

    def do(self, errand: Errand, content: bytes) -> dict[str, Any]:
        """Do one errand and return a row of ANSWER; raises RunFailed where it is not the document's fault."""
        entry = errand.entry
        sha = entry.document.content_sha256
        if sha256(content).hexdigest() != sha:
            raise RunFailed(
                f"The cluster's copy of {entry.document.file} is damaged: {sha}. Remove it, then run again."
            )
        place = self.archive / sha
        place.write_bytes(content)
        try:
            failure, cost = self.desk.read(errand)
            files = self.parts.packed(entry.key)
        finally:
            place.unlink(missing_ok=True)
            shutil.rmtree(self.parts.place(entry.key), ignore_errors=True)
        named = {"content_sha256": sha, "share": errand.at, "files": list(files.items())}
        return named | _told(failure, cost)


def _told(failure: Failure | None, cost: Cost) -> dict[str, Any]:
    what, where, traceback = failure or (None, None, None)
    return {"what": what, "place": where, "traceback": traceback} | cost._asdict()
