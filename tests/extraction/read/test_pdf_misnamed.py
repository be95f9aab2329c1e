"""A font that gives characters the names of others: a page in it is read from its picture, not from its text."""

from __future__ import annotations

import pytest
from paper import Paper
from pdf_reading import ROWS, content_of, methods, table

from dagster_project.extraction.model.document import Content
from dagster_project.extraction.model.issues import IssueCode
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.page.characters import Character
from dagster_project.extraction.read.page.scans import is_misnamed


def page(words: str) -> Content:
    """Read a page with a line of words and a table."""
    paper = Paper()
    paper.text(50, 60, words, size=12)
    table(paper, ROWS)
    return content_of(paper.save())


def printed(text: str) -> list[Character]:
    """Return a text as characters of one line."""
    return [Character(each, 10.0 * at, 10.0 * at + 9, 100, 95, 10) for at, each in enumerate(text)]


@pytest.mark.parametrize("text", ["事业单位|用经费\x80", "财Ā拨款收入235万元2", "政府性Ï金预算", "ÿß"])
def test_letters_of_other_languages_by_themselves_are_misnamed(text: str) -> None:
    assert is_misnamed(printed(text))


@pytest.mark.parametrize(
    "text",
    [
        "一般公共预算",
        "café 咨询",
        "外径Ø300",
        "岘港ĐàNẵng",
        "ĐàNẵng市",
        "波长5000Å",
        "转角90º",
        "Łódź",
        "温度±2℃×3",
        "Windows®",
        "GDP 5.2%",
    ],
)
def test_words_and_signs_are_as_they_are_named(text: str) -> None:
    assert not is_misnamed(printed(text))


@pytest.mark.skipif(ocr.missing() is not None, reason=f"scans are not read here: {ocr.INSTALL}")
def test_the_page_is_read_from_its_picture() -> None:
    assert methods(page("一般公共预算支出表")) == {"lattice"}
    assert methods(page("一般公共预算ß支出表")) == {"ocr"}


@pytest.mark.usefixtures("_without_recognition")
def test_where_no_picture_can_be_read_its_text_is_in_doubt_and_that_is_told() -> None:
    content = page("一般公共预算ß支出表")
    assert {float(each) for each in content.layout.confidences.values()} == {0.5}
    assert [issue.code for issue in content.issues] == [IssueCode.OCR_NEEDED]
