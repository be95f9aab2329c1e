"""The targets of a budget: one table per unit, one form per project, with the same targets in both."""

from __future__ import annotations

from bodies import OWN
from budget_facts import Budget, Indicator, Project, Unit
from printing import Cell, Page, Style, Token, alone
from wording import label

Task = tuple[str, int, int, int]
YUAN = Style("元")
IN_BOTH = 3
"""Indicators of a project that the table of its unit prints too."""


def target(indicator: Indicator, key: str, is_alone: bool = False) -> Cell:
    """Return the target of an indicator: comparator, number and counter word."""
    number = Token(str(indicator.number), "target", key)
    return indicator.comparator, alone(number) if is_alone else number, indicator.counter


def _date(budget: Budget, key: str) -> Cell:
    return f"{budget.year}年", label("11", key), "月20日前"


def unit_targets(page: Page, budget: Budget) -> None:
    """Print the table of tasks and targets of each unit."""
    for index, unit in enumerate(budget.units):
        projects = [project for project in budget.projects if project.unit == index]
        page.family = "tasks of a unit"
        page.head(f"表14-{index + 1}", "单位整体支出绩效目标表", unit.name, has_unit=False)
        _tasks_of_a_unit(page, budget, unit, projects)
        page.family = "targets of a unit"
        for project in projects:
            _targets_for_the_unit(page, budget, project)
        cap = page.style.money(unit.basic, f"unit target|{unit.name}|基本支出预算控制数")
        page.row("", "产出指标", "成本指标", "基本支出预算控制数", "", ("≤", cap, page.style.unit))
        page.end()


def _tasks_of_a_unit(page: Page, budget: Budget, unit: Unit, projects: list[Project]) -> None:
    """Print basic expenditure, each project and their sum as tasks, and the head of the targets (年度主要任务)."""
    printed_unit = Token(page.style.unit, "unit", "unit of 单位整体支出绩效目标表")
    page.row("单位名称", unit.name, "主管部门", budget.department, "", "")
    page.row("任务名称", "主要内容", ("预算金额（", printed_unit, "）"), "", "", "")
    page.row("", "", "总额", "其中：财政拨款", "其中：其他资金", "")
    for name, *amounts in _tasks(unit, projects):
        money = [page.style.money(fen, f"tasks|{unit.name}|{name}|{column}") for column, fen in enumerate(amounts, 1)]
        printed: Cell = name if name in ("基本支出", "金额合计") else Token(name, "project", f"tasks|{name}|name")
        page.row(printed, "" if name == "金额合计" else "按计划开展", *money, "")
    plan = ("根据", label(str(budget.year), "unit target|plan"), "年工作计划完成全年各项任务。")
    page.row("年度总体目标", plan, "", "", "", "")
    page.row("年度绩效指标", "一级指标", "二级指标", "三级指标", "", "目标值")


def _tasks(unit: Unit, projects: list[Project]) -> list[Task]:
    tasks = [("基本支出", unit.basic, unit.basic, 0)]
    tasks += [(p.name, p.amount, p.amount * (p.fund != OWN), p.amount * (p.fund == OWN)) for p in projects]
    whole, appropriated, other = (sum(task[column] for task in tasks) for column in (1, 2, 3))
    return [*tasks, ("金额合计", whole, appropriated, other)]


def _targets_for_the_unit(page: Page, budget: Budget, project: Project) -> None:
    """Print the targets of a project that the table of its unit repeats, and when it is to be done."""
    for indicator in project.indicators[:IN_BOTH]:
        _unit_target(page, indicator)
    subject = project.name[:4]
    date = _date(budget, f"unit target|{subject}|date")
    page.row("", "产出指标", "时效指标", f"{subject}任务完成时间", "", date)
    _unit_target(page, project.indicators[-1])


def _unit_target(page: Page, indicator: Indicator) -> None:
    cell = target(indicator, f"unit target|{indicator.name}")
    page.row("", indicator.dimension, indicator.aspect, indicator.name, "", cell)


def project_forms(page: Page, budget: Budget) -> None:
    """Print the form of each project; forms print yuan."""
    for ordinal, project in enumerate(budget.projects, 1):
        page.family = "project form"
        page.say(f"表15-{ordinal}")
        page.say("项目支出绩效目标申报表")
        for cells in _form(budget, project):
            page.row(*cells)
        page.family = "targets of a project"
        for index, indicator in enumerate(project.indicators):
            key = f"project target|{indicator.name}"
            is_last = indicator is project.indicators[-1]
            cell = target(indicator, key, index >= IN_BOTH and not is_last)
            page.row(
                indicator.dimension, indicator.aspect, "年度" * is_last + indicator.name, cell, f"考察{indicator.name}"
            )
        for cells in _other_targets(budget, project):
            page.row(*cells)
        page.family = "project form"
        cap = YUAN.money(project.amount, f"form|{project.name}|cap")
        page.row("产出指标", "成本指标", "项目预算控制数", ("≤", cap, "元"), "考察预算控制情况")
        page.end()


def _other_targets(budget: Budget, project: Project) -> list[tuple[Cell, ...]]:
    """A date that the unit's table prints too, a name that bears its unit, a rate that every form prints alike."""
    subject, key = project.name[:4], f"project target|{project.name}"
    return [
        (
            "产出指标",
            "时效指标",
            f"{subject}任务完成时间",
            _date(budget, f"project target|{subject}|date"),
            "考察完成时间",
        ),
        ("产出指标", "数量指标", f"{subject}讲座数量（场）", ("≥3", label("场", f"{key}|counter")), "考察讲座数量"),
        ("产出指标", "质量指标", "资金支付及时率", ("≥95", label("%", f"{key}|percent")), "考察资金支付"),
    ]


def _form(budget: Budget, project: Project) -> list[tuple[Cell, ...]]:
    def yuan(fen: int, what: str) -> Token:
        return YUAN.money(fen, f"form|{project.name}|{what}")

    rest = project.amount - project.visits * project.price
    product = project.visits * project.price
    basis = (
        f"1、检查工作{project.visits}次*",
        yuan(project.price, "price"),
        "元=",
        yuan(product, "product"),
        label("元", f"form|{project.name}|product unit"),
        "；2、委托业务费",
        yuan(rest, "rest"),
        "元；合计",
        yuan(project.amount, "sum"),
        "元。",
    )
    return [
        ("项目编码", project.number, "项目名称", project.name, ""),
        ("预算单位", budget.units[project.unit].name, "主管部门", budget.department, ""),
        (
            "项目总金额（中期规划，元）",
            alone(yuan(project.amount * 3, "midterm")),
            "本年度项目金额（元）",
            yuan(project.amount, "approved"),
            "",
        ),
        ("项目类型", "履职类项目", "是否新增项目", "否" if project.before else "是", ""),
        ("测算依据", basis, "", "", ""),
        ("年度目标", "按计划完成年度各项任务。", "", "", ""),
        ("一级指标", "二级指标", "三级指标", "指标值", "指标解释"),
    ]
