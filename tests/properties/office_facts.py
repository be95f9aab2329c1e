"""Documents of known facts for the renderers of `office`, and what must be read back from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from layouts import Amount, Issuer, amounts, issuers, names, years
from office import Cell, Style, Table
from test_expenditure_round_trip import MEASURES, Coded, units

from dagster_project.extraction import Extraction

Facts = list[tuple[Any, ...]]
styles = st.builds(Style, st.booleans(), st.booleans(), st.booleans(), st.booleans())
COLUMNS = ("table_number", "organisation", "code", "measure", "disclosure", "amount_cny", "value_as_printed")


@dataclass(frozen=True)
class Known:
    """A document and its facts, in printed order."""

    prose: list[str]
    tables: list[Table]
    facts: Facts


def found(extraction: Extraction, *columns: str) -> Facts:
    """Return the statement lines of an extraction as tuples."""
    return [tuple(row[name] for name in columns) for row in extraction.tables["statement_lines"].to_pylist()]


@st.composite
def final_accounts(draw: st.DrawFn) -> Known:
    """Two tables by function code under a header of two levels, each with its own unit of amount."""
    issuer, year = draw(issuers), draw(years)
    tables, facts = [], []
    for number, title in enumerate(("支出决算表", "一般公共预算财政拨款支出决算表"), 1):
        unit, decimals = draw(st.sampled_from(["元", "万元"])), draw(st.sampled_from([0, 2]))
        dash = draw(st.sampled_from(["-", "--"]))
        coded = draw(units())
        rows = [
            [row.code or "合计", row.name, *(_cell(value, decimals, dash) for value in row.values)] for row in coded
        ]
        for row, cells in zip(coded, rows, strict=True):
            facts += [
                (number, issuer.name, row.code, measure, value.kind, value.cny(unit, decimals), _shown(cell))
                for measure, value, cell in zip(MEASURES, row.values, cells[2:], strict=True)
            ]
        header = [("项目", "", "本年支出合计", "基本支出", "项目支出"), ("科目编码", "科目名称", "", "", "")]
        caption = [title, f"公开0{number + 2}表", f"部门：{issuer.name}", f"金额单位：{unit}"]
        tables.append(Table(caption, header, rows, ["注：本表反映部门本年度各项支出情况。"]))
    # the same figures in two units are one of them misprinted, and are read so
    assume(tables[0].caption[-1] == tables[1].caption[-1] or not set.intersection(*map(_long_figures, tables)))
    return Known([f"{issuer.name}{year}年度部门决算"], tables, facts)


@st.composite
def three_public(draw: st.DrawFn) -> Known:
    """One row keyed by a header of three levels."""
    issuer, year, unit = draw(issuers), draw(years), draw(st.sampled_from(["元", "万元"]))
    measures = ("total", "abroad", "vehicle", "vehicle_purchase", "vehicle_operation", "reception")
    values = draw(st.tuples(*[amounts] * len(measures)))
    cells = [_cell(value, 2, "-") for value in values]
    header = [
        ("预算数", "", "", "", "", ""),
        ("合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费"),
        ("", "", "小计", "公务用车购置费", "公务用车运行费", ""),
    ]
    table = Table(["“三公”经费支出表", f"单位：{unit}"], header, [cells])
    facts = [
        (1, issuer.name, None, measure, value.kind, value.cny(unit, 2), _shown(cell))
        for measure, value, cell in zip(measures, values, cells, strict=True)
    ]
    return Known([f"{issuer.name}{year}年部门预算"], [table], facts)


@st.composite
def coded_budgets(draw: st.DrawFn) -> Known:
    """A budget by unit and code, the unit's name on the first of its rows."""
    issuer, year = draw(issuers), draw(years)
    rows: list[list[Cell]] = []
    facts: Facts = []
    for place in (issuer.own_level, "东礁观测站"):
        for row in draw(units()):
            cells = [_cell(value, 2, "-") for value in row.values]
            rows.append([place if row.code is None else "", row.code or "", row.name, *cells])
            facts += [
                (1, place, row.code, measure, value.kind, value.cny("万元", 2), _shown(cell))
                for measure, value, cell in zip(MEASURES, row.values, cells, strict=True)
            ]
    header = [("预算单位", "科目编码", "科目名称", "支出总计", "基本支出", "项目支出")]
    caption = ["一般公共预算支出表", f"单位名称：{issuer.name}    单位：万元"]
    return Known([f"{issuer.name}", f"{year}年部门预算"], [Table(caption, header, rows)], facts)


documents = st.one_of(final_accounts(), coded_budgets(), three_public())


def all_numbers_are_seen(extraction: Extraction, known: Known) -> bool:
    """Tell whether the ledger holds as many numbers as the document prints: figures and codes."""
    printed = [cell for table in known.tables for row in table.rows for cell in row]
    count = sum(isinstance(cell, Decimal) or re.fullmatch("[0-9]+", cell) is not None for cell in printed)
    return extraction.tables["ledger"].num_rows == count


def _long_figures(table: Table) -> set[Decimal]:
    """Return the figures of a table that no chance repeats."""
    cells = (cell for row in table.rows for cell in row if isinstance(cell, Decimal))
    return {cell for cell in cells if len(cell.as_tuple().digits) > 1}


def _cell(amount: Amount, decimals: int, dash: str) -> Cell:
    return amount.value(decimals) if amount.kind == "figure" else amount.printed(decimals, dash)


def _shown(cell: Cell) -> str | None:
    return f"{cell:,}" if isinstance(cell, Decimal) else cell or None


__all__ = ["COLUMNS", "Coded", "Issuer", "Known", "all_numbers_are_seen", "documents", "found", "names", "styles"]
