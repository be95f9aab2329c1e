"""A table that is not its document's own is set against the tables of all others, also in a night of one new document."""

from __future__ import annotations

from pathlib import Path

import duckdb
from corpus import KINDS
from nights import differing, night
from pasting import pasted

from dagster_project.publication.releases import Release
from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of


def causes(release: Release) -> list[tuple[str, ...]]:
    """Return what is found of the pasted documents, and what it is said to come from."""
    with duckdb.connect(str(release.warehouse), read_only=True) as connection:
        return connection.execute(
            "select document_file, cause, message_en from fct_findings join dim_documents using (document_id) order by all"
        ).fetchall()


def test_where_a_table_comes_from_is_found_when_its_source_comes_in(tmp_path: Path) -> None:
    foreign = next(each for each in pasted() if each.cause == "other_organisation")
    raw = tmp_path / "raw"
    raw.mkdir()
    texts = {f"clean_{number}.txt": KINDS["provincial"](number).text for number in range(3)}
    for file, text in {**texts, foreign.file: foreign.text}.items():
        (raw / file).write_text(text, encoding="utf-8")
    nights, nothing = (Settings(raw, tmp_path / name) for name in ("nights", "nothing"))
    before = night(nights, "code", from_nothing=True)
    known = causes(before)
    (raw / "source.txt").write_text(str(foreign.source), encoding="utf-8")
    after = night(nights, "code", from_nothing=False)
    assert build_of(nights, after.release_id).kept.is_dir()
    assert causes(after) != known
    assert [*differing(after, night(nothing, "code", from_nothing=True))] == []
