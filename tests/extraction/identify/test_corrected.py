"""A correction of the identity or of a figure reaches every fact; one that does not fit changes nothing."""

from __future__ import annotations

import pytest
from synthetic import BUDGET, DEPARTMENT, TARGETS, Reading, Row, caption, coded, tabs

from dagster_project.extraction.identify.corrections import Correction

THREE_PUBLIC = caption("“三公”经费支出表", 12) + tabs(
    [
        ("单位名称", "年度", "“三公”经费合计", "公务接待费"),
        ("区海洋观测局本级", "2031年", "7", "7"),
        ("", "2032年", "9", "9"),
    ]
)
FORM = "项目支出绩效目标表\n\n" + tabs(
    [
        ("项目名称", "潮位观测", "预算年度", "2031"),
        ("申请单位", DEPARTMENT),
        ("一级指标", "二级指标", "三级指标", "指标值"),
        ("产出指标", "数量指标", "布放浮标数", "12个"),
    ]
)
BODY = coded() + "\n" + THREE_PUBLIC
OTHER = "深圳市坪山区潮汐观测局"


def read(text: str, *corrections: tuple[str, str | int | None, str | int | None]) -> Reading:
    """Read a document with corrections given as (field, expect, value)."""
    return Reading(text, corrections=[Correction(*stated, reason="the cover is wrong") for stated in corrections])


def without_identity(rows: list[Row]) -> list[Row]:
    """Return rows without what follows from the identity."""
    follows = ("fiscal_year", "is_comparative", "organisation", "department", "phase", "phase_evidence")
    return [{name: value for name, value in row.items() if name not in follows} for row in rows]


def test_a_corrected_year_is_the_year_of_all_facts_and_decides_what_is_comparative() -> None:
    reading = read(BUDGET + BODY, ("fiscal_year", 2031, 2032))
    coded_lines = reading.lines("fiscal_year", "is_comparative", statement_kind="budget_general_expenditure")
    assert set(coded_lines) == {(2032, False)}
    by_year = set(reading.lines("fiscal_year", "is_comparative", statement_kind="budget_three_public"))
    assert by_year == {(2031, True), (2032, False)}
    assert reading.document["fiscal_year"] == 2032
    assert reading.document["fiscal_year_evidence"] == ("corrections.yml: the cover is wrong (fiscal_year was 2031)")
    assert reading.document["fiscal_year_evidence_line"] is None
    assert "correction_failed" not in reading.issues


def test_the_misread_year_printed_over_a_table_or_in_a_form_is_corrected_with_it() -> None:
    reading = read(TARGETS + FORM, ("fiscal_year", 2031, 2032))
    for table in ("tables", "indicators"):
        assert set(reading.column(table, "fiscal_year")) == {2032}
    captioned = BUDGET + coded().replace("单位：万元", "2031年度\n\n单位：万元")
    assert set(read(captioned, ("fiscal_year", 2031, 2032)).lines("fiscal_year")) == {(2032,)}
    other = read(captioned.replace("2031年度\n", "2030年度\n"), ("fiscal_year", 2031, 2032))
    assert set(other.lines("fiscal_year", "is_comparative")) == {(2030, True)}


def test_a_corrected_organisation_is_meant_wherever_the_wrong_one_was() -> None:
    reading = read(BUDGET + BODY + "\n" + FORM, ("organisation", DEPARTMENT, OTHER))
    assert set(reading.lines("organisation", "department")) == {(f"{OTHER}本级", OTHER)}
    assert set(reading.column("indicators", "organisation")) == {OTHER}
    kinds = {(row["organisation"], row["kind"], row["region_code"]) for row in reading.rows("organisations")}
    assert kinds == {(OTHER, "department", "440310"), (f"{OTHER}本级", "own_level", "440310")}
    document = reading.document
    assert (document["issuer_as_printed"], document["organisation"]) == (DEPARTMENT, OTHER)
    assert document["region_name"] == "深圳市坪山区"
    assert document["issuer_evidence"] == f"corrections.yml: the cover is wrong (organisation was {DEPARTMENT})"


def test_a_department_corrected_to_its_own_level_makes_a_unit_document() -> None:
    reading = read(BUDGET + BODY, ("organisation", DEPARTMENT, f"{DEPARTMENT}本级"))
    assert set(reading.column("tables", "organisation")) == {f"{DEPARTMENT}本级"}
    assert set(reading.lines("organisation", "department")) == {(f"{DEPARTMENT}本级", DEPARTMENT)}
    assert reading.document["document_scope"] == "unit"


def test_a_corrected_issuer_leaves_the_names_printed_elsewhere_alone() -> None:
    reading = read(BUDGET + BODY, ("issuer_as_printed", DEPARTMENT, OTHER))
    assert (reading.document["organisation"], reading.document["region_code"]) == (OTHER, "440310")
    assert set(reading.column("tables", "organisation")) == {DEPARTMENT}


def test_an_organisation_and_a_year_that_were_not_recognised_can_be_stated() -> None:
    text = "表7\n\n一般公共预算支出表\n\n" + coded().split("单位：万元\n\n")[1]
    reading = read(text, ("organisation", None, DEPARTMENT), ("fiscal_year", None, 2031))
    assert set(reading.lines("organisation", "fiscal_year")) == {(f"{DEPARTMENT}本级", 2031)}
    assert not {"issuer_unknown", "year_unknown"} & reading.issues
    assert reading.document["fiscal_year_evidence"].endswith("(fiscal_year was not recognised)")


def test_a_corrected_region_is_the_region_of_the_organisations() -> None:
    reading = read(BUDGET + BODY, ("region_code", "440307", "440310"))
    assert (reading.document["region_code"], reading.document["region_name"]) == ("440310", "深圳市坪山区")
    assert set(reading.column("organisations", "region_code")) == {"440310"}


@pytest.mark.parametrize(
    ("corrections", "region"),
    [
        ([("region_name", "深圳市龙岗区", "深圳市坪山区")], ("440310", "深圳市坪山区")),
        ([("region_code", "440307", "449999"), ("region_name", "深圳市龙岗区", "外岛区")], ("449999", "外岛区")),
        ([("region_code", "440307", None)], (None, None)),
    ],
)
def test_a_region_is_stated_by_name_or_by_both_where_the_standard_lacks_it(
    corrections: list[tuple[str, str, str | None]], region: tuple[str | None, str | None]
) -> None:
    reading = read(BUDGET + BODY, *corrections)
    assert (reading.document["region_code"], reading.document["region_name"]) == region
    assert "correction_failed" not in reading.issues


def test_a_region_that_the_standard_lacks_is_not_taken_by_its_code_alone() -> None:
    reading = read(BUDGET + BODY, ("region_code", "440307", "449999"))
    assert reading.document["region_code"] == "440307"
    assert "state both region_code and region_name" in reading.one("issues", code="correction_failed")["message"]


def test_a_corrected_kind_and_a_corrected_phase_decide_the_phase_of_the_figures() -> None:
    reading = read(BUDGET + BODY, ("phase", "approved", "revised"))
    assert set(reading.lines("phase", "phase_evidence")) == {
        ("revised", "corrections.yml: the cover is wrong (phase was approved)")
    }
    assert (reading.document["phases"], reading.document["phase_evidence_line"]) == ("revised", None)
    form = read(TARGETS + FORM, ("document_kind", "performance_targets", "performance_evaluation"))
    assert (form.document["document_kind"], form.document["phases"]) == ("performance_evaluation", "executed")
    scope = read(BUDGET + BODY, ("document_scope", "department", "unit"))
    assert scope.document["document_scope"] == "unit"


@pytest.mark.parametrize(
    ("field", "expect", "value"),
    [("fiscal_year", 2029, 2032), ("organisation", OTHER, "甲"), ("phase", "revised", "executed")],
)
def test_a_correction_that_does_not_fit_is_an_issue_and_changes_nothing(
    field: str, expect: str | int, value: str | int
) -> None:
    plain, corrected = read(BUDGET + BODY), read(BUDGET + BODY, (field, expect, value))
    for name in plain.extraction.tables:
        if name != "issues":
            assert plain.rows(name) == corrected.rows(name)
    issue = corrected.one("issues", code="correction_failed")
    assert issue["severity"] == "warning"
    assert f"expects {field} = {expect!r}, the document has" in issue["message"]


def test_a_correction_changes_nothing_but_what_follows_from_it() -> None:
    plain = read(BUDGET + BODY)
    corrected = read(BUDGET + BODY, ("fiscal_year", 2031, 2032), ("organisation", DEPARTMENT, OTHER))
    assert without_identity(plain.rows("statement_lines")) == without_identity(corrected.rows("statement_lines"))
    assert plain.rows("cells") == corrected.rows("cells")


def test_a_corrected_figure_keeps_the_printed_one_beside_it() -> None:
    place = Reading(BUDGET + coded()).one("statement_lines", code="2200299", measure="total")
    at = (place["table_number"], place["row_number"], place["column_number"])
    reading = Reading(BUDGET + coded(), corrections=[Correction("figure", "180", "1,081.5", "a digit is smudged", at)])
    line = reading.one("statement_lines", ledger_id=place["ledger_id"])
    assert (line["value_as_printed"], line["unit_applied"], str(line["amount_cny"])) == ("180", "万元", "10815000.00")
    row = reading.one("ledger", ledger_id=place["ledger_id"])
    assert (row["value_as_printed"], row["amount_cny"], row["disposition"]) == ("180", line["amount_cny"], "fact")
    assert row["reason"] == "statement line; corrected to 1,081.5 by corrections.yml: a digit is smudged"
    assert "correction_failed" not in reading.issues


@pytest.mark.parametrize(
    ("expect", "column", "found"), [("181", 4, "has '180'"), ("180", 2, "no figure"), ("", 5, "no")]
)
def test_a_correction_of_what_is_not_there_is_an_issue(expect: str, column: int, found: str) -> None:
    corrections = [Correction("figure", expect, "5", "smudged", (1, 6, column))]
    reading = Reading(BUDGET + coded(), corrections=corrections)
    issue = reading.one("issues", code="correction_failed")
    assert found in issue["message"]
    assert (issue["table_number"], issue["row_number"]) == (1, 6)
    assert reading.rows("statement_lines") == Reading(BUDGET + coded()).rows("statement_lines")
