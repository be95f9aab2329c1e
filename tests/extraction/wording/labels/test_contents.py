"""Tables that the contents announce, and where they are found."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, CODED_HEADER, Reading, caption, coded, tabs

LONG = "本部门主要负责海洋观测、预报和减灾工作。" * 4 + "\n\n"
BALANCE = caption("收支总表") + tabs([("收入", "", "支出", ""), ("项目", "2031年预算数", "项目", "2031年预算数")])
PERIODS = caption("政府性基金预算支出表") + tabs([CODED_HEADER])


def _announced(contents: str, body: str = BALANCE + coded()) -> dict[str, str | None]:
    reading = Reading(BUDGET + "目 录\n\n" + contents + "\n\n" + LONG + body)
    return {row["title"]: row["found_as"] for row in reading.rows("announced_tables")}


def test_a_table_is_found_by_its_title_whatever_its_number() -> None:
    assert _announced("第九部分 相关附表\n\n - 9. 收支总表\n\n - 12. 一般公共预算支出表（按功能分类）") == {
        "收支总表": "table",
        "一般公共预算支出表": "table",
    }


@pytest.mark.parametrize("entry", ["二、基本支出总表", "（二）项目支出总表……12", "附表2 收入总表", "2．2031年收入总表"])
def test_a_table_that_is_not_there_is_not_found_as_one_with_a_similar_title(entry: str) -> None:
    found = _announced(f"一、支出总表\n\n{entry}", caption("支出总表") + tabs([CODED_HEADER]))
    assert list(found.values()) == ["table", None]


def test_a_table_said_to_be_empty_is_explained() -> None:
    body = BALANCE + "\n本单位无政府性基金，政府性基金预算支出表为空表。\n\n国有资本经营预算支出表\n\n"
    assert _announced("1. 政府性基金预算支出表\n\n2. 国有资本经营预算支出表", body) == {
        "政府性基金预算支出表": "explained",
        "国有资本经营预算支出表": "heading",
    }


def test_a_title_over_two_lines_is_one_and_parts_are_none() -> None:
    contents = "第二部分 海洋观测局2031年度部门预算表\n\n一、一般公共预算“三公”经费、会议费、培训费支\n\n出预算表\n\n二、部门预算表"
    assert list(_announced(contents)) == ["一般公共预算三公经费、会议费、培训费支出预算表"]


def test_a_chapter_of_tables_is_no_table() -> None:
    assert list(_announced("一、概况\n\n二、公开用表\n\n1. 收支总表\n\n2. 一般公共预算支出表")) == [
        "收支总表",
        "一般公共预算支出表",
    ]
    assert "公开用表" in _announced("一、概况\n\n二、公开用表\n\n三、收支总表")


def test_the_number_of_a_page_is_no_part_of_the_title_below_it() -> None:
    assert _announced("第一部分 概况\n\n第二部分 预算表\n\n- 1 -\n\n公开01表") == {}
    assert list(_announced("一、一般公共预算“三公”经费、会议费、培训费支\n\n- 1 -\n\n出预算表")) == [
        "一般公共预算三公经费、会议费、培训费支出预算表"
    ]


def test_what_stands_in_the_body_is_not_announced() -> None:
    assert _announced("一、部门概况", LONG + "收入总表\n\n" + BALANCE) == {}
    assert Reading(BUDGET + "收入总表\n\n" + BALANCE).rows("announced_tables") == []


def test_a_sentence_ends_the_contents() -> None:
    body = "承担海洋观测。\n\n三、项目支出：指为完成任务发生的支出。\n\n附件\n\n海洋观测局2031年度部门预算表\n\n"
    assert _announced("一、部门概况\n\n二、收支总表\n\n" + body) == {"收支总表": "table"}
    assert "收支总表" in _announced("一、主要职能。\n\n二、收支总表")
