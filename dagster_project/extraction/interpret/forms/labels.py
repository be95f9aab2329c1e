"""Labels of forms: which one a cell is, and the unit of amount in it."""

from __future__ import annotations

import re
from functools import lru_cache

from dagster_project.extraction.folding import fold_label
from dagster_project.extraction.interpret.matrix.units import unit_in
from dagster_project.extraction.knowledge import FormLabel, knowledge
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.model.meaning import Unit
from dagster_project.extraction.vocabulary import UnitBasis

LABEL_UNIT = re.compile(rf"[,，(（]({amounts().any_unit})[)）]")
LONGEST = 40
"""Letters that a label may have."""


@lru_cache(maxsize=4096)
def is_text_heading(cell: str) -> bool:
    """Tell whether a cell heads free text of the form."""
    label = fold_label(cell)
    return bool(knowledge().forms.any_text.fullmatch(label)) and not knowledge().indicators.aspects.fullmatch(label)


def opens_form(cell: str) -> bool:
    """Tell whether a cell is the label of a project's name, with which a form begins."""
    label = label_of(cell)
    return label is not None and label.key == "project_name"


@lru_cache(maxsize=4096)
def label_of(cell: str) -> FormLabel | None:
    """Return the label that a cell is, with or without a unit in it; None where it is none."""
    folded = fold_label(cell) if cell else ""
    if not folded or len(folded) > LONGEST:
        return None
    bare = LABEL_UNIT.sub("", folded).strip(":")
    forms = knowledge().forms
    match = forms.any_label.fullmatch(folded) or (bare != folded and forms.any_label.fullmatch(bare))
    return forms.labels[str(match.lastgroup)] if match else None


def label_unit(printed: str) -> Unit | None:
    """Return the unit of amount that a label names: 预算数（万元）."""
    unit = unit_in(printed)
    if unit is not None:
        return Unit(unit.printed, unit.applied, UnitBasis.ROW)
    match = LABEL_UNIT.search(printed)
    return Unit(match.group(1), match.group(1), UnitBasis.ROW) if match else None
