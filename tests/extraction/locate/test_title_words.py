"""Whatever stands before, behind and around the words of a title, it says the same; a sentence about a table is none."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.signatures import signatures
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.locate.kinds import recognise
from dagster_project.extraction.locate.titles import kind_of, said_by
from dagster_project.extraction.model.document import Grid, Prose, Row
from dagster_project.extraction.vocabulary import By, Fund

NUMBERS = [
    "",
    "表3",
    "表 十二 ",
    "附表3-2 ",
    "公开05表：",
    "部门公开表5 ",
    "预算01-1表 ",
    "附件2-1：",
    "一、",
    "（三）",
    "单位预算03表 ",
]
YEARS = ["", "2031年", "2031年度", "2031"]
OWNERS = ["", "龙海市海洋观测局", "某某县人民政府办公室", "海洋观测站", "龙海大学"]
BEFORE = ["", "部门", "单位", "部门综合预算", "市级部门", "本级", "预算单位", "部门预算"]
BEHIND = ["", "（不含上年结转）", "（预算表 4）", "（续）", "  单位：万元", " 部门：海洋观测局"]
TITLES = {
    ("收支", "总"): "budget_balance",
    ("收入", "总"): "budget_income",
    ("支出", "总"): "budget_expenditure",
    ("财政拨款收支", "总"): "budget_appropriation",
    ("一般公共预算支出", ""): "budget_general_expenditure",
    ("一般公共预算财政拨款支出", ""): "budget_general_expenditure",
    ("一般公共预算基本支出", ""): "budget_general_basic",
    ("一般公共预算“三公”经费支出", ""): "budget_three_public",
    ("政府性基金预算支出", ""): "budget_government_fund",
    ("国有资本经营预算支出", ""): "budget_state_capital",
    ("政府采购", ""): "budget_procurement",
    ("项目支出", ""): "budget_project_summary",
}
ENDS = ["表", "情况表", "明细表", "汇总表", "预算表", "总体情况表"]
DECOYS = [
    "本表为收支总表的补充说明",
    "详见附件一般公共预算支出表",
    "请见下页财政拨款收支总表",
    "按照要求公开部门收支总表",
    "支出总表见下",
    "收支总表（见附件）和说明",
    "我局编制了收入总表",
    "如下表所示",
    "其中一般公共预算支出表",
    "第二部分 部门预算公开表",
    "一、部门收支总表情况说明",
    "观测站一览表",
    "收支总表中收入合计300万元",
]


def _grid() -> Grid:
    return Grid((Row(10, ("事项", "内容")), Row(11, ("观测", "3"))))


@examples(300)
@given(*(st.sampled_from(words) for words in (NUMBERS, OWNERS, YEARS, BEFORE, list(TITLES), ENDS, BEHIND)))
def test_a_title_says_the_same_whatever_stands_around_it(
    number: str, owner: str, year: str, before: str, title: tuple[str, str], end: str, behind: str
) -> None:
    words, whole = title
    line = f"{number}{owner}{year}{before}{words}{whole if end == '表' else ''}{end}{behind}"
    assert kind_of(line) == TITLES[title]


@examples(100)
@given(st.sampled_from(DECOYS), st.sampled_from(["", "龙海市海洋观测局", "2031年"]))
def test_a_line_that_only_speaks_of_a_table_is_no_title(line: str, before: str) -> None:
    assert said_by(line) is None
    assert kind_of(f"{before}，{line}") is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("表5 2031年部门统合预算一般公共预算支出明细表（按功能科目分）", "budget_general_expenditure"),
        ("2031年部门统合预算收入总表", "budget_income"),
        ("部门统合预算收入总表", "budget_income"),
        ("2031年全市统合一般公共预算收入表", "government_budget"),
        ("表3 人员统合情况登记表", None),
        ("统合收支表", None),
        ("2031年我县支出情况见下表", None),
    ],
)
def test_a_title_may_hold_a_word_that_nobody_knows(line: str, kind: str | None) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("line", "fund", "by"),
    [
        ("支出总表", Fund.ALL, None),
        ("一般公共预算和政府性基金预算支出表", Fund.FISCAL_APPROPRIATION, None),
        ("支出预算表（一般公共预算）", Fund.GENERAL_PUBLIC_BUDGET, None),
        ("财政拨款支出预算表（一般公共预算）", Fund.GENERAL_PUBLIC_BUDGET, None),
        ("财政拨款支出预算表（不含上年结转）", Fund.FISCAL_APPROPRIATION, None),
        ("支出总体情况表（政府预算经济分类）", Fund.ALL, By.ECONOMIC),
        ("支出表（按功能分类和经济分类）", Fund.ALL, None),
    ],
)
def test_fund_and_classification_are_words_of_the_title(line: str, fund: Fund, by: By | None) -> None:
    said = said_by(line)
    assert said is not None
    assert (said.fund, said.by) == (fund, by)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["2031年部门预算一般公共预算", "支出预算表"], "2031年部门预算一般公共预算支出预算表"),
        (["政府采购（资产配置、购买服务）", "预算表"], "政府采购（资产配置、购买服务）预算表"),
        (["一般公共预算支出表", "（按支出经济分类科目）"], "一般公共预算支出表（按支出经济分类科目）"),
        (["2031年部门预算", "支出总表"], "支出总表"),
        (["三、“三公”经费情况", "支出总表"], "支出总表"),
        (["收入总表", "支出总表"], "支出总表"),
    ],
)
def test_a_title_over_two_lines_is_one_where_it_then_says_more(lines: list[str], words: str) -> None:
    title = recognise([Prose(index, line) for index, line in enumerate(lines, 1)], _grid())
    assert title is not None
    assert title.words == words


def test_the_last_title_of_a_list_of_contents_is_not_that_of_the_table_below() -> None:
    listed = ["收支总表", "收入总表", "支出总表", "财政拨款收支总表"]
    caption = [Prose(index, line) for index, line in enumerate(listed, 1)]
    assert recognise(caption, _grid()) is None
    title = recognise([*caption, Prose(9, "收支总表")], _grid())
    assert title is not None
    assert title.kind == "budget_balance"


def test_every_subject_of_a_kind_can_be_said_and_is_of_a_kind() -> None:
    words = {*title_words().subjects, *(entry.subject for entry in signatures()), "government"}
    assert {one.subject for kind in knowledge().kinds.values() for one in kind.says} == words
