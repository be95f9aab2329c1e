"""Texts are sought as one, and those that hold what is sought are found, each once, in order."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dagster_project.extraction.locate.texts import Texts

PATTERNS = [re.compile(pattern) for pattern in ("甲", "甲.{0,2}乙", "[^乙]丙", r"\s*丙", "乙$")]


@given(st.lists(st.text("甲乙丙 \n", max_size=6), max_size=8), st.sampled_from(PATTERNS[:2]))
def test_texts_that_hold_a_word_are_found(texts: list[str], pattern: re.Pattern[str]) -> None:
    held = [(number, text) for number, text in enumerate(texts) if pattern.search(text)]
    assert list(Texts(list(enumerate(texts)), lambda item: item[1]).holding(pattern)) == held


@given(st.lists(st.text("甲乙丙 \n", max_size=6), max_size=8), st.sampled_from(PATTERNS))
def test_no_text_that_holds_a_word_is_passed_over(texts: list[str], pattern: re.Pattern[str]) -> None:
    flags = re.compile(pattern.pattern, re.MULTILINE)
    held = {number for number, text in enumerate(texts) if flags.search(text)}
    found = [number for number, _ in Texts(list(enumerate(texts)), lambda item: item[1]).holding(flags)]
    assert held <= set(found)
    assert found == sorted(set(found))


def test_they_are_a_sequence() -> None:
    texts = Texts(["甲", "乙"], str)
    assert (len(texts), texts[1], list(texts)) == (2, "乙", ["甲", "乙"])
