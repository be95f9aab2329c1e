"""Tables that lost cells, or whose sides were exchanged, are in doubt as a whole, and the reason is told."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, Reading, caption, tabs


def _statuses(reading: Reading) -> set[str]:
    return set(reading.column("statement_lines", "reading_status", disclosure="figure"))


LOST = """深圳市龙岗区林业局2031年度部门决算

收入支出决算总表
部门：深圳市龙岗区林业局 | 金额单位：万元 | ||||
收入 ||| 支出 |||
项目 | 行次 | 决算数 | 项目 | 行次 | 决算数 |
一、财政拨款收入 | 1 | 400.00 | 一、一般公共服务支出 | 35 | |
其中：政府性基金预算财政拨款 | 2 | 50.00 | 二、外交支出 | 36 | |
二、上级补助收入 | 3 | 30.00 | 三、国防支出 | 37 | |
三、事业收入 | 4 | {cells}
本年收入合计 | 24 | 430.00 | 本年支出合计 | 58 | 430.00 |
"""


@pytest.mark.parametrize(
    ("cells", "is_lost"), [("四、公共安全支出 | 38 | 430.00 ||", True), (" | 四、公共安全支出 | 38 | 430.00 |", False)]
)
def test_rows_that_lost_cells_are_in_doubt(cells: str, is_lost: bool) -> None:
    reading = Reading(LOST.format(cells=cells))
    doubts = [issue["message"] for issue in reading.rows("issues") if issue["code"] == "reading_doubtful"]
    assert any("cells of a row are lost" in doubt for doubt in doubts) == is_lost
    assert ({row["reading_status"] for row in reading.rows("statement_lines")} == {"doubtful"}) == is_lost


def test_a_column_of_totals_that_is_blank_beside_its_parts_is_in_doubt() -> None:
    rows = [
        ("科目编码", "科目名称", "基本支出", "项目支出", "合计"),
        ("", "合计", "300.00", "100.00", ""),
        ("213", "农林水支出", "300.00", "100.00", ""),
        ("21302", "林业和草原", "300.00", "100.00", ""),
        ("2130201", "行政运行", "100.00", "100.00", ""),
        ("2130205", "森林资源培育", "200.00", "", ""),
    ]
    blank = Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs(rows))
    assert _statuses(blank) == {"doubtful"}
    totals = ["400.00", "400.00", "400.00", "200.00", ""]
    one = [rows[0], *((*row[:4], total) for row, total in zip(rows[1:], totals, strict=True))]
    filled = Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs(one))
    assert "doubtful" not in _statuses(filled)


def test_names_of_one_side_that_stand_on_the_other_put_the_summary_in_doubt() -> None:
    rows = [
        ("项目", "预算数", "项目", "预算数"),
        ("一般公共预算拨款", "41,207.33", "一、基本支出", "30,118.02"),
        ("事业收入", "1,806.90", "二、项目支出", "12,896.21"),
        ("本年收入合计", "43,014.23", "本年支出合计", "43,014.23"),
        ("收入总计", "43,014.23", "支出总计", "43,014.23"),
    ]
    heads = ("收入", "", "支出", ""), ("支出", "", "收入", "")
    right, exchanged = (Reading(BUDGET + caption("收支总表", 1) + tabs([head, *rows])) for head in heads)
    assert "doubtful" not in _statuses(right)
    assert _statuses(exchanged) == {"doubtful"}
    assert "names of one side" in exchanged.one("issues", code="reading_doubtful")["message"]
