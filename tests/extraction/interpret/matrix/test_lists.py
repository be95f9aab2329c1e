"""Lists in one column of names: bodies, kinds of project and projects are told by what adds up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from synthetic import BUDGET, DEPARTMENT, Reading, caption, tabs

from dagster_project.extraction.interpret.matrix.sums import MOST_STEPS, parents_by_sums

AMOUNTS = st.lists(st.integers(1000, 999_999), min_size=2, max_size=6, unique=True)


def test_whole_stands_before_its_parts() -> None:
    assert parents_by_sums([10, 7, 4, 3, 3]) == [None, 0, 1, 1, 0]


def test_two_of_one_amount_are_whole_and_part_where_all_adds_up_so() -> None:
    assert parents_by_sums([10, 6, 6, 4]) == [None, 0, 1, 0]
    assert parents_by_sums([16, 6, 6, 4]) == [None, 0, 0, 0]


def test_list_that_does_not_add_up_is_left() -> None:
    assert parents_by_sums([10, 4, 3]) is None
    assert parents_by_sums([5]) is None
    assert parents_by_sums([0, 0]) is None


def test_long_list_of_one_amount_is_given_up_in_time() -> None:
    assert parents_by_sums([100 * 599, *[100] * 599]) is None
    assert MOST_STEPS < 100_000


@given(st.lists(AMOUNTS, min_size=1, max_size=4))
def test_printed_tree_is_found_again(groups: list[list[int]]) -> None:
    values, parents = [sum(map(sum, groups))], [None]  # type: list[int], list[int | None]
    for parts in groups:
        whole = len(values)
        values += [sum(parts), *parts]
        parents += [0, *[whole] * len(parts)]
    found = parents_by_sums(values)
    assert found is not None
    for index, value in enumerate(values):
        own = [values[part] for part, parent in enumerate(found) if parent == index]
        assert not own or abs(sum(own) - value) <= (len(own) + 1) // 2


def test_projects_of_two_bodies_in_one_column() -> None:
    unit = "龙岗区潮位观测中心"
    text = caption("项目支出总表") + tabs(
        [
            ("支出项目类别（资金使用单位）", "总计", "财政拨款", "绩效目标"),
            ("合计", "60.00", "60.00", ""),
            (f"{DEPARTMENT}本级", "45.00", "45.00", ""),
            ("潮位观测", "25.00", "25.00", "完成观测"),
            ("海图印制", "20.00", "20.00", "完成印制"),
            (unit, "15.00", "15.00", ""),
            ("浮标维护", "10.00", "10.00", "完成维护"),
            ("船只租用", "5.00", "5.00", "完成租用"),
        ]
    )
    reading = Reading(BUDGET + text)
    assert [(row["project_name"], row["organisation"]) for row in reading.rows("projects")] == [
        ("潮位观测", f"{DEPARTMENT}本级"),
        ("海图印制", f"{DEPARTMENT}本级"),
        ("浮标维护", f"深圳市{unit}"),
        ("船只租用", f"深圳市{unit}"),
    ]
    assert (
        reading.lines("row_role", column_label="总计")
        == [("total",)] * 2 + [("leaf",)] * 2 + [("total",)] + [("leaf",)] * 2
    )


def test_total_in_the_column_of_projects_is_no_project() -> None:
    rows = (("项目名称", "合计"), ("合 计", "9.00"), ("潮位观测", "5.00"), ("海图印制", "4.00"))
    reading = Reading(BUDGET + caption("项目支出总表") + tabs(rows))
    assert reading.column("projects", "project_name") == ["潮位观测", "海图印制"]
    assert reading.lines("item", "row_role", value_as_printed="9.00") == [("total", "total")]


def _projects(*rows: tuple[str, str]) -> list[tuple[str, str]]:
    text = caption("项目支出表") + tabs([("项目名称", "合计"), *rows])
    return [(row["organisation"], row["project_name"]) for row in Reading(BUDGET + text).rows("projects")]


def test_bodies_in_the_column_of_projects_are_none() -> None:
    unit = "龙岗区潮位观测中心"
    rows = ((DEPARTMENT, "45.00"), ("潮位观测", "25.00"), ("海图印制", "20.00"), (unit, "15.00"), ("浮标维护", "15.00"))
    assert _projects(("合计", "60.00"), *rows) == [
        (f"{DEPARTMENT}本级", "潮位观测"),
        (f"{DEPARTMENT}本级", "海图印制"),
        (f"深圳市{unit}", "浮标维护"),
    ]


def test_projects_that_add_up_by_chance_are_projects() -> None:
    rows = (("潮位观测", "10.00"), ("海图印制", "6.00"), ("浮标维护", "4.00"))
    assert [name for _, name in _projects(*rows)] == [name for name, _ in rows]


def test_only_part_of_a_whole_is_the_same_figure() -> None:
    assert parents_by_sums([20, 12, 5, 7, 8, 8]) == [None, 0, 1, 1, 0, 4]


def test_list_whose_total_stands_last_is_the_same() -> None:
    header = ("支出项目类别（资金使用单位）", "总计", "财政拨款", "绩效目标")
    total = ("合计", "45.00", "45.00", "")
    body = (
        (f"{DEPARTMENT}本级", "25.00", "25.00", ""),
        ("潮位观测", "25.00", "25.00", "完成观测"),
        ("龙岗区潮位观测中心", "20.00", "20.00", ""),
        ("浮标维护", "20.00", "20.00", "完成维护"),
    )
    first, last = (
        Reading(BUDGET + caption("项目支出总表") + tabs([header, *rows])).lines(
            "organisation", "project_name", "row_role", "amount_cny", measure="approved"
        )
        for rows in ((total, *body), (*body, total))
    )
    assert [*first[1:], first[0]] == last
    assert len({owner for owner, *_ in last}) == 3


def _owners(header: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    reading = Reading(BUDGET + caption("项目支出总表") + tabs([header, *rows]))
    return [(row["project_name"], row["organisation"]) for row in reading.rows("projects")]


THREE_BODIES = (
    ("合计", "90.00", "90.00"),
    (f"{DEPARTMENT}本级", "45.00", "45.00"),
    ("潮位观测", "25.00", "25.00"),
    ("海图印制", "20.00", "20.00"),
    ("龙岗区潮位观测中心", "15.00", "15.00"),
    ("浮标维护", "10.00", "10.00"),
    ("船只租用", "5.00", "5.00"),
    ("龙岗区海图印制中心", "30.00", "30.00"),
    ("纸张购置", "12.00", "12.00"),
    ("图版保存", "18.00", "18.00"),
)
OWNERS = [
    ("潮位观测", f"{DEPARTMENT}本级"),
    ("海图印制", f"{DEPARTMENT}本级"),
    ("浮标维护", "深圳市龙岗区潮位观测中心"),
    ("船只租用", "深圳市龙岗区潮位观测中心"),
    ("纸张购置", "深圳市龙岗区海图印制中心"),
    ("图版保存", "深圳市龙岗区海图印制中心"),
]


def test_row_that_is_missing_takes_no_other_row_from_its_body() -> None:
    header, rows = ("支出项目类别（资金使用单位）", "总计", "财政拨款"), list(THREE_BODIES)
    del rows[3]
    assert _owners(header, *rows) == [owner for owner in OWNERS if owner[0] != "海图印制"]


def test_list_adds_up_whichever_column_holds_the_whole() -> None:
    header = ("支出项目类别（资金使用单位）", "其他资金", "财政拨款", "总计")
    rows = [(name, "0.00", amount, whole) for name, amount, whole in THREE_BODIES]
    assert _owners(header, *rows) == OWNERS
