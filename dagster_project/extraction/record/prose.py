"""The rows of `prose_amounts`: what the prose states, and the amounts that stand inside text cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dagster_project.extraction.interpret.claims import TextAmount
from dagster_project.extraction.record.ledger import text_id
from dagster_project.extraction.record.row import fit, organisation_values
from dagster_project.extraction.wording.narrative.relations import Stated
from dagster_project.extraction.wording.narrative.subjects import OPEN

Values = tuple[Any, ...]
NOTHING_SAID = (*(None,) * 19,)
"""The columns from level_id to reason of an amount in a cell."""


def prose_rows(key: str, texts: Sequence[TextAmount], narrative: Sequence[Stated]) -> Iterable[Values]:
    """Yield a row per amount or rate; amounts of the ledger bear its key."""
    ids = {id(one): _prose_id(key, one) for one in narrative}
    for one in narrative:
        yield _stated(key, one, ids)
    for entry in texts:
        if entry.table is None:
            continue
        amount, place = entry.amount, text_id(key, entry)
        yield (
            key,
            None,
            entry.line,
            entry.line,
            amount.start,
            amount.end,
            entry.table.number,
            entry.row_number,
            entry.column_number,
            place,
            amount.printed,
            amount.unit,
            fit(amount.value),
            amount.decimals,
            amount.yuan,
            "other",
            *NOTHING_SAID,
            place,
        )


def _prose_id(key: str, one: Stated) -> str:
    return f"{key}:l{one.quantity.line}:s{one.quantity.span[0]}"


def _stated(key: str, one: Stated, ids: dict[int, str]) -> Values:
    quantity, subject, role = one.quantity, one.subject, one.role
    start, end = quantity.span
    level = ids.get(id(one.level)) if one.level is not None else None
    base = ids.get(id(one.base)) if one.base is not None else None
    place = ids[id(one)]
    return (
        key,
        None,
        quantity.line,
        quantity.line,
        start,
        end,
        None,
        None,
        None,
        place,
        quantity.printed,
        quantity.unit,
        fit(quantity.value),
        quantity.decimals,
        quantity.yuan,
        role.name,
        level,
        base,
        subject.words or None,
        subject.topic,
        one.base_topic,
        subject.code,
        subject.names,
        subject.project,
        *organisation_values(subject.organisation, None),
        subject.year,
        _phase(subject.phase),
        subject.horizon,
        one.base_year,
        _phase(one.base_phase),
        role.direction,
        one.paragraph,
        one.reason,
        place if quantity.unit not in (None, "%") else None,
    )


def _phase(phase: str | None) -> str | None:
    return None if phase == OPEN else phase
