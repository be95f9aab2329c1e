"""What prose states in numbers, beside the table of a final account or in a budget."""

from __future__ import annotations

from typing import Any

from synthetic import Reading

FINAL = """深圳市龙岗区林业局2031年度部门决算

{prose}

一般公共预算财政拨款支出决算表
部门：深圳市龙岗区林业局
单位：万元
功能分类科目编码	科目名称	小计	基本支出	项目支出
合计		300.00	100.00	200.00
213	农林水支出	300.00	100.00	200.00
21302	林业和草原	300.00	100.00	200.00
2130201	行政运行	100.00	100.00	0.00
2130205	森林资源培育	200.00		200.00
"""

BUDGET = """深圳市龙岗区林业局2031年部门预算

{prose}
"""


def stated(template: str, *lines: str) -> list[dict[str, Any]]:
    """Return the rows of the prose, with the printed number of their level and base in place of the ids."""
    rows = Reading(template.format(prose="\n\n".join(lines))).rows("prose_amounts")
    printed = {row["prose_id"]: row["value_as_printed"] for row in rows}
    for row in rows:
        row["level"], row["base"] = printed.get(row["level_id"]), printed.get(row["base_id"])
    return rows


def brief(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]
