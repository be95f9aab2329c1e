"""Where only the number of a table is printed over it, the list of contents gives its title."""

from __future__ import annotations

from synthetic import BUDGET, Reading, tabs

HEADER = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
ROW = ("205", "教育支出", "9.00", "5.00", "4.00")
LISTED = "目录\n\n公开01表 部门支出总表…………3\n\n公开02表 一般公共预算支出表…………4\n\n第二部分 表格\n\n"


def _table(number: str) -> str:
    return f"{number}\n\n单位：万元\n\n" + tabs([HEADER, ROW]) + "\n"


def test_number_over_a_table_is_looked_up_in_the_contents() -> None:
    reading = Reading(BUDGET + LISTED + _table("公开01表") + _table("公开02表"))
    assert reading.lines("statement_kind", "fund", measure="total") == [
        ("budget_expenditure", "all"),
        ("budget_general_expenditure", "general_public_budget"),
    ]


def test_last_entry_of_the_contents_is_no_title_of_another_table() -> None:
    reading = Reading(BUDGET + LISTED + _table("公开03表"))
    assert reading.column("tables", "statement_kind") == ["repeated_expenditure"]


def test_title_right_behind_the_contents_is_the_tables_own() -> None:
    listed = (
        "一、收支预算总表",
        "二、收入预算总表",
        "三、支出预算总表",
        "四、财政拨款收支预算总表",
        "五、政府采购支出预算表",
    )
    text = "目录\n\n" + "\n\n".join(listed) + "\n\n支出预算总表\n\n部门：某市海洋观测局\n\n单位：万元\n\n"
    reading = Reading(BUDGET + text + tabs([HEADER, ROW]))
    assert reading.column("tables", "statement_kind") == ["budget_expenditure"]
    assert reading.column("tables", "kind_basis") == ["title"]


def test_title_longer_than_the_line_goes_on_below() -> None:
    text = "表5：深圳市龙岗区海洋观测局一般公共预算基本\n\n支出预算表\n\n单位：万元\n\n"
    rows = [("科目编码", "科目名称", "合计"), ("301", "工资福利支出", "9.00")]
    assert Reading(BUDGET + text + tabs(rows)).column("tables", "statement_kind") == ["budget_general_basic"]


def test_table_with_words_of_its_own_is_not_looked_up() -> None:
    text = _table("公开01表").replace("单位：", "一般公共预算支出情况\n\n单位：")
    reading = Reading(BUDGET + LISTED + "本局观测海洋。\n\n" + text)
    assert reading.lines("statement_kind", measure="total") == [("budget_general_expenditure",)]


def test_number_of_two_statements_tells_neither() -> None:
    again = LISTED.replace("公开02表 一般公共预算支出表", "公开01表 政府性基金预算支出表")
    reading = Reading(BUDGET + again + "本局观测海洋。\n\n" + _table("公开01表"))
    assert reading.column("tables", "statement_kind") == ["repeated_expenditure"]
