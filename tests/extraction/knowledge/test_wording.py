"""The words of each wording are read from a YAML file that fits its model: what no reader knows is refused."""

from __future__ import annotations

import importlib
import re
import shutil
from pathlib import Path

import pytest

from dagster_project.extraction.knowledge import loading, wording
from dagster_project.extraction.knowledge.loading import KnowledgeError, Words, load

FOLDER = Path(wording.__path__[0])
NAMES = sorted(file.stem for file in FOLDER.glob("*.yml"))


def _model(name: str) -> type[Words]:
    """Return the model in the module beside the YAML file of that name."""
    module = importlib.import_module(f"{wording.__name__}.{name}")
    [model] = [
        each
        for each in vars(module).values()
        if getattr(each, "__module__", "") == module.__name__ and isinstance(each, type)
    ]
    return model


def _with(folder: Path, name: str, line: str = "") -> str:
    """Copy the YAML file into a folder of knowledge, with one more line if any, and return its name there."""
    (folder / "wording").mkdir()
    copy = folder / "wording" / f"{name}.yml"
    shutil.copy(FOLDER / copy.name, copy)
    copy.write_text(copy.read_text(encoding="utf-8") + line, encoding="utf-8")
    return f"wording/{copy.name}"


@pytest.mark.parametrize("name", NAMES)
def test_unknown_key_is_refused_with_its_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _with(tmp_path, name, "nonsense: 1\n")
    monkeypatch.setattr(loading, "PACKAGE", tmp_path)
    with pytest.raises(KnowledgeError, match=rf"{re.escape(file)} → nonsense: .* declared in {name}\.py"):
        load(file, _model(name))


def test_pattern_that_cannot_be_compiled_is_refused_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _with(tmp_path, "codes")
    copy = tmp_path / file
    copy.write_text(re.sub(r"(?m)^links: .*$", "links: '[的和'", copy.read_text(encoding="utf-8")), encoding="utf-8")
    monkeypatch.setattr(loading, "PACKAGE", tmp_path)
    with pytest.raises(KnowledgeError, match=r"wording/codes\.yml → links: "):
        load(file, _model("codes"))
