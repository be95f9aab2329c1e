"""What every schema is made of: columns, tables, and the columns that many of them share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

TEXT = pa.string()
WHOLE = pa.int32()
FLAG = pa.bool_()
MONEY = pa.decimal128(20, 2)
NUMBER = pa.decimal128(28, 6)
CONFIDENCE = pa.decimal128(5, 4)


@dataclass(frozen=True)
class Column:
    """One column: its name, its Arrow type, and what it means (English with the Chinese term)."""

    name: str
    type: pa.DataType
    description: str
    required: bool = False


@dataclass(frozen=True)
class TableSchema:
    """One extracted table: its grain in words, its columns, and the columns its rows are ordered by."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    order: tuple[str, ...]

    def arrow(self) -> pa.Schema:
        """Return the pyarrow schema, descriptions kept as field metadata."""
        return self._arrow

    @cached_property
    def _arrow(self) -> pa.Schema:
        return pa.schema(
            pa.field(column.name, column.type, not column.required, {"description": column.description})
            for column in self.columns
        )

    @cached_property
    def empty(self) -> pa.Table:
        """The table without rows; made once, for making it takes longer than filling one."""
        return self._arrow.empty_table()


def key(name: str, description: str) -> Column:
    return Column(name, TEXT, description, required=True)


DOCUMENT = key("document_id", "Document: first 16 hex digits of the SHA-256 of its content (文件标识)")
TABLE_NUMBER = Column(
    "table_number", WHOLE, "Table within the document, from 1, in printed order (表序)", required=True
)
PAGE = Column("page", WHOLE, "Page from 1; NULL in text (页)")
LINE = Column("line", WHOLE, "Line of the text file, from 1 (行号)")
PLACE = (
    DOCUMENT,
    TABLE_NUMBER,
    Column("row_number", WHOLE, "Row within the table, from 1, pages joined (行序)", required=True),
    PAGE,
    LINE,
)
VALUE_AS_PRINTED = Column("value_as_printed", TEXT, "Number as printed (数值, 原文)", required=True)
ORGANISATION = (
    Column("organisation", TEXT, "Normalised name of the organisation the figure belongs to (单位)"),
    Column("organisation_as_printed", TEXT, "The name as printed (单位名称, 原文)"),
    Column("department", TEXT, "Normalised name of the department it belongs to (主管部门)"),
)
KIND = Column("statement_kind", TEXT, "Kind of statement, a key of knowledge/statements (报表种类)", required=True)
KIND_BASIS = Column(
    "kind_basis",
    TEXT,
    "What told the kind: title, part_of_title (a word of it is not known), header, columns, or none (种类依据)",
    required=True,
)
YEAR = Column("fiscal_year", WHOLE, "Fiscal year the figure is about (年度)")
LEDGER = Column("ledger_id", TEXT, "Row of the ledger that holds the figure as printed (数字台账标识)")
UNIT = (
    Column("unit_as_printed", TEXT, "Unit of amount as printed for this figure; NULL where none is (单位, 原文)"),
    Column("unit_applied", TEXT, "Unit applied: 元, 万元, 亿元, %, or a counter word (采用的单位)"),
    Column(
        "unit_basis",
        TEXT,
        "Evidence (单位依据) for the unit: cell, row, column, table, section, sibling, comparison, votes, none",
    ),
)
SEQUENCE = Column(
    "sequence", WHOLE, "Place of the line in reading order; in text the number of the line (顺序)", required=True
)
PROJECT = Column("project_name", TEXT, "Project it is about (项目)")
IN_PROSE = (
    DOCUMENT,
    Column("page", WHOLE, "Page; NULL in text (页)"),
    SEQUENCE,
    Column("line", WHOLE, "Line; NULL where the document has none (行号)"),
)
"""The line of something that is stated in prose."""
IN_TEXT = (
    *IN_PROSE,
    Column("span_start", WHOLE, "First character in the line or cell, from 0 (起)", required=True),
    Column("span_end", WHOLE, "Character after it (止)", required=True),
    Column("table_number", WHOLE, "Table, where it stands inside a text cell (表序)"),
    Column("row_number", WHOLE, "Row of that cell (行序)"),
    Column("column_number", WHOLE, "Column of that cell (列序)"),
)
"""Where something stands that is stated in prose, or inside a text cell."""
TEXT_PLACE = (DOCUMENT, PAGE, SEQUENCE, LINE)
CELL = (
    Column("table_number", WHOLE, "Table; NULL in prose (表序)"),
    Column("row_number", WHOLE, "Row (行序)"),
    Column("column_number", WHOLE, "Column within the row, from 1 (列序)"),
)
START = Column("span_start", WHOLE, "First character in its line or cell, from 0 (起)", required=True)
END = Column("span_end", WHOLE, "Character after it (止)", required=True)
