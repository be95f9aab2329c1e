"""A table that names the department can be that of its 本级: the amount decides."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, DEPARTMENT, Reading, caption, tabs

OWN = f"{DEPARTMENT}本级"
UNITS = (
    ("预算单位", "支出总计", "基本支出", "项目支出"),
    ("区海洋观测局", "300", "100", "200"),
    ("区海洋观测局本级", "250", "90", "160"),
    ("东礁观测站", "50", "10", "40"),
)


def _reading(total: str, named: str = DEPARTMENT) -> Reading:
    rows = [
        ("单位名称", named, "", ""),
        ("任务名称", "主要内容", "预算金额（万元）", ""),
        ("", "", "总额", "其中：财政拨款"),
        ("潮位观测", "", total, total),
        ("金额合计", "", total, total),
        ("一级指标", "二级指标", "三级指标", "目标值"),
        ("产出指标", "数量指标", "布放浮标数", "12个"),
    ]
    targets = caption("部门整体支出绩效目标表", 14) + tabs(rows)
    return Reading(BUDGET + caption("支出总表", 3) + tabs(UNITS) + "\n" + targets)


def _organisations(reading: Reading) -> set[object]:
    found = {row["organisation"] for row in reading.rows("statement_lines", statement_kind="unit_targets")}
    found |= set(reading.column("projects", "organisation")) | set(reading.column("indicators", "organisation"))
    return found | {reading.rows("tables")[1]["organisation"]}


def test_total_of_the_own_level_makes_the_table_its() -> None:
    reading = _reading("250")
    assert _organisations(reading) == {OWN}
    assert reading.one("issues", code="organisation_resolved_by_amount")["table_number"] == 2
    assert set(reading.column("projects", "organisation_as_printed")) == {DEPARTMENT}


@pytest.mark.parametrize("total", ["300", "77"])
def test_total_of_the_department_or_of_nobody_leaves_the_table(total: str) -> None:
    reading = _reading(total)
    assert _organisations(reading) == {DEPARTMENT}
    assert "organisation_resolved_by_amount" not in reading.issues


def test_table_that_names_another_unit_stays_with_it() -> None:
    assert _organisations(_reading("250", "东礁观测站")) == {"东礁观测站"}
