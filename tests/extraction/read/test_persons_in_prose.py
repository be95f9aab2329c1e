"""Names and telephones beside their labels leave a line of prose before any table; amounts and codes never do."""

from __future__ import annotations

import pytest

from dagster_project.extraction import extract
from dagster_project.extraction.read.builder import Builder
from dagster_project.extraction.read.persons_in_prose import without_persons


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("联系人：张三 联系电话：0755-12345678", "联系人：（略） 联系电话：（略）"),
        ("联系人:张 三，电话:（0755）12345678转801。", "联系人:（略），电话:（略）。"),
        ("填表人：欧阳小明  审核人：李四", "填表人：（略）  审核人：（略）"),
        ("本项目负责人：张三（13812345678），2031年预算300万元", "本项目负责人：（略），2031年预算300万元"),
        ("联系人及电话：张三 28123456、28123457", "联系人及电话：（略）"),
        ("办公电话 0755-28123456", "办公电话 （略）"),
        ("联系电话28123456", "联系电话28123456"),
        ("联系电话0755-28123456", "联系电话（略）"),
        ("联 系 人：张三", "联 系 人：（略）"),
        ("联系人：张三联系电话：138-1234-5678", "联系人：（略）联系电话：（略）"),
        ("经办人：张三、李四；手机：13812345678", "经办人：（略）；手机：（略）"),
    ],
)
def test_persons_are_taken_out(line: str, expected: str) -> None:
    assert without_persons(line).text == expected


@pytest.mark.parametrize(
    "line",
    [
        "负责人：3人，工作人员：12人",
        "联系电话：",
        "联系人：（略）",
        "电话费 12345678 元，手机 2150517 部",
        "电话费：12345678元",
        "办公电话 28123456.50",
        "通信（电话 2,812,345）",
        "负责人：张三丰带队开展了全市范围的检查工作",
        "审核人：2150517",
        "联系群众 28123456",
        "由负责人审核，预算12345678元",
        "联系方式：按 2031 年 12345678 万元执行",
    ],
)
def test_nothing_else_is_taken_out(line: str) -> None:
    assert without_persons(line).text == line


def test_a_telephone_is_a_redacted_number_without_its_value() -> None:
    text = "某某区海洋观测局2031年部门预算\n\n联系人：张三 联系电话：0755-28123456，预算300万元。\n"
    tables = extract(text.encode(), "a.txt").tables
    ledger = tables["ledger"].to_pylist()
    told = [(row["line"], row["value_as_printed"], row["disposition"] == "redacted") for row in ledger]
    assert sorted(told, key=str) == [(3, "300", False), (3, None, True)]
    printed = str([table.to_pylist() for table in tables.values()])
    assert "张三" not in printed
    assert "28123456" not in printed


def test_pages_turn_where_they_turned_before_a_person_was_taken_out() -> None:
    builder = Builder("pdf")
    line = "联系人：欧阳小明，此处翻页"
    builder.prose(line, page=1, turns=((line.index("此"), 2),))
    (block,) = builder.content().blocks
    assert block.text == "联系人：（略），此处翻页"  # type: ignore[union-attr]
    assert builder.turns == {1: ((block.text.index("此"), 2),)}  # type: ignore[union-attr]
