"""What a budget says in words of single matters: procurement, “三公”, performance, operation of the office, vehicles."""

from __future__ import annotations

from bodies import summed
from budget_facts import Budget
from budget_prose import change
from printing import Page, Part, count


def closing(page: Page, budget: Budget) -> None:
    """Print procurement, “三公”, performance management, and other matters."""
    page.family = "procurement in words"
    page.say("第四部分 政府采购预算情况")
    _procurement(page, budget)
    page.family = "three-public in words"
    page.say("第五部分 一般公共预算“三公”经费预算情况")
    _three_public(page, budget)
    page.family = "performance in words"
    page.say("第六部分 部门预算绩效管理情况")
    _performance(page, budget)
    page.family = "organ operation"
    page.say("第七部分 其他需要说明情况")
    page.say("一、机关运行经费")
    _organ_operation(page, budget)
    page.family = "heads and vehicles"
    page.say("二、国有资产占有使用情况")
    _vehicles(page, budget)


def _procurement(page: Page, budget: Budget) -> None:
    """Print what is to be bought: goods, works and services (政府采购)."""
    items = [item for unit in budget.units for item in unit.procurement]
    kinds = [sum(item[2] for item in items if item[0].startswith(letter)) for letter in "ABC"]
    money = page.style.money
    page.say(
        f"{budget.department}政府采购项目纳入 {budget.year} 年部门预算共计 ",
        money(sum(kinds), "bought|total"),
        " 万元，其中货物采购 ",
        money(kinds[0], "bought|goods"),
        " 万元、工程采购 ",
        money(kinds[1], "bought|works"),
        " 万元、服务采购 ",
        money(kinds[2], "bought|services"),
        " 万元。",
    )


def _three_public(page: Page, budget: Budget) -> None:
    """Print “三公” expenditure in all and use by use, vehicles by purchase and operation."""
    before, now = (summed((unit.three_public[past].row for unit in budget.units), 6) for past in (0, 1))

    last = f" 万元，比 {budget.year - 1} 年预算"

    def use(column: int, words: str, key: str, than: str = last, end: str = "。") -> None:
        is_total = column == 0
        changed = change(page, now[column], before[column], f"3p|{key}", rate=is_total)
        page.say(words, page.style.money(now[column], f"3p|{key}"), than, *changed, end)

    use(0, f"{budget.year} 年“三公”经费预算 ", "total")
    use(1, f"1. 因公出国（境）费用。{budget.year} 年预算数 ", "abroad")
    use(2, f"2. 公务接待费。{budget.year} 年预算数 ", "reception")
    vehicles = page.style.money(now[3], "3p|vehicle")
    page.say(f"3. 公务用车购置和运行维护费。{budget.year} 年预算数 ", vehicles, " 万元。其中：")
    use(4, f"公务用车购置费 {budget.year} 年预算数 ", "purchase", f"{last}数", "；")
    use(5, f"公务用车运行维护费 {budget.year} 年预算数 ", "operation", f"{last}数")


def _performance(page: Page, budget: Budget) -> None:
    """Print how many projects have targets, and their money (绩效管理)."""
    page.say(
        f"{budget.year} 年{budget.department}所有项目支出预算纳入部门预算绩效管理，涉及预算资金 ",
        page.style.money(budget.project_total, "performance|money"),
        " 万元，设置并编报 ",
        count(len(budget.projects), "performance|projects"),
        " 个项目绩效目标。",
    )


def _organ_operation(page: Page, budget: Budget) -> None:
    """Print what the office itself costs, and the change (机关运行经费)."""
    office = [unit for unit in budget.units if unit.is_office]
    now, before = sum(unit.public for unit in office), sum(unit.public_before for unit in office)
    page.say(
        f"{budget.year} 年{office[0].name}机关运行经费财政拨款预算 ",
        page.style.money(now, "operation"),
        f" 万元，比 {budget.year - 1} 年预算",
        *change(page, now, before, "operation"),
        "。",
    )


def _vehicles(page: Page, budget: Budget) -> None:
    """Print vehicles by kind (国有资产占有使用情况)."""
    kinds = [sum(unit.vehicles[kind] for unit in budget.units) for kind in range(4)]
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
