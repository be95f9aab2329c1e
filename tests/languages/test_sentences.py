"""What is said of documents in English has its Chinese: every sentence in the code that makes issues."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dagster_project.extraction.knowledge.loading import content
from dagster_project.languages import Language, in_chinese, words_of
from dagster_project.languages.words import SHARED
from dagster_project.settings import PROJECT

ROOMS = ("extraction", "intake", "store/failures.py", "stated", "invariants/judged.py", "invariants/extracted.py")
TELLING = re.compile(r"\b(?:Issue|Unreadable|Damaged|NotUsable|unreadable|REMEDIES|Failure|Invariant|_row|PROBLEM)\b")
OF_PROGRAMS = {
    # told to who runs the program, or to a file of knowledge, not of a document
    "extraction/knowledge", "extraction/schemas", "intake/inventory.py: There is no raw", "intake/inventory.py: What is made",
    "invariants/judged.py: One row", "invariants/extracted.py: Every file that was found", "stated/problems.py: One row",
    "stated/verdicts.py: One row", "intake/rar.py: import",
}  # fmt: skip
MEANING = re.compile(r"\([^()]*[一-鿿][^()]*\)")
"""What a column means, in both languages."""
ENGLISH = re.compile(r"[a-z]{2,}(?: [a-z]+){2,}")
FILLING = "§"
SENTENCES = SHARED.with_name("sentences.yml")


def literals(tree: ast.Module) -> Iterator[str]:
    """Yield the texts of a module that are no docstring, with a name for whatever is filled in."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(each) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = ""
            for each in node.values:
                # behind a sentence another one is filled in, or nothing
                is_behind = re.search(r"\S\.$", text)
                text += str(each.value) if isinstance(each, ast.Constant) else "" if is_behind else FILLING
            yield text
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {id(node)} & (alone | parts):
            yield node.value


def said() -> list[tuple[str, str]]:
    """Return what the code says in whole sentences, with the file that says it."""
    found = []
    package = PROJECT / "dagster_project"
    files = [file for room in ROOMS for file in sorted((package / room).rglob("*.py") or [package / room])]
    files += [package / room for room in ROOMS if room.endswith(".py")]
    for file in files:
        source = file.read_text(encoding="utf-8")
        name = file.relative_to(package).as_posix()
        for text in literals(ast.parse(source)) if TELLING.search(source) else ():
            begins = text[:1].isupper() or text.startswith(FILLING)
            told = f"{name}: {text}"
            is_other = MEANING.search(text) or any(told.startswith(each) for each in OF_PROGRAMS)
            if begins and ENGLISH.search(text) and not is_other:
                found.append((name, text.strip()))
    return found


def test_the_code_says_much() -> None:
    assert len(said()) > 100


@pytest.mark.parametrize(("file", "text"), said())
def test_every_sentence_has_its_chinese(file: str, text: str) -> None:
    if any(text in sentence for sentence in known()):
        return
    told = in_chinese(text if text.endswith(".") else f"{text}.")
    left = ENGLISH.search(re.sub(r"`[^`]*`", "", told))
    assert left is None, f"{file}: {left[0]}"


@cache
def known() -> tuple[str, ...]:
    """Return the English of all sentences: what is said may be a part of one."""
    stated = content(SENTENCES)
    assert isinstance(stated, dict)
    return tuple(re.sub(r"\{\d\}", FILLING, english) for english in stated)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("The file is empty. Deliver it again, or remove it.", "文件是空的。请重新提供，或移走该文件。"),
        (
            "Each of pages 3–5, 9 is scanned and was not read. To have scans read, run once: make ocr",
            "第 3–5, 9 页各为扫描件，未读取。如需读取扫描件，请运行一次：make ocr",
        ),
        (
            "No unit of amount is printed; every other table of the document is in 万元.",
            "未印出金额单位；文件中其他各表均以万元为单位。",
        ),
        ("Of sheet 2, row 3, 5 and column B is hidden, so it was not published. It was not read.", "第 2 个工作表的第 3, 5 行和第 B 列已隐藏，视为未公开。未读取。"),
        (
            "This table may be misread: a_b fails 3 of 3 times, c_d fails 1 of 2 times. Not all of its sheet or page is seen.",
            "此表可能读错：勾稽 a_b 在 3 次中有 3 次不符，勾稽 c_d 在 2 次中有 1 次不符。所在工作表或页面未能看全。",
        ),
        ("Page 3 prints 4 digits that were not read, by a second count: 12, 34. Look at it; the other numbers of the page stand.", "经复核计数，第 3 页有 4 位数字未读取：12, 34。请查看；该页其余数字不受影响。"),
        ("Nobody has said this. The file is empty.", "Nobody has said this. 文件是空的。"),
        ("", ""),
    ],
)  # fmt: skip
def test_sentences_are_said_one_by_one(english: str, chinese: str) -> None:
    assert in_chinese(english) == chinese


@pytest.mark.parametrize("file", [*(PROJECT / "dagster_project").rglob("words.yml")], ids=lambda file: file.parent.name)
def test_words_stand_in_both_languages(file: Path) -> None:
    if file.parent.name in ("site", "commands", "languages", "assessment"):
        for language in Language:
            assert words_of(file, language)("severity", "error")
    assert SHARED.is_file()
