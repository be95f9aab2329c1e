"""What a final account says in words of single matters: “三公”, government funds, procurement, assets, posts."""

from __future__ import annotations

from account_facts import FinalAccount
from account_prose import than
from bodies import FUND
from printing import Page, Part, alone, count, percent


def three_public_in_words(page: Page, facts: FinalAccount) -> None:
    """Print the paragraphs on “三公” money, and on government funds."""
    page.family = "three-public in words"
    _three_public(page, facts)
    _cars_and_receptions(page, facts)
    _government_fund(page, facts)


def _three_public(page: Page, facts: FinalAccount) -> None:
    year, money = facts.year, page.style.money
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


def _cars_and_receptions(page: Page, facts: FinalAccount) -> None:
    money, executed = page.style.money, facts.three_public[-1].row
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


def _government_fund(page: Page, facts: FinalAccount) -> None:
    year, money = facts.year, page.style.money
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
    page.say("（十一）其他重要事项情况说明")
    _operation(page, facts)
    _procurement(page, facts)
    _vehicles(page, facts)
    _assets(page, facts)
    _posts(page, facts)


def _operation(page: Page, facts: FinalAccount) -> None:
    year, money = facts.year, page.style.money
    page.family = "organ operation"
    public = facts.category("302", "310")
    page.say(
        f"1.机关运行经费支出情况说明。本部门 {year} 年度机关运行经费支出 ",
        money(public, "operation"),
        " 万元，",
        *than(page, public, facts.approved["office"], f"{year} 年年初预算数", "operation"),
        "。",
    )


def _procurement(page: Page, facts: FinalAccount) -> None:
    year, money = facts.year, page.style.money
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


def _vehicles(page: Page, facts: FinalAccount) -> None:
    year = facts.year
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


def _assets(page: Page, facts: FinalAccount) -> None:
    year, money = facts.year, page.style.money
    kinds: list[Part] = []
    for name, fen in zip(("流动资产", "固定资产", "在建工程", "无形资产"), facts.assets, strict=True):
        kinds += ["，" if kinds else "", f"{name} ", money(fen, f"assets|{name}"), " 万元"]
    page.family = "assets"
    page.say(
        f"截至 {year} 年 12 月 31 日，本部门资产总额为 ",
        money(sum(facts.assets), "assets"),
        " 万元，其中：",
        *kinds,
        "。负债总额 ",
        money(facts.liabilities, "assets|liabilities"),
        " 万元。净资产 ",
        money(sum(facts.assets) - facts.liabilities, "assets|net"),
        " 万元。",
    )


def _posts(page: Page, facts: FinalAccount) -> None:
    year, posts = facts.year, facts.posts
    page.family = "heads and vehicles"
    page.say(
        f"截至 {year} 年 12 月 31 日，{facts.department}编制总数 ",
        count(posts[0] + posts[2], "posts"),
        " 人，其中行政编制 ",
        count(posts[0], "posts|office"),
        " 人、事业编制 ",
        count(posts[2], "posts|institution"),
        " 人。",
    )
