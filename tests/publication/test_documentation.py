"""The page that describes a release is carried on while the models are the same, and made anew only then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dagster_project.errors import UsageError
from dagster_project.publication import documentation
from dagster_project.publication.documentation import keep_docs, make_docs
from dagster_project.publication.releases import Release
from dagster_project.settings import Settings, build_kept, docs_wanted
from dagster_project.warehouse.build import build_of


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return an installation whose models are in a first state, and where a page is made without dbt."""

    def build_site(settings: Settings, database: Path, page: Path) -> None:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"of {state(settings)}, from {database.relative_to(settings.data).parts[0]}")

    def state(settings: Settings) -> str:
        return (settings.data / "state").read_text()

    (tmp_path / "state").write_text("first")
    monkeypatch.setattr(documentation, "build_site", build_site)
    monkeypatch.setattr(documentation, "_state", state)
    return Settings(tmp_path / "raw", tmp_path)


def release(settings: Settings, number: int) -> Release:
    """Return a complete release without a page."""
    made = Release(settings.releases / f"2026010{number}T000000Z-0")
    made.folder.mkdir(parents=True)
    made.manifest.write_text("{}")
    build = build_of(settings, made.release_id)
    build.folder.mkdir(parents=True)
    build.database.touch()
    return made


def test_the_page_of_the_same_models_is_the_same_file(settings: Settings) -> None:
    first, second, third = (release(settings, number) for number in (1, 2, 3))
    assert not keep_docs(settings, first)
    make_docs(settings, first)
    assert keep_docs(settings, second)
    assert second.docs_page.samefile(first.docs_page)
    (settings.data / "state").write_text("second")
    assert not keep_docs(settings, third)
    assert not third.docs_page.exists()
    make_docs(settings, third)
    assert first.docs_page.read_text() == "of first, from build"
    assert third.docs_page.read_text() == "of second, from build"


def test_a_release_whose_build_is_gone_keeps_its_page_or_has_one_of_the_readers_file(settings: Settings) -> None:
    first, second, third = (release(settings, number) for number in (1, 2, 3))
    make_docs(settings, first)
    for older in (first, second):
        build_of(settings, older.release_id).database.unlink()
    (settings.data / "state").write_text("second")
    make_docs(settings, first)
    make_docs(settings, second)
    assert first.docs_page.read_text() == "of first, from build"
    assert second.docs_page.read_text() == "of second, from releases"
    assert not keep_docs(settings, third), "what is described of the build would be missing in it"


@pytest.mark.parametrize(
    ("stated", "wanted"), [({}, False), ({"YUSUAN_DOCS": "0"}, False), ({"YUSUAN_DOCS": "1"}, True)]
)
def test_docs_are_made_where_they_are_wanted(stated: dict[str, str], wanted: bool) -> None:
    assert docs_wanted(stated) is wanted


@pytest.mark.parametrize(("wish", "variable"), [(docs_wanted, "YUSUAN_DOCS"), (build_kept, "YUSUAN_KEEP_BUILD")])
def test_another_wish_is_wrong_usage(wish: Callable[[dict[str, str]], bool], variable: str) -> None:
    with pytest.raises(UsageError, match=variable):
        wish({variable: "yes"})
