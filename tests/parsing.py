"""dbt parses its project once for all installations of a test run: they differ only in where their Parquet lies."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from dbt.contracts.graph.manifest import Manifest

from dagster_project.settings import Settings
from dagster_project.warehouse import dbt


def parsed_once(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let dbt parse in a folder that all workers share; an installation takes its manifest, the sources moved."""
    parse, shared = dbt.prepared_manifest, Settings(folder / "raw", folder / "data")

    def prepared_manifest(settings: Settings) -> Path:
        own = settings.dbt_target / "parsed"
        if not own.exists():
            with _alone(folder / "parsing.lock"):
                moved = _moved(parse(shared), shared.data, settings.data)
            own.mkdir(parents=True)
            (own / dbt.MANIFEST).write_bytes(moved.to_msgpack())
            (own / "manifest.json").write_text(json.dumps(moved.writable_manifest().to_dict(omit_none=False)))
        return own / "manifest.json"

    patch.setattr(dbt, "prepared_manifest", prepared_manifest)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _moved(parsed: Path, before: Path, after: Path) -> Manifest:
    manifest = Manifest.from_msgpack(parsed.with_name(dbt.MANIFEST).read_bytes())
    places = dbt.in_a_source(before), dbt.in_a_source(after)
    for source in manifest.sources.values():
        for meta in (source.meta, source.source_meta, source.config.meta):
            if "external_location" in meta:
                meta["external_location"] = meta["external_location"].replace(*places)
    return manifest
