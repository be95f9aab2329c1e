"""Small invented documents as text, and the rows that come out of them. The regions are real, the bodies are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dagster_project.extraction import extract
from dagster_project.extraction.identify.corrections import Correction

Row = dict[str, Any]
DEPARTMENT = "深圳市龙岗区海洋观测局"
BUDGET = f"{DEPARTMENT} 2031年部门预算\n\n"
FINAL_ACCOUNT = f"{DEPARTMENT} 2031年度部门决算\n\n"
FORM = f"""二级项目支出绩效目标申报表
项目编码： 440307990000000000017 项目名称： 潮位观测

申请单位： {DEPARTMENT}（本级） 一级预算单位： {DEPARTMENT}

实施期限： 3 项目类型： 15 履职类(运转)项目

是否新增项目： 否 分配方式： 因素法

项目总金额（中期规划，元）： 600,000.00 本年度项目金额（元）： 150,000.00

测算依据：
传感器12万元，布放3万元。

年度目标： 完成观测

一级指标 二级指标 三级指标 指标值 指标解释

产出指标 *数量指标 布放传感器数量 ≥12套 每套1万元

产出指标 质量指标 不适用 不适用 不适用

满意度指标 *服务对象满意度指标 渔民满意度 ≥90% 问卷

备注：另需2万元。
"""
TARGETS = f"{DEPARTMENT} 2031年项目支出绩效目标表\n\n"


class Reading:
    """The tables extracted from one document, as lists of dicts."""

    def __init__(
        self, content: str | bytes, file: str = "document.txt", corrections: Sequence[Correction] = ()
    ) -> None:
        data = content if isinstance(content, bytes) else content.encode()
        self.extraction = extract(data, file, corrections)
        self.document = self.rows("documents")[0]

    def rows(self, table: str, **where: object) -> list[Row]:
        """Rows of an extracted table whose columns hold the values of `where`."""
        rows: list[Row] = self.extraction.tables[table].to_pylist()
        return [row for row in rows if all(row[name] == value for name, value in where.items())]

    def one(self, table: str, **where: object) -> Row:
        """The only such row."""
        rows = self.rows(table, **where)
        assert len(rows) == 1, rows
        return rows[0]

    def column(self, table: str, name: str, **where: object) -> list[Any]:
        """One column of such rows."""
        return [row[name] for row in self.rows(table, **where)]

    def lines(self, *columns: str, **where: object) -> list[Any]:
        """The statement lines as tuples of `columns`."""
        return [tuple(row[name] for name in columns) for row in self.rows("statement_lines", **where)]

    @property
    def issues(self) -> set[str]:
        """Codes of the issues."""
        return set(self.column("issues", "code"))

    @property
    def dispositions(self) -> dict[tuple[str, str], str]:
        """What became of each number: (as printed, line as text) → disposition."""
        return {(row["value_as_printed"], str(row["line"])): row["disposition"] for row in self.rows("ledger")}


def tabs(rows: Iterable[Sequence[object]]) -> str:
    """Render rows as tab-separated lines."""
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)


def pipes(rows: Sequence[Sequence[object]]) -> str:
    """Render rows as a Markdown table with a separator under the first row."""
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    rule = "|" + "---|" * len(rows[0])
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def caption(title: str, number: int = 1, unit: str = "万元", place: str = DEPARTMENT) -> str:
    """Render the lines over a table: number, title, organisation, unit."""
    lines = [f"表{number}", title, f"单位名称：{place}", *([f"单位：{unit}"] if unit else [])]
    return "\n\n".join(lines) + "\n\n"


CODED_HEADER = ("预算单位", "科目编码", "科目名称", "支出总计", "基本支出", "项目支出")
CODED_ROWS = (
    ("区海洋观测局本级", "", "", "300", "120", "180"),
    ("", "220", "自然资源海洋气象等支出", "300", "120", "180"),
    ("", "22002", "海洋管理事务", "300", "120", "180"),
    ("", "2200201", "行政运行", "120", "120", "-"),
    ("", "2200299", "其他海洋管理事务支出", "180", "", "180"),
)


def coded(rows: Sequence[Sequence[object]] = CODED_ROWS, unit: str = "万元") -> str:
    """Render a general expenditure table by code."""
    return caption("一般公共预算支出表", 7, unit) + tabs([CODED_HEADER, *rows])
