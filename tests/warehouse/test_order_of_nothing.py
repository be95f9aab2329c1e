"""Where NULL stands in the order of a window is stated: DuckDB puts it last, Spark first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dagster_project.settings import PROJECT

DBT = PROJECT / "dbt"
FILES = sorted(file for folder in ("models", "macros") for file in (DBT / folder).rglob("*.sql"))
WINDOW = re.compile(r"\bover \(|\bas \((?=\s*partition by)")
STATED = re.compile(r"\b(desc|nulls last)$")
NEVER_NULL = re.compile(r"(\w+\.)?document_id|case\b.*\belse\b.*\bend|count\(\*\)|coalesce\(\w+, 0\)", re.DOTALL)


def parts(text: str, separator: str) -> list[str]:
    """Return what stands between separators outside of brackets, up to the bracket that closes the text."""
    depth, found, begun = 0, [], 0
    for place, sign in enumerate(text):
        depth += (sign in "({[") - (sign in ")}]")
        if depth < 0:
            return [*found, text[begun:place]]
        if depth == 0 and text.startswith(separator, place):
            found.append(text[begun:place])
            begun = place + len(separator)
    return [*found, text[begun:]]


def keys(sql: str) -> list[str]:
    """Return the keys of every window's order."""
    orders = [parts(sql[window.end() :], "order by")[1:] for window in WINDOW.finditer(sql)]
    stated = [re.split(r"\s(?:rows|range|groups)\s", order[0])[0] for order in orders if order]
    return [key.strip() for order in stated for key in parts(order, ",")]


def test_keys_are_found() -> None:
    sql = "row_number() over (partition by a order by coalesce(b, (c)), d desc rows unbounded preceding) as choice"
    assert keys(sql) == ["coalesce(b, (c))", "d desc"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_window_says_where_null_stands(file: Path) -> None:
    silent = [key for key in keys(file.read_text(encoding="utf-8")) if not STATED.search(key)]
    assert [key for key in silent if not NEVER_NULL.fullmatch(key)] == []
