"""How far a reading is trusted follows from its measures, and the folder's verdict from its documents."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from dagster_project.assessment import words
from dagster_project.assessment.model import DocumentAssessment, Outcome, Standing
from dagster_project.assessment.standing import standing_of, verdict_on
from dagster_project.languages import in_chinese

SOUND = {
    "document_file": "a.pdf",
    "outcome": Outcome.READ,
    "outcome_because": None,
    "error_message": None,
    "issuer": "深圳市南山区第1局",
    "region": "广东省深圳市南山区",
    "document_kind": "budget",
    "document_scope": "department",
    "fiscal_year": 2026,
    "unread_message": None,
    "numbers": 1000,
    "unmapped": 0,
    "tables": 10,
    "tables_doubtful": 0,
    "identities_satisfied": 100,
    "identities_failed": 0,
    "digits_printed": 10_000,
    "digits_lost": 0,
    "digits_added": 0,
    "printed_total_cny": Decimal("5000.00"),
    "additive_cny": Decimal("5000.00"),
    "gap_cny": Decimal(0),
    "gap_reason": None,
}
GAPS = (
    "department_counts",
    "doubtful_tables",
    "no_rows",
    "rows_do_not_add_up",
    "statements_differ",
    "unknown_tables",
)


def test_nothing_against_it_is_sound() -> None:
    assert standing_of(SOUND) == (Standing.SOUND, ())


@pytest.mark.parametrize(
    ("measures", "standing", "words"),
    [
        ({"issuer": None}, Standing.UNSOUND, "issuer"),
        ({"fiscal_year": None}, Standing.UNSOUND, "year"),
        ({"region": None, "document_scope": None}, Standing.LOOK, "region and scope"),
        ({"unmapped": 30}, Standing.SOUND, ""),
        ({"unmapped": 31}, Standing.LOOK, "3% of its numbers"),
        ({"unmapped": 201}, Standing.UNSOUND, "20% of its numbers"),
        ({"tables_doubtful": 1}, Standing.LOOK, "1 table is doubtful"),
        ({"tables_doubtful": 3}, Standing.UNSOUND, "3 tables are doubtful"),
        ({"identities_satisfied": 10, "identities_failed": 2}, Standing.SOUND, ""),
        ({"identities_satisfied": 97, "identities_failed": 3}, Standing.LOOK, "3 of its 100"),
        ({"identities_satisfied": 10, "identities_failed": 3}, Standing.UNSOUND, "3 of its 13"),
        ({"unread_message": "Page 2 is a scan."}, Standing.LOOK, "Page 2"),
        ({"digits_lost": 4}, Standing.LOOK, "4 digits"),
        ({"digits_lost": 4, "digits_added": 7}, Standing.UNSOUND, "11 digits"),
        ({"gap_cny": Decimal("0.01")}, Standing.SOUND, ""),
        ({"gap_cny": Decimal(-50), "gap_reason": "statements_differ"}, Standing.LOOK, "50.00 yuan (statements differ)"),
        ({"gap_cny": Decimal(51), "gap_reason": "unknown_tables"}, Standing.UNSOUND, "51.00"),
        ({"gap_cny": Decimal(900), "gap_reason": "withheld_secret"}, Standing.SOUND, ""),
        (
            {"gap_cny": Decimal(900), "gap_reason": "no_rows", "document_kind": "performance_targets"},
            Standing.SOUND,
            "",
        ),
        ({"numbers": 0, "tables": 0}, Standing.LOOK, "no number"),
        ({"tables": 0}, Standing.LOOK, "no table"),
        ({"error_message": "Page 3 was not read."}, Standing.LOOK, "Page 3"),
        ({"outcome": Outcome.FAILED, "outcome_because": "It is empty."}, Standing.UNREAD, "It is empty."),
        ({"outcome": Outcome.DUPLICATE, "outcome_because": "a second copy"}, Standing.ASIDE, "a second copy"),
        ({"outcome": Outcome.OUT_OF_SCOPE, "outcome_because": "no budget"}, Standing.ASIDE, "no budget"),
        ({"outcome": Outcome.OUT_OF_SCOPE, "document_kind": None, "unmapped": 9}, Standing.LOOK, "9 numbers"),
    ],
)
def test_each_measure_speaks_for_itself(measures: dict[str, object], standing: Standing, words: str) -> None:
    found, reasons = standing_of(SOUND | measures)
    assert found is standing
    assert (len(reasons), words in "".join(reasons)) == (bool(words), True)


@pytest.mark.parametrize(
    "measures",
    [
        {"issuer": None, "fiscal_year": None, "region": None, "document_scope": None},
        {"region": None, "unmapped": 500, "tables_doubtful": 1, "digits_lost": 1},
        {"document_scope": None, "tables_doubtful": 3, "digits_lost": 4, "identities_failed": 60},
        {"numbers": 0},
        {"tables": 0},
        {"outcome": Outcome.OUT_OF_SCOPE, "document_kind": None, "unmapped": 9},
        *({"gap_cny": Decimal(51), "gap_reason": reason} for reason in GAPS),
    ],
)
def test_every_reason_has_its_chinese(measures: dict[str, object]) -> None:
    _, reasons = standing_of(SOUND | measures)
    assert reasons
    assert not [told for told in map(in_chinese, reasons) if re.search("[a-z]", told)]


def test_the_worst_reason_decides_and_stands_first() -> None:
    standing, reasons = standing_of(SOUND | {"region": None, "unmapped": 500})
    assert standing is Standing.UNSOUND
    assert [reason.split()[0] for reason in reasons] == ["50%", "region"]


def test_what_was_not_looked_at_speaks_neither_for_nor_against() -> None:
    unknown = dict.fromkeys(("tables_doubtful", "identities_satisfied", "identities_failed", "gap_cny", "gap_reason"))
    assert standing_of(SOUND | unknown | {"digits_lost": None, "digits_added": None}) == (Standing.SOUND, ())


def documents(**counts: int) -> list[DocumentAssessment]:
    """Return so many documents of each standing."""
    return [
        DocumentAssessment(
            document_file=f"{standing}-{number}",
            standing=Standing(standing),
            reasons=(),
            outcome=Outcome.READ,
            format="",
        )
        for standing, count in counts.items()
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ({"sound": 19, "look": 1}, Standing.SOUND),
        ({"sound": 18, "look": 2}, Standing.LOOK),
        ({"sound": 19, "unread": 1}, Standing.LOOK),
        ({"sound": 19, "unsound": 1}, Standing.SOUND),
        ({"sound": 10, "look": 9, "unsound": 1}, Standing.LOOK),
        ({"sound": 9, "look": 11}, Standing.UNSOUND),
        ({"sound": 10, "unsound": 2}, Standing.UNSOUND),
        ({"sound": 1, "aside": 30}, Standing.SOUND),
        ({"aside": 2}, Standing.ASIDE),
        ({}, Standing.ASIDE),
    ],
)
def test_the_verdict_follows_from_the_documents(counts: dict[str, int], verdict: Standing) -> None:
    assert verdict_on(documents(**counts)) is verdict


@pytest.mark.parametrize(
    ("value", "shown"), [(None, ""), (0.0, "0%"), (0.00001, "0.1%"), (0.9, "90.0%"), (0.99999, "99.9%"), (1.0, "100%")]
)
def test_only_all_is_shown_as_all_and_only_none_as_none(value: float | None, shown: str) -> None:
    assert words.share(value) == shown
