"""The four common changes: where a file was forgotten, a test names it. CONTRIBUTING tells what each change touches."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from dagster_project.derived.catalogue import catalogue, rule_model
from dagster_project.extraction import read
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.read import READERS
from dagster_project.settings import PROJECT

NAMES = {
    "text": ("text:", "文本："),
    "pdf": ("PDF", "PDF"),
    "mhtml": ("MHT", "MHT"),
    "opendocument": ("ODS", "ODS"),
    "spreadsheetml": ("Spreadsheet XML", "XML 表格"),
}
"""How the READMEs name a format, where it is not by its own name in capitals."""
TESTS = PROJECT / "tests"
FIRINGS = (TESTS / "audit" / "firings.py").read_text(encoding="utf-8")
MARTS = sorted((PROJECT / "dbt" / "models" / "marts").rglob("*.yml"))


def texts(folder: str, pattern: str = "test_*.py") -> str:
    """Return all tests below a folder, as one text."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted((TESTS / folder).rglob(pattern)))


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule["rule_id"])
def test_nothing_of_a_rule_is_missing(rule: dict[str, str]) -> None:
    name = rule["rule_id"]
    assert rule_model(rule).is_file(), f"{name} has no SQL: {rule_model(rule).relative_to(PROJECT)}"
    assert re.search(rf'"{name}"', FIRINGS), f"{name} has no change that makes it fire: tests/audit/firings.py"


@pytest.mark.parametrize("format", READERS)
def test_nothing_of_a_format_is_missing(format: str) -> None:
    module, _ = READERS[format]
    assert find_spec(f"{read.__name__}.{module}"), f"{format} has no reader: extraction/read/{module}.py"
    assert f'"{format}"' in texts("extraction/read"), f"no test tells {format} by its bytes: test_formats.py"
    tests = [path for name in {module, format} for path in (TESTS / "extraction" / "read").glob(f"test_{name}*.py")]
    assert tests, f"no test reads {format}: tests/extraction/read/test_{format}.py"
    for readme, name in zip(("README.md", "README.zh-CN.md"), NAMES.get(format, (format.upper(),) * 2), strict=True):
        rows = re.findall(r"^\|([^|]*)\|", (PROJECT / readme).read_text(encoding="utf-8"), re.MULTILINE)
        assert any(name in row for row in rows), f"{readme} has no row for {format} in its table of formats"


@pytest.mark.parametrize("file", MARTS, ids=lambda path: path.stem)
def test_no_published_column_is_without_type_or_meaning(file: Path) -> None:
    for model in yaml.safe_load(file.read_text(encoding="utf-8")).get("models", ()):
        for column in model["columns"]:
            assert column.get("data_type"), f"{model['name']}.{column['name']} has no data_type in {file.name}"
            assert column.get("description"), f"{model['name']}.{column['name']} has no description in {file.name}"


def test_nothing_of_a_layout_is_missing() -> None:
    cases = texts(".") + texts("golden", "*.csv")
    untold = [kind for kind in knowledge().kinds if not re.search(rf"\b{kind}\b", cases)]
    assert untold == [], "no test names these kinds of statement: tests/extraction/locate/test_titles.py"
