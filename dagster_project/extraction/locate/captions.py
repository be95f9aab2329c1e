"""The lines over a table, or in its first rows: its unit of amount, the organisation, the year."""

from __future__ import annotations

import re

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.captions import captions
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.locate.titles import kind_of

UNIT = re.compile(captions().unit_of_amount)
PLACE = re.compile(rf"\s*{captions().owner}\s*[:：]\s*(\S.*)")
YEAR = years().line


def is_caption(text: str) -> bool:
    """Tell whether a cell that stands alone in its row is a line of the caption, and no header."""
    folded = fold(text)
    return bool(kind_of(text) or UNIT.search(folded) or PLACE.match(text) or YEAR.fullmatch(folded))
