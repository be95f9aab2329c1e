"""`yusuan inspect` shows what is read from a file, or why nothing is."""

from __future__ import annotations

from pathlib import Path

from calling import yusuan

from dagster_project.settings import PROJECT

BUDGET = PROJECT / "raw" / "shenzhen_miit_department_budget_2021.txt"


def test_inspect_shows_identity_tables_and_numbers() -> None:
    result = yusuan("inspect", str(BUDGET), "--cells")
    assert result.exit_code == 0
    for expected in ("深圳市工业和信息化局", "2021", "budget_general_expenditure", "2150517", "517,486", " fact"):
        assert expected in result.output


def test_inspect_of_something_else_shows_the_issue(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = yusuan("inspect", str(tmp_path / "empty.txt"))
    assert result.exit_code == 0
    assert "empty_file" in result.output
    assert yusuan("inspect", str(tmp_path / "missing.txt")).exit_code == 2
    assert "empty.txt" in yusuan("inspect", str(tmp_path)).output
