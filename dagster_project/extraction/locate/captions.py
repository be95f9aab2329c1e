"""The lines over a table, or in its first rows: its unit of amount, the organisation, the year."""

from __future__ import annotations

import re

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.locate.titles import kind_of

UNIT = re.compile(rf"(?:金额)?单位[:：]?(?:人民币)?({amounts().any_unit})")
PLACE = re.compile(
    r"\s*(?:编制|填报)?(?:单位名称|部门名称|部门|单位|项目单位|项目主管部门|编制单位|预算单位)\s*[:：]\s*(\S.*)"
)
YEAR = re.compile(r"[(（]?(20\d\d)年度?[)）]?")


def is_caption(text: str) -> bool:
    """Tell whether a cell that stands alone in its row is a line of the caption, and no header."""
    folded = fold(text)
    return bool(kind_of(text) or UNIT.search(folded) or PLACE.match(text) or YEAR.fullmatch(folded))
