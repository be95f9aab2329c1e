"""More, less, or as before: the words of a change and of its growth."""

from __future__ import annotations

import pytest
from stating import BUDGET, FINAL, brief, stated


def test_a_level_that_is_as_before_has_no_direction() -> None:
    rows = stated(
        BUDGET,
        "1．林业和草原（款）行政运行（项）支出 100 万元，与上年一致。",
        "公务接待费 2 万元，比 2030 年预算持平。",
    )
    assert brief(rows, "role", "direction", "base_year") == [("level", 0, 2030), ("level", 0, 2030)]


def test_a_bare_rate_in_brackets_behind_a_change_is_its_growth() -> None:
    compared, parts = (
        stated(BUDGET, "培训费 32.00 万元，较上年减少 14.20 万元（44.38%）。"),
        stated(BUDGET, "人员经费增加 60 万元（60%），公用经费增加 40 万元（40%）。"),
    )
    assert brief(compared, "role", "direction")[-1] == ("growth", -1)
    assert compared[-1]["base_id"] == compared[-2]["prose_id"]
    assert [row["role"] for row in parts] == ["change", "other", "change", "other"]


def test_what_there_is_more_or_less_of_is_no_level() -> None:
    rows = stated(FINAL, "主要是：增加培训经费500万元，压减会议经费200万元。", "较2030年增加300万元，增长2.56%。")
    assert brief(rows, "role", "level") == [("other", None), ("other", None), ("change", None), ("growth", None)]
    assert [row["role"] for row in stated(FINAL, "增加值50万元。")] == ["level"]


def test_a_growth_that_is_less_than_none() -> None:
    rows = stated(BUDGET, "“三公”经费88万元，同比减少12万元，负增长12%。")
    assert brief(rows[1:], "role", "direction", "level", "base") == [
        ("change", -1, "88", None),
        ("growth", -1, "88", "12"),
    ]


@pytest.mark.parametrize(("word", "direction"), [("上涨", 1), ("超收", 1), ("短收", -1), ("下滑", -1)])
def test_other_words_of_more_and_less(word: str, direction: int) -> None:
    rows = stated(FINAL, f"税收收入较年初预算{word}3万元。")
    assert brief(rows, "role", "direction") == [("change", direction)]


@pytest.mark.parametrize(
    ("words", "role", "direction"),
    [
        ("较上年（减少）16万元，减幅71%", "change", -1),
        ("较上年(增)16万元，(增)幅71%", "change", 1),
        ("较上年增加（减少）16万元，增长71%", "change", 1),
    ],
    ids=["less", "more", "a choice left open"],
)
def test_the_word_of_a_change_in_brackets(words: str, role: str, direction: int) -> None:
    rows = stated(BUDGET, f"项目支出预算{words}。")
    assert brief(rows, "role", "direction") == [(role, direction), ("growth", direction)]
