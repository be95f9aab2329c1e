"""What a final account says of its totals in words: set against the year before and the budget, and code by code."""

from __future__ import annotations

from account_facts import FinalAccount
from bodies import FUND, GENERAL, OWN, function_names, rolled_up
from printing import Page, Part, percent
from wording import label


def than(page: Page, now: int, before: int, words: str, key: str, rate: str = "增降") -> list[Part]:
    """Return the words of a comparison: 与…x 万元相比，增加 y 万元，增幅 z%."""
    parts: list[Part] = [f"与 {words} ", page.style.money(before, f"{key}|before")]
    if now == before:
        return [*parts, " 万元持平"]
    grown = now > before
    parts += [
        " 万元相比，",
        "增加 " if grown else "减少 ",
        page.style.money(abs(now - before), f"{key}|change"),
        " 万元",
    ]
    if rate and before:
        parts += [f"，{'增' if grown else '降'}幅 ", percent(abs(now - before), before, f"{key}|growth")]
    return parts


def totals_in_words(page: Page, facts: FinalAccount) -> None:
    """Print the paragraphs on income and expenditure of all funds, and on appropriations."""
    page.family = "totals in words"
    page.say(f"三、{facts.department} {facts.year} 年度部门决算情况说明")
    _all_funds(page, facts)
    _income(page, facts)
    _spent(page, facts)
    _appropriations(page, facts)


def _all_funds(page: Page, facts: FinalAccount) -> None:
    year, money, before = facts.year, page.style.money, facts.before
    last = f"{year - 1} 年度决算数"
    opening, income, basic, project, closing = facts.sums()
    spent, whole = basic + project, income + opening
    page.say("（一）收入支出决算总体情况说明")
    page.say(
        f"{year} 年度收入决算总计 ",
        money(whole, "all income"),
        " 万元，",
        *than(page, whole, before["all"], last, "all income"),
        "。其中：本年收入合计 ",
        money(income, "all income|income"),
        " 万元，年初结转和结余 ",
        money(opening, "all income|opening"),
        " 万元。",
    )
    page.say(
        f"{year} 年度支出决算总计 ",
        money(whole, "all spent"),
        " 万元，",
        *than(page, whole, before["all"], last, "all spent"),
        "。其中：本年支出合计 ",
        money(spent, "all spent|spent"),
        " 万元，年末结转和结余 ",
        money(closing, "all spent|closing"),
        " 万元。",
    )


def _income(page: Page, facts: FinalAccount) -> None:
    year, money = facts.year, page.style.money
    income, appropriation = facts.sums()[1], facts.sums(GENERAL, FUND)[1]
    page.say("（二）收入决算情况说明")
    page.say(
        f"{year} 年度收入决算 ",
        money(income, "income"),
        " 万元，",
        *than(page, income, facts.before["income"], f"{year - 1} 年度决算数", "income"),
        "。具体情况如下：",
    )
    for ordinal, (name, fen) in enumerate((("财政拨款收入", appropriation), ("事业收入", facts.sums(OWN)[1])), 1):
        page.say(
            f"{ordinal}.{name} ",
            money(fen, f"income|{name}"),
            " 万元，占收入决算 ",
            percent(fen, income, f"income|{name}|share"),
            "。",
        )


def _spent(page: Page, facts: FinalAccount) -> None:
    year, money, before = facts.year, page.style.money, facts.before
    last = f"{year - 1} 年度决算数"
    _, _, basic, project, _ = facts.sums()
    spent = basic + project
    page.say("（三）支出决算情况说明")
    page.say(
        f"{year} 年度支出决算 ",
        money(spent, "spent"),
        " 万元，",
        *than(page, spent, before["spent"], last, "spent"),
        "，其中：",
    )
    for ordinal, (name, fen, key) in enumerate((("基本支出", basic, "basic"), ("项目支出", project, "project")), 1):
        page.say(
            f"{ordinal}.{name} ",
            money(fen, f"spent|{key}"),
            " 万元，占支出决算 ",
            percent(fen, spent, f"spent|{key}|share"),
            "，",
            *than(page, fen, before[key], last, f"spent|{key}"),
            "。",
        )


def _appropriations(page: Page, facts: FinalAccount) -> None:
    year, money = facts.year, page.style.money
    carried, received, *_ = facts.sums(GENERAL, FUND)
    page.say("（四）财政拨款收入支出决算总体情况说明")
    page.say(
        f"{year} 年度财政拨款收支决算总计 ",
        money(received + carried, "appropriation|all"),
        " 万元（含年初财政拨款结转和结余 ",
        money(carried, "appropriation|opening"),
        " 万元），",
        *than(page, received + carried, facts.before["appropriation"], f"{year - 1} 年度决算数", "appropriation|all"),
        "。",
    )
    page.say(
        f"{year} 年度财政拨款收入决算 ",
        money(received, "appropriation"),
        " 万元，包括一般公共预算财政拨款 ",
        money(facts.sums(GENERAL)[1], "appropriation|general"),
        " 万元及政府性基金预算财政拨款 ",
        money(facts.sums(FUND)[1], "appropriation|fund"),
        " 万元。",
    )


def general_in_words(page: Page, facts: FinalAccount) -> None:
    """Print the paragraphs on the general public budget, by code, and on its basic expenditure."""
    _general(page, facts)
    _codes(page, facts)
    _economic_items(page, facts)


def _general(page: Page, facts: FinalAccount) -> None:
    year, money = facts.year, page.style.money
    _, _, basic, project, _ = facts.sums(GENERAL)
    page.family = "totals in words"
    page.say("（五）一般公共预算财政拨款支出决算情况说明")
    page.say(
        f"{year} 年度一般公共预算财政拨款支出决算 ",
        money(basic + project, "general"),
        " 万元，",
        *than(page, basic + project, facts.before["general"], f"{year - 1} 年度决算数", "general"),
        "；",
        *than(page, basic + project, facts.approved["general"], f"{year} 年年初预算数", "general|budget"),
        "。",
    )


def _codes(page: Page, facts: FinalAccount) -> None:
    money = page.style.money
    page.family = "codes in words"
    page.say("分功能科目看，支出主要有：")
    coded = rolled_up((a.code, (a.spent,)) for a in facts.accounts if a.fund == GENERAL)
    names = function_names()
    for ordinal, code in enumerate([code for code in coded if len(code) == 5], 1):
        items: list[Part] = []
        for item in coded:
            if len(item) == 7 and item.startswith(code):
                lone = sum(other.startswith(code) for other in coded) == 2
                name = label(names[item], f"words|{item}|{'lone ' * lone}name")
                items += ["、" if items else "", name, "（项）", money(coded[item][0], f"words|{item}"), " 万元"]
        category = label(names[code[:3]], f"words|{code[:3]}|name")
        page.say(
            f"({ordinal}) ",
            category,
            f"（类）{names[code]}（款）",
            money(coded[code][0], f"words|{code}"),
            " 万元，主要用于：",
            *items,
            "。",
        )


def _economic_items(page: Page, facts: FinalAccount) -> None:
    year, money, basic = facts.year, page.style.money, facts.sums(GENERAL)[2]
    page.family = "economic items in words"
    page.say("（六）一般公共预算财政拨款基本支出决算情况说明")
    page.say(f"{year} 年度一般公共预算财政拨款基本支出决算 ", money(basic, "general basic"), " 万元，包括：")
    page.say(
        "1.人员经费 ",
        money(facts.category("301", "303"), "general basic|staff"),
        " 万元，主要支出项目：工资福利支出 ",
        money(facts.category("301"), "general basic|301"),
        " 万元，对个人和家庭的补助 ",
        money(facts.category("303"), "general basic|303"),
        " 万元。",
    )
    page.say(
        "2.公用经费 ", money(facts.category("302", "310"), "general basic|public"), " 万元，主要包括办公费、邮电费等。"
    )
