"""Bodies that each print statements of their own in one file without a cover, none of them a unit of the first.

A unit's disclosure has no units below it; and the units of a department do not have more than it has itself. The tables
of such bodies are disclosures of their own that the file binds in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import OWN_LEVEL, Organisations
from dagster_project.extraction.interpret.printed_owners import Owners
from dagster_project.extraction.interpret.years import total_of
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.organisations import organisation_words
from dagster_project.extraction.model.document import Table, Titled
from dagster_project.extraction.model.meaning import Organisation
from dagster_project.extraction.vocabulary import DocumentScope, OrganisationKind, StatementFamily

WORDS = organisation_words()
OF_A_BODY = (StatementFamily.BALANCE, StatementFamily.INCOME, StatementFamily.EXPENDITURE)
FEWEST = 2
"""Kinds of statement in which others have more than the issuer that are none of its units: one may be misprinted."""


class Owned(NamedTuple):
    """A table with its owner as printed and as meant; without where nobody is named over it."""

    table: Table
    printed: str = ""
    line: int = 0
    name: str = ""


def tell_peers(
    tables: Sequence[Table], owners: Owners, identity: Identity, organisations: Organisations
) -> list[Titled]:
    """Give tables of bodies that are no units of the issuer the disclosure they are of, and return these."""
    issuer = organisations.issuer
    if issuer is None or issuer.kind == OrganisationKind.OWN_LEVEL:
        return []
    owned = list(_owned(tables, owners, organisations))
    names = {one.name for one in owned if one.name}
    if len(names) == 1 and all(organisations.is_unit(name) and WORDS.compiler.search(name) for name in names):
        organisations.compilers |= {one.printed for one in owned if one.name}
        return []
    if identity.scope.value != DocumentScope.UNIT and not _have_more(owned, issuer):
        return []
    found: dict[str, Titled] = {}
    of_own = {one.name for one in owned if _family(one.table) in OF_A_BODY and organisations.is_unit(one.name)}
    last = None
    for one in owned:
        if not one.name:
            one.table.titled, one.table.is_rivalled = last, last is not None
        elif one.name not in of_own:
            last = None
        else:
            last = found.setdefault(one.name, Titled(one.printed, one.line, is_department=True))
            one.table.titled = last
    return list(found.values())


def _owned(tables: Sequence[Table], owners: Owners, organisations: Organisations) -> Iterator[Owned]:
    for table in tables:
        if table.titled is None and table.kind in knowledge().kinds:
            owner = owners[table.number]
            yield Owned(table, *owner, organisations.name_over(owner[0])) if owner else Owned(table)


def _family(table: Table) -> StatementFamily:
    return knowledge().kinds[table.kind].family


def _have_more(owned: Sequence[Owned], issuer: Organisation) -> bool:
    """Tell whether the other bodies have more than the issuer in most kinds of statement that it prints."""
    kinds: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for one in owned:
        is_of_a_body = _family(one.table) in OF_A_BODY and not OWN_LEVEL.search(one.name)
        if is_of_a_body and (total := total_of(one.table)) is not None:
            kinds[one.table.kind].setdefault(one.name or issuer.name, total)
    own = [totals for totals in kinds.values() if issuer.name in totals and len(totals) > 1]
    more = [totals for totals in own if sum(totals.values()) > 2 * totals[issuer.name]]
    return len(more) >= FEWEST and 2 * len(more) > len(own)
