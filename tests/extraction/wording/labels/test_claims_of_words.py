"""Words about a document's own figures and paragraphs that those contradict; and those that say nothing of them."""

from __future__ import annotations

import pytest
from synthetic import DEPARTMENT, FINAL_ACCOUNT, Reading

FUND = """政府性基金预算财政拨款收入支出决算表
单位：万元
| 科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 支出合计 | 基本支出 | 项目支出 | 年末结转和结余 |
|---|---|---|---|---|---|---|---|
|  | 合计 | 5.00 | {income} | {spent} | 0.00 | {spent} | 5.00 |
| 229 | 其他支出 | 5.00 | {income} | {spent} | 0.00 | {spent} | 5.00 |
"""


def told(*paragraphs: str, table: str = "") -> list[tuple[str, str, str]]:
    """Return kind, words as printed and as they should be, of the labels that are not what they should be."""
    rows = Reading(FINAL_ACCOUNT + "\n\n".join(paragraphs) + "\n\n" + table).rows("labels")
    found = [(row["kind"], row["label_as_printed"], row["label_meant"]) for row in rows]
    return [each for each in found if each[1] != each[2]]


@pytest.mark.parametrize(
    ("said", "meant"),
    [("小于", "大于"), ("低于", "大于"), ("大于", None), ("大于全年", None), ("小于全年", None)],
)
def test_an_account_said_to_be_less_than_its_budget(said: str, meant: str | None) -> None:
    sentence = (
        f"会议费年初预算为100.00万元，支出决算为120.00万元，完成年初预算的120%，决算数{said}预算数的主要原因是增会。"
    )
    assert told(sentence) == ([("direction", "小于", meant)] if meant else [])


def test_a_word_that_may_mean_another_budget_says_nothing() -> None:
    sentence = (
        "会议费年初预算为100.00万元，全年预算为130.00万元，支出决算为120.00万元，完成年初预算的120%，"
        "决算数小于预算数的主要原因是少开会。"
    )
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("change", "is_told"),
    [
        ("增加1.00万元，增长25.00%", True),
        ("减少1.00万元，下降16.67%", False),
        ("增加1.00万元，增长35.00%", False),
        ("增加-1.00万元，增长-16.67%", False),
    ],
    ids=["the other way", "this way", "a rate that is wrong itself", "less than nothing"],
)
def test_the_reason_of_a_change_that_went_the_other_way(change: str, is_told: bool) -> None:
    found = told(f"培训费支出5.00万元，比上年{change}，减少的主要原因是少办班。")
    assert found == ([("direction", "减少", "增加")] if is_told else [])


@pytest.mark.parametrize(
    ("change", "is_told"),
    [
        ("减少1.00万元，增长16.67%", True),
        ("减少1.00万元，下降16.67%", False),
        ("减少1.00万元，占比增长16.67%", False),
        ("减少1.00万元，比预算增长16.67%", False),
        ("减少0万元，增长0%", False),
        ("减少1.00万元，增长-16.67%", False),
    ],
    ids=["the other way", "the same way", "of another thing", "of another base", "none", "less than none"],
)
def test_a_growth_the_other_way_than_its_change(change: str, is_told: bool) -> None:
    assert told(f"培训费比上年{change}。") == ([("direction", "增加", "减少")] if is_told else [])


def test_the_reason_behind_two_changes_may_be_that_of_either() -> None:
    assert (
        told("培训费支出5.00万元，比年初预算减少2.00万元，比上年增加1.00万元，增长25%，减少的主要原因是少办班。") == []
    )


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [("1. 2. 2. 3.", ("2.", "3.")), ("（一） （二） （二） （四）", ("（二）", "（三）")), ("1. 2. 3. 4.", None)],
)
def test_a_number_printed_twice(numbers: str, printed: tuple[str, str] | None) -> None:
    found = told(*(f"{number}第{place}项工作" for place, number in enumerate(numbers.split())))
    assert found == ([("index_number", *printed)] if printed else [])


def test_below_the_next_part_numbers_begin_anew() -> None:
    parts = ("一、职能", "二、机构", "第三部分 说明", "一、2031年度收支", "二、收入", "三、支出")
    assert told(*parts) == []
    assert told(*(line for line in parts if not line.startswith("第"))) == []


@pytest.mark.parametrize("numbers", ["1. 2. （一） 2. 3.", "1. 1. 2. 3.", "2. 3. 3. 1.", "1. 2. 2、 3."])
def test_numbers_of_lists_in_lists_are_no_repetition(numbers: str) -> None:
    assert told(*(f"{number}第{place}项工作" for place, number in enumerate(numbers.split()))) == []


def test_the_two_sides_of_a_statement_in_lines_of_text_count_each_for_itself() -> None:
    sides = [("一、收入", "一、教育支出"), ("二、拨款", "二、农林水支出"), ("三、利息", "三、住房保障支出")]
    lines = [text for one, other in sides for text in (one, other)]
    counted = ["一、收入", "二、拨款", "二、农林水支出", "三、利息"]
    assert told(*counted)
    assert told(*lines) == []
    assert told(*(f"{text} 1,234.50" for text in counted)) == []


@pytest.mark.parametrize("who", ["本部门", f"{DEPARTMENT}2031年度", "2031年度，"])
def test_a_fund_that_is_denied_and_printed(who: str) -> None:
    assert told(f"{who}没有政府性基金预算财政拨款支出。", table=FUND.format(income="22.30", spent="22.30")) == [
        ("denial", "没有政府性基金预算财政拨款支出", "22.30万元")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "深圳市龙岗区第二预报台没有政府性基金预算财政拨款支出。",
        "2030年度没有政府性基金预算财政拨款支出。",
        "本部门没有政府性基金预算财政拨款支出结转。",
        "本部门没有国有资本经营预算财政拨款支出。",
    ],
)
def test_others_other_years_and_other_money_may_be_none(sentence: str) -> None:
    assert told(sentence, table=FUND.format(income="22.30", spent="22.30")) == []


def test_balances_are_no_spending_of_the_year() -> None:
    assert told("本部门没有政府性基金预算财政拨款支出。", table=FUND.format(income="0.00", spent="0.00")) == []


@pytest.mark.parametrize(
    ("numbers", "meant"),
    [
        ("1 2 3 3 4", "4、"),
        ("1 2 3 3", "4、"),
        ("1 2 3 4", None),
        ("1 2 2 3", None),
        ("1 2 3 3 9", None),
        ("1 2 3 1 2", None),
    ],
)
def test_a_number_printed_twice_in_the_list_of_a_cell(numbers: str, meant: str | None) -> None:
    cell = "".join(f"{number}、完成第{place}项工作；" for place, number in enumerate(numbers.split()))
    table = f"项目支出绩效目标表\n| 年度总体目标 | {cell} |\n|---|---|\n| 一级指标 | 二级指标 |\n"
    found = [(kind, right) for kind, _, right in told("绩效目标如下：", table=table)]
    assert found == ([("index_number", meant)] if meant else [])


@pytest.mark.parametrize(
    ("first", "again", "is_told"),
    [
        ("数字海洋内网观测和应用支撑平台二期", "数字海洋内观测和应用支撑平台二期", True),
        ("数字海洋内观测和应用支撑平台二期", "数字海洋内网观测和应用支撑平台二期", True),
        ("数字海洋内网观测和应用支撑平台二期", "数字海洋内网观测和应用支撑平台二期", False),
        ("数字海洋内的观测和应用支撑平台二期", "数字海洋内观测和应用支撑平台二期", False),
        ("海洋内网观测和应用支撑平台", "海洋内观测和应用支撑平台", False),
        ("数字海洋内网观测和应用支撑平台二期", "数字海洋内观测应用与支撑平台二期", False),
    ],
    ids=["less", "more", "alike", "a particle", "too short", "other words"],
)
def test_a_long_phrase_printed_with_a_letter_more(first: str, again: str, is_told: bool) -> None:
    found = told(f"用于{first}建设。", f"支付{again}尾款。")
    assert found == ([("phrase", first, again), ("phrase", again, first)] if is_told else [])


@pytest.mark.parametrize(
    ("numbers", "left_out"),
    [
        ("一 二 三 四 五 七", ("（七）", "（六）")),
        ("一 二 三 四 五 六 七", None),
        ("一 二 三 五", None),
        ("一 二 三 四 五 十一", None),
        ("二 三 四 五 六 八", None),
    ],
    ids=["six", "none", "too short", "another list", "not from one on"],
)
def test_a_number_left_out_of_a_list(numbers: str, left_out: tuple[str, str] | None) -> None:
    items = [f"（{number}）负责某项工作。" for number in numbers.split()]
    expected = [("skipped_number", *left_out)] if left_out else []
    assert told("".join(items)) == expected
    assert told("".join(items[:3]), "".join(items[3:])) == expected
    assert told("\n\n".join(items)) == []


def test_a_number_that_stands_in_a_table_is_not_left_out() -> None:
    items = "".join(f"（{number}）负责某项工作。" for number in "一二三四五七")
    table = "项目支出绩效目标表\n| 年度总体目标 | （六）另一项工作 |\n|---|---|\n| 一级指标 | 二级指标 |\n"
    assert told(items, table=table) == []


@pytest.mark.parametrize(
    ("numbers", "again"),
    [("1 2 3 4", None), ("1 2 3 2", ("2", "4")), ("1 2 3 1", None), ("1 2 9 3", None), ("1 2 3 3", None)],
)
def test_a_line_number_of_a_table_printed_again(numbers: str, again: tuple[str, str] | None) -> None:
    rows = "".join(f"| 某项目{place} | {number} | 1.00 |\n" for place, number in enumerate(numbers.split()))
    table = f"收入支出决算总表\n单位：万元\n| 项目 | 行次 | 金额 |\n|---|---|---|\n{rows}"
    assert told("决算如下：", table=table) == ([("index_number", *again)] if again else [])


@pytest.mark.parametrize(
    ("base", "is_told"),
    [("2031年决算", True), ("2030年决算", False), ("2031年年初预算", False), ("上年", False)],
)
def test_a_figure_is_not_compared_with_its_own_year(base: str, is_told: bool) -> None:
    found = told(f"2031年培训费支出决算5.00万元，比{base}增加1.00万元，增长25.00%。")
    assert found == ([("base_year", "2031", "2030")] if is_told else [])


@pytest.mark.parametrize(("own", "told_years"), [("", []), ("2031年", ["2031"])])
def test_a_report_on_two_years_names_the_year_of_a_figure(own: str, told_years: list[str]) -> None:
    title = "关于云山县2031年预算执行情况与2032年预算草案的报告\n\n"
    reading = Reading(title + f"{own}财政赤字265亿元，比2031年减少10亿元。")
    rows = reading.rows("labels")
    assert [row["label_as_printed"] for row in rows if row["label_as_printed"] != row["label_meant"]] == told_years


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("收入总计5.00万元，与上年相比增加（减少）1.00万元。", ["增加（减少）"]),
        ("支出增加（减少）的主要原因是业务量增加。", ["增加（减少）"]),
        ("培训费0.15万元，比上年减少0.05万元，下降（增长）25.00%。", ["下降（增长）"]),
        ("会议费5.00万元，与上年持平，主要原因是。其中：场租1.00万元。", ["原因是"]),
        ("某市XX局2031年支出XXX万元。", ["XX局", "XXX万元"]),
        ("一、收入增加（减少）情况说明", []),
        ("（一）预算增加（减少）说明", []),
        ("增加（减少）指本年预算数与上年预算数的差额。", []),
        ("支出增加（减少）的主要原因：", []),
        ("支出增加（减少）的主要原因：业务量增加。", ["增加（减少）"]),
        ("支出增加（减少）额为1.00万元。", []),
        ("主要原因是，2031年中追加了资金。", []),
        ("填表说明：金额填写为XX万元。", []),
        ("支付XX公司信息系统XX项目费用5.00万元。", []),
    ],
)
def test_what_is_left_of_a_template(sentence: str, left: list[str]) -> None:
    assert [printed for kind, printed, _ in told(sentence) if kind == "template"] == left


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("培训费0.15万元，比上年减少0.05万元，降低 ( 增加 )25.00%。", "降低或增加"),
        ("培训费0.15万元，与上年持平，主要原因是。", "原因是……"),
    ],
)
def test_what_should_stand_where_a_template_is_left(sentence: str, meant: str) -> None:
    assert [should for kind, _, should in told(sentence) if kind == "template"] == [meant]


def test_a_sign_chooses_what_a_template_leaves_open() -> None:
    signed = "收入总计5.00万元，与上年相比增加（减少）-1.00万元。"
    assert told(signed, "支出总计5.00万元，与上年相比增加（减少）1.00万元。") == []
    assert len(told(signed, "支出增加（减少）的主要原因是业务量增加。")) == 1


def test_a_template_itself_says_nothing() -> None:
    assert told(*(["支出XXX万元，比上年增加（减少）XX万元。"] * 3)) == []
