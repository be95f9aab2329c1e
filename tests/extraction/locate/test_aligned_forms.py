"""Space-aligned forms become tables: labels with values, indicators by the words of their header."""

from __future__ import annotations

from decimal import Decimal

from synthetic import DEPARTMENT, FORM, TARGETS, Reading


def test_labels_fill_the_project() -> None:
    project = Reading(TARGETS + FORM).one("projects")
    assert {name: project[name] for name in ("project_code", "project_name", "project_type", "is_new")} == {
        "project_code": "440307990000000000017",
        "project_name": "潮位观测",
        "project_type": "15履职类(运转)项目",
        "is_new": False,
    }
    assert (project["approved_cny"], project["midterm_cny"]) == (Decimal("150000.00"), Decimal("600000.00"))
    assert project["organisation"] == f"{DEPARTMENT}本级"


def test_indicator_lines_have_a_cell_per_word_of_the_header() -> None:
    columns = ("dimension", "aspect", "indicator_name", "target_value", "explanation", "is_applicable")
    assert [tuple(row[name] for name in columns) for row in Reading(TARGETS + FORM).rows("indicators")] == [
        ("产出指标", "数量指标", "布放传感器数量", "≥12套", "每套1万元", True),
        ("产出指标", "质量指标", "不适用", "不适用", "不适用", False),
        ("满意度指标", "服务对象满意度指标", "渔民满意度", "≥90%", "问卷", True),
    ]


def test_number_of_a_target_is_kept_apart() -> None:
    row = Reading(TARGETS + FORM).rows("indicators")[0]
    assert (row["comparator"], row["target_number"], row["target_unit"]) == ("≥", Decimal(12), "套")


def test_line_without_a_heading_continues_the_explanation() -> None:
    text = FORM.replace("≥90% 问卷", "≥90% 问卷\n由街道发放")
    assert Reading(TARGETS + text).column("indicators", "explanation")[-1] == "问卷由街道发放"


def test_title_opens_the_next_form() -> None:
    second = FORM.replace("潮位观测", "浮标维护").replace("0017", "0018")
    reading = Reading(TARGETS + FORM + " " + second)
    assert reading.column("projects", "project_name") == ["潮位观测", "浮标维护"]
    assert [row["table_number"] for row in reading.rows("indicators")] == [1, 1, 1, 2, 2, 2]


def test_prose_inside_and_after_a_form_keeps_its_amounts() -> None:
    reading = Reading(TARGETS + FORM)
    found = [(row["value_as_printed"], row["table_number"]) for row in reading.rows("prose_amounts")]
    assert sorted(found, key=str) == [("1", 1), ("12", None), ("2", None), ("3", None)]


def test_every_number_of_a_form_is_in_the_ledger_once() -> None:
    reading = Reading(TARGETS + FORM)
    assert sorted(reading.column("ledger", "value_as_printed")) == sorted(
        ["440307990000000000017", "3", "600,000.00", "150,000.00", "12", "3", "≥12套", "1", "≥90%", "2"]
    )
    assert "unmapped" not in reading.column("ledger", "disposition")


def test_title_without_a_header_of_indicators_is_prose() -> None:
    reading = Reading(f"{TARGETS}二级项目支出绩效目标申报表\n\n项目名称： 潮位观测\n")
    assert reading.rows("tables") == []


def test_labels_broken_by_spaces_are_labels() -> None:
    text = FORM.replace("项目编码：", "项目编 码:").replace("实施期限", "实 施期限")
    assert Reading(TARGETS + text).one("projects")["project_code"] == "440307990000000000017"


def test_person_named_in_a_form_reaches_no_table() -> None:
    text = FORM.replace("项目名称： 潮位观测", "项目名称： 潮位观测 项目负责人： 某某甲 联系电话： 13900000000")
    reading = Reading(TARGETS + text)
    for table in reading.extraction.tables.values():
        assert "某某甲" not in str(table.to_pylist())
        assert "13900000000" not in str(table.to_pylist())
    assert reading.one("projects")["project_name"] == "潮位观测"
