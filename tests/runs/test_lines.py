"""A run told in JSON is one object a line, whatever a message holds."""

from __future__ import annotations

import json
import logging
from datetime import datetime

import pytest

from dagster_project.runs.lines import Lines, line, tell


def test_a_line_is_an_object_and_no_message_breaks_it() -> None:
    told = line("warning", "第一行\nsecond “line”", "extracted_tables", "a\n.pdf")
    assert "\n" not in told
    read = json.loads(told)
    assert list(read) == ["time", "level", "step", "document", "message"]
    assert (read["message"], read["document"]) == ("第一行\nsecond “line”", "a\n.pdf")
    assert datetime.fromisoformat(read["time"]).tzinfo is not None


def test_a_name_that_is_not_utf_8_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    tell("info", "read", document=b"\xff.pdf".decode(errors="surrogateescape"))
    assert ".pdf" in json.loads(capsys.readouterr().out)["document"]


def test_what_people_need_is_told_and_what_dagster_says_of_itself_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.Logger("test")
    logger.addHandler(Lines())
    logger.debug("a detail")
    logger.debug("1 of 2", extra={"document": "a.pdf"})
    logger.info("Dagster", extra={"dagster_meta": {"dagster_event": object()}})
    logger.warning("long", extra={"dagster_meta": {"orig_message": "short", "step_key": "release"}})
    told = [json.loads(each) for each in capsys.readouterr().out.splitlines()]
    assert [(each["level"], each["step"], each["document"], each["message"]) for each in told] == [
        ("debug", None, "a.pdf", "1 of 2"),
        ("warning", "release", None, "short"),
    ]
