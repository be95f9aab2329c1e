"""The rows of the touched documents, in a folder of their own, and beside them what is kept of the last release."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dagster_project.atomic import write_table
from dagster_project.settings import Settings
from dagster_project.store.buckets import copy_rows
from dagster_project.store.states import State
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.remembered import BODIES, FIGURES, Last

TOUCHED = "touched.parquet"


def write_part(settings: Settings, build: Build, last: Last, touched: set[str], states: Mapping[str, State]) -> None:
    """Write what the statements of dbt read where only touched documents are built; what is gone has no rows."""
    _link_kept(build, last)
    ids = pa.array(sorted(touched), pa.string())
    write_table(pa.table({"document_id": ids}), build.kept / TOUCHED)
    extracted, judged = build.sources
    wanted = pc.field("document_id").isin(ids)
    copy_rows(settings.extracted, extracted, {each: states[each].bucket for each in touched & states.keys()})
    for file in settings.judged.glob("*.parquet"):
        write_table(pq.read_table(file, filters=wanted), judged / file.name)


def drop_part(build: Build) -> None:
    """Remove what only building and sealing need; that `kept` is there, and empty, tells that a part was built."""
    shutil.rmtree(build.sources[0].parent, ignore_errors=True)
    for place in build.kept.glob("*"):
        shutil.rmtree(place) if place.is_dir() and not place.is_symlink() else place.unlink()


def _link_kept(build: Build, last: Last) -> None:
    """Let each table be found as a folder of files, whether it is one or not: a statement names it by one pattern."""
    for table in (*last.parquet.glob("*.parquet"), last.build.remembered / FIGURES, last.build.remembered / BODIES):
        place = build.kept / table.name
        if not table.is_dir():
            place.mkdir(parents=True)
            place /= table.name
        place.symlink_to(table.resolve())
    build.last_warehouse.symlink_to(last.warehouse.resolve())
