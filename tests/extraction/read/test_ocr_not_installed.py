"""Without the extra, a scan is an issue that names the one command which installs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from blocks import Reading

from dagster_project.extraction.model.issues import IssueCode
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.builder import Builder

if TYPE_CHECKING:
    from dagster_project.extraction.read.ocr.images import Image

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


@pytest.mark.usefixtures("_without_recognition")
@pytest.mark.parametrize("content", [PNG, b"\xff\xd8\xff\xe0" + b"\x00" * 40])
def test_an_image_names_the_command(content: bytes) -> None:
    (problem,) = Reading(content).problems
    assert problem.code is IssueCode.OCR_NEEDED
    assert problem.message.endswith(ocr.INSTALL)


@pytest.mark.usefixtures("_without_recognition")
def test_a_page_says_so_once() -> None:
    builder, image = Builder("pdf"), cast("Image", None)
    for number in (1, 2):
        ocr.recognise(image, builder, number)
    assert [problem.code for problem in builder.content().issues] == [IssueCode.OCR_NEEDED]
