"""Whose a table is, by the lines over it: who compiled it, a former or second name, and a unit of amount beside a name."""

from __future__ import annotations

import pytest
from synthetic import CODED_HEADER, Reading, tabs

BODY, FINANCE = "深圳市龙岗区海洋观测局", "深圳市龙岗区财政局"
ROWS = (CODED_HEADER, ("", "", "合计", "10.25", "10.25", "0.00"), ("", "2200101", "行政运行", "10.25", "10.25", "0.00"))


def owners(cover: str, over: str) -> set[str]:
    """Return the bodies of two statements under a cover, each below the line `over`."""
    titles = ("支出总表", "一般公共预算支出表")
    text = "".join(f"{title}\n\n{over}\n\n单位：万元\n\n{tabs(ROWS)}\n" for title in titles)
    return set(Reading(f"{cover}\n\n目录\n\n{text}").column("tables", "organisation"))


@pytest.mark.parametrize(
    "over",
    [
        f"编制单位：{FINANCE}",
        f"单位名称：{BODY}（原深圳市龙岗区渔政局）",
        f"单位名称：原{BODY}",
        f"单位名称：{BODY}（加挂深圳市龙岗区渔政局牌子）",
        f"单位名称：{BODY}（挂渔政局牌子）",
        f"预算单位：{BODY} 单位：万元",
        f"预算单位：{BODY}单位：万元",
        f"编制部门：{BODY}  编制日期：2031年1月",
    ],
)
def test_a_table_is_of_the_issuer_who_ever_compiled_it(over: str) -> None:
    assert owners(f"{BODY}2031年部门预算", over) == {BODY}


@pytest.mark.parametrize("gap", ["", " ", "     "])
def test_an_own_level_beside_a_unit_of_amount_is_no_department(gap: str) -> None:
    assert owners(f"{BODY}2031年部门预算", f"预算单位：{BODY}本级{gap}单位：万元") == {f"{BODY}本级"}


def test_the_finance_bureau_has_its_own_tables() -> None:
    assert owners(f"{FINANCE}2031年部门预算", f"编制单位：{FINANCE}") == {FINANCE}


@pytest.mark.parametrize("line", ["单位：万元（保留两位小数）", "金额单位：万元", "单位：万元、%", "单位：万\n\n元"])
def test_a_unit_of_amount_is_no_owner(line: str) -> None:
    assert owners(f"{BODY}2031年部门预算", line) == {BODY}


@pytest.mark.parametrize("number", ["[426301]", "［426301］", "预算代码：426301 "])
def test_a_number_of_the_budget_stands_for_the_label_of_an_owner(number: str) -> None:
    assert owners(f"{BODY}2031年部门预算", f"{number}{BODY}机关") == {f"{BODY}本级"}
    assert owners(f"{BODY}2031年部门预算", f"{number}工资福利支出") == {BODY}


@pytest.mark.parametrize("title", ["政府采购预算表", "机关运行经费支出预算表", "政府购买服务支出预算表"])
def test_a_title_that_begins_like_the_end_of_a_name_is_none_of_the_body_before_it(title: str) -> None:
    rows = (("科目编码", "科目名称", "合计"), ("", "合计", "10.25"), ("2200101", "行政运行", "10.25"))
    text = f"{BODY}2031年部门预算\n\n目录\n\n{BODY}{title}\n\n单位：万元\n\n{tabs(rows)}\n"
    assert set(Reading(text).column("tables", "organisation")) == {BODY}
