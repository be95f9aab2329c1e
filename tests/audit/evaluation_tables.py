"""The tables of an evaluation report of one unit: tasks, indicators, one project, and scores."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from bodies import summed
from evaluation_facts import Evaluation, Score
from printing import Cell, Page, Token, alone, percent
from target_forms import YUAN, target

Rows = list[tuple[Cell, ...]]
RULES = {"公用经费控制率": "1.公用经费控制率≤100%的，得6分；2.公用经费控制率>100%的，得0分。"}
"""Scores that follow from a rate: of public expenditure no more than planned was spent."""


def tasks_and_indicators(page: Page, facts: Evaluation) -> None:
    """Print the form of the unit, which holds tasks and indicators, and that of one project."""
    _tasks(page, facts)
    _indicators(page, facts)
    page.end()
    _project(page, facts)


def _tasks(page: Page, facts: Evaluation) -> None:
    """Print each task with what it was given and what it spent, in yuan (年度主要任务完成情况)."""
    page.family = "tasks"
    page.say("部门（单位）整体支出绩效目标完成情况自评表")
    rows: Rows = [
        ("部门（单位）名称", "", facts.office, "", "预算年度", "", str(facts.year), ""),
        ("年度主要任务完成情况", "任务名称", "主要内容", "完成情况", "预算数（元）", "", "执行数（元）", ""),
        ("", "", "", "", "总额", "其中：财政拨款", "总额", "其中：财政拨款"),
    ]
    table: list[tuple[str, tuple[int, ...]]] = [
        (task.name, (task.budget, task.budget_appropriated, task.spent, task.spent_appropriated))
        for task in facts.tasks
    ]
    table.append(("金额合计", summed((amounts for _, amounts in table), 4)))
    for name, amounts in table:
        cells = [YUAN.money(fen, f"tasks|{name}|{column}") for column, fen in enumerate(amounts, 1)]
        texts = ("", "") if name == "金额合计" else ("按计划开展", "按计划完成")
        rows.append(("", name, *texts, *cells))
    for cells_ in rows:
        page.row(*cells_)


def _indicators(page: Page, facts: Evaluation) -> None:
    """Print each target beside what was achieved (年度绩效指标完成情况)."""
    page.family = "indicators"
    page.row("年度绩效指标完成情况", "一级指标", "二级指标", "三级指标", "", "预期指标值", "", "实际完成指标值")
    for index, indicator in enumerate(facts.indicators):
        key = f"indicator|{indicator.name}"
        done = Token(str(indicator.actual), "actual", f"{key}|actual")
        actual: Cell = (done if index < 2 else alone(done), indicator.counter)
        page.row(
            "",
            indicator.dimension,
            indicator.aspect,
            indicator.name,
            "",
            target(indicator, f"{key}|target", True),
            "",
            actual,
        )
    page.row(
        "", "产出指标", "时效指标", "预算执行率", "", "≥90%", "", percent(facts.spent, facts.revised, "indicator|rate")
    )


def _project(page: Page, facts: Evaluation) -> None:
    """Print the form of one project with the indicator that the table of the unit prints for it."""
    task, indicator = facts.tasks[1], facts.indicators[1]
    page.family = "evaluation form"
    page.say("项目支出绩效自评表")
    page.say(f"（{facts.year} 年度）")
    amounts = (
        page.style.money(task.budget, "form|revised"),
        page.style.money(task.spent, "form|executed"),
        percent(task.spent, task.budget, "form|rate"),
    )
    for cells in (
        ("项目名称", task.name, "", "主管部门", facts.office, ""),
        (f"项目资金（{page.style.unit}）", "", "", "全年预算数（A）", "全年执行数（B）", "执行率（B/A）"),
        ("", "年度资金总额：", "", *amounts),
    ):
        page.row(*cells)
    page.family = "evaluated indicators"
    page.row("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "未完成原因和改进措施")
    done: Cell = (Token(str(indicator.actual), "actual", "form|actual"), indicator.counter)
    page.row("", indicator.dimension, indicator.aspect, indicator.name, target(indicator, "form|target"), done, "")
    page.end()


def scores(page: Page, facts: Evaluation) -> None:
    """Print the table of scores."""
    page.family = "scores"
    page.say("部门整体支出绩效评分表")
    page.row("评价指标", "", "", "", "", "", "指标说明", "参考评分标准", "分数")
    page.row("一级指标", "", "二级指标", "", "三级指标", "", "", "", "")
    page.row(*["名称", "参考分值"] * 3, "", "", "")
    for first, of_first in groupby(facts.scores, lambda score: score.first):
        rows = list(of_first)
        cells: tuple[Cell, ...] = (first, _weight(rows, first))
        for second, of_second in groupby(rows, lambda score: score.second):
            group = list(of_second)
            cells = (*cells, second, _weight(group, second))
            for score in group:
                page.row(
                    *cells,
                    score.name,
                    _weight([score], score.name),
                    "考核相关情况。",
                    RULES.get(score.name, "按完成情况评分。"),
                    points(score.score, f"score|{score.name}"),
                )
                cells = ("", "", "", "")
            cells = ("", "")
    whole = [_weight(list(facts.scores), f"total {level}") for level in (1, 2, 3)]
    page.row(
        "综合评分",
        *[cell for weight in whole for cell in (weight, "")],
        "",
        points(sum(score.score for score in facts.scores), "score|total"),
    )
    page.row("评分等级", *[""] * 7, "优")
    page.end()


def _weight(scored: list[Score], key: str) -> Token:
    return Token(str(sum(score.weight for score in scored)), "weight", f"weight|{key}")


def points(hundredths: int, key: str) -> Token:
    """Return a score in points, without zeros at its end."""
    points = Decimal(hundredths) / 100
    return Token(f"{points.normalize():f}", "score", key)
