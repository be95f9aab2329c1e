"""What a final account says in words: comparisons with the year before and with the budget, code by code, “三公”."""

from __future__ import annotations

from account_facts import FinalAccount
from bodies import FUND, GENERAL, OWN, function_names, rolled_up
from printing import Page, Part, Token, alone, count, percent
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
    year, money, before = facts.year, page.style.money, facts.before
    last = f"{year - 1} 年度决算数"
    opening, income, basic, project, closing = facts.sums()
    spent, whole = basic + project, income + opening
    page.family = "totals in words"
    page.say(f"三、{facts.department} {year} 年度部门决算情况说明")
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
    page.say("（二）收入决算情况说明")
    page.say(
        f"{year} 年度收入决算 ",
        money(income, "income"),
        " 万元，",
        *than(page, income, before["income"], last, "income"),
        "。具体情况如下：",
    )
    appropriation = facts.sums(GENERAL, FUND)[1]
    for ordinal, (name, fen) in enumerate((("财政拨款收入", appropriation), ("事业收入", facts.sums(OWN)[1])), 1):
        page.say(
            f"{ordinal}.{name} ",
            money(fen, f"income|{name}"),
            " 万元，占收入决算 ",
            percent(fen, income, f"income|{name}|share"),
            "。",
        )
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
    page.say("（四）财政拨款收入支出决算总体情况说明")
    grants = facts.sums(GENERAL, FUND)
    received, carried = grants[1], grants[0]
    page.say(
        f"{year} 年度财政拨款收支决算总计 ",
        money(received + carried, "appropriation|all"),
        " 万元（含年初财政拨款结转和结余 ",
        money(carried, "appropriation|opening"),
        " 万元），",
        *than(page, received + carried, before["appropriation"], last, "appropriation|all"),
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


def three_public_in_words(page: Page, facts: FinalAccount) -> None:
    """Print the paragraphs on “三公” money, and on government funds."""
    year, money = facts.year, page.style.money
    page.family = "three-public in words"
    before, approved, revised, executed = (spending.row for spending in facts.three_public)
    page.say("（七）一般公共预算财政拨款“三公”经费支出决算情况说明")
    parts: list[Part] = []
    for column, name in ((1, "因公出国（境）费"), (2, "公务用车购置及运行维护费"), (5, "公务接待费")):
        parts += [
            "；" if parts else "",
            f"{name}全年预算为 ",
            money(revised[column], f"3p|{column}|revised"),
            " 万元，支出决算为 ",
            money(executed[column], f"3p|{column}|executed"),
            " 万元",
        ]
        if revised[column]:
            parts += ["，完成预算的 ", percent(executed[column], revised[column], f"3p|{column}|rate")]
    page.say(
        f"{year} 年度一般公共预算财政拨款“三公”经费支出年初预算为 ",
        alone(money(approved[0], "3p|approved")),
        " 万元，调整后全年预算数为 ",
        money(revised[0], "3p|revised"),
        " 万元，支出决算为 ",
        money(executed[0], "3p|executed"),
        " 万元，完成全年预算的 ",
        percent(executed[0], revised[0], "3p|rate"),
        "。其中：",
        *parts,
        "。",
    )
    page.say(
        f"{year} 年度“三公”经费财政拨款支出决算 ",
        money(executed[0], "3p|again"),
        " 万元，",
        *than(page, executed[0], before[0], f"{year - 1} 年度决算数", "3p|again"),
        "。",
    )
    page.say(
        "其中：公务用车购置及运行维护费支出 ",
        money(executed[2], "3p|vehicles"),
        " 万元，占 ",
        percent(executed[2], executed[0], "3p|vehicles|share"),
        "；公务接待费支出 ",
        money(executed[5], "3p|reception"),
        " 万元，占 ",
        percent(executed[5], executed[0], "3p|reception|share"),
        "。",
    )
    page.say(
        "公务用车购置费决算支出 ",
        money(executed[3], "3p|purchase"),
        " 万元。公务用车运行费决算支出 ",
        money(executed[4], "3p|operation"),
        " 万元。",
    )
    page.family = "government fund in words"
    page.say("（八）政府性基金预算财政拨款收入支出决算情况说明")
    _, income, _, project, _ = facts.sums(FUND)
    page.say(
        f"{year} 年度政府性基金预算财政拨款收入 ",
        money(income, "fund words|income"),
        " 万元，支出 ",
        money(project, "fund words|spent"),
        " 万元。",
    )


def other_in_words(page: Page, facts: FinalAccount) -> None:
    """Print organ operation, procurement, vehicles, assets and posts."""
    year, money = facts.year, page.style.money
    page.say("（十一）其他重要事项情况说明")
    page.family = "organ operation"
    public = facts.category("302", "310")
    page.say(
        f"1.机关运行经费支出情况说明。本部门 {year} 年度机关运行经费支出 ",
        money(public, "operation"),
        " 万元，",
        *than(page, public, facts.approved["office"], f"{year} 年年初预算数", "operation"),
        "。",
    )
    page.family = "procurement in words"
    total = sum(facts.bought)
    kinds: list[Part] = []
    for name, fen in zip(("货物", "工程", "服务"), facts.bought, strict=True):
        kinds += ["、" if kinds else "", f"政府采购{name}支出 ", money(fen, f"bought|{name}"), " 万元"]
    page.say(
        f"2.政府采购支出情况说明。本部门 {year} 年度政府采购支出总额 ",
        money(total, "bought"),
        " 万元，其中：",
        *kinds,
        "。授予中小企业合同金额 ",
        money(facts.sme, "bought|sme"),
        " 万元，占政府采购支出总额的 ",
        percent(facts.sme, total, "bought|sme|share"),
        "，其中：授予小微企业合同金额 ",
        money(facts.small, "bought|small"),
        " 万元，占政府采购支出总额的 ",
        percent(facts.small, total, "bought|small|share"),
        "。",
    )
    page.family = "heads and vehicles"
    page.say(
        f"3.国有资产占用情况说明。截至 {year} 年 12 月 31 日，本部门共有车辆 ",
        count(sum(facts.vehicles), "vehicles"),
        " 辆，其中一般公务用车 ",
        count(facts.vehicles[0], "vehicles|official"),
        " 辆、其他用车 ",
        count(facts.vehicles[1], "vehicles|other"),
        " 辆。",
    )
    page.family = "assets"
    page.say(
        f"截至 {year} 年 12 月 31 日，本部门资产总额为 ",
        money(sum(facts.assets), "assets"),
        " 万元，其中：",
        *_assets(page, facts),
        "。负债总额 ",
        money(facts.liabilities, "assets|liabilities"),
        " 万元。净资产 ",
        money(sum(facts.assets) - facts.liabilities, "assets|net"),
        " 万元。",
    )
    page.family = "heads and vehicles"
    posts = facts.posts
    page.say(
        f"截至 {year} 年 12 月 31 日，{facts.department}编制总数 ",
        count(posts[0] + posts[2], "posts"),
        " 人，其中行政编制 ",
        count(posts[0], "posts|office"),
        " 人、事业编制 ",
        count(posts[2], "posts|institution"),
        " 人。",
    )


def _assets(page: Page, facts: FinalAccount) -> list[Part]:
    parts: list[Part | Token] = []
    for name, fen in zip(("流动资产", "固定资产", "在建工程", "无形资产"), facts.assets, strict=True):
        parts += ["，" if parts else "", f"{name} ", page.style.money(fen, f"assets|{name}"), " 万元"]
    return parts
