"""Numbers that the text states: heads, amounts and rates, calculations, counts."""

from __future__ import annotations

from dagster_project.extraction.schemas.account import READING_STATUS
from dagster_project.extraction.schemas.columns import (
    FLAG,
    IN_PROSE,
    IN_TEXT,
    LEDGER,
    MONEY,
    NUMBER,
    ORGANISATION,
    PROJECT,
    TEXT,
    VALUE_AS_PRINTED,
    WHOLE,
    YEAR,
    Column,
    TableSchema,
    key,
)

HEADCOUNTS = TableSchema(
    "headcounts",
    "One row per head, post, equipment or vehicle figure stated in prose",
    (
        *IN_PROSE,
        Column("span_start", WHOLE, "First character of the figure in its line, from 0 (起)", required=True),
        Column("span_end", WHOLE, "Character after the figure (止)", required=True),
        *ORGANISATION,
        YEAR,
        Column(
            "kind",
            TEXT,
            "posts and staff in all, administrative_, auxiliary_, judicial_, civil_service_, business_, worker_, "
            "other_ and employee_posts, the _staff of each, employees, temporary_staff, dispatched, "
            "unestablished_staff, present, retired, retired_veterans, retired_all, equipment, of a unit value as "
            "printed, general_ and special_equipment, vehicles, and of these ministerial_, "
            "leading_, communication_, emergency_, veteran_, official_, enforcement_, special_, unnamed_, "
            "other_vehicles; kept_vehicles: paid by appropriation; "
            "present: 实有人员, who may hold the retired (编制, 在编, 离退休, 雇员, 设备, 车辆)",
            required=True,
        ),
        Column("as_of", TEXT, "Date printed before it in its line, as far as printed: 2020, 2020-12-31 (时点)"),
        Column("label_as_printed", TEXT, "Words before the figure (名称, 原文)", required=True),
        Column("brackets", WHOLE, "Brackets open before it: a part of what stands outside (括号层次)", required=True),
        Column("count", WHOLE, "Number (数量)", required=True),
        Column("threshold_cny", MONEY, "Unit value from which equipment is counted, in yuan (单位价值起点, 元)"),
    ),
    ("document_id", "sequence", "span_start"),
)

PROSE_AMOUNTS = TableSchema(
    "prose_amounts",
    "One row per amount of money or rate stated in prose, or inside a text cell of a table",
    (
        *IN_PROSE,
        Column("span_start", WHOLE, "First character of the number in its line or cell, from 0 (起)", required=True),
        Column("span_end", WHOLE, "Character after its unit (止)", required=True),
        Column("table_number", WHOLE, "Table, where the amount stands inside a text cell (表序)"),
        Column("row_number", WHOLE, "Row of that cell (行序)"),
        Column("column_number", WHOLE, "Column of that cell (列序)"),
        Column("prose_id", TEXT, "document_id, line or cell, and character (文字数字标识)", required=True),
        VALUE_AS_PRINTED,
        Column("unit_as_printed", TEXT, "元, 万元, 亿元, or % of a rate; NULL where none is printed (单位)"),
        Column("value", NUMBER, "Number in its unit (数值)"),
        Column("decimals", WHOLE, "Decimals printed (小数位)"),
        Column("amount_cny", MONEY, "Amount in yuan; NULL for a rate, or where finer than a fen (金额, 元)"),
        Column(
            "role",
            TEXT,
            "level: what something amounts to; base: what it is compared with; change, growth: of the level against "
            "its base; share: of a whole; rate: of a base; pace: 序时进度; bound: at least, about; "
            "cause, aside, other (作用)",
            required=True,
        ),
        Column("level_id", TEXT, "prose_id of the level (金额) that a base, change, growth, share or rate is about"),
        Column("base_id", TEXT, "prose_id of what it is compared with, where that is stated (比较基数)"),
        Column("whole_id", TEXT, "prose_id of the level that heads the list in which a level stands (所属总额)"),
        Column("subject", TEXT, "Words that say what it is (对象, 原文)"),
        Column("topic", TEXT, "What it is, a key of knowledge/topics.yml, or function, project (主题)"),
        Column("base_topic", TEXT, "Topic of the whole that a share is of (比较对象)"),
        Column("code", TEXT, "Function code that the subject's names lead to (科目编码)"),
        Column("names", TEXT, "Names of 类, 款 and 项 as printed, joined by / (科目名称, 原文)"),
        Column("project_name", TEXT, "Project it is about (项目)"),
        *ORGANISATION,
        YEAR,
        Column("phase", TEXT, "approved, revised, executed; NULL where the words leave it open (阶段)"),
        Column("horizon", TEXT, "year; q1 … q4: to the end of that quarter; months: of some months (期间)"),
        Column("base_year", WHOLE, "Year of what it is compared with (基期年度)"),
        Column("base_phase", TEXT, "Phase of what it is compared with (基期阶段)"),
        Column("direction", WHOLE, "1 up, -1 down, of a change or a growth; 0 of a level that is as before (增减)"),
        Column("paragraph", WHOLE, "Paragraph of the prose it stands in, from 1 (段序)"),
        Column("reason", TEXT, "The reason given for a change (原因, 原文)"),
        Column(
            READING_STATUS.name,
            TEXT,
            "certain: what it is of, or is set against, is read from known words alone; untested: other words, or "
            "another amount, leave it open; NULL where it is said to be of nothing known (读数可信度)",
        ),
        LEDGER,
    ),
    ("document_id", "sequence", "span_start", "column_number"),
)

CALCULATIONS = TableSchema(
    "calculations",
    "One row per calculation that a text states with its result (文字所列算式)",
    (
        *IN_TEXT,
        key("calculation_id", "document_id, line or cell, and character (算式标识)"),
        Column(
            "expression",
            TEXT,
            "Expression as printed, without spaces; of a growth over years its formula (算式, 原文)",
            required=True,
        ),
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
        key("estimate_amount_id", "document_id, line or cell, and character (测算金额标识)"),
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
        key("stated_count_id", "document_id, line and character (项目数标识)"),
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
