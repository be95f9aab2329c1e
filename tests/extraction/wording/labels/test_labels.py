"""Labels of a document that are not its own."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, DEPARTMENT, FINAL_ACCOUNT, Reading, caption, coded, tabs

GRID = tabs([("项目", "金额"), ("甲", "1")])


def _labels(text: str) -> list[tuple[str, str, str]]:
    """The labels that are not what the document is."""
    labels = [(row["kind"], row["label_as_printed"], row["label_meant"]) for row in Reading(text).rows("labels")]
    return [(kind, printed, meant) for kind, printed, meant in labels if printed != meant]


def test_a_slip_in_the_issuers_name_over_a_table_is_told() -> None:
    slip = "深圳市龙岗区海洋财观测局"
    text = BUDGET + coded() + "\n" + caption("收支总表", 1, place=slip) + GRID
    assert _labels(text) == [("issuer", slip, DEPARTMENT)]


@pytest.mark.parametrize(
    "place",
    [DEPARTMENT, "区海洋观测局", "海洋观测局", f"{DEPARTMENT}本级", "深圳龙岗区海洋观测局", f"{DEPARTMENT}机关"],
)
def test_a_name_cut_short_or_of_its_office_is_no_slip(place: str) -> None:
    assert _labels(BUDGET + caption("收支总表", 1, place=place) + GRID) == []


def test_another_organisation_with_a_similar_name_is_no_slip() -> None:
    budget = "深圳市龙岗区第一实验小学 2031年部门预算\n\n"
    second = "深圳市龙岗区第二实验小学"
    reading = Reading(budget + coded() + "\n" + caption("收支总表", 1, place=second) + GRID)
    assert reading.column("labels", "label_as_printed", kind="issuer") == ["深圳市龙岗区第一实验小学"]
    assert second in reading.column("tables", "organisation")


def test_a_heading_of_another_region_is_told() -> None:
    heading = "深圳市海洋观测局 2031年度部门决算表\n\n"
    assert _labels(FINAL_ACCOUNT + heading) == [("region", "深圳市海洋观测局", DEPARTMENT)]
    assert (
        _labels(FINAL_ACCOUNT + f"第二部分 {DEPARTMENT}2031年度部门决算表\n\n区海洋观测局2031年度部门决算说明\n\n")
        == []
    )


def test_a_region_that_does_not_exist_is_told() -> None:
    assert _labels(BUDGET + "按深圳区财政局的要求编制，服务深圳区域企业局。") == [
        ("region", "深圳区财政局", "深圳市财政局")
    ]


def test_another_year_in_a_heading_is_told() -> None:
    assert _labels(BUDGET + "2030年部门预算编制说明\n\n") == [("fiscal_year", "2030", "2031")]


@pytest.mark.parametrize("first", ["和", "及", "与"])
def test_the_line_in_which_a_title_goes_on_is_no_heading(first: str) -> None:
    assert _labels(BUDGET + f"关于2031年部门预算情况\n\n{first}2030年部门预算的说明\n\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "2031年部门预算编制说明",
        "2030年部门决算情况说明",
        "2030年预算执行情况",
        "2029-2031年部门预算规划表",
        "2030年及以前年度预算说明",
        "2030年、2031年“三公”经费预算对比说明",
        "2031年“三公”经费预算表\n\n2030年“三公”经费预算表",
        "《2030年部门预算编制说明》",
    ],
)
def test_years_printed_on_purpose_are_right(line: str) -> None:
    assert _labels(BUDGET + line + "\n\n") == []


def test_a_plan_of_another_year_is_told() -> None:
    cell = "7.根据2030年部门工作计划，完成观测。按照2031年工作计划安排。依据《2030年工作要点》。"
    table = caption("收支总表") + tabs([("年度目标", cell)])
    assert _labels(BUDGET + table) == [("plan_year", "2030", "2031")]
    assert _labels(FINAL_ACCOUNT + table) == []
    assert _labels(BUDGET + cell) == []


def test_a_plan_of_the_year_before_beside_this_year_is_right() -> None:
    cell = "根据2030年工作计划未完成的部分，2031年继续观测。"
    assert _labels(BUDGET + caption("收支总表") + tabs([("年度目标", cell)])) == []


def test_a_year_over_one_table_that_is_not_over_the_others_is_told() -> None:
    form = "项目支出绩效自评表\n\n（{}年度）\n\n项目名称\t观测\n\n"
    years = (2031, 2031, 2030)
    assert _labels(FINAL_ACCOUNT + "".join(form.format(year) for year in years))[-1:] == [
        ("fiscal_year", "2030", "2031")
    ]
    assert _labels(FINAL_ACCOUNT + "".join(form.format(year) for year in (2030, 2030))) == []


def test_a_number_whose_year_is_closed_too_late_is_told() -> None:
    assert _labels(BUDGET + "《海洋观测管理办法》（龙海办【201611号】）") == [
        ("document_number", "龙海办【201611号】", "龙海办〔2016〕11号")
    ]


def test_right_labels_are_rows_too() -> None:
    text = BUDGET + f"{DEPARTMENT}2031年部门预算说明\n\n《海洋观测管理办法》（龙海规[2018]6号）\n\n"
    rows = [tuple(row[name] for name in ("kind", "words", "label_as_printed")) for row in Reading(text).rows("labels")]
    assert rows[-3:] == [
        ("fiscal_year", f"{DEPARTMENT}2031年部门预算说明", "2031"),
        ("region", f"{DEPARTMENT}2031年部门预算说明", DEPARTMENT),
        ("document_number", "龙海规[2018]6号", "龙海规〔2018〕6号"),
    ]
    assert _labels(text) == []
