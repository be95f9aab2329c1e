"""The schema of every extracted table, declared once.

Each table is a list of `Column`s; the pyarrow schemas, the dbt source YAML and the checks on the way to disk
are all derived from `TABLES`. Money is `decimal128(20, 2)` yuan, never a float. Keys are strings.
"""

from __future__ import annotations

from dataclasses import dataclass

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
        return pa.schema(
            pa.field(column.name, column.type, not column.required, {"description": column.description})
            for column in self.columns
        )


def _key(name: str, description: str) -> Column:
    return Column(name, TEXT, description, required=True)


DOCUMENT = _key("document_id", "Document: first 16 hex digits of the SHA-256 of its content (文件标识)")
PLACE = (
    DOCUMENT,
    Column("table_number", WHOLE, "Table within the document, from 1, in printed order (表序)", required=True),
    Column("row_number", WHOLE, "Row within the table, from 1, pages joined (行序)", required=True),
    Column("page", WHOLE, "Page from 1; NULL in text (页)"),
    Column("line", WHOLE, "Line of the text file, from 1 (行号)"),
)
ORGANISATION = (
    Column("organisation", TEXT, "Normalised name of the organisation the figure belongs to (单位)"),
    Column("organisation_as_printed", TEXT, "The name as printed (单位名称, 原文)"),
    Column("department", TEXT, "Normalised name of the department it belongs to (主管部门)"),
)
KIND = Column("statement_kind", TEXT, "Kind of statement, a key of knowledge/statements (报表种类)", required=True)
YEAR = Column("fiscal_year", WHOLE, "Fiscal year the figure is about (年度)")
LEDGER = Column("ledger_id", TEXT, "Row of the ledger that holds the figure as printed (数字台账标识)")
UNIT = (
    Column("unit_as_printed", TEXT, "Unit of amount as printed for this figure; NULL where none is (单位, 原文)"),
    Column("unit_applied", TEXT, "Unit applied: 元, 万元, 亿元, %, or a counter word (采用的单位)"),
    Column(
        "unit_basis", TEXT, "Evidence for the unit: cell, row, column, table, section, sibling, comparison, votes, none"
    ),
)

DOCUMENTS = TableSchema(
    "documents",
    "One row per file read",
    (
        DOCUMENT,
        Column("document_file", TEXT, "Path below the raw folder (文件)", required=True),
        Column("content_sha256", TEXT, "SHA-256 of the bytes (内容摘要)", required=True),
        Column("format", TEXT, "text, pdf, xlsx … (格式)", required=True),
        Column("encoding", TEXT, "Text encoding that was recognised (编码)"),
        Column("line_count", WHOLE, "Lines of text (行数)"),
        Column("issuer_as_printed", TEXT, "Issuer as printed (发布单位, 原文)"),
        Column("organisation", TEXT, "Issuer, normalised (发布单位)"),
        Column("region_code", TEXT, "GB/T 2260 code of the issuer's region (行政区划代码)"),
        Column("region_name", TEXT, "Name of that region, from the top down (行政区划)"),
        Column("document_kind", TEXT, "budget, final_account, performance_targets, performance_evaluation (文件种类)"),
        Column("document_scope", TEXT, "department or unit (部门 | 单位)"),
        YEAR,
        Column("phases", TEXT, "Phases of its figures, comma-separated: approved, revised, executed (预算阶段)"),
        *(
            column
            for what, words in (
                ("issuer", "issuer (发布单位)"),
                ("region", "region (行政区划)"),
                ("kind", "kind (文件种类)"),
                ("scope", "scope (范围)"),
                ("fiscal_year", "fiscal year (年度)"),
                ("phase", "phase (阶段)"),
            )
            for column in (
                Column(f"{what}_evidence", TEXT, f"Words of the document that show the {words}"),
                Column(f"{what}_evidence_line", WHOLE, f"Line of those words for the {words}"),
            )
        ),
        Column("duplicate_of", TEXT, "document_id of the file with the same bytes that was read instead (重复文件)"),
        Column("source_url", TEXT, "URL from the sidecar file (来源网址)"),
        Column("published_on", TEXT, "Date of publication, from the sidecar file (发布日期)"),
        Column("retrieved_on", TEXT, "Date of retrieval, from the sidecar file (获取日期)"),
        Column("extractor_version", TEXT, "Version of the extractor (抽取程序版本)", required=True),
    ),
    ("document_file",),
)

TABLE_LIST = TableSchema(
    "tables",
    "One row per table found in a document, pages joined",
    (
        DOCUMENT,
        Column("table_number", WHOLE, "Table within the document, from 1 (表序)", required=True),
        Column("page", WHOLE, "First page; NULL in text (页)"),
        Column("line", WHOLE, "First line (首行)"),
        Column("last_line", WHOLE, "Last line (末行)"),
        KIND,
        Column("title", TEXT, "Title as printed, with its number where one is printed (表名)"),
        *ORGANISATION,
        YEAR,
        *UNIT,
        Column(
            "unit_votes", TEXT, "JSON: votes for each unit and the alternative, where the unit was decided by votes"
        ),
        Column("row_count", WHOLE, "Rows after joining pages (行数)", required=True),
        Column("column_count", WHOLE, "Columns of the widest row (列数)", required=True),
    ),
    ("document_id", "table_number"),
)

CELLS = TableSchema(
    "cells",
    "One row per cell of every grid",
    (
        *PLACE,
        Column("column_number", WHOLE, "Column within the row, from 1 (列序)", required=True),
        Column("text", TEXT, "Text of the cell; personal data replaced by （略） (单元格)", required=True),
    ),
    ("document_id", "table_number", "row_number", "column_number"),
)

ORGANISATIONS = TableSchema(
    "organisations",
    "One row per document and name under which an organisation is printed",
    (
        DOCUMENT,
        Column("organisation", TEXT, "Normalised name (单位)", required=True),
        Column("name_as_printed", TEXT, "Name as printed (单位名称, 原文)", required=True),
        Column("kind", TEXT, "department, own_level (本级), unit, non_independent (非独立核算)", required=True),
        Column("parent", TEXT, "Normalised name of the organisation above it (上级单位)"),
        Column("department", TEXT, "Normalised name of its department (部门)"),
        Column("region_code", TEXT, "GB/T 2260 code (行政区划代码)"),
        Column("budget_code", TEXT, "Code of the budget unit where printed (预算单位代码)"),
        Column("line", WHOLE, "First line on which the name is printed (行号)"),
    ),
    ("document_id", "organisation", "name_as_printed"),
)

STATEMENT_LINES = TableSchema(
    "statement_lines",
    "One row per disclosed figure of a recognised statement, with the meaning of its row and its column",
    (
        *PLACE,
        Column("column_number", WHOLE, "Column of the figure, from 1 (列序)", required=True),
        LEDGER,
        KIND,
        *ORGANISATION,
        YEAR,
        Column("phase", TEXT, "approved, revised, executed (年初预算, 调整预算, 决算)"),
        Column("phase_evidence", TEXT, "Words or figure that decided the phase (阶段依据)"),
        Column("horizon", TEXT, "year, mid_term, cumulative, quarter_to_date (期间)", required=True),
        Column("is_comparative", FLAG, "True for a figure of another year than the document's (上年数)", required=True),
        Column(
            "fund",
            TEXT,
            "general_public_budget, government_fund_budget, state_capital_budget, "
            "fiscal_special_account, unit_funds, all, fiscal_appropriation (资金性质)",
        ),
        Column("side", TEXT, "income or expenditure in tables that print both side by side (收入 | 支出)"),
        Column(
            "classification", TEXT, "function, departmental_economic, government_economic, procurement, none (分类)"
        ),
        Column("code_as_printed", TEXT, "Code as printed; NULL where none (科目编码, 原文)"),
        Column("code", TEXT, "Code resolved; also for rows printed by name alone where it follows (科目编码)"),
        Column("name_as_printed", TEXT, "Name as printed, without numbering (科目名称)"),
        Column("item", TEXT, "Key of a known row without code: income_total, opening_balance … (项目)"),
        Column("level", WHOLE, "1 category 类, 2 subcategory 款, 3 item 项; NULL where it does not apply (级次)"),
        Column("row_role", TEXT, "leaf, subtotal, total or difference (行性质)", required=True),
        Column("parent_row_number", WHOLE, "row_number of the row it adds up into (上级行)"),
        Column("project_name", TEXT, "Project named in the row (项目名称)"),
        Column(
            "measure", TEXT, "What the column measures: total, basic, project, amount, opening … (指标)", required=True
        ),
        Column("row_label", TEXT, "Code, space, name (行标题)", required=True),
        Column("column_label", TEXT, "Header levels top-down joined by ' / ' (列标题)", required=True),
        Column("value_as_printed", TEXT, "Figure as printed (数值, 原文)"),
        *UNIT,
        Column("disclosure", TEXT, "figure, dash or blank (披露情况)", required=True),
        Column("decimals", WHOLE, "Decimals printed (小数位数)"),
        Column("amount_cny", MONEY, "Amount in yuan; NULL where not disclosed or not money (金额, 元)"),
    ),
    ("document_id", "table_number", "row_number", "column_number"),
)

PROJECTS = TableSchema(
    "projects",
    "One row per printed project row or project form",
    (
        *PLACE,
        KIND,
        Column("source_table", TEXT, "Title of the table or form (来源表)"),
        *ORGANISATION,
        YEAR,
        Column("project_code", TEXT, "Project code as printed (项目编码)"),
        Column("project_name", TEXT, "Project name as printed, line breaks removed (项目名称)"),
        Column("project_type", TEXT, "Project type as printed (项目类型)"),
        Column("is_basic", FLAG, "True for a row of basic expenditure among tasks (基本支出)", required=True),
        Column("is_new", FLAG, "True where 是否新增项目 says 是 (新增项目)"),
        Column("starts_on", TEXT, "Start as printed (开始)"),
        Column("ends_on", TEXT, "End as printed (结束)"),
        *(
            column
            for what, words in (
                ("approved", "approved this year (年初预算)"),
                ("revised", "revised budget of the year (全年预算)"),
                ("executed", "executed (执行数)"),
                ("midterm", "mid-term plan (中期规划)"),
                ("fiscal_appropriation", "of which fiscal appropriation (财政拨款)"),
                ("higher_level", "of which transfers from higher levels (上级转移支付)"),
                ("other_funds", "of which other funds (其他资金)"),
            )
            for column in (
                Column(f"{what}_cny", MONEY, f"Amount in yuan: {words}"),
                Column(f"{what}_ledger_id", TEXT, f"Ledger row of: {words}"),
            )
        ),
        Column("execution_rate", NUMBER, "Execution rate printed, 1 = 100 % (执行率)"),
        Column("execution_rate_ledger_id", TEXT, "Ledger row of the execution rate"),
        *UNIT,
    ),
    ("document_id", "table_number", "row_number"),
)

INDICATORS = TableSchema(
    "indicators",
    "One row per printed performance indicator",
    (
        *PLACE,
        KIND,
        Column("scope", TEXT, "organisation or project (单位整体 | 项目)", required=True),
        *ORGANISATION,
        YEAR,
        Column("project_code", TEXT, "Project code (项目编码)"),
        Column("project_name", TEXT, "Project name (项目名称)"),
        Column("dimension", TEXT, "一级指标"),
        Column("aspect", TEXT, "二级指标"),
        Column("indicator_name", TEXT, "三级指标; NULL where the row is printed empty"),
        Column("target_value", TEXT, "Target as printed (指标值)"),
        Column("actual_value", TEXT, "Actual value as printed (完成值)"),
        Column("comparator", TEXT, "≥, ≤, =, >, < of the target (比较符)"),
        Column("target_number", NUMBER, "Number of the target, as printed, without its unit (指标值数字)"),
        Column("target_unit", TEXT, "Unit or counter word of the target (计量单位)"),
        Column("actual_number", NUMBER, "Number of the actual value, as printed, without its unit (完成值数字)"),
        Column("actual_unit", TEXT, "Unit or counter word of the actual value (完成值计量单位)"),
        Column("is_applicable", FLAG, "False where the row says 不适用, 无 or a dash (是否适用)", required=True),
        Column("explanation", TEXT, "指标解释"),
        Column("reason", TEXT, "未完成原因和改进措施"),
        LEDGER,
        Column("actual_ledger_id", TEXT, "Ledger row of the actual value"),
    ),
    ("document_id", "table_number", "row_number"),
)

SCORES = TableSchema(
    "scores",
    "One row per printed row of a scoring table",
    (
        *PLACE,
        KIND,
        *ORGANISATION,
        YEAR,
        Column("path", TEXT, "Names of the levels, top-down, joined by ' / ' (指标层级)"),
        *(
            column
            for level, words in ((1, "一级"), (2, "二级"), (3, "三级"))
            for column in (
                Column(f"level_{level}", TEXT, f"{words}指标, filled down"),
                Column(f"level_{level}_weight", NUMBER, f"Weight printed for the {words}指标 in this row (分值)"),
                Column(f"level_{level}_ledger_id", TEXT, f"Ledger row of that weight ({words})"),
            )
        ),
        Column("row_role", TEXT, "leaf or total (行性质)", required=True),
        Column("score", NUMBER, "Score (得分)"),
        Column("score_text", TEXT, "Score as printed, also where it is a grade in words (得分, 原文)"),
        Column("score_ledger_id", TEXT, "Ledger row of the score"),
        Column("explanation", TEXT, "指标说明"),
        Column("rule_text", TEXT, "评分标准"),
    ),
    ("document_id", "table_number", "row_number"),
)

SEQUENCE = Column(
    "sequence", WHOLE, "Place of the line in reading order; in text the number of the line (顺序)", required=True
)

HEADCOUNTS = TableSchema(
    "headcounts",
    "One row per head, post or vehicle figure stated in prose",
    (
        DOCUMENT,
        Column("page", WHOLE, "Page; NULL in text (页)"),
        SEQUENCE,
        Column("line", WHOLE, "Line; NULL where the document has none (行号)"),
        Column("span_start", WHOLE, "First character of the figure in its line, from 0 (起)", required=True),
        Column("span_end", WHOLE, "Character after the figure (止)", required=True),
        *ORGANISATION,
        YEAR,
        Column(
            "kind",
            TEXT,
            "posts and staff in all, administrative_, auxiliary_, judicial_, civil_service_, business_, worker_, other_ and "
            "employee_posts, the _staff of each, employees, temporary_staff, dispatched, unestablished_staff, retired, "
            "retired_veterans, retired_all, vehicles, and of these ministerial_, leading_, communication_, emergency_, "
            "veteran_, official_, enforcement_, special_, unnamed_, other_vehicles; kept_vehicles: paid by appropriation "
            "(编制, 在编, 离退休, 雇员, 车辆)",
            required=True,
        ),
        Column("as_of", TEXT, "Date printed before it in its line, as far as printed: 2020, 2020-12-31 (时点)"),
        Column("label_as_printed", TEXT, "Words before the figure (名称, 原文)", required=True),
        Column("count", WHOLE, "Number (数量)", required=True),
    ),
    ("document_id", "sequence", "span_start"),
)

MENTIONS = TableSchema(
    "mentions",
    "One row per figure of the text that a table prints too, or that follows from it",
    (
        DOCUMENT,
        Column("page", WHOLE, "Page; NULL in text (页)"),
        SEQUENCE,
        Column("line", WHOLE, "Line; NULL where the document has none (行号)"),
        Column("span_start", WHOLE, "First character of the figure in its line or cell, from 0 (起)", required=True),
        Column("span_end", WHOLE, "Character after the figure (止)", required=True),
        Column("table_number", WHOLE, "Table, where the figure stands inside a text cell (表序)"),
        Column("row_number", WHOLE, "Row of that cell (行序)"),
        Column("column_number", WHOLE, "Column of that cell (列序)"),
        Column(
            "concerns",
            TEXT,
            "target or actual of an indicator; score: the total; rule: the points that a scoring rule gives for the "
            "rate printed here",
            required=True,
        ),
        Column("of_table_number", WHOLE, "Table of the row that it is about (所述表序)", required=True),
        Column("of_row_number", WHOLE, "That row (所述行序)", required=True),
        Column("label_as_printed", TEXT, "Words before the figure (名称, 原文)", required=True),
        Column("value_as_printed", TEXT, "Number as printed (数值, 原文)", required=True),
        Column("number", NUMBER, "Number in its unit; of a rule, the points (数值)"),
        Column("unit", TEXT, "Counter word, % or 分 (单位)"),
    ),
    ("document_id", "sequence", "span_start", "column_number", "of_table_number", "of_row_number"),
)

PROSE_AMOUNTS = TableSchema(
    "prose_amounts",
    "One row per amount of money or rate stated in prose, or inside a text cell of a table",
    (
        DOCUMENT,
        Column("page", WHOLE, "Page; NULL in text (页)"),
        SEQUENCE,
        Column("line", WHOLE, "Line; NULL where the document has none (行号)"),
        Column("span_start", WHOLE, "First character of the number in its line or cell, from 0 (起)", required=True),
        Column("span_end", WHOLE, "Character after its unit (止)", required=True),
        Column("table_number", WHOLE, "Table, where the amount stands inside a text cell (表序)"),
        Column("row_number", WHOLE, "Row of that cell (行序)"),
        Column("column_number", WHOLE, "Column of that cell (列序)"),
        Column("prose_id", TEXT, "document_id, line or cell, and character (文字数字标识)", required=True),
        Column("value_as_printed", TEXT, "Number as printed (数值, 原文)", required=True),
        Column("unit_as_printed", TEXT, "元, 万元, 亿元, or % of a rate; NULL where none is printed (单位)"),
        Column("value", NUMBER, "Number in its unit (数值)"),
        Column("decimals", WHOLE, "Decimals printed (小数位)"),
        Column("amount_cny", MONEY, "Amount in yuan; NULL for a rate, or where finer than a fen (金额, 元)"),
        Column(
            "role",
            TEXT,
            "level: what something amounts to; base: what it is compared with; change, growth: of the level against "
            "its base; share: of a whole; rate: of a base; pace: 序时进度; bound: at least, about; cause, aside, other (作用)",
            required=True,
        ),
        Column("level_id", TEXT, "prose_id of the level that a base, change, growth, share or rate is about"),
        Column("base_id", TEXT, "prose_id of what it is compared with, where that is stated (比较基数)"),
        Column("subject", TEXT, "Words that say what it is (对象, 原文)"),
        Column("topic", TEXT, "What it is, a key of knowledge/topics.yml, or function, project (主题)"),
        Column("base_topic", TEXT, "Topic of the whole that a share is of (比较对象)"),
        Column("code", TEXT, "Function code that the subject's names lead to (科目编码)"),
        Column("names", TEXT, "Names of 类, 款 and 项 as printed, joined by / (科目名称, 原文)"),
        Column("project_name", TEXT, "Project it is about (项目)"),
        *ORGANISATION,
        YEAR,
        Column("phase", TEXT, "approved, revised, executed; NULL where the words leave it open (阶段)"),
        Column("horizon", TEXT, "year, or the quarter to whose end it accumulates: q1 … q4 (期间)"),
        Column("base_year", WHOLE, "Year of what it is compared with (基期年度)"),
        Column("base_phase", TEXT, "Phase of what it is compared with (基期阶段)"),
        Column("direction", WHOLE, "1 up, -1 down, of a change or a growth (增减)"),
        Column("paragraph", WHOLE, "Paragraph of the prose it stands in, from 1 (段序)"),
        Column("reason", TEXT, "The reason given for a change (原因, 原文)"),
        LEDGER,
    ),
    ("document_id", "sequence", "span_start", "column_number"),
)

IN_TEXT = (
    DOCUMENT,
    Column("page", WHOLE, "Page; NULL in text (页)"),
    SEQUENCE,
    Column("line", WHOLE, "Line; NULL where the document has none (行号)"),
    Column("span_start", WHOLE, "First character in the line or cell, from 0 (起)", required=True),
    Column("span_end", WHOLE, "Character after it (止)", required=True),
    Column("table_number", WHOLE, "Table, where it stands inside a text cell (表序)"),
    Column("row_number", WHOLE, "Row of that cell (行序)"),
    Column("column_number", WHOLE, "Column of that cell (列序)"),
)
"""Where something stands that is stated in prose, or inside a text cell."""
PROJECT = Column("project_name", TEXT, "Project it is about (项目)")

CALCULATIONS = TableSchema(
    "calculations",
    "One row per calculation that a text states with its result (文字所列算式)",
    (
        *IN_TEXT,
        _key("calculation_id", "document_id, line or cell, and character (算式标识)"),
        Column("expression", TEXT, "Expression as printed, without spaces (算式, 原文)", required=True),
        Column("result_as_printed", TEXT, "Result as printed (结果, 原文)", required=True),
        Column("value", NUMBER, "What the expression comes to: yuan, percent or a number (算得)", required=True),
        Column("value_rounding", NUMBER, "What the rounding of its operands can change (算得的尾差)", required=True),
        Column("result", NUMBER, "Result printed, in the same unit (所列结果)", required=True),
        Column("result_half_unit", NUMBER, "Half of its last digit; 0 where it can be exact (半个末位)", required=True),
        Column("unit", TEXT, "元 or %; NULL for a number without either (单位)"),
        Column("unit_factor", NUMBER, "Factor by which the printed unit is wrong, if only the unit is (单位相差倍数)"),
        PROJECT,
        *ORGANISATION,
        YEAR,
        LEDGER,
    ),
    ("document_id", "sequence", "column_number", "span_start"),
)

ESTIMATE_AMOUNTS = TableSchema(
    "estimate_amounts",
    "One row per amount in the calculation basis of a project form (测算依据)",
    (
        *IN_TEXT,
        _key("estimate_amount_id", "document_id, line or cell, and character (测算金额标识)"),
        Column("form_number", WHOLE, "table_number of the form (申报表表序)", required=True),
        Column("item_number", WHOLE, "Numbered use it belongs to; 0 before the first (用途序号)", required=True),
        Column("value_as_printed", TEXT, "Amount as printed, without its unit (数值, 原文)", required=True),
        Column("unit_as_printed", TEXT, "元, 万元 …, or 万 alone (单位, 原文)", required=True),
        Column("amount_cny", MONEY, "Amount in yuan (金额, 元)", required=True),
        Column("half_unit", NUMBER, "Half of its last digit, in yuan (半个末位, 元)", required=True),
        Column(
            "role",
            TEXT,
            "component: adds to the amount of the form; part: of a total; rate: a price or a standard; operand: of a "
            "calculation; aside: in brackets; other (作用)",
            required=True,
        ),
        Column("total_id", TEXT, "estimate_amount_id of the total that a part should add up to (所属合计)"),
        Column(
            "clarity",
            TEXT,
            "numbered: uses are numbered and each has its amount; totalled: the text states the total; listed: amounts "
            "one after the other; unclear (列示方式)",
            required=True,
        ),
        PROJECT,
        *ORGANISATION,
        YEAR,
        LEDGER,
    ),
    ("document_id", "sequence", "column_number", "span_start"),
)

STATED_COUNTS = TableSchema(
    "stated_counts",
    "One row per number of projects that the prose states (文字所述项目数)",
    (
        *IN_TEXT,
        _key("stated_count_id", "document_id, line and character (项目数标识)"),
        Column("kind", TEXT, "target_forms, self_evaluations, first_level_projects (种类)", required=True),
        Column("label_as_printed", TEXT, "Words around the number (名称, 原文)", required=True),
        Column("count", WHOLE, "Number (数量)", required=True),
        Column("is_all", FLAG, "True where the sentence says that it means all projects (是否全部)", required=True),
        Column("amount_id", TEXT, "prose_id of the amount that the sentence states for them (涉及金额)"),
        *ORGANISATION,
        YEAR,
    ),
    ("document_id", "sequence", "span_start"),
)

TEXT_PLACE = (
    DOCUMENT,
    Column("page", WHOLE, "Page from 1; NULL in text (页)"),
    SEQUENCE,
    Column("line", WHOLE, "Line of the text file, from 1 (行号)"),
)
CELL = (
    Column("table_number", WHOLE, "Table; NULL in prose (表序)"),
    Column("row_number", WHOLE, "Row (行序)"),
    Column("column_number", WHOLE, "Column within the row, from 1 (列序)"),
)
START = Column("span_start", WHOLE, "First character in its line or cell, from 0 (起)", required=True)
END = Column("span_end", WHOLE, "Character after it (止)", required=True)

CITATIONS = TableSchema(
    "citations",
    "One row per regulation cited in prose or in a text cell: a title, a document number, or both",
    (
        *TEXT_PLACE,
        START,
        END,
        *CELL,
        Column("title_as_printed", TEXT, "Title in 《…》 (文件名称, 原文)"),
        Column("title", TEXT, "The title folded: without brackets, quotes and 关于印发…的通知 (文件名称)"),
        Column("number_as_printed", TEXT, "Document number (文号, 原文)"),
        Column("number", TEXT, "The number as 深府〔2019〕1号 (文号)"),
    ),
    ("document_id", "sequence", "span_start", "column_number"),
)

CODE_MENTIONS = TableSchema(
    "code_mentions",
    "One row per name of a function code in prose, marked as 类, 款 or 项",
    (
        *TEXT_PLACE,
        START,
        END,
        Column("level", WHOLE, "1 category 类, 2 subcategory 款, 3 item 项 (级次)", required=True),
        Column("name_as_printed", TEXT, "Name as printed, without spaces (科目名称, 原文)", required=True),
        Column("code", TEXT, "Code that the document's tables print for it; NULL where none is certain (科目编码)"),
        Column("code_above", TEXT, "Code of the name above it, where it is certain (上级科目编码)"),
        Column("states_amount", FLAG, "True where its line states amounts of money, and none of zero", required=True),
    ),
    ("document_id", "sequence", "span_start"),
)

LABELS = TableSchema(
    "labels",
    "One row per label of the document itself: the issuer, region or year it names, or a document number",
    (
        *TEXT_PLACE,
        START,
        *CELL,
        Column("kind", TEXT, "issuer, region, fiscal_year, plan_year or document_number (标签种类)", required=True),
        Column("words", TEXT, "Heading, caption or words that it stands in (所在文字)", required=True),
        Column("label_as_printed", TEXT, "The label as printed (标签, 原文)", required=True),
        Column("label_meant", TEXT, "What it should be, and is where the document is right (应为)", required=True),
    ),
    ("document_id", "sequence", "span_start", "column_number", "kind"),
)

ANNOUNCED_TABLES = TableSchema(
    "announced_tables",
    "One row per table that a document's contents announce",
    (
        *TEXT_PLACE,
        Column("title_as_printed", TEXT, "Entry of the contents (目录所列表名)", required=True),
        Column("title", TEXT, "Its words, without number, year and owner (表名)", required=True),
        Column("found_table_number", WHOLE, "Table that was found for it (表序)"),
        Column("found_as", TEXT, "table, heading, or explained as empty; NULL where it was not found (见于)"),
    ),
    ("document_id", "sequence"),
)

LEDGER_ROWS = TableSchema(
    "ledger",
    "One row per number seen in a document, with what became of it",
    (
        Column(
            "ledger_id", TEXT, "document_id, table, row and column, or line and character (数字台账标识)", required=True
        ),
        DOCUMENT,
        Column("table_number", WHOLE, "Table; NULL in prose (表序)"),
        Column("row_number", WHOLE, "Row (行序)"),
        Column("column_number", WHOLE, "Column (列序)"),
        Column("page", WHOLE, "Page; NULL in text (页)"),
        Column("line", WHOLE, "Line (行号)"),
        Column("span_start", WHOLE, "First character in the line or cell, where the number stands in text (起)"),
        Column("span_end", WHOLE, "Character after it (止)"),
        Column("table_title", TEXT, "Title of the table (表名)"),
        Column("row_label", TEXT, "Code, space, name (行标题)"),
        Column("column_label", TEXT, "Header levels top-down joined by ' / ' (列标题)"),
        Column("value_as_printed", TEXT, "Number as printed; NULL where redacted (数值, 原文)"),
        *UNIT,
        Column("amount_cny", MONEY, "Amount in yuan; NULL where it is not money (金额, 元)"),
        YEAR,
        Column("phase", TEXT, "approved, revised, executed (阶段)"),
        Column("disposition", TEXT, "fact, label, unmapped or redacted (去向)", required=True),
        Column("reason", TEXT, "Which fact table or kind of label it became, or why not (说明)", required=True),
        Column("reading_method", TEXT, "text, lattice, aligned or ocr (读取方式)", required=True),
        Column("confidence", CONFIDENCE, "Confidence of recognition; 1 for text (置信度)", required=True),
    ),
    ("document_id", "table_number", "row_number", "column_number", "line", "span_start"),
)

ISSUES = TableSchema(
    "issues",
    "One row per thing about a document that a person should look at",
    (
        DOCUMENT,
        Column("document_file", TEXT, "Path below the raw folder (文件)", required=True),
        Column("code", TEXT, "Issue code, a member of issues.IssueCode (问题代码)", required=True),
        Column("severity", TEXT, "error: nothing was read; warning: something was not; note (严重程度)", required=True),
        Column("table_number", WHOLE, "Table (表序)"),
        Column("row_number", WHOLE, "Row (行序)"),
        Column("page", WHOLE, "Page (页)"),
        Column("line", WHOLE, "Line (行号)"),
        Column("message", TEXT, "What is wrong, and the remedy (说明)", required=True),
    ),
    ("document_file", "line", "table_number", "row_number", "code", "message"),
)

TABLES: dict[str, TableSchema] = {
    table.name: table
    for table in (
        DOCUMENTS,
        TABLE_LIST,
        CELLS,
        ORGANISATIONS,
        STATEMENT_LINES,
        PROJECTS,
        INDICATORS,
        SCORES,
        HEADCOUNTS,
        MENTIONS,
        PROSE_AMOUNTS,
        CALCULATIONS,
        ESTIMATE_AMOUNTS,
        STATED_COUNTS,
        CITATIONS,
        CODE_MENTIONS,
        LABELS,
        ANNOUNCED_TABLES,
        LEDGER_ROWS,
        ISSUES,
    )
}
