"""dbt parses its project once for all installations of a test run: they differ only in where their Parquet lies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dbt.contracts.graph.manifest import Manifest

from dagster_project.settings import Settings
from dagster_project.warehouse import dbt


def parsed_once(patch: pytest.MonkeyPatch) -> None:
    """Let the first installation parse, and every other take its manifest, the sources moved to its own folder."""
    parse = dbt.prepared_manifest
    first: list[Settings] = []

    def prepared_manifest(settings: Settings) -> Path:
        if not first:
            first.append(settings)
        if settings.data == first[0].data:
            return parse(settings)
        folder = settings.dbt_target / "parsed"
        if not folder.exists():
            folder.mkdir(parents=True)
            moved = _moved(parse(first[0]), first[0].data, settings.data)
            (folder / dbt.MANIFEST).write_bytes(moved.to_msgpack())
            (folder / "manifest.json").write_text(json.dumps(moved.writable_manifest().to_dict(omit_none=False)))
        return folder / "manifest.json"

    patch.setattr(dbt, "prepared_manifest", prepared_manifest)


def _moved(parsed: Path, before: Path, after: Path) -> Manifest:
    manifest = Manifest.from_msgpack(parsed.with_name(dbt.MANIFEST).read_bytes())
    places = dbt.in_a_source(before), dbt.in_a_source(after)
    for source in manifest.sources.values():
        for meta in (source.meta, source.source_meta, source.config.meta):
            if "external_location" in meta:
                meta["external_location"] = meta["external_location"].replace(*places)
    return manifest
