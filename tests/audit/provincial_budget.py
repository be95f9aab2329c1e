"""The budget of a provincial body: few words, tables by use, by code and by economic item; money in yuan."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from random import Random

from account_facts import GOODS, GRANTS, STAFF
from bodies import (
    BASIC_CODES,
    GENERAL,
    OFFICES,
    OWN,
    PROJECT_CODES,
    Line,
    Money,
    invented_name,
    numeral,
    rolled_up,
    summed,
)
from budget_tables import name_of
from printing import Cell, Page, Style, Token

Rows = list[tuple[Cell, ...]]
ECONOMIC = {"301": "工资福利支出", "302": "商品和服务支出", "303": "对个人和家庭的补助"}


class Provincial:
    """All facts of one budget, drawn from the number of its office."""

    def __init__(self, number: int) -> None:
        random = Random(f"provincial {number}")
        self.money = Money(random, True)
        self.name = f"江苏省{invented_name(number)}{random.choice(OFFICES)}"
        self.year = random.randint(2018, 2025)
        basic = [
            Line(0, code, GENERAL, self.money.between(20_000, 9_000_000), 0) for code in random.sample(BASIC_CODES, 4)
        ]
        codes = random.sample(PROJECT_CODES, 3)
        projects = [Line(0, code, GENERAL, 0, self.money.between(20_000, 9_000_000)) for code in codes]
        own = [Line(0, codes[0], OWN, 0, self.money.between(20_000, 900_000))] * random.randint(0, 1)
        self.lines = basic + projects + own
        items = sorted([*random.sample(STAFF, 4), *GRANTS, *random.sample(GOODS, 5)])
        parts = self.money.split(self.total(0, GENERAL), len(items))
        self.economic = [(code, name, fen) for (code, name), fen in zip(items, parts, strict=True)]
        abroad, purchase, operation, reception, meeting, training = (
            self.money.between(10_000, 900_000) for _ in range(6)
        )
        vehicles = purchase + operation
        three = abroad + vehicles + reception
        self.three_public = (
            three + meeting + training,
            three,
            abroad,
            vehicles,
            purchase,
            operation,
            reception,
            meeting,
            training,
        )

    def total(self, use: int | None, *funds: str) -> int:
        """Basic expenditure (0), project expenditure (1) or both, of the funds."""
        lines = [line for line in self.lines if line.fund in (funds or (GENERAL, OWN))]
        return sum((line.total, line.basic, line.project)[0 if use is None else use + 1] for line in lines)


def provincial_document(number: int) -> Page:
    """Print a budget of few words."""
    facts = Provincial(number)
    page = Page(Style("元", zero=["0.00", "-", ""][number % 3]))
    page.say(f"{facts.name} {facts.year} 年部门预算")
    page.family = "appropriations in words"
    _in_words(page, facts)
    page.family = "summary"
    _summary(page, facts)
    page.family = "income and expenditure by code"
    _by_code(
        page, facts, "公开02表", "收入预算总表", ("收入预算", ("合计", "财政拨款收入", "事业收入", "其他收入")), _income
    )
    _by_code(page, facts, "公开03表", "支出预算总表", ("支出预算", ("合计", "基本支出", "项目支出")), _spent)
    page.family = "summary"
    _appropriation(page, facts)
    page.family = "appropriation by code"
    _single(page, facts, "公开05表", "财政拨款支出预算表")
    page.family = "expenditure by code"
    _single(page, facts, "公开07表", "一般公共预算支出预算表")
    page.family = "economic items"
    _economic(page, facts, "公开06表", "财政拨款基本支出预算表")
    _economic(page, facts, "公开08表", "一般公共预算基本支出预算表")
    page.family = "three-public table"
    _three_public(page, facts)
    return page


def _in_words(page: Page, facts: Provincial) -> None:
    """Print appropriations received and spent, and their change since the year before: twice the same."""
    general, last = facts.total(None, GENERAL), facts.total(None, GENERAL) // 700 * 100
    for side in ("收入", "支出"):
        page.say(
            f"{facts.year} 年财政拨款{side}预算 ",
            page.style.money(general, f"words|{side}"),
            f" 元，比 {facts.year - 1} 年预算增加 ",
            page.style.money(last, f"words|{side}|change"),
            " 元。",
        )


def _summary(page: Page, facts: Provincial) -> None:
    def cell(fen: int, what: str) -> Token:
        return page.style.money(fen, f"provincial|{what}")

    spent = {
        code: amounts[0] for code, amounts in rolled_up((line.code, (line.total,)) for line in facts.lines).items()
    }
    general, own = facts.total(None, GENERAL), facts.total(None, OWN)
    left = [
        ("一、财政拨款", cell(general, "appropriation")),
        ("1.一般公共预算", cell(general, "general")),
        ("2.政府性基金预算", cell(0, "fund")),
        ("二、财政专户管理资金", cell(0, "special")),
        ("三、事业收入", cell(own, "own")),
    ]
    middle = [
        ((f"{numeral(index)}、", name_of(code, "provincial")), cell(spent[code], code))
        for index, code in enumerate([code for code in spent if len(code) == 3], 1)
    ]
    right = [("一、基本支出", cell(facts.total(0), "basic")), ("二、项目支出", cell(facts.total(1), "project"))]
    rows: Rows = [
        ("收入", "", "支出", "", "", ""),
        ("项目名称", "金额", "功能分类", "", "支出用途", ""),
        ("", "", "功能科目名称", "金额", "项目名称", "金额"),
    ]
    rows += [(*one, *two, *three) for one, two, three in zip_longest(left, middle, right, fillvalue=("", ""))]
    whole = general + own
    for words in ("当年收入小计", "当年支出小计"), ("收入合计", "支出合计"):
        rows.append((words[0], cell(whole, words[0]), words[1], "", "", cell(whole, words[1])))
    page.table("公开01表", "收支预算总表", facts.name, rows)


def _appropriation(page: Page, facts: Provincial) -> None:
    def cell(fen: int, what: str) -> Token:
        return page.style.money(fen, f"provincial 04|{what}")

    general = facts.total(None, GENERAL)
    rows: Rows = [
        ("收入", "", "支出", ""),
        ("项目名称", "金额", "支出用途", ""),
        ("", "", "项目名称", "金额"),
        ("一、一般公共预算", cell(general, "general"), "一、基本支出", cell(facts.total(0, GENERAL), "basic")),
        ("二、政府性基金预算", cell(0, "fund"), "二、项目支出", cell(facts.total(1, GENERAL), "project")),
        ("收入合计", cell(general, "income"), "支出合计", cell(general, "spent")),
    ]
    page.table("公开04表", "财政拨款收支预算总表", facts.name, rows)


def _income(line: Line) -> tuple[int, ...]:
    return line.total, line.total * (line.fund == GENERAL), line.total * (line.fund == OWN), 0


def _spent(line: Line) -> tuple[int, ...]:
    return line.total, line.basic, line.project


def _by_code(
    page: Page,
    facts: Provincial,
    number: str,
    title: str,
    columns: tuple[str, tuple[str, ...]],
    amounts_of: Callable[[Line], tuple[int, ...]],
) -> None:
    top, below = columns
    width = len(below)
    coded = rolled_up((line.code, amounts_of(line)) for line in facts.lines)
    rows: Rows = [("项目", "", top, *[""] * (width - 1)), ("功能分类科目编码", "功能分类科目名称", *below)]
    for code, amounts in coded.items():
        rows.append(
            (
                code,
                name_of(code, title),
                *(page.style.money(fen, f"{title}|{code}|{column}") for column, fen in enumerate(amounts, 1)),
            )
        )
    whole = summed((amounts for code, amounts in coded.items() if len(code) == 3), width)
    rows.append(
        ("合计", "", *(page.style.money(fen, f"{title}|total|{column}") for column, fen in enumerate(whole, 1)))
    )
    page.table(number, title, facts.name, rows)


def _single(page: Page, facts: Provincial, number: str, title: str) -> None:
    coded = rolled_up((line.code, (line.total,)) for line in facts.lines if line.fund == GENERAL)
    rows: Rows = [
        ("功能科目编码", "功能科目名称", "金额"),
        ("", "合计", page.style.money(facts.total(None, GENERAL), f"{title}|total")),
    ]
    rows += [
        (code, name_of(code, title), page.style.money(amounts[0], f"{title}|{code}")) for code, amounts in coded.items()
    ]
    page.table(number, title, facts.name, rows)


def _economic(page: Page, facts: Provincial, number: str, title: str) -> None:
    rows: Rows = [
        ("科目编码", "科目名称", "金额"),
        ("", "合计", page.style.money(facts.total(0, GENERAL), f"{title}|total")),
    ]
    for category, name in ECONOMIC.items():
        items = [item for item in facts.economic if item[0][:3] == category]
        rows.append((category, name, page.style.money(sum(fen for _, _, fen in items), f"{title}|{category}")))
        rows += [
            (code, Token(words, "economic name", f"{title}|{code}|name"), page.style.money(fen, f"{title}|{code}"))
            for code, words, fen in items
        ]
    page.table(number, title, facts.name, rows)


def _three_public(page: Page, facts: Provincial) -> None:
    rows: Rows = [
        ("合计", "“三公”经费", "", "", "", "", "", "会议费", "培训费"),
        ("", "小计", "因公出国（境）费", "公务用车购置及运行维护费", "", "", "公务接待费", "", ""),
        ("", "", "", "小计", "公务用车购置费", "公务用车运行维护费", "", "", ""),
        tuple(page.style.money(fen, f"provincial 3p|{column}") for column, fen in enumerate(facts.three_public)),
    ]
    page.table("公开09表", "“三公”经费、会议费、培训费支出预算表", facts.name, rows, is_alone=True)
