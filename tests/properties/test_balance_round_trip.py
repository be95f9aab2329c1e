"""Side-by-side tables come back: both sides, known rows, and a hierarchy that is told by order and sums alone."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest

from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from layouts import Amount, Issuer, Page, amounts, issuers, lines, names, pages, read, years

NUMERALS = "一二三四五六七八九"
SOURCES = (
    ("{}、政府预算拨款", "revenue_fiscal_appropriation"),
    ("1. 一般公共预算拨款", "revenue_general_public_budget"),
    ("2. 政府性基金预算拨款", "revenue_government_fund"),
    ("3. 国有资本经营预算拨款", "revenue_state_capital"),
    ("{}、财政专户管理资金", "revenue_fiscal_special_account"),
    ("{}、单位资金", "revenue_unit_funds"),
    ("1. 事业收入", "revenue_business"),
    ("2. 上级补助收入", "revenue_higher_level"),
    ("3. 其他收入", "revenue_other"),
)
CLOSING = (
    ("本年收入合计", "income_total", "本年支出合计", "expenditure_total"),
    ("上年结余、结转", "opening_balance", "结转下年", "closing_balance"),
    ("收 入 总 计", "income_grand_total", "支 出 总 计", "expenditure_grand_total"),
)
Item = tuple[str, int]
Node = tuple[str, list[Item]]
Tree = list[tuple[str, list[Node]]]
PARENT = {
    "revenue_general_public_budget": 0,
    "revenue_government_fund": 0,
    "revenue_state_capital": 0,
    "revenue_business": 5,
    "revenue_higher_level": 5,
    "revenue_other": 5,
}

leaves = st.lists(st.tuples(names, st.integers(100, 10**8)), min_size=1, max_size=3)
trees = st.lists(st.tuples(names, st.lists(st.tuples(names, leaves), min_size=1, max_size=3)), min_size=1, max_size=4)
closings = st.lists(st.tuples(amounts, amounts), min_size=3, max_size=3)


def _flat(tree: Tree) -> list[tuple[str, int, int, int | None]]:
    """Rows of the expenditure side: name as printed, amount, level, index of the parent row."""
    rows: list[tuple[str, int, int, int | None]] = []
    for number, (category, nodes) in enumerate(tree):
        top = len(rows)
        total = sum(amount for _, items in nodes for _, amount in items)
        rows.append((f"{NUMERALS[number]}、{category}", total, 1, None))
        for name, items in nodes:
            middle = len(rows)
            rows.append((name, sum(amount for _, amount in items), 2, top))
            rows += [(item, amount, 3, middle) for item, amount in items]
    return rows


def _income(values: list[Amount]) -> list[tuple[str, Amount]]:
    numerals = iter(NUMERALS)
    return [
        (label.format(next(numerals)) if "{" in label else label, amount)
        for (label, _), amount in zip(SOURCES, values, strict=False)
    ]


@examples(60)
@given(issuers, years, pages, st.lists(amounts, min_size=1, max_size=9), trees, closings)
def test_side_by_side_table_comes_back(
    issuer: Issuer, year: int, page: Page, values: list[Amount], tree: Tree, closing: list[tuple[Amount, Amount]]
) -> None:
    income = [(name, amount.printed(page.decimals, page.dash)) for name, amount in _income(values)]
    spent = _flat(tree)
    expenditure = [(name, Amount("figure", minor).printed(page.decimals)) for name, minor, *_ in spent]
    printed = [(*left, *right) for left, right in zip_longest(income, expenditure, fillvalue=("", ""))]
    printed += [
        (left, first.printed(page.decimals, page.dash), right, second.printed(page.decimals, page.dash))
        for (left, _, right, _), (first, second) in zip(CLOSING, closing, strict=True)
    ]
    header = [("收 入", "", "支 出", ""), ("项 目", f"{year} 年预算数", "项目", f"{year}年预算数")]
    text = f"{issuer.name} {year}年部门预算\n" + page.table(page.caption("收支总表", issuer.name), header, printed)
    found = lines(
        read(text),
        "side",
        "item",
        "amount_cny",
        "disclosure",
        "row_number",
        "parent_row_number",
        "level",
        "name_as_printed",
    )

    left = [row for row in found if row[0] == "income"]
    assert [row[1:4] for row in left] == [
        (item, amount.cny(page.unit, page.decimals), amount.kind)
        for item, amount in [
            *zip([item for _, item in SOURCES], values, strict=False),
            *((item, first) for (_, item, _, _), (first, _) in zip(CLOSING, closing, strict=True)),
        ]
    ]
    for row in left:
        parent = PARENT.get(row[1])
        assert row[5] == (left[parent][4] if parent is not None and parent < len(values) else None)

    right = [row for row in found if row[0] == "expenditure"]
    coded, known = right[: len(spent)], right[len(spent) :]
    assert [(row[7], row[2], row[6]) for row in coded] == [
        (name.split("、")[-1], Amount("figure", minor).cny(page.unit, page.decimals), level)
        for name, minor, level, _ in spent
    ]
    assert [row[5] for row in coded] == [None if above is None else coded[above][4] for *_, above in spent]
    assert [row[1:4] for row in known] == [
        (item, second.cny(page.unit, page.decimals), second.kind)
        for (*_, item), (_, second) in zip(CLOSING, closing, strict=True)
    ]


funds = st.lists(st.tuples(names, st.tuples(amounts, amounts, amounts)), min_size=1, max_size=6)


@given(issuers, years, pages, funds)
def test_expenditure_by_fund_comes_back(
    issuer: Issuer, year: int, page: Page, rows: list[tuple[str, tuple[Amount, Amount, Amount]]]
) -> None:
    header = [
        ("收入", "", "", "支出", "", "", "", ""),
        ("项 目", "行次", "金额", "项 目", "行次", "合计", "一般公共 预算财政 拨款", "政府性 基金预 算财政 拨款"),
        ("栏 次", "", "1", "栏 次", "", "2", "3", "4"),
    ]
    printed = [
        (
            "",
            str(number),
            "",
            f"{NUMERALS[number - 1]}、{name}",
            str(number + 32),
            *(amount.printed(page.decimals, page.dash) for amount in values),
        )
        for number, (name, values) in enumerate(rows, 1)
    ]
    text = f"{issuer.name}{year}年度部门决算\n" + page.table(
        page.caption("财政拨款收入支出决算总表", issuer.name), header, printed
    )
    extraction = read(text)
    expenditure = [
        row[1:]
        for row in lines(extraction, "side", "name_as_printed", "fund", "amount_cny", "phase")
        if row[0] == "expenditure"
    ]
    assert expenditure == [
        (name, fund, amount.cny(page.unit, page.decimals), "executed")
        for name, values in rows
        for fund, amount in zip(
            ("fiscal_appropriation", "general_public_budget", "government_fund_budget"), values, strict=True
        )
    ]
    labels = lines(extraction, "value_as_printed", "reason", table="ledger")
    assert [value for value, reason in labels if reason == "line number"] == [
        number for row in printed for number in (row[1], row[4])
    ]


# no 款 is numbered 00: 30300 is 303, filled up with zeros
items = st.integers(30101, 30399).map(str).filter(lambda code: not code.endswith("00"))
economic = st.lists(st.tuples(items, names, amounts), min_size=1, max_size=12, unique_by=lambda row: row[0])


@given(issuers, years, pages, economic, st.integers(2, 3))
def test_blocks_of_economic_codes_come_back(
    issuer: Issuer, year: int, page: Page, rows: list[tuple[str, str, Amount]], count: int
) -> None:
    """Table 06 prints its codes in two or three blocks beside each other; each block is read from top to bottom."""
    height = -(-len(rows) // count)
    blocks = [rows[start : start + height] for start in range(0, height * count, height)]
    printed = [
        tuple(
            cell
            for block in blocks
            for cell in (
                (block[index][0], block[index][1], block[index][2].printed(page.decimals, page.dash))
                if index < len(block)
                else ("", "", "")
            )
        )
        for index in range(height)
    ]
    header = [("经济分类科目编码", "科目名称", "决算数") * count]
    caption = page.caption("一般公共预算财政拨款基本支出决算表", issuer.name)
    text = f"{issuer.name}{year}年度部门决算\n" + page.table(caption, header, printed)
    assert sorted(
        lines(read(text), "code", "name_as_printed", "classification", "disclosure", "amount_cny"), key=str
    ) == sorted(
        (
            (code, name, "departmental_economic", amount.kind, amount.cny(page.unit, page.decimals))
            for code, name, amount in rows
        ),
        key=str,
    )
    assert all(isinstance(amount, Decimal | None) for (amount,) in lines(read(text), "amount_cny"))
