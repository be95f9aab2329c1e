"""Settle a document: what no single table tells."""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import Ledger
from dagster_project.extraction.interpret.matrix.codes import unpadded
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.model.meaning import Figure
from dagster_project.extraction.settle.account.document import Account, account
from dagster_project.extraction.settle.account.units import weigh_units
from dagster_project.extraction.settle.codes import resolve_codes
from dagster_project.extraction.settle.corrections import correct_figures
from dagster_project.extraction.settle.owners import settle_scopes
from dagster_project.extraction.settle.phases import settle_phases
from dagster_project.extraction.settle.printed_units import take_for_signs
from dagster_project.extraction.settle.units import settle_amounts, share_units, vote_on_units


def settle(
    result: Interpretation,
    identity: Identity,
    organisations: Organisations,
    ledger: Ledger,
    prose: Sequence[Prose],
    corrections: Sequence[Correction] = (),
) -> Account:
    """Settle corrections of figures, units, owners, phases and codes, each leaning on those before; then judge them."""
    result.issues += correct_figures(ledger.figures, corrections)
    take_for_signs(result.figures)
    share_units(result.figures)
    result.issues += vote_on_units(result.tables, result.figures, prose)
    units, open_units = weigh_units(result.figures, prose)
    result.issues += open_units
    result.issues += settle_scopes(result.figures, result.projects, result.indicators, organisations)
    settle_amounts(result.tables, result.figures)
    settle_phases(result.figures, identity, prose)
    resolve_codes(result.figures)
    result.issues += _misprints(result.figures)
    judged = account(result.figures, prose, units)
    result.issues += judged.issues
    return judged


def _misprints(figures: list[Figure]) -> list[Issue]:
    rows = {(id(figure.table), figure.row.number): figure for figure in figures}
    return [
        Issue(
            IssueCode.CODE_MISPRINTED,
            Severity.WARNING,
            f"Code {figure.row.code_as_printed} is read as {figure.row.code}, from the rows around it.",
            figure.row.line,
            figure.table.table.number,
            figure.row.number,
        )
        for figure in rows.values()
        if figure.row.code
        and figure.row.code_as_printed
        and not _is_printed(figure.row.code, figure.row.code_as_printed)
    ]


def _is_printed(code: str, printed: str) -> bool:
    """Tell whether a code is printed: its last digits alone, or filled up with zeros, say the same."""
    return code.endswith(printed) or unpadded(printed) == code
