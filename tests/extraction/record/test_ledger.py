"""Every number of a document is in the ledger once, with what became of it."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, CODED_HEADER, FINAL_ACCOUNT, Reading, caption, coded, pipes, tabs

LINKS = {
    "statement_lines": ("ledger_id",),
    "indicators": ("ledger_id", "actual_ledger_id"),
    "scores": ("level_1_ledger_id", "level_2_ledger_id", "level_3_ledger_id", "score_ledger_id"),
    "projects": (
        "approved_ledger_id",
        "revised_ledger_id",
        "executed_ledger_id",
        "midterm_ledger_id",
        "execution_rate_ledger_id",
    ),
    "prose_amounts": ("ledger_id",),
}
TARGET_HEADER = ("一级指标", "二级指标", "三级指标", "目标值")


def _everything() -> str:
    targets = tabs(
        [
            ("单位名称", "区海洋观测局本级", ""),
            ("任务名称", "主要内容", "预算金额（万元）"),
            ("潮位观测", "含2万元", "3"),
            TARGET_HEADER,
            ("产出指标", "数量指标", "布放浮标数", "≥12个"),
        ]
    )
    scores = tabs(
        [
            ("评价指标", "", "", "", "", "", "指标说明", "评分标准", "得分"),
            ("名称", "分值") * 3 + ("", "", ""),
            ("决策", "40", "预算", "40", "合理性", "40", "", "", "38.5"),
        ]
    )
    evaluation = tabs(
        [
            ("项目名称", "潮位观测"),
            ("项目资金（万元）", "全年预算数", "全年执行数", "执行率"),
            ("年度资金总额", "3", "2", "66.67%"),
            ("一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值"),
            ("产出指标", "数量指标", "布放浮标数", "12个", "11个"),
        ]
    )
    parts = [
        "预算收入5万元。",
        coded(),
        caption("部门整体支出绩效目标表", 14) + targets,
        "部门整体支出绩效评分表\n\n" + scores,
        "项目支出绩效自评表\n\n" + evaluation,
        "观测站名录如下。\n\n" + tabs([("站名", "海拔"), ("东礁", "12")]),
    ]
    return BUDGET + "\n\n".join(parts)


def test_every_fact_points_to_a_fact_of_the_ledger() -> None:
    reading = Reading(_everything())
    facts = set(reading.column("ledger", "ledger_id", disposition="fact"))
    linked = {row[column] for table, columns in LINKS.items() for row in reading.rows(table) for column in columns} - {
        None
    }
    assert linked == facts


def test_ids_are_unique_and_begin_with_the_document() -> None:
    reading = Reading(_everything())
    ids = reading.column("ledger", "ledger_id")
    assert len(ids) == len(set(ids))
    assert all(identity.startswith(f"{reading.extraction.document_id}:") for identity in ids)


def test_id_of_a_cell_names_its_table_row_and_column() -> None:
    row = Reading(BUDGET + coded()).rows("ledger")[0]
    assert row["ledger_id"].split(":")[1:] == [
        f"t{row['table_number']}",
        f"r{row['row_number']}",
        f"c{row['column_number']}",
    ]


def test_every_numeric_cell_is_counted_once_whatever_it_is() -> None:
    reading = Reading(
        BUDGET
        + caption("支出决算表")
        + tabs(
            [
                ("科目编码", "科目名称", "合计", "海拔"),
                ("栏次", "", "1", "2"),
                ("201", "甲支出", "5.00", "77"),
                ("", "见附注", "-", ""),
            ]
        )
    )
    assert [(row["value_as_printed"], row["disposition"], row["reason"]) for row in reading.rows("ledger")] == [
        ("1", "label", "column number"),
        ("2", "label", "column number"),
        ("201", "label", "code"),
        ("5.00", "fact", "statement line"),
        ("77", "unmapped", "its column or row has no known meaning"),
    ]


def test_numbers_of_an_unknown_table_are_unmapped_and_reported_once() -> None:
    reading = Reading(BUDGET + coded() + "\n名录如下。\n\n" + tabs([("站名", "海拔"), ("东礁", "12"), ("西礁", "30%")]))
    assert reading.column("ledger", "value_as_printed", disposition="unmapped") == ["12", "30%"]
    assert reading.one("issues", code="unmapped_number")["message"].startswith("2 numbers")


@pytest.mark.parametrize("cell", ["100万元", "≥5 元"])
def test_amount_that_fills_a_cell_is_counted_once(cell: str) -> None:
    unknown = Reading(BUDGET + coded() + "\n名录如下。\n\n" + tabs([("站名", "造价"), ("东礁", cell)]))
    assert unknown.column("ledger", "value_as_printed", table_number=2) == [cell]


def test_amounts_inside_text_cells_are_counted_by_place() -> None:
    header = (*CODED_HEADER, "备注")
    rows = [header, ("区海洋观测局本级", "", "", "3", "1", "2", "其中2万元，另1.5万元")]
    reading = Reading(BUDGET + caption("一般公共预算支出表", 7) + pipes(rows))
    found = reading.rows("ledger", reason="amount stated in text")
    assert [(row["value_as_printed"], row["span_start"], row["column_number"]) for row in found] == [
        ("2", 2, 7),
        ("1.5", 7, 7),
    ]


def test_number_of_a_person_is_redacted_and_its_value_is_not_kept() -> None:
    text = (
        FINAL_ACCOUNT
        + "项目支出绩效自评表\n\n"
        + tabs([("项目名称", "潮位观测"), ("填表人", "某某甲", "联系电话", "13900000000"), ("负责人", "某某乙")])
    )
    reading = Reading(text)
    row = reading.one("ledger")
    assert (row["disposition"], row["value_as_printed"], row["column_number"]) == ("redacted", None, 4)
    for table in reading.extraction.tables.values():
        assert not any(secret in str(table.to_pylist()) for secret in ("某某甲", "某某乙", "13900000000"))


def test_figure_of_the_ledger_carries_labels_unit_year_and_phase() -> None:
    row = Reading(BUDGET + coded()).rows("ledger", reason="statement line", row_label="2200299 其他海洋管理事务支出")[0]
    assert (row["column_label"], row["value_as_printed"], row["unit_applied"]) == ("支出总计", "180", "万元")
    assert (row["fiscal_year"], row["phase"], row["table_title"]) == (2031, "approved", "表7 一般公共预算支出表")
    assert (row["reading_method"], str(row["confidence"])) == ("text", "1.0000")
