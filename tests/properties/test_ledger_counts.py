"""Whatever a table says, facts, labels, unmapped and redacted numbers together are the numbers printed in it."""

from __future__ import annotations

import re
from collections import Counter

from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from vocabulary import CAPTIONS, PERSONS, TITLES, amount_texts, blanks, figures, words

from dagster_project.extraction import extract

NUMBER = re.compile(r"[≥≤]?(?:不低于)?-?\d[\d,]*(?:\.\d+)?(?:%|万元|亿元|元|次|家|年|月|分)?")
AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?\s*[万亿]?元")
cells = st.one_of(words, words, figures, blanks, blanks, amount_texts)
rows = st.lists(st.lists(cells, min_size=2, max_size=9), min_size=1, max_size=10)
captions = st.lists(st.sampled_from([*TITLES, *CAPTIONS, "预算5万元", ""]), max_size=4)
pages = st.lists(st.tuples(captions, rows), min_size=1, max_size=4)


def _count(cell: str) -> int:
    return 1 if NUMBER.fullmatch(cell) else len(AMOUNT.findall(cell))


def _text(pages: list[tuple[list[str], list[list[str]]]], separator: str) -> str:
    lines = ["深圳市龙岗区海洋观测局 2031年部门预算"]
    for above, grid in pages:
        lines += ["", *above, ""]
        lines += [f"| {' | '.join(row)} |" if separator == "|" else "\t".join(row) for row in grid]
    return "\n".join(lines)


@examples(400)
@given(pages, st.sampled_from(["|", "\t"]))
def test_every_number_is_counted_exactly_once(pages: list[tuple[list[str], list[list[str]]]], separator: str) -> None:
    text = _text(pages, separator)
    ledger = extract(text.encode(), "document.txt").tables["ledger"].to_pylist()
    expected = Counter(
        {
            number: sum(map(_count, (cell.strip() for cell in re.split(r"[|\t]", line))))
            if separator in line
            else len(AMOUNT.findall(line))
            for number, line in enumerate(text.split("\n"), 1)
        }
    )
    assert Counter(row["line"] for row in ledger) == +expected
    assert {row["disposition"] for row in ledger} <= {"fact", "label", "unmapped"}
    assert len({row["ledger_id"] for row in ledger}) == len(ledger)


telephones = st.one_of(st.integers(10**6, 10**11).map(str), st.integers(0, 9).map(str))


@given(st.lists(st.tuples(st.sampled_from(PERSONS), telephones), min_size=1, max_size=4), st.sampled_from(TITLES))
def test_numbers_of_persons_are_redacted_and_counted(pairs: list[tuple[str, str]], title: str) -> None:
    lines = [f"{label}\t{number}" for label, number in pairs]
    text = f"深圳市龙岗区海洋观测局 2031年部门预算\n\n{title}\n\n" + "\n".join(lines)
    ledger = extract(text.encode(), "document.txt").tables["ledger"].to_pylist()
    assert [(row["disposition"], row["value_as_printed"]) for row in ledger] == [("redacted", None)] * len(pairs)


@examples(200)
@given(pages, st.sampled_from(["|", "\t"]))
def test_every_fact_is_a_fact_of_the_ledger(pages: list[tuple[list[str], list[list[str]]]], separator: str) -> None:
    tables = extract(_text(pages, separator).encode(), "document.txt").tables
    facts = {row["ledger_id"]: row for row in tables["ledger"].to_pylist() if row["disposition"] == "fact"}
    for line in tables["statement_lines"].to_pylist():
        if line["disclosure"] == "figure":
            assert facts[line["ledger_id"]]["amount_cny"] == line["amount_cny"]
        else:
            assert (line["ledger_id"], line["amount_cny"]) == (None, None)
    for table in ("indicators", "projects", "scores"):
        for row in tables[table].to_pylist():
            for name, value in row.items():
                assert not name.endswith("ledger_id") or value is None or value in facts, (table, name)
