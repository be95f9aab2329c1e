"""Corrections of single figures, put in before their amounts are settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.identify.corrections import Correction, Place, failed
from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.model.meaning import Figure


def correct_figures(figures: Mapping[Place, Figure], corrections: Sequence[Correction]) -> list[Issue]:
    """Give figures their corrected numbers, in the unit that is printed; what is printed stays beside them."""
    issues = []
    for correction in corrections:
        if correction.place is None:
            continue
        figure = figures.get(correction.place)
        number = parse_number(str(correction.value))
        if figure is None or figure.number is None or number is None:
            issues.append(failed(correction, "no figure of a statement, a project or a form stands there"))
        elif figure.text != correction.expect:
            issues.append(failed(correction, f"the document has {figure.text!r}", figure.row.line))
        else:
            figure.number = number._replace(unit=number.unit or figure.number.unit)
            figure.correction = f"corrected to {correction.value} by corrections.yml: {correction.reason}"
    return issues
