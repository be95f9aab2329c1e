"""One normalised name for every way an organisation is printed, and each alias with its line."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, DEPARTMENT, Reading, caption, coded, tabs

from dagster_project.extraction.identify.identity import Evidence, Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.identify.regions import find_region
from dagster_project.extraction.model.document import Prose


def _organisations(issuer: str) -> Organisations:
    nothing = Evidence(None)
    return Organisations(
        Identity(Evidence(issuer, issuer, 1), find_region(issuer), nothing, nothing, nothing, nothing, None)
    )


@pytest.mark.parametrize(
    "printed",
    [
        "深圳市龙岗区海洋观测局本级",
        "深圳市龙岗区海洋观测局（本级）",
        "深圳市龙岗区海洋观测局(本级)",
        "深圳市龙岗区海洋观测局局本级",
        "龙岗区海洋观测局本级",
        "区海洋观测局本级",
        "深圳市龙岗区 海洋观测局 本级",
        "区海洋观测局（本级）（公章）",
        "深圳市龙岗区海洋观测局本级（机关）",
        "深圳市龙岗区海洋观测局机关",
    ],
)
def test_every_way_to_print_the_own_level_is_one_organisation(printed: str) -> None:
    place = _organisations(DEPARTMENT).resolve(printed, 7)
    assert (place.name, place.kind, place.department) == (f"{DEPARTMENT}本级", "own_level", DEPARTMENT)


@pytest.mark.parametrize("name", [f"{DEPARTMENT}机关", f"{DEPARTMENT}（机关）", f"{DEPARTMENT}本级"])
def test_a_budget_of_the_own_level_is_no_other_body_s(name: str) -> None:
    document = Reading(f"{name}2031年单位预算\n\n{BUDGET}").document
    assert (document["issuer_as_printed"], document["organisation"]) == (name, f"{DEPARTMENT}本级")
    assert document["document_scope"] == "unit"


def test_a_number_in_a_name_is_one_in_figures_and_in_words() -> None:
    school = "深圳市龙岗区第五十一中学"
    assert [_organisations(name).resolve(name, 7).name for name in (school, "深圳市龙岗区第51中学")] == [school] * 2


@pytest.mark.parametrize(
    "printed", ["深圳市龙岗区海洋观测局", "龙岗区海洋观测局", "区海洋观测局", "区海洋 观测局", "[292]区海洋观测局"]
)
def test_bare_name_is_the_department(printed: str) -> None:
    place = _organisations(DEPARTMENT).resolve(printed, 7)
    assert (place.name, place.kind) == (DEPARTMENT, "department")


def test_name_of_the_department_without_its_region_is_the_department() -> None:
    assert _organisations(DEPARTMENT).resolve("海洋观测局本级", 7).name == f"{DEPARTMENT}本级"


@pytest.mark.parametrize(
    ("issuer", "printed", "name"),
    [
        ("深圳市海洋观测局", "市海洋观测局本级", "深圳市海洋观测局本级"),
        ("深圳市海洋观测局", "市浮标站", "深圳市浮标站"),
        (DEPARTMENT, "市浮标站", "深圳市浮标站"),
        ("余干县海洋观测局", "县浮标站", "余干县浮标站"),
        (DEPARTMENT, "东礁观测站", "东礁观测站"),
    ],
)
def test_short_region_before_a_name_is_written_out(issuer: str, printed: str, name: str) -> None:
    organisations = _organisations(issuer)
    assert organisations.resolve(printed, 7).name.endswith(name)
    assert organisations.resolve(printed, 7).name == organisations.resolve(name, 8).name


def test_issuer_that_is_an_own_level_belongs_to_its_department() -> None:
    organisations = _organisations(f"{DEPARTMENT}（本级）")
    assert organisations.issuer is not None
    assert (organisations.issuer.name, organisations.issuer.kind, organisations.department) == (
        f"{DEPARTMENT}本级",
        "own_level",
        DEPARTMENT,
    )


def test_unit_belongs_to_the_department_and_its_region() -> None:
    place = _organisations(DEPARTMENT).resolve("东礁观测站", 7)
    assert (place.kind, place.department, place.region_code) == ("unit", DEPARTMENT, "440307")


def test_slip_in_the_name_over_a_table_is_forgiven_but_kept_as_alias() -> None:
    organisations = _organisations(DEPARTMENT)
    assert organisations.resolve_caption("深圳市龙岗区财海洋观测局", 9).name == DEPARTMENT
    assert organisations.aliases["深圳市龙岗区财海洋观测局"].line == 9


@pytest.mark.parametrize("printed", ["深圳市龙岗区林业观测站", f"{DEPARTMENT}本级", "深圳市坪山区海洋观测所"])
def test_another_name_over_a_table_is_another_organisation(printed: str) -> None:
    assert _organisations(DEPARTMENT).resolve_caption(printed, 9).name == printed


def test_alias_keeps_its_first_line() -> None:
    reading = Reading(
        BUDGET + coded() + "\n" + caption("支出总表", 3) + tabs([("预算单位", "支出总计"), ("区海洋观测局本级", "3")])
    )
    alias = reading.one("organisations", name_as_printed="区海洋观测局本级")
    assert alias["line"] == reading.rows("statement_lines")[0]["line"]
    assert (alias["organisation"], alias["parent"]) == (f"{DEPARTMENT}本级", DEPARTMENT)


def test_bodies_without_accounts_of_their_own_are_found_in_prose() -> None:
    organisations = _organisations(DEPARTMENT)
    organisations.read_prose(
        [Prose(5, "下设东礁海洋浮标管理中心（非独立核算）。"), Prose(6, "下属单位是：西礁海洋浮标管理中心。")]
    )
    assert {place.name: place.kind for place in organisations.by_name.values() if "礁" in place.name} == {
        "东礁海洋浮标管理中心": "non_independent",
        "西礁海洋浮标管理中心": "unit",
    }


def test_budget_code_before_the_name_of_a_department_is_kept() -> None:
    form = [("项目名称", "潮位观测", "项目编码", "99001"), ("主管部门", "0177 深圳市龙岗区海洋观测局")]
    form.append(("一级指标", "二级指标", "三级指标", "指标值"))
    reading = Reading(BUDGET + "项目支出绩效目标表\n\n" + tabs(form))
    assert reading.column("organisations", "budget_code", organisation=DEPARTMENT)[0] == "0177"


def test_bare_name_over_a_table_of_the_own_level_s_document_is_the_own_level_s() -> None:
    table = coded().replace("单位：万元", f"预算单位：{DEPARTMENT}\n\n单位：万元")
    reading = Reading(f"{DEPARTMENT}（本级）2031年部门预算\n\n{table}")
    assert {row["organisation"] for row in reading.rows("statement_lines")} == {f"{DEPARTMENT}本级"}


def test_budget_code_in_front_of_a_name_is_no_part_of_it() -> None:
    assert _organisations(DEPARTMENT).resolve(f"126001{DEPARTMENT}", 7).name == DEPARTMENT
