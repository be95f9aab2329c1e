"""What is wrong in a file of knowledge is told when it is loaded, with the file, the entry and the remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from dagster_project.extraction.knowledge import KnowledgeError, knowledge, loading, statements
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.narrative import narrative_words, topics

CACHES = (knowledge, amounts, narrative_words, topics)
IN_VOCABULARY = r"declared in vocabulary\.py"
STATEMENT = "{titles: [], layout: matrix, family: income"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of all files of knowledge, which is read instead of them."""
    copy = Path(shutil.copytree(Path(str(loading.PACKAGE)), tmp_path / "knowledge"))
    monkeypatch.setattr(loading, "PACKAGE", copy)
    monkeypatch.setattr(statements, "PACKAGE", copy)
    _forget()
    yield copy
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for cache in CACHES:
        cache.cache_clear()


def _append(package: Path, file: str, text: str) -> None:
    path = package / file
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("columns.yml", "rolls: {}", r"columns\.yml → rolls: .*declared in columns\.py"),
        ("items.yml", "- {item: other, nam: x}", r"items\.yml → \d+ → name: .*declared in items\.py"),
        ("items.yml", "- {item: other, name: '('}", r"items\.yml → \d+ → name: .*regular expression"),
        ("items.yml", "- {item: other, name: x, fund: gold}", rf"items\.yml → \d+ → fund: .*{IN_VOCABULARY}"),
        ("items.yml", "- {item: other, name: x, side: left}", rf"items\.yml → \d+ → side: .*{IN_VOCABULARY}"),
        ("items.yml", "- {item: other, name: x, part_of: all_of_it}", r"items\.yml: .*other is part of all_of_it"),
        ("forms.yml", "headings: x", r"forms\.yml → headings: "),
        ("indicators.yml", "groups: {}", r"indicators\.yml is no YAML: groups stands there twice"),
        ("heads.yml", "planned: [", r"heads\.yml is no YAML: "),
        ("amounts.yml", "units_of_weight: {吨: 1}", r"amounts\.yml → units_of_weight: .*declared in amounts\.py"),
        ("statements/budget.yml", f"x: {STATEMENT}, layout2: form}}", r"statements/budget\.yml → x → layout2: "),
        ("statements/budget.yml", "x: {titles: [], layout: list, family: income}", rf"→ x → layout: .*{IN_VOCABULARY}"),
        (
            "statements/budget.yml",
            "x: {titles: [], layout: form, family: incomes}",
            rf"→ x → .*family: .*{IN_VOCABULARY}",
        ),
        ("statements/budget.yml", f"x: {STATEMENT}, fund: gold}}", rf"→ x → fund: .*{IN_VOCABULARY}"),
        ("statements/budget.yml", f"x: {STATEMENT}, scope: region}}", rf"→ x → scope: .*{IN_VOCABULARY}"),
        ("statements/budget.yml", f"x: {STATEMENT}, mart: {{fund: gold}}}}", rf"→ x → mart → fund: .*{IN_VOCABULARY}"),
        (
            "statements/budget.yml",
            f"x: {STATEMENT}, measures: {{金额: sum}}}}",
            r"→ x → measures: sum is no measure\. .*columns\.yml",
        ),
        (
            "statements/budget.yml",
            "x: {titles: ['('], layout: form, family: income}",
            r"→ x → titles: .*regular expression",
        ),
        ("statements/final.yml", f"budget_income: {STATEMENT}}}", r"statements/final\.yml → budget_income: .*twice"),
        (
            "statements/final.yml",
            f"final_income: {STATEMENT}}}",
            r"final\.yml is no YAML: final_income stands there twice",
        ),
    ],
)
def test_a_wrong_entry_is_told_with_its_place_and_the_remedy(package: Path, file: str, text: str, message: str) -> None:
    _append(package, file, text)
    with pytest.raises(KnowledgeError, match=message):
        knowledge()


@pytest.mark.parametrize(
    ("file", "read", "text", "message"),
    [
        ("narrative.yml", narrative_words, "doubt: x", r"narrative\.yml → doubt: .*declared in narrative\.py"),
        ("topics.yml", topics, "other: '('", r"topics\.yml → other: .*regular expression"),
    ],
)
def test_a_wrong_word_of_the_text_is_told(
    package: Path, file: str, read: Callable[[], object], text: str, message: str
) -> None:
    _append(package, file, text)
    with pytest.raises(KnowledgeError, match=message):
        read()


@pytest.mark.parametrize(
    ("file", "word", "wrong", "message"),
    [
        (
            "columns.yml",
            "state_capital_budget:",
            "state_budget:",
            rf"columns\.yml → funds → state_budget.*{IN_VOCABULARY}",
        ),
        ("columns.yml", "revised:", "amended:", rf"columns\.yml → phases → amended.*{IN_VOCABULARY}"),
        ("columns.yml", "line_number:", "line_numbers:", rf"columns\.yml → roles → line_numbers.*{IN_VOCABULARY}"),
        (
            "forms.yml",
            "phase: approved",
            "phase: planned",
            rf"forms\.yml → labels → approved → phase: .*{IN_VOCABULARY}",
        ),
        (
            "forms.yml",
            "horizon: mid_term",
            "horizon: long",
            rf"forms\.yml → labels → midterm → horizon: .*{IN_VOCABULARY}",
        ),
        (
            "amounts.yml",
            "千元: {yuan: 1000}",
            "千元: {yuan: 0}",
            r"amounts\.yml → units → 千元 → yuan: .*greater than 0",
        ),
    ],
)
def test_an_unknown_word_of_a_closed_set_is_told(package: Path, file: str, word: str, wrong: str, message: str) -> None:
    path = package / file
    text = path.read_text("utf-8")
    assert word in text
    path.write_text(text.replace(word, wrong, 1), "utf-8")
    with pytest.raises(KnowledgeError, match=message):
        knowledge()


def test_a_new_unit_of_amount_is_one_line(package: Path) -> None:
    path = package / "amounts.yml"
    path.write_text(path.read_text("utf-8").replace("units:\n", "units:\n  十亿元: {yuan: 1000000000}\n"), "utf-8")
    assert knowledge().units["十亿元"] == Decimal(10) ** 9
    assert amounts().any_unit.index("十亿元") < amounts().any_unit.index("|亿元")


def test_a_unit_that_is_not_known_raises() -> None:
    with pytest.raises(KnowledgeError, match=r"amounts\.yml → units: 万美元 is no unit of amount\. Add it"):
        amounts().factor("万美元")
