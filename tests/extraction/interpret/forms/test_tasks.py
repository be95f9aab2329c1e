"""Tasks of a unit's targets: amounts by column, rows that a page shifted, the total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from synthetic import BUDGET, DEPARTMENT, Reading, caption, tabs

HEADER = (
    ("任务名称", "主要内容", "预算金额(万元)", "", ""),
    ("", "", "总额", "其中：财政拨款", "其中：其他资金"),
)
EVALUATION = (
    ("年度 主要 任务 完成 情况", "任务名称", "主要内容", "完成情况", "预算数（元）", "", "执行数（元）", ""),
    ("", "", "", "", "总额", "其中：财政拨款", "总额", "其中：财政拨款"),
)


def _reading(*rows: Sequence[str]) -> Reading:
    return Reading(BUDGET + caption("部门整体支出绩效目标表", 14, unit="") + tabs([*HEADER, *rows]))


def _amounts(reading: Reading) -> list[tuple[object, ...]]:
    columns = ("project_name", "approved_cny", "fiscal_appropriation_cny", "other_funds_cny", "is_basic")
    return [tuple(row[name] for name in columns) for row in reading.rows("projects")]


def test_task_has_its_amounts_by_column() -> None:
    assert _amounts(_reading(("潮位 观测", "布放", "30", "28", "2"), ("基本支出", "", "7", "7", "-"))) == [
        ("潮位观测", Decimal("300000.00"), Decimal("280000.00"), Decimal("20000.00"), False),
        ("基本支出", Decimal("70000.00"), Decimal("70000.00"), None, True),
    ]


def test_money_for_staff_and_office_is_basic_and_a_project_of_such_words_is_not() -> None:
    tasks = [(name, "", "7", "7", "-") for name in ("人员经费", "日常公用经费", "人员和公用经费", "公用设施维护经费")]
    assert [row[4] for row in _amounts(_reading(*tasks))] == [True, True, True, False]


def test_row_shifted_right_is_read_with_its_name() -> None:
    reading = _reading(("潮位观测", "布放", "30", "28", "2"), ("", "浮标维护", "更换", "5", "4", "1"))
    assert _amounts(reading)[1] == ("浮标维护", Decimal("50000.00"), Decimal("40000.00"), Decimal("10000.00"), False)
    assert "row_realigned" not in reading.issues


def test_row_that_lost_a_cell_is_read_in_order_and_reported() -> None:
    reading = _reading(("潮位观测", "布放", "30", "28", "2"), ("浮标维护", "5", "4", "1"))
    assert _amounts(reading)[1] == ("浮标维护", Decimal("50000.00"), Decimal("40000.00"), Decimal("10000.00"), False)
    assert reading.one("issues", code="row_realigned")["row_number"] == 4


def test_total_row_is_no_task_and_its_figures_are_totals() -> None:
    reading = _reading(("潮位观测", "布放", "30", "28", "2"), ("金额合计", "", "30", "28", "2"))
    assert len(_amounts(reading)) == 1
    assert reading.lines("item", "row_role", "amount_cny", "measure", row_role="total") == [
        ("total", "total", Decimal("300000.00"), "approved"),
        ("total", "total", Decimal("280000.00"), "fiscal_appropriation"),
        ("total", "total", Decimal("20000.00"), "other_funds"),
    ]


def test_rest_of_a_text_cell_is_no_task() -> None:
    reading = _reading(("潮位观测", "布放", "30", "28", "2"), ("", "并校准5万元", "", "", ""))
    assert len(_amounts(reading)) == 1
    assert reading.column("prose_amounts", "value_as_printed") == ["5"]


def test_side_label_is_no_name() -> None:
    reading = _reading(("年度主要任务", "潮位观测", "布放", "30", "28", "2"))
    assert _amounts(reading)[0][:2] == ("潮位观测", Decimal("300000.00"))


def test_page_without_a_header_goes_on_with_the_tasks() -> None:
    title = caption("部门整体支出绩效目标表", 14, unit="")
    text = title + tabs([*HEADER, ("潮位观测", "布放", "30", "28", "2")])
    for between in ("", title, "年度主要任务\n\n" + title):
        reading = Reading(BUDGET + text + "\n" + between + tabs([("浮标维护", "更换", "5", "4", "1")]))
        assert [row[0] for row in _amounts(reading)] == ["潮位观测", "浮标维护"]


def test_budget_beside_execution_gives_two_phases() -> None:
    rows = [
        ("单位名称", "", f"{DEPARTMENT}(本级)", "", "预算年度", "", "2031", ""),
        *EVALUATION,
        ("", "潮位观测", "布放", "完成", "30.50", "30.50", "29.00", "29.00"),
        ("", "金额合计", "", "", "30.50", "30.50", "29.00", "29.00"),
    ]
    head = f"{DEPARTMENT}（本级） 2031年度部门整体绩效评价报告\n\n调整后预算总额30.50元。\n\n"
    reading = Reading(head + "部门整体支出绩效自评表\n\n" + tabs(rows))
    project = reading.one("projects")
    assert (project["revised_cny"], project["executed_cny"]) == (Decimal("30.50"), Decimal("29.00"))
    assert project["approved_cny"] is None
    assert project["organisation"] == f"{DEPARTMENT}本级"
