"""A test of dbt that fails names its documents; they are withheld and it is built again, within bounds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from fake_extraction import fake_extract

from dagster_project.invariants import rounds
from dagster_project.invariants.judged import judge_documents, read_judged
from dagster_project.settings import Settings
from dagster_project.store.buckets import scan_extracted
from dagster_project.store.refresh import refresh
from dagster_project.warehouse.build import Build, build_of
from dagster_project.warehouse.nodes import NodeResult

NAMED = "select document_id, 'x' as unknown_value from fct_bad"
UNNAMED = "select 'x' as unknown_value from fct_bad"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation with five documents judged good."""
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    settings.raw.mkdir()
    for name in "abcde":
        (settings.raw / f"{name}.txt").write_text(name)
    refresh(settings, fake_extract, "fake")
    assert judge_documents(settings) == []
    return settings


def withheld(settings: Settings) -> list[str]:
    """Return the files of the documents that are withheld."""
    return sorted(read_judged(settings.judged, "withheld_documents").column("document_file").to_pylist())


def build_with(failing: list[str], query: str, at_once: int = 1) -> Callable[..., list[NodeResult]]:
    """Return a build in which so many documents at once fail a test, the next ones once those before are withheld."""

    def build_models(settings: Settings, build: Build, progress: Callable[[str], None]) -> list[NodeResult]:
        build.folder.mkdir(parents=True)
        bad = [name for name in failing if f"{name}.txt" not in withheld(settings)][:at_once]
        with duckdb.connect(str(build.database)) as connection:
            connection.register("found", scan_extracted(settings.extracted, "documents"))
            connection.execute("create schema marts")
            files = [f"{name}.txt" for name in bad]
            connection.execute(
                "create table fct_bad as select document_id from found where document_file in (select unnest(?))",
                [files],
            )
        status = "fail" if bad else "pass"
        return [NodeResult("test.yusuan.known_in_fct_bad.0", status, 0.1, None, len(bad), query)]

    return build_models


def built(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, failing: list[str], query: str = NAMED, at_once: int = 1
) -> list[str]:
    """Build in rounds and return the status of what was built last."""
    monkeypatch.setattr(rounds, "build_models", build_with(failing, query, at_once))
    monkeypatch.setattr(rounds, "violating_release", lambda *release: [])
    told: list[str] = []
    results = rounds.build_in_rounds(settings, build_of(settings, "20260101T000000Z-a"), print, told.append)
    assert len(told) == len(withheld(settings))
    return [result.status for result in results]


def test_a_document_that_a_test_names_is_withheld_and_the_rest_built(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built(settings, monkeypatch, ["b", "d"]) == ["pass"]
    assert withheld(settings) == ["b.txt", "d.txt"]
    (message, _) = sorted(read_judged(settings.judged, "issues").column("message").to_pylist())
    assert message.startswith("The test known_in_fct_bad fails. Not so: document_id=")


def test_rounds_come_to_an_end(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert built(settings, monkeypatch, ["a", "b", "c", "d"]) == ["fail"]
    assert len(withheld(settings)) == rounds.ROUNDS - 1


def test_a_test_that_names_most_documents_is_our_fault_and_stops_the_release(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built(settings, monkeypatch, ["a", "b", "c"], at_once=3) == ["fail"]
    assert withheld(settings) == []


def test_what_names_no_document_stops_the_release(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert built(settings, monkeypatch, ["a"], UNNAMED) == ["fail"]
    assert withheld(settings) == []


def test_a_build_without_a_fault_withholds_nothing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert built(settings, monkeypatch, []) == ["pass"]
    assert withheld(settings) == []
