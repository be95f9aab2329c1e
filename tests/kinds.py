"""One statement in every way it is printed: its rows, where a cell is printed otherwise, and what is read from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from dagster_project.extraction import extract

TITLE, STATEMENT, UNIT = "云岭市长风区海洋观测局2031年部门预算", "一般公共预算支出表", "单位：万元"
HEADER = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
ROWS = (
    ("", "合计", "1,500.50", "900.30", "600.20"),
    ("201", "一般公共服务支出", "1,500.50", "900.30", "600.20"),
    ("20103", "政府办公厅（室）及相关机构事务", "1,500.50", "900.30", "600.20"),
    ("2010301", "行政运行", "900.30", "900.30", ""),
    ("2010302", "一般行政管理事务", "600.20", "", "600.20"),
)
Amounts = tuple[Decimal | None, Decimal | None, Decimal | None]
"""Total, basic and project expenditure of a row, in 万元."""
Place = tuple[int, int]
"""A row of ROWS and its column, both from 0."""
MEASURES = ("total", "basic", "project")
LAST, BEFORE_LAST = 4, 3


def amounts(*values: str) -> Amounts:
    """Return the amounts of a row; '' for a blank."""
    total, basic, project = (Decimal(value) if value else None for value in values)
    return total, basic, project


RIGHT = {
    "201": amounts("1500.50", "900.30", "600.20"),
    "20103": amounts("1500.50", "900.30", "600.20"),
    "2010301": amounts("900.30", "900.30", ""),
    "2010302": amounts("600.20", "", "600.20"),
}


class Outcome(NamedTuple):
    """What is read from a document: amounts by code, the ledger, issues as code and message, and what it is."""

    rows: dict[str, Amounts]
    ledger: list[dict[str, Any]]
    issues: list[tuple[str, str]]
    kind: str | None
    issuer: str | None
    year: int | None

    @property
    def unread(self) -> list[str]:
        """Cells from which no number could be read."""
        return [row["value_as_printed"] for row in self.ledger if row["reason"] == "no number can be read from it"]

    @property
    def in_text(self) -> list[Decimal]:
        """Amounts stated in text, in yuan."""
        return [row["amount_cny"] for row in self.ledger if row["reason"] == "amount stated in text"]


def outcome(content: bytes) -> Outcome:
    """Extract a document."""
    tables = extract(content, "kind").tables
    found: dict[str, dict[str, Decimal | None]] = {}
    for line in tables["statement_lines"].to_pylist():
        if line["code"]:
            amount = line["amount_cny"]
            found.setdefault(line["code"], {})[line["measure"]] = None if amount is None else amount / 10_000
    rows = {code: tuple(of.get(measure) for measure in MEASURES) for code, of in found.items()}
    issues = [(issue["code"], issue["message"]) for issue in tables["issues"].to_pylist()]
    (document,) = tables["documents"].to_pylist()
    what = (document["document_kind"], document["issuer_as_printed"], document["fiscal_year"])
    return Outcome(rows, tables["ledger"].to_pylist(), issues, *what)  # type: ignore[arg-type]


def rows(changed: Mapping[Place, str] | None = None) -> list[list[str]]:
    """Return the rows, some cells of which are printed otherwise."""
    cells = [list(row) for row in ROWS]
    for (row, column), text in (changed or {}).items():
        cells[row][column] = text
    return cells


def as_text(changed: Mapping[Place, str] | None = None, unit: str = UNIT, after: Sequence[str] = ()) -> bytes:
    """Return the statement as a text with tabs, and lines after it."""
    table = ["\t".join(row) for row in [HEADER, *rows(changed)]]
    return "\n".join([TITLE, "", STATEMENT, "", unit, "", *table, "", *after]).encode()


def as_html(cells: Mapping[Place, str] | None = None, row: str = "<tr>", around: str = "{}", head: str = "") -> bytes:
    """Return the statement as a page; `cells` are the markup of cells, `row` is the tag of rows."""
    header = "".join(f"<th>{text}</th>" for text in HEADER)
    body = "".join(
        row + "".join(text if text.startswith("<td") else f"<td>{text}</td>" for text in line) + "</tr>"
        for line in rows(cells)
    )
    table = around.format(f"<table><tr>{header}</tr>{body}</table>")
    return f"<html><head><meta charset=utf-8>{head}</head><body><h1>{TITLE}</h1><h2>{STATEMENT}</h2><p>{UNIT}</p>{table}".encode()
