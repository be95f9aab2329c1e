"""The tables of a budget disclosure, one function per table, all printed from the same facts."""

from __future__ import annotations

from itertools import zip_longest

from bodies import FUND, GENERAL, OWN, Line, function_names, numeral, rolled_up, summed
from budget_facts import Budget
from printing import Cell, Page, Token, alone


def name_of(code: str, table: str) -> Token:
    """Return the name of a code, as a label."""
    return Token(function_names()[code], "name", f"{table}|{code}|name")


def budget_tables(page: Page, budget: Budget) -> None:
    """Print the tables that hold money."""
    page.family = "summary"
    _summary(page, budget, "收支总表", "表1", (GENERAL, FUND, OWN))
    page.family = "income table"
    _income(page, budget)
    page.family = "expenditure by unit"
    _by_unit(page, budget)
    page.family = "summary"
    _summary(page, budget, "政府预算拨款收支总表", "表6", (GENERAL, FUND))
    page.family = "expenditure by code"
    _by_code(page, budget, "一般公共预算支出表", "表7", GENERAL)
    _by_code(page, budget, "政府性基金预算支出表", "表8", FUND)
    page.family = "procurement"
    _procurement(page, budget)
    page.family = "three-public table"
    _three_public(page, budget)
    page.family = "project list"
    _projects(page, budget)


def _summary(page: Page, budget: Budget, title: str, number: str, funds: tuple[str, ...]) -> None:
    def cell(fen: int, what: str) -> Token:
        return page.style.money(fen, f"{title}|{what}")

    def income(label: str, fen: int, what: str) -> tuple[Cell, Cell]:
        return label, cell(fen, what)

    general, fund, own = (budget.total(name) for name in (GENERAL, FUND, OWN))
    total = budget.total(*funds)
    if OWN in funds:
        left = [
            income("一、政府预算拨款", general + fund, "appropriation"),
            income("1. 一般公共预算拨款", general, "general"),
            income("2. 政府性基金预算拨款", fund, "fund"),
            income("3. 国有资本经营预算拨款", 0, "capital"),
            income("二、财政专户管理资金", 0, "special"),
            income("三、单位资金", own, "unit funds"),
            income("1. 事业收入", own, "business"),
            income("2. 其他收入", 0, "other"),
        ]
    else:
        left = [
            income("政府预算拨款", general + fund, "appropriation"),
            income("一般公共预算拨款", general, "general"),
            income("政府性基金预算拨款", fund, "fund"),
            income("国有资本经营预算拨款", 0, "capital"),
        ]
    right: list[tuple[Cell, Cell]] = []
    category = 0
    for code, (fen,) in rolled_up((line.code, (line.total,)) for line in budget.lines if line.fund in funds).items():
        category += len(code) == 3
        label: Cell = (f"{numeral(category)}、", name_of(code, title)) if len(code) == 3 else name_of(code, title)
        right.append((label, cell(fen, code)))
    rows: list[tuple[Cell, ...]] = [("收 入", "", "支 出", "")]
    rows.append(("项 目", f"{budget.year}年预算数", "项 目", f"{budget.year}年预算数"))
    rows += [(*one, *other) for one, other in zip_longest(left, right, fillvalue=("", ""))]
    rows += [
        ("本年收入合计", cell(total, "income"), "本年支出合计", cell(total, "expenditure")),
        ("上年结余、结转", cell(0, "opening"), "结转下年", cell(0, "closing")),
        ("收入总计", cell(total, "all income"), "支出总计", cell(total, "all expenditure")),
    ]
    page.table(number, title, budget.department, rows)


def _income(page: Page, budget: Budget) -> None:
    rows: list[tuple[Cell, ...]] = [
        (
            "预算单位",
            "收入总计",
            "财政拨款收入",
            "财政专户管理资金",
            "事业收入",
            "经营收入",
            "其他收入",
            "上年结余、结转",
        )
    ]
    table = []
    for index in range(len(budget.units)):
        own = budget.total(OWN, unit=index)
        appropriation = budget.total(GENERAL, FUND, unit=index)
        table.append((appropriation + own, appropriation, 0, own, 0, 0, 0))
    if len(table) > 1:
        rows.append((budget.department, *_cells(page, summed(table, 7), "收入总表|department")))
    rows += [
        (unit.name, *_cells(page, row, f"收入总表|{index}"))
        for index, (unit, row) in enumerate(zip(budget.units, table, strict=True))
    ]
    page.table("表2", "收入总表", budget.department, rows)


def _cells(page: Page, row: tuple[int, ...], key: str) -> list[Token]:
    return [page.style.money(fen, f"{key}|{column}") for column, fen in enumerate(row, 1)]


def _bounded(page: Page, row: tuple[int, ...], key: str, is_alone: bool) -> list[Token]:
    """Money for small firms: part of what is bought, and only where units sum to a department more than that."""
    cells = [page.style.money(fen, f"{key}|{column}") for column, fen in enumerate(row, 5)]
    return [alone(cell) for cell in cells] if is_alone else cells


def _uses(lines: list[Line]) -> tuple[int, ...]:
    basic, project = sum(line.basic for line in lines), sum(line.project for line in lines)
    return basic + project, basic, project


def _by_unit(page: Page, budget: Budget) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("预算单位", "支出总计", "基本支出", "项目支出", f"{budget.year}年政府采购项目", "", ""),
        ("", "", "", "", "小计", "其中：面向中小企业政府采购项目", "其中：面向小型、微型企业政府采购项目"),
    ]
    table = [
        (
            *_uses([line for line in budget.lines if line.unit == index]),
            sum(item[2] for item in unit.procurement),
            unit.sme,
            unit.small,
        )
        for index, unit in enumerate(budget.units)
    ]
    if len(table) > 1:
        rows.append((budget.department, *_cells(page, summed(table, 6), "支出总表|department")))
    rows += [
        (
            unit.name,
            *_cells(page, row[:4], f"支出总表|{index}"),
            *_bounded(page, row[4:], f"支出总表|{index}", len(table) == 1),
        )
        for index, (unit, row) in enumerate(zip(budget.units, table, strict=True))
    ]
    page.table("表3", "支出总表", budget.department, rows)


def _by_code(page: Page, budget: Budget, title: str, number: str, fund: str) -> None:
    rows: list[tuple[Cell, ...]] = [("预算单位", "科目编码", "科目名称", "支出总计", "基本支出", "项目支出")]
    of_fund = [line for line in budget.lines if line.fund == fund]
    if len(budget.units) > 1:
        rows.append((budget.department, "", "", *_cells(page, _uses(of_fund), f"{title}|department")))
    for index, unit in enumerate(budget.units):
        lines = [line for line in of_fund if line.unit == index]
        rows.append((unit.name, "", "", *_cells(page, _uses(lines), f"{title}|{index}")))
        coded = rolled_up((line.code, (line.total, line.basic, line.project)) for line in lines)
        for code, amounts in coded.items():
            rows.append(("", code, name_of(code, title), *_cells(page, amounts, f"{title}|{index}|{code}")))
    page.table(number, title, budget.department, rows, is_alone=not of_fund)


def _procurement(page: Page, budget: Budget) -> None:
    rows: list[tuple[Cell, ...]] = [("预算单位", "编号", "采购品目", "金额")]
    title = "政府采购项目支出表"
    if len(budget.units) > 1:
        total = sum(item[2] for unit in budget.units for item in unit.procurement)
        rows.append((budget.department, "", "", page.style.money(total, f"{title}|department")))
    for index, unit in enumerate(budget.units):
        total = sum(item[2] for item in unit.procurement)
        rows.append((unit.name, "", "", page.style.money(total, f"{title}|{index}")))
        for letter, kind in (("A", "货物"), ("B", "工程"), ("C", "服务")):
            items = [item for item in unit.procurement if item[0].startswith(letter)]
            if items:
                rows.append(
                    ("", letter, kind, page.style.money(sum(item[2] for item in items), f"{title}|{index}|{letter}"))
                )
            rows += [("", code, name, page.style.money(fen, f"{title}|{index}|{code}")) for code, name, fen in items]
    page.table("表11", title, budget.department, rows)


def _three_public(page: Page, budget: Budget) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("预算单位", "年度", "总计", "因公出国(境)费", "公务接待费", "公务用车购置及运行维护费", "", ""),
        ("", "", "", "", "", "小计", "公务用车购置费", "公务用车运行维护费"),
    ]
    title = "一般公共预算“三公”经费支出表"
    places = [(unit.name, [unit.three_public[past].row for past in (0, 1)]) for unit in budget.units]
    if len(places) > 1:
        both = [summed([years[past] for _, years in places], 6) for past in (0, 1)]
        places.insert(0, (budget.department, both))
    for name, years in places:
        for past, row in enumerate(years):
            year = budget.year - 1 + past
            rows.append((name if past == 0 else "", f"{year}年", *_cells(page, row, f"三公|{name}|{past}")))
    page.table("表12", title, budget.department, rows)


def _projects(page: Page, budget: Budget) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("预算单位", "项目名称", "预算金额", "", "", "预算执行时间"),
        ("", "", "合计", "一般公共预算拨款", "其他资金", ""),
    ]
    title = "部门预算绩效管理项目情况表"
    table = [
        [
            (p.amount, p.amount * (p.fund == GENERAL), p.amount * (p.fund != GENERAL), p)
            for p in budget.projects
            if p.unit == index
        ]
        for index in range(len(budget.units))
    ]
    if len(table) > 1:
        whole = summed((row[:3] for rows_ in table for row in rows_), 3)
        rows.append((budget.department, "", *_cells(page, whole, f"{title}|department"), ""))
    period = f"{budget.year}.1.1-{budget.year}.12.31"
    for index, (unit, of_unit) in enumerate(zip(budget.units, table, strict=True)):
        rows.append((unit.name, "", *_cells(page, summed((row[:3] for row in of_unit), 3), f"{title}|{index}"), ""))
        rows += [
            (
                "",
                Token(row[3].name, "project", f"{title}|{row[3].name}|name"),
                *_cells(page, row[:3], f"{title}|{row[3].name}"),
                period,
            )
            for row in of_unit
        ]
    page.table("表13", title, budget.department, rows)
