"""Read documents on a cluster, from here: waves of them are sent, two at a time, and what comes back is kept.

A wave is bounded, so that its answers fit into the memory of this process; while the last tasks of one are running, the
next keeps the other slots busy. Spark runs a task again whose executor was lost, and hands over the answer of one. A
document with many pictures is sent for more than once: for shares of these, and to be read with what was found there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

from dagster_project.engine.errands import Answer, Errand, Errands
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
    from pyspark.sql import DataFrame, SparkSession

Answered = list[tuple[Errand, Answer]]
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
            # closed before the session is, also where who asks for the answers leaves off
            with closing(_answers(spark, archive, entries, reading, bounds)) as answers:
                for entry, (failure, cost, files) in answers:
                    if files:
                        reading.parts.unpack(entry.key, files)
                    yield entry, failure, cost


def _answers(
    spark: SparkSession, archive: str, entries: Sequence[Entry], reading: Reading, bounds: Bounds
) -> Generator[tuple[Entry, Answer], None, None]:
    """Yield the answer for each document, as waves come back."""
    slots = spark.sparkContext.defaultParallelism
    # a single slot has nobody to share with
    known = None if slots > 1 else ()
    waiting = deque([Errand(entry, known=known) for entry in wave] for wave in waves(entries, slots))
    running: set[Future[Answered]] = set()
    version, errands = extractor_version(), Errands()
    with ThreadPoolExecutor(WAVES) as threads:
        try:
            while waiting or running:
                while waiting and len(running) < WAVES:
                    named = {errand.name: errand for errand in waiting.popleft()}
                    assignment = Assignment(named, reading.extractor, bounds, version)
                    running.add(threads.submit(_do_wave, spark, archive, assignment))
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for errand, answer in (each for wave_done in done for each in wave_done.result()):
                    more = list(errands.follow(errand, answer))
                    if more:
                        waiting.appendleft(more)
                    elif not errands.are_out(errand):
                        yield errand.entry, answer._replace(cost=errands.cost(errand, answer))
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


def _do_wave(spark: SparkSession, archive: str, assignment: Assignment) -> Answered:
    """Do the errands of a wave on the cluster: executors take the bytes from the archive themselves."""
    errands = assignment.errands
    try:
        contents = _contents(spark, meant_as_named(archive), list(errands.values()))
        rows = contents.mapInArrow(assignment.do, ANSWER_IN_SPARK).toArrow().to_pylist()
    except Exception as error:
        raise RunFailed(f"Spark could not read documents: {cause(error)}") from error
    answers = {(row["content_sha256"], row["share"]): _answer(row) for row in rows}
    if lost := errands.keys() - answers.keys():
        raise RunFailed(f"Spark came back without {len(lost)} of {len(errands)} documents.")
    return [(errands[name], answer) for name, answer in answers.items()]


def _contents(spark: SparkSession, folder: str, errands: Sequence[Errand]) -> DataFrame:
    """Return `path`, `content` and `share`: documents fill tasks together, a share is a task of its own."""
    from pyspark.sql.functions import lit

    whole = [errand for errand in errands if errand.share is None]
    tasks = [(None, whole)] * bool(whole) + [(each.at, [each]) for each in errands if each.share is not None]
    tables = []
    for share, together in tasks:
        paths = [f"{folder}/{errand.entry.document.content_sha256}" for errand in together]
        table = spark.read.format("binaryFile").load(paths)
        tables.append(table.select("path", "content", lit(share).cast("int").alias("share")))
    return reduce(lambda some, others: some.union(others), tables)


def _answer(row: dict[str, Any]) -> Answer:
    failure = Failure(row["what"], row["place"], row["traceback"]) if row["what"] is not None else None
    return Answer(failure, Cost(row["seconds"], row["megabytes"]), dict(row["files"]))
