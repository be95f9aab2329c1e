"""Corrections a person states about one document, put in before anything is interpreted, so that all facts follow.

A correction names what it expects to replace. Where something else is found, it changes nothing and is an issue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dagster_project.extraction.identify.identity import PHASES, Evidence, Identity, scope_of
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.identify.regions import Region, find_region, region_of
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity
from dagster_project.extraction.vocabulary import Phase

Value = str | int | None
Place = tuple[int, int, int]
FIGURE = "figure"


@dataclass(frozen=True)
class Correction:
    """What a field of the identity (see `_found`), or the figure at a `place`, should be, and why.

    `place` counts table, row and column from 1; there `field` is FIGURE, and both values are texts as printed.
    """

    field: str
    expect: Value
    value: Value
    reason: str
    place: Place | None = None


def correct_identity(identity: Identity, corrections: Sequence[Correction]) -> tuple[Identity, list[Issue]]:
    """Return the identity with the corrections that fit what was found, and an issue for each that does not."""
    stated = [correction for correction in corrections if correction.place is None]
    if not stated:
        return identity, []
    found = _found(identity)
    fitting: dict[str, Evidence] = {}
    issues = []
    for correction in stated:
        was = found[correction.field]
        if was != correction.expect:
            issues.append(failed(correction, f"the document has {was!r}"))
            continue
        value = None if correction.value is None else str(correction.value)
        words = f"{correction.field} was {'not recognised' if was is None else was}"
        fitting[correction.field] = Evidence(value, f"corrections.yml: {correction.reason} ({words})")
    corrected, unknown = _region_corrected(_corrected(identity, fitting), fitting)
    return corrected, issues + unknown


def _found(identity: Identity) -> dict[str, Value]:
    """Return what is recognised without corrections, by the name of the field."""
    issuer, region = Organisations(identity).issuer, identity.region
    return {
        "issuer_as_printed": identity.issuer.value,
        "organisation": issuer.name if issuer else None,
        "region_code": region.code if region else None,
        "region_name": region.path if region else None,
        "document_kind": _plain(identity.kind.value),
        "document_scope": _plain(identity.scope.value),
        "fiscal_year": identity.fiscal_year,
        "phase": _plain(identity.phase),
    }


def _plain(value: str | None) -> str | None:
    """Return the word that a member of a closed set is: what `expect` states, and what a message quotes."""
    return None if value is None else str(value)


def _corrected(identity: Identity, fitting: Mapping[str, Evidence]) -> Identity:
    """Put in all but the region; what follows from a corrected field follows from its new value."""
    issuer = fitting.get("issuer_as_printed", identity.issuer)
    kind = fitting.get("document_kind", identity.kind)
    organisation, phase = fitting.get("organisation"), fitting.get("phase")
    named, scope, region, shown = organisation or issuer, identity.scope, identity.region, identity.region_evidence
    if named is not identity.issuer:
        region, scope = find_region(named.value or ""), scope_of(identity.kind, named)
        shown = Evidence(region.code, named.text) if region else Evidence(None)
    if organisation:
        issuer = Evidence(issuer.value, organisation.text)
    return identity._replace(
        issuer=issuer,
        region=region,
        region_evidence=shown,
        kind=kind,
        scope=fitting.get("document_scope", scope),
        year=fitting.get("fiscal_year", identity.year),
        phase=_phase(phase, kind),
        organisation=organisation.value if organisation else None,
        phase_evidence=phase.text if phase else None,
        misread_year=identity.fiscal_year if "fiscal_year" in fitting else None,
    )


def _phase(stated: Evidence | None, kind: Evidence) -> Phase | None:
    if stated is None:
        return PHASES.get(kind.value or "")
    return None if stated.value is None else Phase(stated.value)


def _region_corrected(identity: Identity, fitting: Mapping[str, Evidence]) -> tuple[Identity, list[Issue]]:
    """Put in the region that is stated by code, by name, or, where GB/T 2260 lacks it, by both."""
    evidence = fitting.get("region_code") or fitting.get("region_name")
    if evidence is None:
        return identity, []
    code, path = (fitting[name].value if name in fitting else None for name in ("region_code", "region_name"))
    region = region_of(code) if code else find_region(path or "")
    if code and path:
        region = Region(code, region.name if region else path, path)
    elif (code or path) and (region is None or path not in (None, region.path)):
        message = f"corrections.yml states the region {code or path}, which GB/T 2260 lacks; not applied: state both "
        return identity, [_issue(message + "region_code and region_name.")]
    shown = Evidence(region.code if region else None, evidence.text)
    return identity._replace(region=region, region_evidence=shown, misread_region=identity.region), []


def failed(correction: Correction, found: str, line: int | None = None) -> Issue:
    """Return the issue of a correction that found something else than it expects."""
    table, row, column = correction.place or (None, None, None)
    where = f" in column {column}" if column else ""
    message = (
        f"corrections.yml expects {correction.field} = {correction.expect!r}{where}, {found}; "
        "not applied: drop the correction or restate it."
    )
    return _issue(message, line, table, row)


def _issue(message: str, line: int | None = None, table: int | None = None, row: int | None = None) -> Issue:
    return Issue(IssueCode.CORRECTION_FAILED, Severity.WARNING, message, line, table, row)
