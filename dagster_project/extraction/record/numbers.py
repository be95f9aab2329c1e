"""Rows of the numbers that texts state: heads, amounts and rates, calculations, estimates, numbers of projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dagster_project.extraction.amounts import yuan
from dagster_project.extraction.identify.identity import Identity
from dagster_project.extraction.identify.organisations import Organisations
from dagster_project.extraction.interpret.claims import TextAmount
from dagster_project.extraction.interpret.tables import Interpretation
from dagster_project.extraction.model.meaning import TableMeaning
from dagster_project.extraction.record.keys import Place, text_id
from dagster_project.extraction.record.ledger import place_of
from dagster_project.extraction.record.row import Columns, fit, in_line, in_span, in_text, organisation_columns, stacked
from dagster_project.extraction.wording.arithmetic.calculations import Calculation
from dagster_project.extraction.wording.arithmetic.estimate_texts import is_project_form
from dagster_project.extraction.wording.arithmetic.estimates import EstimateAmount
from dagster_project.extraction.wording.headcounts import Headcount
from dagster_project.extraction.wording.narrative.stated import Stated
from dagster_project.extraction.wording.narrative.subjects import OPEN
from dagster_project.extraction.wording.reader import Wording

THRESHOLD_UNIT = 10_000
"""Yuan: what equipment is counted from is stated in ten thousands."""


def headcounts(found: Sequence[Headcount], fiscal_year: int | None) -> Columns:
    """Return a row per number of heads, posts, pieces of equipment or vehicles."""
    return {
        **in_line([each.line for each in found]),
        **in_span([(each.start, each.end) for each in found]),
        **organisation_columns((each.organisation, each.printed) for each in found),
        "fiscal_year": [fiscal_year for _ in found],
        "kind": [each.kind for each in found],
        "as_of": [each.as_of for each in found],
        "label_as_printed": [each.label for each in found],
        "count": [each.number for each in found],
        "brackets": [each.brackets for each in found],
        "threshold_cny": [
            None if each.threshold is None else Decimal(each.threshold) * THRESHOLD_UNIT for each in found
        ],
    }


def prose_amounts(document_id: str, narrative: Sequence[Stated], texts: Sequence[TextAmount]) -> Columns:
    """Return a row per amount or rate of the prose, then one per amount inside a text cell."""
    return stacked(_in_prose(document_id, narrative), _in_cells(document_id, texts))


def _in_prose(document_id: str, narrative: Sequence[Stated]) -> Columns:
    """Return the amounts and rates of the prose; those that are no rates are in the ledger, under the same key."""
    quantities, subjects = [one.quantity for one in narrative], [one.subject for one in narrative]
    places = [Place(quantity.line) for quantity in quantities]
    keys = [text_id(document_id, place, each.span[0]) for place, each in zip(places, quantities, strict=True)]
    ids = dict(zip(map(id, narrative), keys, strict=True))
    return {
        **in_text(places, [quantity.span for quantity in quantities]),
        "prose_id": keys,
        "value_as_printed": [quantity.printed for quantity in quantities],
        "unit_as_printed": [quantity.unit for quantity in quantities],
        "value": [fit(quantity.value) for quantity in quantities],
        "decimals": [quantity.decimals for quantity in quantities],
        "amount_cny": [quantity.yuan for quantity in quantities],
        "role": [one.role.name for one in narrative],
        "level_id": [ids.get(id(one.level)) for one in narrative],
        "base_id": [ids.get(id(one.base)) for one in narrative],
        "whole_id": [ids.get(id(one.whole)) for one in narrative],
        "subject": [subject.words or None for subject in subjects],
        "topic": [subject.topic for subject in subjects],
        "base_topic": [one.base_topic for one in narrative],
        "code": [subject.code for subject in subjects],
        "names": [subject.names for subject in subjects],
        "project_name": [subject.project for subject in subjects],
        **organisation_columns((subject.organisation, None) for subject in subjects),
        "fiscal_year": [subject.year for subject in subjects],
        "phase": [_phase(subject.phase) for subject in subjects],
        "horizon": [subject.horizon for subject in subjects],
        "base_year": [one.base_year for one in narrative],
        "base_phase": [_phase(one.base_phase) for one in narrative],
        "direction": [one.role.direction for one in narrative],
        "paragraph": [one.paragraph for one in narrative],
        "reason": [one.reason for one in narrative],
        "reading_status": [one.status for one in narrative],
        "ledger_id": [None if each.unit in (None, "%") else key for each, key in zip(quantities, keys, strict=True)],
    }


def _in_cells(document_id: str, texts: Sequence[TextAmount]) -> Columns:
    places = [place_of(each) for each in texts if each.table]
    amounts = [each.amount for each in texts if each.table]
    keys = [text_id(document_id, place, amount.start) for place, amount in zip(places, amounts, strict=True)]
    return {
        **in_text(places, [(amount.start, amount.end) for amount in amounts]),
        "prose_id": keys,
        "value_as_printed": [amount.printed for amount in amounts],
        "unit_as_printed": [amount.unit for amount in amounts],
        "value": [fit(amount.value) for amount in amounts],
        "decimals": [amount.decimals for amount in amounts],
        "amount_cny": [amount.yuan for amount in amounts],
        "role": ["other" for _ in amounts],
        "ledger_id": keys,
    }


def _phase(phase: str | None) -> str | None:
    return None if phase == OPEN else phase


class Texts:
    """What is computed in the texts of one document; `known` holds the ledger keys of the amounts in them."""

    def __init__(
        self,
        document_id: str,
        identity: Identity,
        organisations: Organisations,
        wording: Wording,
        result: Interpretation,
        known: frozenset[str],
    ) -> None:
        self.key, self.identity, self.organisations, self.wording = document_id, identity, organisations, wording
        self.result, self.known = result, known
        self.projects = {id(each.table): each.name for each in result.projects if is_project_form(each.table)}

    def calculations(self) -> Columns:
        """Return a row per calculation that a text states with its result."""
        stated = list(self._calculations())
        found, places = [each for _, _, each, _ in stated], [place for place, *_ in stated]
        return {
            **in_text(places, [(each.start, each.end) for each in found]),
            "calculation_id": [text_id(self.key, place, each.start) for place, _, each, _ in stated],
            "expression": [each.expression for each in found],
            "result_as_printed": [each.result_as_printed for each in found],
            "value": [fit(each.value) for each in found],
            "value_rounding": [fit(each.rounding) for each in found],
            "result": [fit(each.result) for each in found],
            "result_half_unit": [fit(each.half_unit) for each in found],
            "unit": [each.unit for each in found],
            "unit_factor": [fit(each.unit_factor) for each in found],
            **self._about([table for _, table, _, _ in stated]),
            "ledger_id": [self._ledger(place, result) for place, _, _, result in stated],
        }

    def estimate_amounts(self) -> Columns:
        """Return a row per amount in the calculation basis of a project form."""
        pairs = [
            (estimate, each)
            for estimate in self.wording.estimates
            for each in estimate.amounts
            if yuan(each.yuan, "元") is not None
        ]
        amounts, tables = [each for _, each in pairs], [estimate.source.table for estimate, _ in pairs]
        places = [_place(each) for each in amounts]
        return {
            **in_text(
                [place for place, _ in places],
                [(start, start + each.end - each.start) for (_, start), each in zip(places, amounts, strict=True)],
            ),
            "estimate_amount_id": [text_id(self.key, *place) for place in places],
            "form_number": [table.table.number for table in tables],
            "item_number": [each.item for each in amounts],
            "value_as_printed": [each.digits for each in amounts],
            "unit_as_printed": [each.unit for each in amounts],
            "amount_cny": [yuan(each.yuan, "元") for each in amounts],
            "half_unit": [fit(each.half_unit) for each in amounts],
            "role": [each.role for each in amounts],
            "total_id": [text_id(self.key, *_place(each.total)) if each.total else None for each in amounts],
            "clarity": [estimate.clarity for estimate, _ in pairs],
            **self._about(tables),
            "ledger_id": [self._ledger(*place) for place in places],
        }

    def stated_counts(self) -> Columns:
        """Return a row per number of projects that the prose states."""
        found = self.wording.stated_counts
        places = [Place(each.line) for each in found]
        return {
            **in_text(places, [(each.start, each.end) for each in found]),
            "stated_count_id": [
                text_id(self.key, place, each.start) for place, each in zip(places, found, strict=True)
            ],
            "kind": [each.kind for each in found],
            "label_as_printed": [each.label for each in found],
            "count": [each.number for each in found],
            "is_all": [each.is_all for each in found],
            "amount_id": [self._ledger(place, each.amount_start) for place, each in zip(places, found, strict=True)],
            **organisation_columns((self.organisations.issuer, None) for _ in found),
            "fiscal_year": [self.identity.fiscal_year for _ in found],
        }

    def _calculations(self) -> Iterator[tuple[Place, TableMeaning | None, Calculation, int]]:
        """Yield what fits its columns: the place of a calculation, its form, itself, and where its result begins."""
        for (line, text, cell), found in self.wording.calculations:
            if None not in map(fit, (found.value, found.rounding, found.result, found.half_unit)):
                table = self._form_at(line) if cell[0] is None else self.result.tables[cell[0] - 1]
                yield Place(line, *cell), table, found, _result_at(text, found)

    def _form_at(self, line: int) -> TableMeaning | None:
        forms = (table for table in self.result.tables if id(table) in self.projects)
        return next((form for form in forms if form.table.line <= line <= form.table.rows[-1].line), None)

    def _ledger(self, place: Place, start: int | None) -> str | None:
        key = text_id(self.key, place, start) if start is not None else None
        return key if key in self.known else None

    def _about(self, forms: Sequence[TableMeaning | None]) -> Columns:
        """Return the columns of PROJECT, ORGANISATION and YEAR: of the form, or else of the document."""
        return {
            "project_name": [self.projects.get(id(form)) for form in forms],
            **organisation_columns(
                (form.organisation, form.organisation_as_printed) if form else (self.organisations.issuer, None)
                for form in forms
            ),
            "fiscal_year": [form.year if form else self.identity.fiscal_year for form in forms],
        }


def _result_at(text: str, found: Calculation) -> int:
    """Return where the result's digits begin: behind the last sign of equality, or behind the words for it."""
    equals = text.rfind("=", found.start, found.end - len(found.result_as_printed) + 1)
    return next((at for at in range(max(equals, found.start) + 1, found.end) if text[at].isdigit()), found.end)


def _place(amount: EstimateAmount) -> tuple[Place, int]:
    """Return where an amount of an estimate stands, and the character it begins at."""
    piece, start = amount.source.place(amount.start)
    number = amount.source.table.table.number if piece.row_number else None
    return Place(piece.line, number, piece.row_number, piece.column_number), start
