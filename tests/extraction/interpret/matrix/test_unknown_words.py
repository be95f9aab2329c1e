"""A word of a header or of a row that nobody knows leads to money of unknown use, never to another one that is known."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from synthetic import BUDGET, DEPARTMENT, FINAL_ACCOUNT, Reading, caption, tabs

OWN_LEVEL, STATION = f"{DEPARTMENT}本级", "滨海市海洋环境监测站"
OF_BODIES = ("单位名称", "合计", "基本支出", "项目支出")


def _measures(reading: Reading) -> list[object]:
    """Return what the columns of the first row measure."""
    first = min(reading.column("statement_lines", "row_number"))
    return reading.column("statement_lines", "measure", row_number=first)


def _expenditure(upper: Sequence[str], lower: Sequence[str], *rows: Sequence[str]) -> Reading:
    header = (("科目编码", "科目名称", *upper), ("", "", *lower))
    return Reading(BUDGET + caption("部门支出总表", 3) + tabs([*header, *rows]))


ROW = ("201", "观测支出", "9.00", "5.00", "3.00", "2.00", "4.00")


def test_a_sum_below_words_that_nobody_knows_is_a_part_of_the_sum_beside_it() -> None:
    lower = ("", "小计", "人员经费", "公用经费", "")
    known = _expenditure(("合计", "基本支出", "", "", "项目支出"), lower, ROW)
    assert _measures(known) == ["total", "basic", "staff", "public", "project"]
    unknown = _expenditure(("合计", "守望开销", "", "", "项目支出"), lower, ROW)
    assert _measures(unknown) == ["total", "part", "staff", "public", "project"]


def test_so_is_one_that_stands_over_funds() -> None:
    title = caption("财政拨款“三公”经费支出表", 7)
    upper = ("年度", "合计", "", "公务接待费", "", "守望车辆费", "")
    middle = ("", "", "", "", "", "小计", "")
    lower = ("", *("一般公共预算", "政府性基金预算") * 3)
    row = ("2031年", "9.00", "0.00", "5.00", "0.00", "4.00", "0.00")
    reading = Reading(BUDGET + title + tabs([upper, middle, lower, row]))
    assert _measures(reading) == ["total", "total", "reception", "reception", "part", "part"]


@pytest.mark.parametrize("word", ["守望进款", "观测所得"])
def test_below_money_that_several_columns_share_an_unknown_name_is_of_a_part(word: str) -> None:
    upper = ("合计", "财政拨款收入", "单位资金", "", "")
    header = (("科目编码", "科目名称", *upper), ("", "", "", "", "事业收入", "其他收入", word))
    row = ("201", "观测支出", "9.00", "2.00", "3.00", "3.00", "1.00")
    reading = Reading(BUDGET + caption("部门收入总表", 2) + tabs([*header, row]))
    assert _measures(reading) == ["total", "appropriation", "business", "other", "part"]


def test_below_money_of_one_column_a_name_says_no_less() -> None:
    upper = ("合计", "基本支出", "项目支出")
    reading = _expenditure(upper, ("", "守望经费", "观测经费"), ("201", "观测支出", "9.00", "5.00", "4.00"))
    assert _measures(reading) == ["total", "basic", "project"]


def test_of_several_unknown_names_below_one_fund_none_is_the_whole() -> None:
    upper = ("合计", "一般公共预算支出", "", "政府性基金预算支出")
    reading = _expenditure(upper, ("", "守望开销", "观测开销", ""), ("201", "观测支出", "9.00", "5.00", "3.00", "1.00"))
    assert _measures(reading) == ["total", "part", "part", "total"]


@pytest.mark.parametrize("group", ["单位资金", "其他资金"])
def test_of_several_unknown_names_below_one_source_none_is_the_whole(group: str) -> None:
    upper = ("合计", "财政拨款收入", group, "", "")
    header = (("科目编码", "科目名称", *upper), ("", "", "", "", "守望进款", "观测所得", "灯塔款"))
    row = ("201", "观测支出", "9.00", "2.00", "3.00", "3.00", "1.00")
    reading = Reading(BUDGET + caption("部门收入总表", 2) + tabs([*header, row]))
    assert _measures(reading) == ["total", "appropriation", "part", "part", "part"]


def test_nor_below_the_amount_of_a_project() -> None:
    header = [("项目名称", "预算金额", "", "", "绩效目标"), ("", "守望进款", "观测所得", "灯塔款", "")]
    rows = [("灯塔修缮", "20.00", "28.00", "12.00", "修好"), ("合计", "20.00", "28.00", "12.00", "")]
    reading = Reading(BUDGET + caption("项目支出绩效目标表", 10) + tabs([*header, *rows]))
    assert _measures(reading) == ["part", "part", "part"]


def test_what_is_spent_on_projects_is_told_under_names_of_its_own() -> None:
    upper = ("合计", "基本支出", "项目支出", "")
    reading = _expenditure(upper, ("", "", "守望开销", "观测开销"), ("201", "观测支出", "9.00", "5.00", "3.00", "1.00"))
    assert _measures(reading) == ["total", "basic", "project", "project"]


def test_where_nothing_else_names_the_rows_a_column_of_words_does() -> None:
    rows = [("守望经济科目", "预算数"), ("合计", "9.00"), ("[301]工资福利支出", "9.00"), ("[30101]基本工资", "9.00")]
    reading = Reading(BUDGET + caption("一般公共预算基本支出表", 6) + tabs(rows))
    assert reading.column("statement_lines", "code") == [None, "301", "30101"]


@pytest.mark.parametrize("word", ["合计", "全数"])
def test_a_row_with_the_money_of_all_bodies_is_of_all_whatever_it_is_called(word: str) -> None:
    rows = ((DEPARTMENT, "18", "8", "10"), (STATION, "12", "2", "10"))
    for placed in ([(word, "30", "10", "20"), *rows], [*rows, (word, "30", "10", "20")]):
        reading = Reading(BUDGET + caption("部门支出总表", 5, unit="万元") + tabs([OF_BODIES, *placed]))
        found = set(reading.lines("organisation", "amount_cny", measure="total"))
        assert found == {(DEPARTMENT, 300_000), (OWN_LEVEL, 180_000), (STATION, 120_000)}


def test_a_body_of_an_unknown_name_with_less_than_all_is_one() -> None:
    rows = (("合计", "30", "10", "20"), ("守望者之家", "18", "8", "10"), (STATION, "12", "2", "10"))
    reading = Reading(BUDGET + caption("部门支出总表", 5, unit="万元") + tabs([OF_BODIES, *rows]))
    assert "守望者之家" in reading.column("statement_lines", "organisation")


@pytest.mark.parametrize("others", [(), ((DEPARTMENT, "9", "4", "5"),)])
def test_a_body_of_an_unknown_name_with_as_much_as_another_is_one(others: tuple[tuple[str, ...], ...]) -> None:
    rows = (("守望者之家", "12", "2", "10"), (STATION, "12", "2", "10"), *others)
    reading = Reading(BUDGET + caption("部门支出总表", 5, unit="万元") + tabs([OF_BODIES, *rows]))
    assert "守望者之家" in reading.column("statement_lines", "organisation")


def test_a_header_that_comes_again_in_other_words_names_no_body() -> None:
    again = ("单位名称", "全数", "守望支出", "观测支出")
    rows = ((DEPARTMENT, "18", "8", "10"), again, (STATION, "12", "2", "10"))
    reading = Reading(BUDGET + caption("部门支出总表", 5, unit="万元") + tabs([OF_BODIES, *rows]))
    assert set(reading.column("statement_lines", "organisation")) == {OWN_LEVEL, STATION}


THREE = caption("一般公共预算财政拨款“三公”经费支出决算表", 7)
LOWER = ("合计", "公务接待费") * 2


@pytest.mark.parametrize(
    ("word", "phase"), [("年初预算数", "approved"), ("全年预算数", "revised"), ("守望数", None), ("观测", None)]
)
def test_a_column_beside_one_that_names_its_phase_has_another(word: str, phase: str | None) -> None:
    table = tabs([(word, "", "决算数", ""), LOWER, ("9.00", "9.00", "5.00", "5.00")])
    assert Reading(FINAL_ACCOUNT + THREE + table).lines("phase", measure="reception") == [(phase,), ("executed",)]


def test_columns_of_which_none_names_a_phase_have_that_of_the_document() -> None:
    table = tabs([("合计", "公务接待费"), ("9.00", "9.00")])
    assert Reading(FINAL_ACCOUNT + THREE + table).lines("phase") == [("executed",), ("executed",)]
