"""A document that contradicts itself is withheld before dbt, with both sides; one counted differently is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from budgets import budget
from defective_extraction import defective_extract

from dagster_project.invariants.judged import judge_documents, read_judged, withhold
from dagster_project.invariants.violations import Violation
from dagster_project.settings import Settings
from dagster_project.store.refresh import refresh

BOTH_SIDES = {
    "line_twice": (
        "statement_lines_key_is_unique",
        "sides=(name_as_printed=一般公共服务支出) | (name_as_printed=又一行)",
    ),
    "number_twice": ("ledger_key_is_unique", "sides=(value_as_printed=120.00) | (value_as_printed=999.00)"),
    "fact_without_ledger": ("every_fact_stands_in_the_ledger", "fact_table=statement_lines"),
    "fact_unused": ("every_fact_of_the_ledger_is_used", "value_as_printed=120.00"),
    "another_amount": ("amounts_equal_their_ledger_rows", "amount_cny=1200001.00, value_in_ledger=120.00"),
}


def extracted(folder: Path, *names: str) -> Settings:
    """Return an installation in which the documents of these names are extracted, each with its defect."""
    settings = Settings(folder / "raw", folder / "data")
    settings.raw.mkdir()
    for number, name in enumerate(names):
        (settings.raw / f"{name}.txt").write_text(budget(number), encoding="utf-8")
    refresh(settings, defective_extract, "defective")
    return settings


@pytest.mark.parametrize("name", BOTH_SIDES)
def test_a_document_that_contradicts_itself_is_withheld_with_both_sides(tmp_path: Path, name: str) -> None:
    settings = extracted(tmp_path, "good", name)
    invariant, shown = BOTH_SIDES[name]
    violations = {violation.name: violation for violation in judge_documents(settings)}
    (withheld,) = read_judged(settings.judged, "withheld_documents").to_pylist()
    assert (withheld["document_file"], withheld["document_id"]) == (f"{name}.txt", violations[invariant].document_id)
    assert {violation.document_id for violation in violations.values()} == {withheld["document_id"]}
    assert any(shown in example for example in violations[invariant].examples)
    issues = read_judged(settings.judged, "issues").to_pylist()
    (told,) = [issue for issue in issues if shown in issue["message"]]
    assert (told["document_file"], told["severity"], told["code"]) == (f"{name}.txt", "error", "document_withheld")


def test_a_document_alone_is_withheld_as_well(tmp_path: Path) -> None:
    settings = extracted(tmp_path, "line_twice")
    judge_documents(settings)
    assert read_judged(settings.judged, "withheld_documents").num_rows == 1


def test_the_second_count_says_how_many_and_where(tmp_path: Path) -> None:
    settings = extracted(tmp_path, "good", "fact_without_ledger")
    judge_documents(settings)
    again = {row["counted_difference"]: row for row in read_judged(settings.judged, "second_counts").to_pylist()}
    assert again[0]["numbers_counted_again"] == again[0]["numbers_in_ledger"] == 15
    assert (again[1]["numbers_in_ledger"], again[1]["differing_lines"]) == (14, "line 7: 4 and 3")


def test_a_difference_of_the_second_count_alone_keeps_no_document_back(tmp_path: Path) -> None:
    settings = extracted(tmp_path, "label_lost")
    assert judge_documents(settings) == []
    assert read_judged(settings.judged, "withheld_documents").num_rows == 0
    (issue,) = read_judged(settings.judged, "issues").to_pylist()
    assert (issue["document_file"], issue["code"], issue["severity"]) == (
        "label_lost.txt",
        "counted_differently",
        "error",
    )


def test_what_is_judged_anew_forgets_what_was_withheld(tmp_path: Path) -> None:
    settings = extracted(tmp_path, "good")
    judge_documents(settings)
    (document,) = read_judged(settings.judged, "second_counts").column("document_id").to_pylist()
    withhold(settings, [Violation(document, "test", "The test fails.", ("a=1",))])
    assert read_judged(settings.judged, "withheld_documents").column("withheld_because").to_pylist() == [
        "The test fails."
    ]
    judge_documents(settings)
    assert read_judged(settings.judged, "withheld_documents").num_rows == 0
    assert read_judged(settings.judged, "issues").num_rows == 0
