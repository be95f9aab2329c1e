"""Read documents on a cluster, from here: waves of them are sent, two at a time, and what comes back is kept.

A wave is bounded, so that its answers fit into the memory of this process; while the last tasks of one are running, the
next keeps the other slots busy. Spark runs a task again whose executor was lost, and hands over the answer of one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dagster_project.engine.hadoop import meant_as_named, published
from dagster_project.engine.slot import ANSWER_IN_SPARK, Assignment
from dagster_project.engine.spark import DOCUMENTS, cause, session
from dagster_project.errors import RunFailed
from dagster_project.settings import Bounds, Cluster
from dagster_project.store.costs import Cost
from dagster_project.store.failures import Failure
from dagster_project.store.ingredients import extractor_version
from dagster_project.store.surroundings import Entry
from dagster_project.store.worker import Reading

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Answers = list[dict[str, Any]]
WAVES = 2
DOCUMENTS_OF_SLOT = 64
"""Documents of a wave, for each slot of the cluster."""
BYTES_OF_WAVE = 2**28


@dataclass(frozen=True)
class ClusterReaders:
    """Who reads documents on a cluster; it is asked for nothing where there are none to read."""

    cluster: Cluster

    def __call__(
        self, entries: Sequence[Entry], reading: Reading, bounds: Bounds
    ) -> Iterator[tuple[Entry, Failure | None, Cost]]:
        """Yield each document once it has been read or has failed, as `read_in_workers` does.

        Raises RunFailed where it is no document's fault, also once Spark has tried a task as often as it was told.
        """
        if not entries:
            return
        with session(self.cluster.master, DOCUMENTS) as spark:
            archive = published(reading.archive, self.cluster.archive, entries)
            by_content = {entry.document.content_sha256: entry for entry in entries}
            # closed before the session is, also where who asks for the answers leaves off
            with closing(_answers(spark, archive, entries, reading, bounds)) as answers:
                for answer in answers:
                    entry = by_content[answer["content_sha256"]]
                    if answer["files"]:
                        reading.parts.unpack(entry.key, dict(answer["files"]))
                    yield entry, _failure(answer), Cost(answer["seconds"], answer["megabytes"])


def _answers(
    spark: SparkSession, archive: str, entries: Sequence[Entry], reading: Reading, bounds: Bounds
) -> Generator[dict[str, Any], None, None]:
    """Yield the answer for each document, as waves come back."""
    waiting = deque(waves(entries, spark.sparkContext.defaultParallelism))
    running: set[Future[Answers]] = set()
    version = extractor_version()
    with ThreadPoolExecutor(WAVES) as threads:
        try:
            while waiting or running:
                while waiting and len(running) < WAVES:
                    wave = waiting.popleft()
                    named = {entry.document.content_sha256: entry for entry in wave}
                    assignment = Assignment(named, reading.extractor, bounds, version)
                    running.add(threads.submit(_read_wave, spark, archive, assignment))
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for wave_done in done:
                    yield from wave_done.result()
        finally:
            spark.sparkContext.cancelAllJobs()


def waves(entries: Sequence[Entry], slots: int) -> Iterator[list[Entry]]:
    """Yield the documents in bounded waves, the largest first: so that none is begun last, when slots run dry."""
    wave: list[Entry] = []
    size = 0
    for entry in sorted(entries, key=lambda each: (-each.document.size, each.document.content_sha256)):
        if wave and (len(wave) >= DOCUMENTS_OF_SLOT * slots or size + entry.document.size > BYTES_OF_WAVE):
            yield wave
            wave, size = [], 0
        wave.append(entry)
        size += entry.document.size
    if wave:
        yield wave


def _read_wave(spark: SparkSession, archive: str, assignment: Assignment) -> Answers:
    """Read a wave on the cluster: executors take the bytes from the archive themselves."""
    try:
        folder = meant_as_named(archive)
        paths = [f"{folder}/{sha}" for sha in assignment.entries]
        contents = spark.read.format("binaryFile").load(paths).select("path", "content")
        answers: Answers = contents.mapInArrow(assignment.read, ANSWER_IN_SPARK).toArrow().to_pylist()
    except Exception as error:
        raise RunFailed(f"Spark could not read documents: {cause(error)}") from error
    lost = assignment.entries.keys() - {answer["content_sha256"] for answer in answers}
    if lost:
        raise RunFailed(f"Spark came back without {len(lost)} of {len(assignment.entries)} documents.")
    return answers


def _failure(answer: dict[str, Any]) -> Failure | None:
    return Failure(answer["what"], answer["place"], answer["traceback"]) if answer["what"] is not None else None
