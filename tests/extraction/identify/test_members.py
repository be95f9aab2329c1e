"""The units that a department names in prose."""

from __future__ import annotations

import pytest

from dagster_project.extraction.identify.members import members, members_in_table
from dagster_project.extraction.model.document import Prose, Row


def _named(*lines: str) -> list[str]:
    return [member.name for member in members(Prose(number, text) for number, text in enumerate(lines, 1))]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "纳入本部门2031年部门汇总预算编制范围的预算单位共3家，包括：某某市海洋局（本级）、某某市观测站、某某市海员学校。",
            ["某某市海洋局（本级）", "某某市观测站", "某某市海员学校"],
        ),
        (
            "纳入编报范围的单位共2个，包括局本级和下属1个预算单位，下属单位是：某某市海洋观测中心。",
            ["某某市海洋观测中心"],
        ),
        (
            "编制范围的单位包括某某市海洋和渔业局、某某市观测站和某某市海员学校。",
            ["某某市海洋和渔业局", "某某市观测站", "某某市海员学校"],
        ),
        ("本部门包括19个内设机构。", []),
    ],
)
def test_units_in_a_sentence(sentence: str, names: list[str]) -> None:
    assert _named(sentence) == names


def test_units_in_a_numbered_list() -> None:
    lines = [
        "本部门中，行政单位1家，事业单位1家，具体包括：",
        "1. 某某市海洋局（本部）。",
        "2. 某某市观测站。",
        "3. 负责观测工作。",
    ]
    assert _named(*lines) == ["某某市海洋局（本部）", "某某市观测站"]


def test_offices_within_a_body_are_no_units() -> None:
    assert _named("内设机构具体包括：", "1. 办公室", "2. 人事处") == []
    assert _named("下属单位包括：", "一般说明", "1. 某某市观测站") == []


def test_unit_without_accounts_of_its_own() -> None:
    found = list(members([Prose(3, "下设某某市海洋产业中心（非独立核算）。")]))
    assert [(member.name, member.is_independent, member.line) for member in found] == [("某某市海洋产业中心", False, 3)]


def test_units_in_a_table() -> None:
    cells = [
        ("序号", "单位名称", "备注"),
        ("1", "某某市海洋局（本级）", ""),
        ("2", "某某市观测站", ""),
        ("", "合计2家", ""),
    ]
    rows = [Row(number, row) for number, row in enumerate(cells, 1)]
    assert [member.name for member in members_in_table(rows)] == ["某某市海洋局（本级）", "某某市观测站"]
