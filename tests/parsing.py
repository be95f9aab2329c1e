"""dbt parses its project once for all installations of a test run: they differ only in where their Parquet lies."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from dbt.contracts.graph.manifest import Manifest

from dagster_project.atomic import made_whole
from dagster_project.settings import Settings
from dagster_project.warehouse import dbt


def parsed_once(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let dbt parse in a folder that all workers share; an installation takes its manifest, the sources moved."""
    parse, shared = dbt.parse, Settings(folder / "raw", folder / "data")
    parsed = folder / "parsed"

    def parse_elsewhere(settings: Settings, target: Path) -> None:
        with alone(folder / "parsing.lock"):
            if not parsed.exists():
                with made_whole(parsed) as beside:
                    parse(shared, beside)
        places = dbt.in_a_source(shared.data), dbt.in_a_source(settings.data)
        (target / dbt.MANIFEST).write_bytes(_moved(parsed / dbt.MANIFEST, *places).to_msgpack())
        # as text: dbt writes a manifest only in a process in which it has parsed
        before, after = (json.dumps(place)[1:-1] for place in places)
        text = (parsed / "manifest.json").read_text("utf-8")
        (target / "manifest.json").write_text(text.replace(before, after), "utf-8")

    patch.setattr(dbt, "parse", parse_elsewhere)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Keep other workers out of the block."""
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _moved(parsed: Path, before: str, after: str) -> Manifest:
    manifest = Manifest.from_msgpack(parsed.read_bytes())
    for source in manifest.sources.values():
        for meta in (source.meta, source.source_meta, source.config.meta):
            if "external_location" in meta:
                meta["external_location"] = meta["external_location"].replace(before, after)
    return manifest
