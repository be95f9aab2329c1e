"""What a budget says in words: totals and their change, units, projects, procurement, “三公”, heads and vehicles."""

from __future__ import annotations

from bodies import FUND, GENERAL, OWN, numeral, summed
from budget_facts import Budget, Unit
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
    page.family = "heads and vehicles"
    units, name = budget.units, budget.department
    page.say(f"{name} {budget.year} 年部门预算")
    contents(page, TABLES)
    page.say("第一部分 部门概况")
    page.say("一、主要职责")
    regulations(page, name[: name.index("市") + 1], budget.year)
    page.family = "heads and vehicles"
    page.say("二、机构编制及交通工具情况")
    posts = [sum(unit.posts for unit in units if unit.is_office is office) for office in (True, False)]
    in_post = [sum(unit.in_post for unit in units if unit.is_office is office) for office in (True, False)]
    members = "、".join(unit.name for unit in units)
    page.say(
        f"{name}系统包括{members}共 ",
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
    for ordinal, unit in enumerate(units, 1):
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
    page.family = "totals in words"
    page.say(
        "第二部分 ", label(name, "heading|issuer"), label(str(budget.year), "heading|year"), "年部门预算收支总体情况"
    )
    total = budget.total()
    funds: list[Part] = ["政府预算拨款 ", page.style.money(budget.total(GENERAL, FUND), "total|appropriation"), " 万元"]
    if budget.total(OWN):
        funds += ["、事业收入 ", page.style.money(budget.total(OWN), "total|own"), " 万元"]
    for side, below in (("收入", funds), ("支出", _uses(page, budget, budget.units, budget.project_total, "total"))):
        page.say(
            f"{budget.year} 年{name}部门预算{side} ",
            page.style.money(total, f"total|{side}"),
            f" 万元，比 {budget.year - 1} 年",
            *change(page, total, budget.total_before, f"total|{side}"),
            "。其中：",
            *below,
            "。",
        )


def _uses(page: Page, budget: Budget, units: tuple[Unit, ...], project: int, key: str) -> list[Part]:
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
        page.family = "units in words"
        projects = [project for project in budget.projects if project.unit == index]
        project_money = sum(project.amount for project in projects)
        page.say(f"{numeral(index + 1)}、{unit.name}")
        key = f"unit|{index}"
        page.say(
            f"{unit.name}预算 ",
            page.style.money(unit.basic + project_money, key),
            " 万元，包括",
            *_uses(page, budget, (unit,), project_money, key),
            "。",
        )
        for ordinal, (words, fen, what) in enumerate(
            (
                ("人员支出", unit.staff, "在职人员工资福利支出"),
                ("公用支出", unit.public, "办公费、邮电费等"),
                ("对个人和家庭补助支出", unit.grants, "退休人员经费"),
            ),
            1,
        ):
            page.say(
                f"（{numeral(ordinal)}）{words} ",
                page.style.money(fen, f"{key}|again {ordinal}"),
                f" 万元，主要是{what}。",
            )
        page.say("（四）项目支出 ", page.style.money(project_money, f"{key}|again 4"), " 万元，具体包括：")
        page.family = "projects in words"
        for ordinal, project in enumerate(projects, 1):
            now, before = project.amount, project.before
            compared = f"较 {budget.year - 1} 年预算"
            tail: list[Part] = [f"{compared}数持平" if now == before else compared]
            if now != before:
                tail += [*change(page, now, before, f"project|{project.name}"), "，主要原因是工作任务有所调整"]
            page.say(
                f"{ordinal}. {project.name} ",
                page.style.money(now, f"project|{project.name}"),
                f" 万元，主要用于{project.name[:4]}等工作。",
                *tail,
                "。",
            )


def closing(page: Page, budget: Budget) -> None:
    """Print procurement, “三公”, performance management, and other matters."""
    units, year, name, money = budget.units, budget.year, budget.department, page.style.money
    page.family = "procurement in words"
    page.say("第四部分 政府采购预算情况")
    kinds = [
        sum(item[2] for unit in units for item in unit.procurement if item[0].startswith(letter)) for letter in "ABC"
    ]
    page.say(
        f"{name}政府采购项目纳入 {year} 年部门预算共计 ",
        money(sum(kinds), "bought|total"),
        " 万元，其中货物采购 ",
        money(kinds[0], "bought|goods"),
        " 万元、工程采购 ",
        money(kinds[1], "bought|works"),
        " 万元、服务采购 ",
        money(kinds[2], "bought|services"),
        " 万元。",
    )
    page.family = "three-public in words"
    page.say("第五部分 一般公共预算“三公”经费预算情况")
    before, now = (summed((unit.three_public[past].row for unit in units), 6) for past in (0, 1))
    last = f"比 {year - 1} 年预算"
    page.say(
        f"{year} 年“三公”经费预算 ",
        money(now[0], "3p|total"),
        f" 万元，{last}",
        *change(page, now[0], before[0], "3p|total"),
        "。",
    )
    page.say(
        f"1. 因公出国（境）费用。{year} 年预算数 ",
        money(now[1], "3p|abroad"),
        f" 万元，{last}",
        *change(page, now[1], before[1], "3p|abroad", False),
        "。",
    )
    page.say(
        f"2. 公务接待费。{year} 年预算数 ",
        money(now[2], "3p|reception"),
        f" 万元，{last}",
        *change(page, now[2], before[2], "3p|reception", False),
        "。",
    )
    page.say(f"3. 公务用车购置和运行维护费。{year} 年预算数 ", money(now[3], "3p|vehicle"), " 万元。其中：")
    page.say(
        f"公务用车购置费 {year} 年预算数 ",
        money(now[4], "3p|purchase"),
        f" 万元，{last}数",
        *change(page, now[4], before[4], "3p|purchase", False),
        "；",
    )
    page.say(
        f"公务用车运行维护费 {year} 年预算数 ",
        money(now[5], "3p|operation"),
        f" 万元，{last}数",
        *change(page, now[5], before[5], "3p|operation", False),
        "。",
    )
    page.family = "performance in words"
    page.say("第六部分 部门预算绩效管理情况")
    page.say(
        f"{year} 年{name}所有项目支出预算纳入部门预算绩效管理，涉及预算资金 ",
        money(budget.project_total, "performance|money"),
        " 万元，设置并编报 ",
        count(len(budget.projects), "performance|projects"),
        " 个项目绩效目标。",
    )
    _other(page, budget)


def _other(page: Page, budget: Budget) -> None:
    units, money = budget.units, page.style.money
    page.family = "organ operation"
    page.say("第七部分 其他需要说明情况")
    page.say("一、机关运行经费")
    office = [unit for unit in units if unit.is_office]
    now, before = sum(unit.public for unit in office), sum(unit.public_before for unit in office)
    page.say(
        f"{budget.year} 年{office[0].name}机关运行经费财政拨款预算 ",
        money(now, "operation"),
        f" 万元，比 {budget.year - 1} 年预算",
        *change(page, now, before, "operation"),
        "。",
    )
    page.family = "heads and vehicles"
    page.say("二、国有资产占有使用情况")
    kinds = [sum(unit.vehicles[kind] for unit in units) for kind in range(4)]
    words = ("一般公务用车", "一般执法执勤用车", "特种专业技术用车", "其他用车")
    each: list[Part] = []
    for word, number in zip(words, kinds, strict=True):
        each += ["、" if each else "", f"{word} ", count(number, f"vehicles|{word}"), " 辆"]
    page.say(
        f"截至 {budget.year - 1} 年底，本部门所属预算单位共有车辆 ",
        count(sum(kinds), "vehicles|total"),
        " 辆，其中：",
        *each,
        "。",
    )
