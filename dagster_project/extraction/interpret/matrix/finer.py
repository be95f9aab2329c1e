"""Of two economic classifications in front of the same amounts, the one whose codes tell the rows apart.

Governmental codes stand in front of departmental ones in places: a row of 50101 for each of 30101, 30102 and 30103.
What money is for is another question: a row of 2010101 for each of 30101 and 30201 is of the function.
"""

from __future__ import annotations

from collections.abc import Sequence

from dagster_project.extraction.folding import fold
from dagster_project.extraction.interpret.matrix.blocks import CODE, Block
from dagster_project.extraction.interpret.matrix.codes import of_code
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning
from dagster_project.extraction.vocabulary import Classification, ColumnRole

ECONOMIC = {Classification.DEPARTMENTAL_ECONOMIC, Classification.GOVERNMENT_ECONOMIC}


def by_finer_codes(blocks: Sequence[Block], columns: Sequence[ColumnMeaning], body: Sequence[Row]) -> list[Block]:
    """Return the blocks, each by the second of two classifications where only that tells the rows apart."""
    return [_finer(block, columns, body) if block.second else block for block in blocks]


def _finer(block: Block, columns: Sequence[ColumnMeaning], body: Sequence[Row]) -> Block:
    codes = tuple(index for index in block.second if columns[index].role == ColumnRole.CODE)
    names = [index for index in block.second if columns[index].role == ColumnRole.NAME]
    first, second = _printed(block.codes, body), _printed(codes, body)
    is_finer = len(set(second)) == len(second) >= len(first) > len(set(first))
    is_economic = {of_code(code)[0] for code in (*first, *second)} == ECONOMIC
    return block._replace(codes=codes, name=names[0]) if is_finer and is_economic and len(names) == 1 else block


def _printed(codes: Sequence[int], body: Sequence[Row]) -> list[str]:
    """Return the codes that rows print in some columns."""
    printed = ("".join(fold(row.cells[index]) for index in codes) for row in body)
    return [code for code in printed if CODE.fullmatch(code)]
