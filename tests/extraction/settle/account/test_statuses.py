"""A table that adds up is certain, one that does not is doubtful as a whole, one that misprints a figure is repaired."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

import pytest
from synthetic import BUDGET, CODED_HEADER, FINAL_ACCOUNT, Reading, caption, coded, tabs

Table = list[list[str]]
LEAVES = [("2200101", "1,234.56", "789.01"), ("2200102", "876.54", "0.00"), ("2200201", "15.75", "3,046.10")]
NAMES = {
    "2200101": "行政运行",
    "2200102": "一般行政管理事务",
    "2200201": "海域监管",
    "22001": "自然资源事务",
    "22002": "海洋管理事务",
}


def _money(*texts: str) -> str:
    return f"{sum(round(float(text.replace(',', '')) * 100) for text in texts) / 100:,.2f}"


def _rows() -> Table:
    """A table of one category, two subcategories and their items, whose every sum holds."""

    def row(code: str, name: str, basic: str, project: str) -> list[str]:
        return ["", code, name, _money(basic, project), basic, project]

    first, second = LEAVES[:2], LEAVES[2:]
    sums = {
        code: [_money(*[leaf[at] for leaf in leaves]) for at in (1, 2)]
        for code, leaves in (("22001", first), ("22002", second))
    }
    whole = [_money(*[each[at] for each in sums.values()]) for at in (0, 1)]
    total = row("", "", *whole)
    total[0] = "合计"
    lines = [total, row("220", "自然资源海洋气象等支出", *whole)]
    for code, leaves in (("22001", first), ("22002", second)):
        lines.append(row(code, NAMES[code], *sums[code]))
        lines += [row(leaf[0], NAMES[leaf[0]], *leaf[1:]) for leaf in leaves]
    return lines


def _read(rows: Sequence[Sequence[str]], header: Sequence[str] = CODED_HEADER) -> Reading:
    return Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs([header, *rows]))


def _statuses(reading: Reading) -> Counter[str]:
    return Counter(reading.column("statement_lines", "reading_status", disclosure="figure"))


def test_every_figure_of_a_table_that_adds_up_is_certain() -> None:
    reading = _read(_rows())
    assert set(_statuses(reading)) == {"certain"}
    assert reading.rows("repairs") == []
    assert {(row["decision"], row["reading_status"]) for row in reading.rows("readings")} == {
        ("columns", "certain"),
        ("rows", "certain"),
    }


def test_a_total_with_an_opening_balance_that_no_row_has_is_the_sum_of_the_rows() -> None:
    """本年收入 and 本年支出 head columns of one table: rows that print nothing before them are on no other side."""
    header = ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"]
    rows = [
        ["", "合计", "5.36", "2,203.36", "2,203.36", "5.36"],
        ["208", "社会保障和就业支出", "", "1,428.87", "1,428.87", ""],
        ["210", "卫生健康支出", "5.36", "774.49", "774.49", "5.36"],
    ]
    reading = Reading(FINAL_ACCOUNT + caption("一般公共预算财政拨款支出决算表", 5) + tabs([header, *rows]))
    sums = reading.one("readings", decision="rows")
    assert json.loads(sums["evidence"])["rows_sum_to_total"]["fails"] == 0
    assert reading.rows("repairs") == []


def test_a_table_of_zeros_is_untested() -> None:
    rows = [[*row[:3], "0.00", "0.00", "0.00"] for row in _rows()]
    assert set(_statuses(_read(rows))) == {"untested"}


def test_one_changed_digit_is_one_misprint_and_no_doubt() -> None:
    rows = _rows()
    right = rows[3][4]
    rows[3][4] = "1,734.56"
    reading = _read(rows)
    assert "doubtful" not in _statuses(reading)
    repair = reading.one("repairs")
    assert (repair["value_as_printed"], repair["repaired_value"]) == ("1,734.56", right)
    assert repair["identities"] == 2
    assert "reading_doubtful" not in reading.issues


def test_a_total_that_no_second_identity_contradicts_is_not_repaired() -> None:
    rows = [["合计", "", "", "5,961.96"], *[["", leaf[0], NAMES[leaf[0]], leaf[1]] for leaf in LEAVES[:2]]]
    assert _read(rows, CODED_HEADER[:4]).rows("repairs") == []


@pytest.mark.parametrize(("total", "fails"), [("786,781,502.8", 0), ("786,781,502.7", 1), ("1,502.8", 1)])
def test_a_figure_that_a_spreadsheet_cut_off_at_ten_digits_is_as_coarse_as_it_is_printed(
    total: str, fails: int
) -> None:
    leaves = ("786,780,502.61", "1,000.21") if len(total) > 10 else ("502.61", "1,000.21")
    rows = [
        ["合计", "", "", total],
        *[["", each[0], NAMES[each[0]], leaf] for each, leaf in zip(LEAVES, leaves, strict=False)],
    ]
    (evidence,) = [
        row["evidence"] for row in _read(rows, CODED_HEADER[:4]).rows("readings") if row["decision"] == "rows"
    ]
    assert json.loads(evidence)["rows_sum_to_total"]["fails"] == fails


def test_exchanged_columns_are_doubtful_and_told() -> None:
    swapped = [[*row[:3], row[4], row[3], row[5]] for row in _rows()]
    reading = _read(swapped)
    assert set(_statuses(reading)) == {"doubtful"}
    issue = reading.one("issues", code="reading_doubtful")
    assert "columns_sum_to_row_total" in issue["message"]
    assert reading.rows("repairs") == []


def test_rows_that_are_no_children_of_those_above_make_the_table_doubtful() -> None:
    rows = _rows()
    for row, other in ((3, 6), (4, 5)):
        rows[row][3:], rows[other][3:] = rows[other][3:], rows[row][3:]
    reading = _read(rows)
    assert set(_statuses(reading)) == {"doubtful"}
    assert "children_sum_to_parent" in reading.one("issues", code="reading_doubtful")["message"]


@pytest.mark.parametrize("title", ["收支总表"])
def test_sides_that_are_equal_are_evidence(title: str) -> None:
    rows = [
        ("收入", "", "支出", ""),
        ("项目", "预算数", "项目", "预算数"),
        ("一般公共预算拨款", "41,207.33", "一、基本支出", "30,118.02"),
        ("事业收入", "1,806.90", "二、项目支出", "12,896.21"),
        ("本年收入合计", "43,014.23", "本年支出合计", "43,014.23"),
        ("上年结转", "118.50", "结转下年", "118.50"),
        ("收入总计", "43,132.73", "支出总计", "43,132.73"),
    ]
    reading = Reading(BUDGET + caption(title, 1) + tabs(rows))
    assert set(_statuses(reading)) == {"certain"}


def test_forms_and_single_figures_are_untested() -> None:
    reading = Reading(BUDGET + coded([("区海洋观测局本级", "", "", "300", "", "")]))
    assert set(_statuses(reading)) == {"untested"}


def test_the_text_confirms_a_total() -> None:
    rows = [("合计", "", "", "5,961.96", "", "")]
    text = "\n\n本年支出预算5,961.96万元。\n"
    reading = Reading(BUDGET + coded(rows) + text)
    assert set(_statuses(reading)) == {"certain"}


def test_rows_without_code_or_level_are_nested_by_their_sums() -> None:
    rows = [
        ("合计", "7,961.96"),
        ("海洋观测局本级", "5,961.96"),
        ("办公用房维修", "3,027.31"),
        ("潮位观测", "2,934.65"),
        ("海洋观测站", "2,000.00"),
        ("浮标布放", "1,318.44"),
        ("电缆更换", "681.56"),
    ]
    reading = Reading(BUDGET + caption("项目支出总表", 5) + tabs([("名称", "总计"), *rows]))
    assert set(_statuses(reading)) == {"certain"}
    evidence = reading.one("readings", decision="rows")["evidence"]
    assert '"rows_below_sum_to_row": {"holds": 3' in evidence


def test_what_one_figure_explains_is_no_doubt_however_many_identities_it_breaks() -> None:
    rows = _rows()
    for row in rows:
        row[3:] = [row[4], row[4], "0.00"]
    rows[3][3:5] = ["1,734.56", "1,734.56"]
    assert "doubtful" not in _statuses(_read(rows))


def test_a_lone_table_that_contradicts_itself_is_doubtful() -> None:
    reading = _read([("合计", "", "", "1", "2", "3")])
    assert set(_statuses(reading)) == {"doubtful"}


def test_shares_and_counts_add_up_to_nothing() -> None:
    rows = [
        ("项目", "2030年预算数", "2031年预算数", "增减额", "增减率（%）"),
        ("合计", "12.34", "15.78", "3.44", "27.88"),
        ("因公出国（境）费", "3.21", "4.32", "1.11", "34.58"),
        ("公务接待费", "4.02", "5.01", "0.99", "24.63"),
        ("公务用车购置及运行费", "5.11", "6.45", "1.34", "26.22"),
        ("其中：公务用车购置费", "2.01", "2.45", "0.44", "21.89"),
        ("公务用车运行费", "3.10", "4.00", "0.90", "29.03"),
        ("公务用车保有量（辆）", "3", "4", "1", "33.33"),
    ]
    reading = Reading(BUDGET + caption("一般公共预算“三公”经费支出表", 7) + tabs(rows))
    assert "doubtful" not in reading.column("statement_lines", "reading_status")
    assert "certain" in reading.column("statement_lines", "reading_status", measure="total")


def test_rows_that_nothing_names_are_doubtful_though_they_add_up() -> None:
    rows = [("总计", "基本支出", "项目支出"), ("12.50", "10.25", "2.25"), ("8.75", "8.50", "0.25")]
    reading = Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs(rows))
    assert set(_statuses(reading)) == {"doubtful"}
    assert "none of its rows bears a name" in reading.one("issues", code="reading_doubtful")["message"]
    one = Reading(BUDGET + caption("一般公共预算支出表", 7) + tabs(rows[:2]))
    assert "doubtful" not in _statuses(one)


def test_where_no_title_stands_sums_do_not_tell_of_which_money_a_table_is() -> None:
    table = tabs([CODED_HEADER, *_rows()])
    untitled = Reading(BUDGET + "单位：万元\n\n" + table)
    assert untitled.one("tables")["kind_basis"] == "columns"
    assert set(_statuses(untitled)) == {"untested"}
    titled = "".join(caption(title, 7) + table + "\n\n" for title in ("一般公共预算支出表", "政府性基金预算支出表"))
    beside = Reading(BUDGET + titled + "说明见下。\n\n单位：万元\n\n" + table)
    last = max(beside.column("tables", "table_number"))
    assert beside.one("tables", table_number=last)["kind_basis"] == "columns"
    statuses = beside.column("statement_lines", "reading_status", table_number=last, disclosure="figure")
    assert set(statuses) == {"chosen"}


def test_a_part_that_is_the_sum_of_the_others_is_not_what_its_header_says() -> None:
    header = ["预算单位", "科目编码", "科目名称", "基本支出", "项目支出", "上缴上级支出"]
    whole = _read(_rows(), header)
    assert set(_statuses(whole)) == {"doubtful"}
    assert "is the sum of the others" in whole.one("issues", code="reading_doubtful")["message"]
    parts = _read([[*row[:4], row[4], row[4]] for row in _rows()], header)
    assert "doubtful" not in _statuses(parts)


def test_of_columns_that_measure_one_thing_none_is_the_sum_of_the_others() -> None:
    header = ["预算单位", "科目编码", "科目名称", "项目支出/全计", "项目支出/守望开销", "项目支出/观测开销"]
    leaves = [("2200101", "120.50", "9.25"), ("2200102", "33.25", "14.10"), ("2200103", "71.80", "3.65")]
    sums = ["129.75", "47.35", "75.45"]
    parts = [["", code, "观测", one, other, "5.00"] for code, one, other in leaves]
    assert "doubtful" not in _statuses(_read(parts, header))
    whole = [["", code, "观测", total, one, other] for (code, one, other), total in zip(leaves, sums, strict=True)]
    assert set(_statuses(_read(whole, header))) == {"doubtful"}


def test_what_is_called_the_total_of_a_part_may_be_the_sum_of_the_others() -> None:
    for one, other in (("工资福利支出", "商品和服务支出"), ("守望开销", "观测开销")):
        header = ["预算单位", "科目编码", "科目名称", "基本支出", "", ""]
        reading = _read([["", "", "", "合计", one, other], *_rows()], header)
        assert "doubtful" not in _statuses(reading)
        assert reading.column("statement_lines", "measure", row_number=3) == ["basic", "part", "part"]


def test_columns_of_which_another_is_the_whole_are_in_doubt_though_most_rows_are_of_one_part() -> None:
    leaves = [("2200101", "120.50"), ("2200102", "33.25"), ("2200103", "71.80"), ("2200104", "18.05")]
    lines = [["", code, "观测", "0.00", amount, amount] for code, amount in leaves]
    others = [
        ["", "220", "自然资源海洋气象等支出", "300.40", "544.00", "243.60"],
        ["", "2200201", "海域监管", "300.40", "300.40", "0.00"],
    ]
    right = [[*row[:3], row[4], row[3], row[5]] for row in [*others, *lines]]
    assert "doubtful" not in _statuses(_read(right))
    moved = _read([[*row[:3], row[5], row[4], row[3]] for row in [*others, *lines]])
    assert set(_statuses(moved)) == {"doubtful"}


def test_a_whole_that_one_misprint_contradicts_is_no_other_column() -> None:
    rows = _rows()
    rows[3][3] = "9,999.99"
    assert "doubtful" not in _statuses(_read(rows))


def test_columns_under_one_label_are_never_certain() -> None:
    header = (*CODED_HEADER[:4], "三公", "三公")
    assert set(_read(_rows()).column("statement_lines", "reading_status", disclosure="figure")) == {"certain"}
    alike = _read(_rows(), header)
    assert set(alike.column("statement_lines", "reading_status", column_label="三公", disclosure="figure")) <= {
        "untested"
    }
