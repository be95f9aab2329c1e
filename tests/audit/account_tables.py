"""The nine tables of a final account; those that do not print by function code stand here."""

from __future__ import annotations

from itertools import zip_longest

from account_codes import (
    cells_of,
    expenditure_by_code,
    general_budget,
    government_fund,
    income_by_code,
    state_capital,
)
from account_facts import FinalAccount
from bodies import FUND, GENERAL, OWN, function_names, numeral, rolled_up
from budget_tables import name_of
from printing import Cell, Page, Token, alone

Rows = list[tuple[Cell, ...]]
APPROPRIATED = (GENERAL, FUND)
"""Funds of appropriations that these offices have money of."""


def account_tables(page: Page, facts: FinalAccount) -> None:
    """Print tables 01 to 09."""
    page.family = "summary"
    _summary(page, facts)
    page.family = "income by code"
    income_by_code(page, facts)
    page.family = "expenditure by code"
    expenditure_by_code(page, facts)
    page.family = "appropriation summary"
    _appropriation(page, facts)
    page.family = "expenditure by code"
    general_budget(page, facts)
    page.family = "economic items"
    _economic(page, facts)
    page.family = "three-public table"
    _three_public(page, facts)
    page.family = "government fund"
    government_fund(page, facts)
    state_capital(page, facts)


def _categories(facts: FinalAccount, *funds: str) -> dict[str, int]:
    coded = rolled_up((account.code, (account.spent,)) for account in facts.accounts if account.fund in funds)
    return {code: amounts[0] for code, amounts in coded.items() if len(code) == 3}


def _printed_categories(facts: FinalAccount) -> list[str]:
    """All categories up to the last with money, as the form lists them."""
    with_money = _categories(facts, GENERAL, FUND, OWN)
    return [code for code in sorted(function_names()) if len(code) == 3 and code <= max(with_money)]


def _category(code: str, table: str, spent: dict[str, int]) -> Token:
    """Return the name of a category; without money nothing else tells it."""
    return name_of(code, table) if spent.get(code) else alone(name_of(code, table))


def _summary(page: Page, facts: FinalAccount) -> None:
    def cell(fen: int, what: str) -> Token:
        return page.style.money(fen, f"01|{what}")

    opening, income, basic, project, closing = facts.sums()
    sources = [
        ("一般公共预算财政拨款收入", facts.sums(GENERAL)[1]),
        ("政府性基金预算财政拨款收入", facts.sums(FUND)[1]),
        ("国有资本经营预算财政拨款收入", 0),
        ("上级补助收入", 0),
        ("事业收入", facts.sums(OWN)[1]),
        ("经营收入", 0),
        ("附属单位上缴收入", 0),
        ("其他收入", 0),
    ]
    spent = _categories(facts, GENERAL, FUND, OWN)
    left = [(f"{numeral(index)}、{name}", cell(fen, name)) for index, (name, fen) in enumerate(sources, 1)]
    right = [
        ((f"{numeral(index)}、", _category(code, "01", spent)), cell(spent.get(code, 0), code))
        for index, code in enumerate(_printed_categories(facts), 1)
    ]
    rows: Rows = [
        ("收入", "", "", "支出", "", ""),
        ("项 目", "行次", "决算数", "项 目", "行次", "决算数"),
        ("栏 次", "", "1", "栏 次", "", "2"),
    ]
    for index, (one, other) in enumerate(zip_longest(left, right, fillvalue=("", "")), 1):
        rows.append((one[0], str(index), one[1], other[0], str(index + 40), other[1]))
    rows += [
        ("本年收入合计", "36", cell(income, "income"), "本年支出合计", "76", cell(basic + project, "spent")),
        ("使用非财政拨款结余", "37", cell(0, "surplus"), "结余分配", "77", cell(0, "distribution")),
        ("年初结转和结余", "38", cell(opening, "opening"), "年末结转和结余", "78", cell(closing, "closing")),
        (
            "总计",
            "39",
            cell(income + opening, "all income"),
            "总计",
            "79",
            cell(basic + project + closing, "all spent"),
        ),
    ]
    page.table("公开01表", "收入支出决算总表", facts.department, rows)


def _appropriation(page: Page, facts: FinalAccount) -> None:
    header: Rows = [
        ("收入", "", "", "支出", "", "", "", "", ""),
        (
            "项 目",
            "行次",
            "金额",
            "项 目",
            "行次",
            "合计",
            "一般公共预算财政拨款",
            "政府性基金预算财政拨款",
            "国有资本经营预算财政拨款",
        ),
        ("栏 次", "", "1", "栏 次", "", "2", "3", "4", "5"),
    ]
    rows = [*header, *_funds_and_categories(page, facts), *_appropriation_totals(page, facts)]
    page.table("公开04表", "财政拨款收入支出决算总表", facts.department, rows)


def _appropriated(page: Page, what: str, *amounts: int) -> list[Token]:
    """Return a row of table 04: the sum, then what is of each fund; there is nothing of state capital."""
    return cells_of(page, (sum(amounts), *amounts, 0), f"04|{what}", first=0)


def _funds_and_categories(page: Page, facts: FinalAccount) -> Rows:
    """Return the rows over the totals: on the left what each fund gave, on the right each category by fund."""
    given = (
        ("一、一般公共预算财政拨款", "general", facts.sums(GENERAL)[1]),
        ("二、政府性基金预算财政拨款", "fund", facts.sums(FUND)[1]),
        ("三、国有资本经营财政拨款", "capital", 0),
    )
    left = [(name, _appropriated(page, what, fen)[0]) for name, what, fen in given]
    by_fund = [_categories(facts, fund) for fund in APPROPRIATED]
    spent = {code: fen for amounts in by_fund for code, fen in amounts.items()}
    rows: Rows = []
    for index, code in enumerate(_printed_categories(facts), 1):
        name, money = left[index - 1] if index <= len(left) else ("", "")
        cells = _appropriated(page, code, *(amounts.get(code, 0) for amounts in by_fund))
        category = (f"{numeral(index)}、", _category(code, "04", spent))
        rows.append((name, str(index), money, category, str(index + 40), *cells))
    return rows


def _appropriation_totals(page: Page, facts: FinalAccount) -> Rows:
    """Return the rows below: income and expenditure of the year, what was carried over by fund and is left, the totals."""
    opening, income, *_ = facts.sums(*APPROPRIATED)
    spent = [sum(facts.sums(fund)[2:4]) for fund in APPROPRIATED]
    left_over = [facts.sums(fund)[4] for fund in APPROPRIATED]
    both = [first + second for first, second in zip(spent, left_over, strict=True)]
    general, fund = (facts.sums(fund)[0] for fund in APPROPRIATED)

    def cells(what: str, *amounts: int) -> list[Token]:
        return _appropriated(page, what, *amounts)

    def cell(what: str, fen: int) -> Token:
        return cells(what, fen)[0]

    nothing = ("", "", "", "")
    return [
        ("本年收入合计", "31", cell("income", income), "本年支出合计", "71", *cells("spent", *spent)),
        (
            "年初财政拨款结转和结余",
            "32",
            cell("opening", opening),
            "年末财政拨款结转和结余",
            "72",
            *cells("closing", *left_over),
        ),
        ("一般公共预算财政拨款", "33", cell("opening general", general), "", "73", *nothing),
        ("政府性基金预算财政拨款", "34", cell("opening fund", fund), "", "74", *nothing),
        ("国有资本经营预算财政拨款", "35", cell("opening capital", 0), "", "75", *nothing),
        ("总计", "36", cell("all income", income + opening), "总计", "76", *cells("all spent", *both)),
    ]


def _economic(page: Page, facts: FinalAccount) -> None:
    names = {"301": "工资福利支出", "302": "商品和服务支出", "303": "对个人和家庭的补助", "310": "资本性支出"}

    def block(*categories: str) -> list[tuple[Cell, ...]]:
        rows: Rows = []
        for category in categories:
            rows.append((category, names[category], page.style.money(facts.category(category), f"06|{category}")))
            rows += [
                (code, name, page.style.money(fen, f"06|{code}"))
                for code, name, fen in facts.economic
                if code[:3] == category
            ]
        return rows

    rows: Rows = [("经济分类科目编码", "科目名称", "决算数") * 3]
    for one, two, three in zip_longest(block("301", "303"), block("302"), block("310"), fillvalue=("", "", "")):
        rows.append((*one, *two, *three))
    staff, public = facts.category("301", "303"), facts.category("302", "310")
    rows.append(
        (
            "人员经费合计",
            "",
            page.style.money(staff, "06|staff"),
            "公用经费合计",
            "",
            "",
            "",
            "",
            page.style.money(public, "06|public"),
        )
    )
    page.table("公开06表", "一般公共预算财政拨款基本支出决算表", facts.department, rows)


def _three_public(page: Page, facts: FinalAccount) -> None:
    top = ("合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费")
    below = ("", "", "小计", "公务用车购置费", "公务用车运行费", "")
    rows: Rows = [("预算数", *[""] * 5, "决算数", *[""] * 5), top * 2, below * 2, tuple(map(str, range(1, 13)))]
    _, _, revised, executed = facts.three_public
    rows.append((*cells_of(page, revised.row, "07|revised"), *cells_of(page, executed.row, "07|executed")))
    page.table("公开07表", "一般公共预算财政拨款“三公”经费支出决算表", facts.department, rows)
    page.say("注：预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；决算数为实际支出。")
