"""A small budget as text, of a body that a test names: one fund statement by function code."""

from __future__ import annotations

BUDGET = """{issuer}2026年部门预算

一般公共预算支出表
单位：万元
| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| 201 | 一般公共服务支出 | 120.00 | 100.00 | 20.00 |
| 20108 | 审计事务 | 120.00 | 100.00 | 20.00 |
| 2010801 | 行政运行 | 120.00 | 100.00 | 20.00 |
| | 合计 | 120.00 | 100.00 | 20.00 |
"""
ALL_FUNDS = """{issuer}2026年部门预算

支出总表
单位：万元
| 科目编码 | 科目名称 | 合计 | 一般公共预算/小计 | 政府性基金预算/小计 |
|---|---|---|---|---|
| 201 | 一般公共服务支出 | 150.00 | 100.00 | 50.00 |
| 20108 | 审计事务 | 150.00 | 100.00 | 50.00 |
| 2010801 | 行政运行 | 150.00 | 100.00 | 50.00 |
| | 合计 | 150.00 | 100.00 | 50.00 |
"""


def budget(number: int, text: str = BUDGET) -> str:
    """Return the budget of the body of a number."""
    return text.format(issuer=f"深圳市南山区第{number}局")


def budget_of_nobody(text: str = BUDGET) -> str:
    """Return a budget that prints no issuer."""
    return text.format(issuer="")
