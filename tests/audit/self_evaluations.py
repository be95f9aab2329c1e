"""Evaluations of projects at the end of a year: in words, and one form each."""

from __future__ import annotations

from account_facts import Evaluated, FinalAccount
from bodies import FUND, GENERAL
from printing import Cell, Page, Part, Token, alone, count, percent
from target_forms import target


def evaluations_in_words(page: Page, facts: FinalAccount) -> None:
    """Print how many projects were evaluated and, for each, budget, outturn, rate and what was achieved."""
    money = page.style.money
    page.family = "evaluations in words"
    page.say("（十）预算绩效情况说明")
    for fund, words in ((GENERAL, "一般公共预算"), (FUND, "政府性基金")):
        number = sum(project.fund == fund for project in facts.projects)
        if number:
            total = facts.sums(fund)[3]
            page.say(
                f"组织对 {facts.year} 年度{words}项目支出全面开展绩效自评，其中，一级项目 ",
                count(number, f"evaluated|{fund}"),
                " 个，共涉及资金 ",
                money(total, f"evaluated|{fund}|money"),
                f" 万元，占{words}项目支出总额的 ",
                percent(total, total, f"evaluated|{fund}|share"),
                "。",
            )
    for ordinal, project in enumerate(facts.projects, 1):
        first, *_, satisfied = project.indicators
        done: list[Part] = [
            f"{first.name} ",
            Token(str(first.actual), "actual", f"words|{first.name}"),
            f" {first.counter}；{satisfied.name} ",
            Token(f"{satisfied.actual}%", "actual", f"words|{satisfied.name}"),
        ]
        page.say(
            f"({ordinal}) {project.name}绩效自评综述：项目自评全部完成。项目全年预算数 ",
            money(project.revised, f"words|{project.name}|revised"),
            " 万元，执行数 ",
            money(project.executed, f"words|{project.name}|executed"),
            " 万元，预算执行率 ",
            percent(project.executed, project.revised, f"words|{project.name}|rate"),
            "。项目绩效目标完成情况：",
            *done,
            "。",
        )


def evaluation_forms(page: Page, facts: FinalAccount) -> None:
    """Print the form of each project."""
    for project in facts.projects:
        page.family = "evaluation form"
        page.say("项目支出绩效自评表")
        page.say(f"（{facts.year} 年度）")
        page.say(f"项目主管部门：{facts.department}")
        for cells in _money_rows(page, facts, project):
            page.row(*cells)
        page.family = "evaluated indicators"
        page.row("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "未完成原因和改进措施")
        for index, indicator in enumerate(project.indicators):
            key = f"form|{indicator.name}"
            done = Token(str(indicator.actual), "actual", f"{key}|actual")
            actual: Cell = (done if index in (0, len(project.indicators) - 1) else alone(done), indicator.counter)
            page.row(
                "",
                indicator.dimension,
                indicator.aspect,
                indicator.name,
                target(indicator, f"{key}|target", True),
                actual,
                "",
            )
        page.end()


def planned_form(page: Page, facts: FinalAccount) -> None:
    """Print what was planned for the first project, with the targets that its evaluation prints too."""
    project = facts.projects[0]
    page.family = "planned targets"
    page.say("项目支出绩效目标申报表")
    page.row("项目名称", project.name, "主管部门", facts.department, "")
    page.row("一级指标", "二级指标", "三级指标", "指标值", "指标解释")
    for indicator in project.indicators:
        cell = target(indicator, f"planned|{indicator.name}")
        page.row(indicator.dimension, indicator.aspect, indicator.name, cell, f"考察{indicator.name}")
    page.end()


def _money_rows(page: Page, facts: FinalAccount, project: Evaluated) -> list[tuple[Cell, ...]]:
    def amounts(fen: tuple[int, int], what: str) -> tuple[Cell, ...]:
        key = f"form|{project.name}|{what}"
        rate: Cell = percent(fen[1], fen[0], f"{key}|rate") if fen[0] else "--"
        return (page.style.money(fen[0], f"{key}|revised"), page.style.money(fen[1], f"{key}|executed"), rate)

    both = (project.revised, project.executed)
    is_public = project.fund in (GENERAL, FUND)
    return [
        ("项目名称", project.name, "", "项目起止时间", f"{facts.year}-01-01-{facts.year}-12-31", ""),
        ("主管部门", facts.department, "", "实施单位", facts.department, ""),
        (f"项目资金（{page.style.unit}）", "", "", "全年预算数（A）", "全年执行数（B）", "执行率（B/A）"),
        ("", "年度资金总额：", "", *amounts(both, "total")),
        ("", "其中：上级转移支付资金", "", *amounts((0, 0), "higher")),
        ("", "区级财政资金", "", *amounts(both if is_public else (0, 0), "fiscal")),
        ("", "其他资金", "", *amounts((0, 0) if is_public else both, "other")),
    ]
