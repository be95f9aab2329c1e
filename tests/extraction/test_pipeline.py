"""extract: a bad document is issue rows, a defect of ours is an exception, and one content is always one result."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from synthetic import BUDGET, FORM, Reading, caption, coded, tabs

from dagster_project.extraction import EXTRACTOR_VERSION, extract, pipeline
from dagster_project.extraction.model.issues import IssueCode, Severity


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let nothing but counted references free what the block makes."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


BAD = {
    "empty_file": b"",
    "binary_file": b"nothing known\x00\x01",
    "undecodable_text": b"\xff\xfa\xfb" * 9,
    "unsupported_format": b"{\\rtf1",
    "not_a_budget_document": "观测站轮班安排".encode(),
}


@pytest.mark.parametrize("code", BAD)
def test_bad_document_is_one_issue_and_a_document_row(code: str) -> None:
    reading = Reading(BAD[code], "incoming/file.txt")
    issue = reading.one("issues")
    assert (issue["code"], issue["severity"], issue["document_file"]) == (code, "error", "incoming/file.txt")
    assert issue["message"].endswith((".", "。"))
    assert reading.document["document_file"] == "incoming/file.txt"
    assert reading.rows("ledger") == []


@pytest.mark.parametrize(
    "cell",
    ["9" * 21, "9" * 40, "0.123456789", "1" * 19 + ".1", "-" * 5000, "|" * 50, "<p", "\u3000", "≥", "，", "(5", "５"],
)
def test_odd_cell_never_stops_the_document(cell: str) -> None:
    reading = Reading(BUDGET + coded([("区海洋观测局本级", "", "", cell, "1", "2")]) + f"\n共{cell}亿元。\n")
    assert reading.lines("value_as_printed", measure="basic") == [("1",)]


def test_document_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = BUDGET + coded()
    seen = [len(Reading(whole[:length]).rows("ledger")) for length in range(0, len(whole), 7)]
    assert seen[0] == 0
    assert seen == sorted(seen)
    assert seen[-1] > 10


def test_defect_of_ours_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("our defect")

    monkeypatch.setattr(pipeline, "interpret_tables", broken)
    with pytest.raises(KeyError, match="our defect"):
        extract((BUDGET + coded()).encode(), "document.txt")


def test_same_bytes_give_the_same_tables() -> None:
    content = (BUDGET + coded()).encode()
    first, second = extract(content, "a.txt"), extract(content, "a.txt")
    assert first.document_id == second.document_id
    assert all(first.tables[name].equals(second.tables[name]) for name in first.tables)


def test_path_is_only_a_label() -> None:
    content = (BUDGET + coded()).encode()
    first, second = extract(content, "2019/坪山区2019年部门决算.txt"), extract(content, "b.txt")
    for name, table in first.tables.items():
        if "document_file" not in table.column_names:
            assert table.equals(second.tables[name])
    assert first.tables["documents"].drop(["document_file"]).equals(second.tables["documents"].drop(["document_file"]))


def test_extraction_can_be_sent_to_another_process() -> None:
    extraction = extract((BUDGET + coded()).encode(), "a.txt")
    copy = pickle.loads(pickle.dumps(extraction))
    assert copy.document_id == extraction.document_id
    assert copy.tables["ledger"].equals(extraction.tables["ledger"])


def test_version_of_the_extractor_stands_on_the_document() -> None:
    assert Reading(BUDGET + coded()).document["extractor_version"] == EXTRACTOR_VERSION


def test_unknown_table_is_kept_and_reported_with_its_line() -> None:
    reading = Reading(BUDGET + coded() + "\n名录如下。\n\n" + tabs([("站名", "海拔"), ("东礁", "高")]))
    issue = reading.one("issues", code="unknown_statement")
    assert issue["line"] == reading.one("tables", statement_kind="unknown")["line"]
    assert "东礁" in reading.column("cells", "text")


def test_clean_document_has_no_issue() -> None:
    assert (
        Reading(BUDGET + caption("支出总表", 3) + tabs([("预算单位", "支出总计"), ("区海洋观测局", "3")])).issues
        == set()
    )


def test_codes_and_severities_are_words() -> None:
    assert all(code.value == code.name.lower() for code in (*IssueCode, *Severity))


def test_what_a_document_made_is_freed_without_looking_for_garbage() -> None:
    calculated = "培训费：20人×500元/人×2天=2万元。\n"
    content = (BUDGET + coded() + f"\n\n{calculated}\n\n" + FORM).encode()
    extract(content, "what the field knows is loaded.txt")
    gc.collect()
    with without_collecting():
        extract(content, "document.txt")
        assert gc.collect() == 0
