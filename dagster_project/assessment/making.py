"""Read a folder, and build its warehouse, in a data folder that is dropped: neither raw nor data folder is touched."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dagster_project.assessment.measuring import Measured
from dagster_project.assessment.model import Assessment, TableAssessment
from dagster_project.assessment.rows import document_rows, summary_of, worst_tables
from dagster_project.errors import RunFailed
from dagster_project.invariants.judged import judge_documents
from dagster_project.main_run import Listener, run_main_job
from dagster_project.settings import Settings, environment_set
from dagster_project.settings.variables import MAIL_TO, WEBHOOK
from dagster_project.store.refresh import refresh

Content = Callable[[TableAssessment], bytes]
Progress = Callable[[int, int, str], None]


class Assessed(NamedTuple):
    """An assessment, and the bytes of the document that a table of it stands in, as long as the block lasts."""

    assessment: Assessment
    content: Content


@contextmanager
def assess_folder(
    folder: Path, is_quick: bool, most: int, progress: Progress, listener: Listener
) -> Iterator[Assessed]:
    """Yield the assessment of a folder with its `most` worst tables; what was made for it goes with the block.

    A quick one reads the documents and builds no warehouse: it knows no printed totals. `progress` is told
    (documents read, documents to read, the last one), `listener` what the main job does. Where the warehouse cannot be
    built, the assessment says why.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="yusuan-assess-") as data:
        settings = _apart(Settings.load(raw=folder), Path(data))
        costs = refresh(settings, progress=progress).costs
        why = None if is_quick else _unbuilt(settings, listener)
        if is_quick or why is not None:
            judge_documents(settings)
        measured = Measured(settings, settings.warehouse if not is_quick and why is None else None)
        documents = document_rows(measured, costs)
        assessment = Assessment(
            folder=str(folder),
            extractor_version=next((row["extractor_version"] for row in measured.documents), ""),
            is_quick=is_quick,
            not_built_because=why,
            seconds=round(time.monotonic() - began, 1),
            summary=summary_of(documents, why is None),
            documents=documents,
            worst_tables=worst_tables(measured, most),
        )
        hashes = {row["document_file"]: row["content_sha256"] for row in measured.documents}
        yield Assessed(assessment, lambda table: (settings.archive / hashes[table.document_file]).read_bytes())


def _apart(settings: Settings, data: Path) -> Settings:
    """Return settings under which nothing is written but below `data`."""
    cluster = replace(settings.cluster, lake=None)
    return replace(settings, data=data, cluster=cluster, stated_site=None, stated_dagster=None)


def _unbuilt(settings: Settings, listener: Listener) -> str | None:
    """Build the warehouse of the folder, and return why there is none, if so."""
    try:
        # a folder that is only tried is nobody's failed night
        with environment_set({WEBHOOK: "", MAIL_TO: ""}):
            run_main_job(settings, listener)
    except RunFailed as error:
        return str(error)
    return None
