"""The five tables of a final account that print income or expenditure by function code."""

from __future__ import annotations

from account_facts import FinalAccount
from bodies import FUND, GENERAL, OWN, rolled_up, summed
from budget_tables import name_of
from printing import Cell, Page, Token

Rows = list[tuple[Cell, ...]]


def cells_of(page: Page, row: tuple[int, ...], key: str, first: int = 1) -> list[Token]:
    """Return the cells of a row of money; `first` is the number of the first in their keys."""
    return [page.style.money(fen, f"{key}|{column}") for column, fen in enumerate(row, first)]


def income_by_code(page: Page, facts: FinalAccount) -> None:
    """Print table 02 (收入决算表)."""
    header: Rows = [
        (
            "项 目",
            "",
            "本年收入合计",
            "财政拨款收入",
            "上级补助收入",
            "事业收入",
            "经营收入",
            "附属单位上缴收入",
            "其他收入",
        ),
        ("功能分类科目编码", "科目名称", "", "", "", "", "", "", ""),
        ("栏次", "", *map(str, range(1, 8))),
    ]
    coded = rolled_up(
        (
            account.code,
            (
                account.income,
                account.income * (account.fund != OWN),
                0,
                account.income * (account.fund == OWN),
                0,
                0,
                0,
            ),
        )
        for account in facts.accounts
    )
    _coded(page, facts, "公开02表", "收入决算表", header, coded, 7)


def expenditure_by_code(page: Page, facts: FinalAccount) -> None:
    """Print table 03 (支出决算表)."""
    header: Rows = [
        ("项 目", "", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"),
        ("功能分类科目编码", "科目名称", "", "", "", "", "", ""),
        ("栏次", "", *map(str, range(1, 7))),
    ]
    coded = rolled_up(
        (account.code, (account.spent, account.basic, account.project, 0, 0, 0)) for account in facts.accounts
    )
    _coded(page, facts, "公开03表", "支出决算表", header, coded, 6)


def general_budget(page: Page, facts: FinalAccount) -> None:
    """Print table 05 (一般公共预算财政拨款支出决算表)."""
    header: Rows = [
        ("项 目", "", "本年支出", "", ""),
        ("功能分类科目编码", "科目名称", "小计", "基本支出", "项目支出"),
        ("栏次", "", "1", "2", "3"),
    ]
    coded = rolled_up((a.code, (a.spent, a.basic, a.project)) for a in facts.accounts if a.fund == GENERAL)
    _coded(page, facts, "公开05表", "一般公共预算财政拨款支出决算表", header, coded, 3)


def government_fund(page: Page, facts: FinalAccount) -> None:
    """Print table 08 (政府性基金预算财政拨款收入支出决算表)."""
    header: Rows = [
        ("项 目", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"),
        ("功能分类科目编码", "科目名称", "", "", "小计", "基本支出", "项目支出", ""),
        ("栏次", "", *map(str, range(1, 7))),
    ]
    coded = rolled_up(
        (a.code, (a.opening, a.income, a.spent, a.basic, a.project, a.closing))
        for a in facts.accounts
        if a.fund == FUND
    )
    _coded(page, facts, "公开08表", "政府性基金预算财政拨款收入支出决算表", header, coded, 6)


def state_capital(page: Page, facts: FinalAccount) -> None:
    """Print table 09, which is empty (国有资本经营预算财政拨款支出决算表)."""
    header: Rows = [
        ("项 目", "", "本年支出", "", ""),
        ("功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        ("栏次", "", "1", "2", "3"),
    ]
    _coded(page, facts, "公开09表", "国有资本经营预算财政拨款支出决算表", header, {}, 3)


def _coded(
    page: Page,
    facts: FinalAccount,
    number: str,
    title: str,
    header: Rows,
    coded: dict[str, tuple[int, ...]],
    width: int,
) -> None:
    whole = summed((amounts for code, amounts in coded.items() if len(code) == 3), width)
    rows: Rows = [*header, ("合计", "", *cells_of(page, whole, f"{title}|total"))]
    rows += [
        (code, name_of(code, title), *cells_of(page, amounts, f"{title}|{code}")) for code, amounts in coded.items()
    ]
    page.table(number, title, facts.department, rows, is_alone=not any(whole))
