"""What a budget says in words of its department and units: heads, totals and their change, projects."""

from __future__ import annotations

from bodies import FUND, GENERAL, OWN, numeral, summed
from budget_facts import Budget, Project, Unit
from printing import Page, Part, count, percent
from wording import contents, label, regulations

TABLES = (
    "收支总表",
    "收入总表",
    "支出总表",
    "政府预算拨款收支总表",
    "一般公共预算支出表",
    "政府性基金预算支出表",
    "政府采购项目支出表",
    "一般公共预算“三公”经费支出表",
    "部门预算绩效管理项目情况表",
)


def change(page: Page, now: int, before: int, key: str, rate: bool = True) -> list[Part]:
    """Return the words of a change in money, with its percentage where there is a base."""
    if now == before:
        return ["与上年持平"]
    word, grown = ("增加", "增长") if now > before else ("减少", "下降")
    parts: list[Part] = [f"{word} ", page.style.money(abs(now - before), f"{key}|change"), " 万元"]
    if rate and before:
        parts += [f"，{grown} ", percent(abs(now - before), before, f"{key}|growth")]
    return parts


def opening(page: Page, budget: Budget) -> None:
    """Print the parts before the units: heads, vehicles, and the totals of the department."""
    name = budget.department
    page.family = "heads and vehicles"
    page.say(f"{name} {budget.year} 年部门预算")
    contents(page, TABLES)
    page.say("第一部分 部门概况")
    page.say("一、主要职责")
    regulations(page, name[: name.index("市") + 1], budget.year)
    page.family = "heads and vehicles"
    page.say("二、机构编制及交通工具情况")
    _heads_of_the_department(page, budget)
    _heads_of_each_unit(page, budget)
    page.family = "totals in words"
    page.say(
        "第二部分 ", label(name, "heading|issuer"), label(str(budget.year), "heading|year"), "年部门预算收支总体情况"
    )
    _totals(page, budget)


def _heads_of_the_department(page: Page, budget: Budget) -> None:
    """Print posts and staff of all units together (系统编制)."""
    units = budget.units
    posts = [sum(unit.posts for unit in units if unit.is_office is office) for office in (True, False)]
    in_post = [sum(unit.in_post for unit in units if unit.is_office is office) for office in (True, False)]
    members = "、".join(unit.name for unit in units)
    page.say(
        f"{budget.department}系统包括{members}共 ",
        count(len(units), "heads|units"),
        " 家基层单位。系统行政编制总数 ",
        count(posts[0], "heads|posts|office"),
        " 人，实有在编人数 ",
        count(in_post[0], "heads|in post|office"),
        " 人；事业编制总数 ",
        count(posts[1], "heads|posts|institution"),
        " 人，实有在编人数 ",
        count(in_post[1], "heads|in post|institution"),
        " 人；退休 ",
        count(sum(unit.retired for unit in units), "heads|retired"),
        " 人。具体如下：",
    )


def _heads_of_each_unit(page: Page, budget: Budget) -> None:
    """Print posts, staff, the retired and vehicles unit by unit."""
    for ordinal, unit in enumerate(budget.units, 1):
        kind = "行政" if unit.is_office else "事业"
        page.say(
            f"{ordinal}. {unit.name}{kind}编制数 ",
            count(unit.posts, f"heads|{ordinal}|posts"),
            " 人，实有在编人数 ",
            count(unit.in_post, f"heads|{ordinal}|in post"),
            " 人；退休 ",
            count(unit.retired, f"heads|{ordinal}|retired"),
            " 人。已实行公务用车改革，实有车辆 ",
            count(sum(unit.vehicles), f"heads|{ordinal}|vehicles"),
            " 辆。",
        )


def _totals(page: Page, budget: Budget) -> None:
    """Print income by fund and expenditure by use, with the change of both (收支总体情况)."""
    total = budget.total()
    funds: list[Part] = ["政府预算拨款 ", page.style.money(budget.total(GENERAL, FUND), "total|appropriation"), " 万元"]
    if budget.total(OWN):
        funds += ["、事业收入 ", page.style.money(budget.total(OWN), "total|own"), " 万元"]
    for side, below in (("收入", funds), ("支出", _uses(page, budget.units, budget.project_total, "total"))):
        page.say(
            f"{budget.year} 年{budget.department}部门预算{side} ",
            page.style.money(total, f"total|{side}"),
            f" 万元，比 {budget.year - 1} 年",
            *change(page, total, budget.total_before, f"total|{side}"),
            "。其中：",
            *below,
            "。",
        )


def _uses(page: Page, units: tuple[Unit, ...], project: int, key: str) -> list[Part]:
    staff, public, grants = summed(((unit.staff, unit.public, unit.grants) for unit in units), 3)
    return [
        "人员支出 ",
        page.style.money(staff, f"{key}|staff"),
        " 万元、公用支出 ",
        page.style.money(public, f"{key}|public"),
        " 万元、对个人和家庭的补助支出 ",
        page.style.money(grants, f"{key}|grants"),
        " 万元、项目支出 ",
        page.style.money(project, f"{key}|project"),
        " 万元",
    ]


def units_in_words(page: Page, budget: Budget) -> None:
    """Print the part of each unit: its amount, its kinds of expenditure, its projects one by one."""
    page.family = "units in words"
    page.say("第三部分 部门预算支出具体情况")
    for index, unit in enumerate(budget.units):
        projects = [project for project in budget.projects if project.unit == index]
        page.family = "units in words"
        page.say(f"{numeral(index + 1)}、{unit.name}")
        _unit(page, unit, sum(project.amount for project in projects), f"unit|{index}")
        page.family = "projects in words"
        for ordinal, project in enumerate(projects, 1):
            _project(page, ordinal, project, budget.year)


def _unit(page: Page, unit: Unit, project_money: int, key: str) -> None:
    """Print what a unit is given, for all uses in one sentence and for each in one of its own."""
    page.say(
        f"{unit.name}预算 ",
        page.style.money(unit.basic + project_money, key),
        " 万元，包括",
        *_uses(page, (unit,), project_money, key),
        "。",
    )
    uses = (
        ("人员支出", unit.staff, "在职人员工资福利支出"),
        ("公用支出", unit.public, "办公费、邮电费等"),
        ("对个人和家庭补助支出", unit.grants, "退休人员经费"),
    )
    for ordinal, (words, fen, what) in enumerate(uses, 1):
        money = page.style.money(fen, f"{key}|again {ordinal}")
        page.say(f"（{numeral(ordinal)}）{words} ", money, f" 万元，主要是{what}。")
    page.say("（四）项目支出 ", page.style.money(project_money, f"{key}|again 4"), " 万元，具体包括：")


def _project(page: Page, ordinal: int, project: Project, year: int) -> None:
    """Print the amount of a project, what it is for, and its change."""
    now, before, key = project.amount, project.before, f"project|{project.name}"
    compared = f"较 {year - 1} 年预算"
    tail: list[Part] = [f"{compared}数持平" if now == before else compared]
    if now != before:
        tail += [*change(page, now, before, key), "，主要原因是工作任务有所调整"]
    purpose = f" 万元，主要用于{project.name[:4]}等工作。"
    page.say(f"{ordinal}. {project.name} ", page.style.money(now, key), purpose, *tail, "。")
