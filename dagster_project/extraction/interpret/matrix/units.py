"""Units of amount inside labels: 预算金额（万元） is a 预算金额 in 万元."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.captions import captions
from dagster_project.extraction.model.meaning import ColumnMeaning, Unit
from dagster_project.extraction.vocabulary import ColumnRole, UnitBasis

BEFORE = rf"(?:{captions().unit})?"
UNIT = re.compile(rf"[(:,，]{BEFORE}({amounts().any_unit})\)?$|\(({amounts().any_unit})\)")
IN_BRACKETS = re.compile(rf"\({BEFORE}(?:{amounts().any_unit})\)")

NAMING = (
    ColumnRole.CODE,
    ColumnRole.NAME,
    ColumnRole.ORGANISATION,
    ColumnRole.ORGANISATION_CODE,
    ColumnRole.PROJECT_NAME,
)
LEVELS = " / "


def unit_in(label: str) -> Unit | None:
    """Return the unit of amount printed in a label, such as 预算金额（万元）, or None."""
    if amounts().base not in label:
        return None
    match = UNIT.search(fold(label))
    if match is None:
        return None
    printed = match.group(1) or match.group(2)
    return Unit(printed, printed, UnitBasis.COLUMN)


def without_unit(folded: str) -> str:
    """Return a folded label without the units of amount in its brackets: they say nothing of what is measured."""
    return IN_BRACKETS.sub("", folded) if amounts().base in folded else folded


def unit_over_names(columns: Iterable[ColumnMeaning]) -> Unit | None:
    """Return the unit of amount over codes or names (科目编码（单位：万元）), which have none: it is the table's."""
    levels = (level for column in columns if column.role in NAMING for level in column.label.split(LEVELS))
    found = next(filter(None, map(unit_in, levels)), None)
    return Unit(found.printed, found.applied, UnitBasis.TABLE) if found else None
