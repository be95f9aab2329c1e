"""Disclosures of several bodies in one file: whose each table is, and what is no title of another body."""

from __future__ import annotations

import pytest
from paper import Paper, rule, write

from dagster_project.extraction import extract
from dagster_project.extraction.locate.titled_bodies import titled_in
from dagster_project.extraction.model.document import Prose

HEADER = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
ACROSS = (50, 120, 290, 370, 450, 530)
FIRST, SECOND = "云岭市长风区海洋观测局", "云岭市长风区档案管理局"


def page(paper: Paper, title: str, total: str) -> None:
    """Draw a statement under a title."""
    for height, line in ((60, title), (80, "一般公共预算支出表"), (95, "单位：万元")):
        paper.text(50, height, line)
    rows = [HEADER, *((code, "行政运行", total, total, "") for code in ("201", "20103", "2010301"))]
    down = [100 + 20 * number for number in range(len(rows) + 1)]
    rule(paper, ACROSS, down)
    write(paper, ACROSS, down, rows)


def owners(*titles: str) -> dict[str, set[str]]:
    """Return by body the figures of a document whose pages are titled so; page n prints n0.25."""
    paper = Paper()
    for number, title in enumerate(titles, 1):
        if number > 1:
            paper.new_page()
        page(paper, title, f"{number}0.25")
    found: dict[str, set[str]] = {}
    for line in extract(paper.save(), "a.pdf").tables["statement_lines"].to_pylist():
        if line["value_as_printed"]:
            found.setdefault(line["organisation"], set()).add(line["value_as_printed"])
    return found


def test_disclosures_of_two_departments_in_one_file_are_those_of_each() -> None:
    assert owners(f"{FIRST}2031年部门预算", f"{SECOND}2031年部门预算") == {FIRST: {"10.25"}, SECOND: {"20.25"}}


def test_what_follows_is_that_body_s_until_the_next_title() -> None:
    titles = (f"{FIRST}2031年部门预算", f"{SECOND}2031年部门预算", "收支说明", f"2031年{FIRST}部门预算")
    assert owners(*titles) == {FIRST: {"10.25", "40.25"}, SECOND: {"20.25", "30.25"}}


@pytest.mark.parametrize(
    "title", ["云岭市长风区海洋局2031年部门预算", f"{FIRST}本级2031年单位预算", "区海洋观测局部门预算公开表"]
)
def test_other_words_for_the_same_body_are_no_other(title: str) -> None:
    assert SECOND not in owners(f"{FIRST}2031年部门预算", title)
    assert len(owners(f"{FIRST}2031年部门预算", title)) == 1


def test_a_list_of_titles_is_the_title_of_none() -> None:
    listed = [Prose(1, f"{FIRST}2031年部门预算"), Prose(2, f"{SECOND}2031年部门预算")]
    assert titled_in(listed) is None
    assert titled_in([Prose(1, f"关于{FIRST}2031年部门预算的批复")]) is None
    titled = titled_in(listed[1:])
    assert titled is not None
    assert (titled.name, titled.is_department) == (SECOND, True)
