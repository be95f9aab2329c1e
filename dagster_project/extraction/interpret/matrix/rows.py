"""Rows of a statement: what each is called in every block, the code it bears, the item that it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.folding import fold_name, numbering_level, squeeze
from dagster_project.extraction.interpret.matrix.blocks import (
    Block,
    goes_on,
    label_to_the_left,
    own_label,
    prints_amount,
    read_label,
)
from dagster_project.extraction.interpret.matrix.carried import Carried, Context
from dagster_project.extraction.interpret.matrix.codes import of_code
from dagster_project.extraction.interpret.matrix.items import fund_of, item_named
from dagster_project.extraction.interpret.matrix.owners import is_body_under_code
from dagster_project.extraction.knowledge import StatementKind
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import RowMeaning, Unit
from dagster_project.extraction.vocabulary import Classification, RowRole, StatementFamily, UnitBasis


class Found(NamedTuple):
    """A row as it was read in one block."""

    meaning: RowMeaning
    row: Row
    block: Block


class Rows:
    """Reads the rows below one header, of `width` columns; `carried` holds what a row prints for those below."""

    def __init__(self, blocks: Sequence[Block], kind: StatementKind, carried: Carried, width: int) -> None:
        self.blocks, self.kind, self.carried, self.width = blocks, kind, carried, width

    def read(self, body: Sequence[tuple[int, Row]]) -> list[list[Found]]:
        """Return of each block the rows that say something there; `body` holds rows with their numbers, from 1."""
        by_block: list[list[Found]] = [[] for _ in self.blocks]
        for number, row in body:
            context = self.carried.row(number, row)
            left: list[Found] | None = None
            for block, found in zip(self.blocks, by_block, strict=True):
                above = found[-1].meaning.printed_name or "" if block.texts and found and goes_on(row, block) else ""
                meaning = self._meaning(number, context, row, block, above)
                if meaning is not None:
                    if left and meaning.name and not own_label(row, block):
                        _yield_label(left, number)
                    found.append(Found(meaning, row, block))
                left = found
        return by_block

    def _meaning(self, number: int, context: Context, row: Row, block: Block, above: str) -> RowMeaning | None:
        """Return what a row is in a block, None where it says nothing there; `above` names it where it goes on."""
        carried = self.carried
        printed, code, name = read_label(row, block)
        body_number = code or carried.number_of_body(row)
        if number in carried.bodies.unnumbered or is_body_under_code(
            body_number, name, self.kind, carried.organisations
        ):
            carried.take(number, name, row.line, body_number)
            context, code = carried.current._replace(name=squeeze(name)), ""
        if not (code or name or context.name or prints_amount(row, block, self.width)):
            return None
        if not code and not name:
            name = _name_beside(context, row, block, above)
        meaning = self._named(RowMeaning(number, row.line, printed or None, code or None), name, context)
        if code:
            meaning.classification, meaning.level = of_code(code)
            if self.kind.family == StatementFamily.PROCUREMENT:
                meaning.classification = Classification.PROCUREMENT
        else:
            self._recognise_item(meaning, block, context)
        return meaning

    def _named(self, meaning: RowMeaning, name: str, context: Context) -> RowMeaning:
        """Put into a row its name, and what holds for it in every block."""
        squeezed = squeeze(name)
        meaning.name = fold_name(name) if self.kind.family == StatementFamily.BALANCE else squeezed
        meaning.printed_name, meaning.unit = squeezed, _counted(squeezed)
        meaning.numbering = numbering_level(name) if name else None
        meaning.role, meaning.year = context.role, context.year
        meaning.organisation, meaning.project_name = context.organisation, context.project_name
        meaning.organisation_as_printed = context.organisation_as_printed
        return meaning

    def _recognise_item(self, meaning: RowMeaning, block: Block, context: Context) -> None:
        side = block.amounts[0].side
        is_any_side = side is None and self.kind.family != StatementFamily.BALANCE
        meaning.item = item_named(fold_name(meaning.name), side, is_any_side)
        if self.kind.family == StatementFamily.PROCUREMENT and (fund := fund_of(meaning.item)):
            meaning.item, meaning.fund = None, fund  # 一般公共预算 is whose money it buys for, and no income
        if meaning.item is None and meaning.name == context.name and not meaning.project_name:
            meaning.item = "total"
        if meaning.item is not None and meaning.item.endswith("total") and meaning.role == RowRole.LEAF:
            meaning.role = RowRole.TOTAL


def _name_beside(context: Context, row: Row, block: Block, above: str) -> str:
    """Return the name of a row that prints none in this block: of the block to the left, above, or of its context."""
    name = (label_to_the_left(row, block) or above) if block.name is not None else ""
    if not name and context.project_name is None:
        name = context.name or label_to_the_left(row, block)
    return name


@lru_cache(maxsize=4096)
def _counted(name: str) -> Unit | None:
    """Return what a row counts where its name says so (团组数（个）), or None: it is money."""
    found = header_words().counted.search(name)
    return Unit(None, found[1] or found[2], UnitBasis.ROW) if found else None


def _yield_label(found: list[Found], number: int) -> None:
    """A label whose merged cell runs on into the next block belongs to the figure there."""
    meaning, row, block = found[-1]
    if meaning.number == number and not any(row.cells[column.number - 1] for column in block.amounts):
        found.pop()
