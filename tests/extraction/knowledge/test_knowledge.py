"""A new region's layout is a YAML file: nothing else has to change for its statement to be read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from synthetic import BUDGET, Reading, caption, tabs

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge import statements as module
from dagster_project.extraction.locate.kinds import kind_of_header
from dagster_project.extraction.locate.titles import kind_of, kind_said, saying

REGION = """
region_guarantee_expenditure:
  titles: ['保障类支出安排表']
  layout: matrix
  family: expenditure
  fund: general_public_budget
  measures: {'保基本': basic, '办实事': project}
"""
TABLE = caption("保障类支出安排表", 5, "元") + tabs(
    [
        ("功能分类科目编码", "功能分类科目名称", "合计", "保基本", "办实事"),
        ("220", "自然资源海洋气象等支出", 30, 10, 20),
    ]
)


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "region.yml"
    path.write_text(REGION)
    files = [*module.statement_files(), path]
    monkeypatch.setattr(module, "statement_files", lambda: files)
    _forget()
    yield path
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    knowledge.cache_clear()
    kind_of.cache_clear()
    kind_of_header.cache_clear()
    saying.cache_clear()
    kind_said.cache_clear()


def test_unknown_statement_keeps_its_numbers_and_is_an_issue() -> None:
    table = caption("观测站一览表", 5, "元") + tabs([("站名", "潮位", "水温", "海拔"), ("220", 30, 10, 20)])
    reading = Reading(BUDGET + table)
    assert reading.issues == {"unknown_statement", "unmapped_number"}
    assert sorted(row["value_as_printed"] for row in reading.rows("ledger", disposition="unmapped")) == [
        "10",
        "20",
        "220",
        "30",
    ]


def test_statement_of_a_new_region_is_read_by_its_yaml(region: Path) -> None:
    reading = Reading(BUDGET + TABLE)
    assert reading.issues == set()
    assert reading.lines("statement_kind", "code", "measure", "amount_cny") == [
        ("region_guarantee_expenditure", "220", measure, Decimal(amount))
        for measure, amount in (("total", 30), ("basic", 10), ("project", 20))
    ]


def test_new_statement_is_described_to_the_warehouse(region: Path) -> None:
    mart = knowledge().kinds["region_guarantee_expenditure"].mart
    assert (mart.family, mart.fund, mart.expenditure_basis) == ("expenditure", "general_public_budget", "fund")


def test_kind_is_defined_once(region: Path) -> None:
    region.write_text("budget_income: {titles: [], layout: matrix, family: income}")
    with pytest.raises(ValueError, match=r"region\.yml → budget_income: statement kind budget_income is defined twice"):
        knowledge()


def test_misspelt_key_is_named(region: Path) -> None:
    region.write_text("other: {titles: [], layout: matrix, family: income, measure: {}}")
    with pytest.raises(ValueError, match=r"region\.yml → other → measure: Extra inputs are not permitted"):
        knowledge()
