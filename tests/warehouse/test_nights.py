"""A night that builds what is touched publishes what a build from nothing would, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import ALL
from nights import Folder, differing, night

from dagster_project.publication import exported
from dagster_project.settings import Settings
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.touched import linked

NIGHTS = 5 if ALL else 3
"""How many follow the first; in the last but one, documents are read by other code."""
SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 40))]


@pytest.mark.parametrize("seed", SEEDS)
def test_nights_publish_what_a_build_from_nothing_would(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # of few rows, too, some tables are one file, others sixteen, others as many as there are buckets
    monkeypatch.setattr(exported, "ALONE", 20)
    monkeypatch.setattr(exported, "SIXTEEN", 120)
    folder = Folder(tmp_path / "raw", seed)
    nights, nothing = (Settings(folder.raw, tmp_path / name) for name in ("nights", "nothing"))
    release, code, happened, touched = night(nights, "one", from_nothing=False), "one", ["first"], 0
    for number in range(NIGHTS):
        happened += [folder.happens(release) for _ in range(1 + number % 2)]
        code = "other" if number == NIGHTS - 2 else code
        release = night(nights, code, from_nothing=False)
        touched += build_of(nights, release.release_id).kept.is_dir()
        assert [*differing(release, night(nothing, code, from_nothing=True))] == [], f"after {' → '.join(happened)}"
    assert touched > 1, "hardly a night built only what was touched"
    assert {len(file.stem) for file in release.parquet.glob("*/*.parquet")} == {1, 2}
    assert any(file.stat().st_nlink > 1 for file in release.parquet.rglob("*.parquet")), "no file is the last release's"


def test_documents_hang_together_over_the_bodies_they_speak_of() -> None:
    bodies = [("a", "局"), ("b", "局"), ("b", "中心"), ("c", "中心"), ("d", "学校"), ("e", "学校")]
    assert linked(bodies, {"a"}) == {"a", "b", "c"}
    assert linked(bodies, {"d"}) == {"d", "e"}
    assert linked(bodies, {"of no body"}) == {"of no body"}
    assert linked(bodies, set()) == set()
