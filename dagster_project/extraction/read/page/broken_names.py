"""A body's name that is broken in a narrow box over a table: it goes on below its label, past the unit at its right."""

from __future__ import annotations

import re

from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.captions import captions
from dagster_project.extraction.read.page.phrases import Phrase

LABELLED = re.compile(rf"\s*{captions().owner}\s*[:：]\s*([\u4e00-\u9fff]{{4,}})")
NAME = re.compile(rf"[\u4e00-\u9fff]+{bodies().alone}")
UNIT = re.compile(amounts().any_unit)


def goes_on_below(one: Phrase, other: Phrase) -> bool:
    """Tell whether a line names a body, but for the end of the name, which stands right below it."""
    if other.box.top - one.box.bottom > one.size or abs(other.box.left - one.box.left) > one.box.width:
        return False
    begun = LABELLED.fullmatch(one.text)
    is_begun = begun is not None and not (NAME.fullmatch(begun[1]) or UNIT.search(begun[1]))
    return is_begun and NAME.fullmatch(other.text) is not None


def is_beside(one: Phrase, other: Phrase) -> bool:
    """Tell whether a phrase stands to the right of a line, which may go on below it."""
    return other.box.left > one.box.right and other.box.top < one.box.bottom
