"""Expenditure by unit and function code comes back as it was, in every layout."""

from __future__ import annotations

from dataclasses import dataclass

from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from layouts import Amount, Issuer, Page, amounts, broken, disclosed, issuers, lines, names, pages, read, years

MEASURES = ("total", "basic", "project")
WORDS = ("预算单位", "科目编码", "科目名称", "支出总计", "基本支出", "项目支出")


@dataclass(frozen=True)
class Coded:
    """A printed row: code (None for a unit's own total), name, amounts of total, basic and project."""

    code: str | None
    name: str
    values: tuple[Amount, Amount, Amount]


triples = st.tuples(amounts, amounts, amounts)
digits = st.integers(1, 99).map("{:02d}".format)
items = st.dictionaries(digits, st.tuples(names, triples), max_size=3)
subcategories = st.dictionaries(digits, st.tuples(names, triples, items), max_size=2)
categories = st.dictionaries(
    st.integers(201, 234).map(str), st.tuples(names, triples, subcategories), min_size=1, max_size=3
)


@st.composite
def units(draw: st.DrawFn) -> list[Coded]:
    """Rows of one unit: its total, then 类, 款, 项 in order, levels missing where a document stops early."""
    rows = [Coded(None, "", (draw(disclosed), draw(amounts), draw(amounts)))]
    for category, (name, values, below) in sorted(draw(categories).items()):
        rows.append(Coded(category, name, values))
        for subcategory, (name_, values_, lowest) in sorted(below.items()):
            rows.append(Coded(category + subcategory, name_, values_))
            rows += [Coded(category + subcategory + item, *lowest[item]) for item in sorted(lowest)]
    return rows


def _role(rows: list[Coded], index: int) -> str:
    row = rows[index]
    if row.code is None:
        return "total"
    below = rows[index + 1].code if index + 1 < len(rows) else None
    return "subtotal" if below and below.startswith(row.code) else "leaf"


@examples(120)
@given(issuers, years, pages, st.lists(units(), min_size=1, max_size=3), st.tuples(*map(broken, WORDS)), st.booleans())
def test_unit_by_code_table_comes_back(
    issuer: Issuer, year: int, page: Page, tables: list[list[Coded]], header: tuple[str, ...], is_fund: bool
) -> None:
    places = [issuer.own_level, "东礁观测站", "西礁观测站"][: len(tables)]
    printed, expected = [], []
    fund = "government_fund_budget" if is_fund else "general_public_budget"
    for place, rows in zip(places, tables, strict=True):
        for index, row in enumerate(rows):
            cells = [amount.printed(page.decimals, page.dash) for amount in row.values]
            printed.append((place if row.code is None else "", row.code or "", row.name, *cells))
            level = {None: None, 3: 1, 5: 2, 7: 3}[len(row.code) if row.code else None]
            for measure, amount in zip(MEASURES, row.values, strict=True):
                expected.append(
                    (
                        place,
                        row.code,
                        row.name or place,
                        measure,
                        amount.kind,
                        amount.cny(page.unit, page.decimals),
                        _role(rows, index),
                        level,
                        year,
                        fund,
                        "approved",
                    )
                )
    title = "政府性基金预算支出表" if is_fund else "一般公共预算支出表"
    text = f"{issuer.name} {year}年部门预算\n" + page.table(page.caption(title, issuer.name), [header], printed)
    assert (
        lines(
            read(text),
            "organisation",
            "code",
            "name_as_printed",
            "measure",
            "disclosure",
            "amount_cny",
            "row_role",
            "level",
            "fiscal_year",
            "fund",
            "phase",
        )
        == expected
    )


@given(issuers, years, pages, units(), st.tuples(*map(broken, WORDS[1:])))
def test_final_account_by_code_comes_back(
    issuer: Issuer, year: int, page: Page, rows: list[Coded], words: tuple[str, ...]
) -> None:
    header = [("项 目", "", "本年支出", "", ""), words, ("栏次", "", "1", "2", "3")]
    printed = [
        (
            "合计" if row.code is None else row.code,
            row.name,
            *(amount.printed(page.decimals, page.dash) for amount in row.values),
        )
        for row in rows
    ]
    text = f"{issuer.name}{year}年度部门决算\n" + page.table(page.caption("支出决算表", issuer.name), header, printed)
    assert lines(read(text), "organisation", "code", "measure", "amount_cny", "row_role", "item", "phase") == [
        (
            issuer.name,
            row.code,
            measure,
            amount.cny(page.unit, page.decimals),
            _role(rows, index),
            None if row.code else "total",
            "executed",
        )
        for index, row in enumerate(rows)
        for measure, amount in zip(MEASURES, row.values, strict=True)
    ]
