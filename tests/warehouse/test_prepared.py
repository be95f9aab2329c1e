"""The dbt project is parsed once for all data folders, anew where it changes, and beside it where that may be written."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from dagster_project.errors import UsageError
from dagster_project.settings import PROJECT, Settings
from dagster_project.warehouse import prepared
from dagster_project.warehouse.prepared import MANIFEST, STATEMENTS, loaded_manifest

pytestmark = pytest.mark.xdist_group("warehouse")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return where the project is parsed, which is not done."""
    folders: list[Path] = []

    def parse(settings: Settings, target: Path) -> None:
        folders.append(target)
        (target / MANIFEST).write_bytes(b"parsed")

    monkeypatch.setattr(prepared, "_parse", parse)
    # of a test run, it lies in a folder of the run
    monkeypatch.setattr(prepared, "homes", lambda settings: (settings.dbt_project / "target", settings.dbt_target))
    return folders


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings of a checkout with a small project."""
    project = tmp_path / "checkout"
    (project / "dbt" / "models").mkdir(parents=True)
    (project / "dbt" / "models" / "one.sql").write_text("select 1")
    return Settings(tmp_path / "raw", tmp_path / "data", project)


def test_sources_lie_in_the_folder_of_the_command(tmp_path: Path) -> None:
    for name in ("one", "数据 [2031] 'b'"):
        settings = Settings(PROJECT / "raw", tmp_path / name)
        places = [source.meta["external_location"] for source in loaded_manifest(settings).sources.values()]
        assert places
        escaped = str(settings.data).replace("[", "[[]").replace("'", "''")
        assert all(f"'{escaped}/" in place for place in places)


def test_folders_share_what_is_parsed_until_the_project_changes(settings: Settings, parsed: list[Path]) -> None:
    one = prepared.prepared(settings)
    assert one.parent == settings.dbt_project / "target"
    assert prepared.prepared(replace(settings, data=settings.data / "other")) == one
    # what dbt makes is no part of the project
    (one.parent / "run.sql").write_text("select 3")
    assert prepared.prepared(settings) == one
    assert len(parsed) == 1
    (settings.dbt_project / "models" / "one.sql").write_text("select 2")
    other = prepared.prepared(settings)
    assert other != one
    assert [folder.name for folder in other.parent.glob("prepared-*")] == [other.name]
    moved = settings.project.with_name("moved")
    shutil.copytree(settings.project, moved)
    assert prepared.prepared(replace(settings, project=moved)).name != other.name


def test_where_none_may_write_beside_the_project_it_lies_in_the_data_folder(
    settings: Settings, parsed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = prepared.prepared(settings)
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda place, mode: not Path(place).is_relative_to(settings.project) and allowed(place, mode)
    )
    # parsed by another, who has built nothing yet: what is sent could not be put there
    own = prepared.prepared(settings)
    assert own.parent == settings.dbt_target
    (beside / STATEMENTS).write_text("[]")
    assert prepared.prepared(settings) == beside


@pytest.mark.parametrize("name", ["a#b", "a?b", "{a}"])
def test_a_data_folder_that_dbt_misreads_is_refused(settings: Settings, parsed: list[Path], name: str) -> None:
    with pytest.raises(UsageError, match="which dbt misreads"):
        prepared.prepared(replace(settings, data=settings.data / name))
    assert parsed == []
