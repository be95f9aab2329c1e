"""What a release follows from: the same digest means the same release, and whatever shows in one changes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dagster_project.intake.inventory import take_inventory
from dagster_project.publication import inputs
from dagster_project.publication.inputs import inputs_of, release_of, release_of_unchanged
from dagster_project.publication.publish import point_to
from dagster_project.publication.releases import SHOWN, Release, begin_release
from dagster_project.settings import Bounds, Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation with one document."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("alpha")
    return Settings(tmp_path / "raw", tmp_path / "data")


def digest(settings: Settings) -> str:
    """Return the digest of what lies in the raw folder now."""
    return inputs_of(settings, take_inventory(settings.raw, settings.archive))


def published(settings: Settings, made_of: str | None) -> Release:
    """Publish a release that says what it was made of."""
    release = begin_release(settings, "0" * 8)
    release.warehouse.write_bytes(b"")
    release.manifest.write_text(json.dumps({"row_counts": {}, "inputs": made_of}))
    point_to(release, settings)
    return release


CHANGES: dict[str, Callable[[Path], object]] = {
    "another document": lambda raw: (raw / "b.txt").write_text("beta"),
    "other bytes": lambda raw: (raw / "a.txt").write_text("alphA"),
    "another name": lambda raw: (raw / "a.txt").rename(raw / "b.txt"),
    "a sidecar": lambda raw: (raw / "a.txt.source.yml").write_text("source_url: https://example.org/a"),
    "a correction": lambda raw: (raw / "corrections.yml").write_text("- file: a.txt\n  fiscal_year: 2024\n"),
    "a verdict": lambda raw: (raw / "findings_review.yml").write_text("[]"),
    "a file that cannot be read": lambda raw: (raw / "c.txt").symlink_to(raw / "nowhere"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_release_shows_changes_the_digest(settings: Settings, change: str) -> None:
    before = digest(settings)
    assert digest(settings) == before
    CHANGES[change](settings.raw)
    assert digest(settings) != before


def test_other_code_is_another_release(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(settings)
    monkeypatch.setattr(inputs, "code_version", lambda dbt_project: "other")
    assert digest(settings) != before


def test_code_is_the_models_and_not_what_dbt_makes_of_them(tmp_path: Path) -> None:
    def version() -> str:
        inputs.code_version.cache_clear()
        return inputs.code_version(tmp_path)

    (tmp_path / "models").mkdir()
    (tmp_path / "target").mkdir()
    empty = version()
    (tmp_path / "target" / "made.sql").write_text("select 1")
    assert version() == empty
    (tmp_path / "models" / "a.sql").write_text("select 1")
    model = version()
    assert model != empty
    (tmp_path / "models" / "a.sql").rename(tmp_path / "models" / "b.sql")
    assert version() != model


def test_bounds_are_no_input(settings: Settings) -> None:
    other = Settings(settings.raw, settings.data, bounds=Bounds(workers=1, seconds=1, megabytes=512))
    assert digest(other) == digest(settings)


def test_the_current_release_stays_while_nothing_changes(settings: Settings) -> None:
    made_of = digest(settings)
    assert release_of(settings, made_of) is None
    release = published(settings, made_of)
    assert release_of(settings, made_of) == release
    assert release_of(settings, "other") is None
    release.warehouse.unlink()
    assert release_of(settings, made_of) is None


def test_a_site_that_is_wanted_and_not_there_or_of_another_release_is_made(settings: Settings, tmp_path: Path) -> None:
    made_of, site = digest(settings), tmp_path / "site"
    release = published(settings, made_of)
    wanting = replace(settings, stated_site=site)
    assert release_of(wanting, made_of) is None
    site.mkdir()
    (site / "index.html").write_text("")
    assert release_of(wanting, made_of) is None
    (site / SHOWN).write_text("an older one")
    assert release_of(wanting, made_of) is None
    (site / SHOWN).write_text(release.release_id)
    assert release_of(wanting, made_of) == release
    (site / "index.html").unlink()
    assert release_of(wanting, made_of) is None


def test_a_release_that_does_not_say_what_it_was_made_of_is_built_again(settings: Settings) -> None:
    published(settings, None)
    assert release_of(settings, digest(settings)) is None


def test_what_is_not_known_is_not_read_to_be_told_unchanged(settings: Settings) -> None:
    published(settings, digest(settings))
    assert release_of_unchanged(settings) is None
