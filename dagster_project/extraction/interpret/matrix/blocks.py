"""Blocks of columns inside a statement: where a block's code, name and amounts stand, and what a row prints there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.folding import APART, fold, fold_name, squeeze
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import ColumnMeaning
from dagster_project.extraction.vocabulary import ColumnRole

CODE = re.compile(r"\d{1,10}|[ABC]\d{0,10}")
GLUED = re.compile(r"[\[［【(（]?(\d{3}|\d{5}|\d{7}|[ABC]\d{2,10})[\]］】)）]?[-—:：]?([\u4e00-\u9fff“].+)")
BEHIND = re.compile(r"(.*[\u4e00-\u9fff].*?)[\[［【(（]([235](?!00)\d\d(?:\d\d){0,2})[\]］】)）]")
"""A name with its code behind it, in brackets."""
DASHED = re.compile(r"\d{3}(?:[-—－.．]\d{2}){1,2}")
"""A code whose parts are joined by dashes, or parted by points."""
LONGEST = 3
"""Digits of the longest part of a code: a category (类)."""


class Block(NamedTuple):
    """Columns that belong together: where code (in one column or three) and name stand, and the amounts.

    `above` holds the parts of the last code, for tables that print of 类, 款 and 项 only what is new in a row; `texts`
    the columns of words that name no row; with `codes_behind` its names end with their codes. `second` are a code and
    a name by another classification of the same money, in front of the same amounts.
    """

    codes: tuple[int, ...]
    name: int | None
    amounts: list[ColumnMeaning]
    above: list[str]
    texts: frozenset[int] = frozenset()
    codes_behind: bool = False
    second: tuple[int, ...] = ()


class Label(NamedTuple):
    """Code as printed, code, and name of a row in a block; '' where there is none."""

    printed: str
    code: str
    name: str


def split_blocks(columns: list[ColumnMeaning]) -> list[Block]:
    """Return the blocks of a header: a new one begins with each code or name that follows amounts."""
    blocks: list[Block] = []
    texts = frozenset(column.number - 1 for column in columns if column.role == ColumnRole.TEXT)
    for column in columns:
        index = column.number - 1
        is_label = column.role in (ColumnRole.CODE, ColumnRole.NAME)
        is_amount = column.role is None and column.measure is not None
        if (is_label and (not blocks or blocks[-1].amounts)) or (is_amount and not blocks):
            blocks.append(Block((), None, [], [], texts))
        if is_label and blocks[-1].codes and blocks[-1].name is not None:
            blocks[-1] = blocks[-1]._replace(second=(*blocks[-1].second, index))
        elif column.role == ColumnRole.CODE:
            blocks[-1] = blocks[-1]._replace(codes=(*blocks[-1].codes, index))
        elif column.role == ColumnRole.NAME:
            blocks[-1] = blocks[-1]._replace(name=index)
        elif is_amount:
            blocks[-1].amounts.append(column)
    return [block for block in blocks if block.amounts]


def with_codes_behind(blocks: Sequence[Block], body: Sequence[tuple[int, Row]]) -> list[Block]:
    """Return the blocks, and of each whether most of its names end with their codes in brackets."""
    return [block._replace(codes_behind=_end_in_codes(block, body)) for block in blocks]


def _end_in_codes(block: Block, body: Sequence[tuple[int, Row]]) -> bool:
    if block.codes or block.name is None:
        return False
    names = [squeeze(cell) for _, row in body if (cell := cell_at(row, block.name))]
    return 2 * sum(BEHIND.fullmatch(name) is not None for name in names) > len(names)


def widened(row: Row, width: int) -> Row:
    """Return a row with a cell, if only a blank one, in each of `width` columns."""
    missing = width - len(row.cells)
    return Row(row.line, row.cells + ("",) * missing) if missing > 0 else row


def cell_at(row: Row, index: int | None) -> str:
    """Return the cell at a 0-based index; '' where there is no such column."""
    return "" if index is None else row.cells[index]


def read_label(row: Row, block: Block) -> Label:
    """Return code and name; words in the column of codes are a name, and a code glued to a name is cut off."""
    parts = [fold(row.cells[index].replace(APART, "")) for index in block.codes]
    if len(parts) > 1 and parts[-1] == "".join(parts[:-1]):
        parts = parts[-1:]  # 类, 款 and 项, and the whole code once more
    printed, name = _printed(parts), cell_at(row, block.name)
    if DASHED.fullmatch(printed):
        code = re.sub(r"\D", "", printed)
        return Label(code, code, name)
    if printed and not CODE.fullmatch(printed):
        printed, name = "", name or printed
    if not printed and (glued := GLUED.fullmatch(squeeze(name))):
        return Label(fold(glued[1]), fold(glued[1]), glued[2])
    if block.codes_behind and (ended := BEHIND.fullmatch(squeeze(name))):
        return Label(fold(ended[2]), fold(ended[2]), ended[1])
    if len(parts) == 1 or not printed or max(map(len, parts)) > LONGEST:
        return Label(printed, printed, name)
    first = next(index for index, part in enumerate(parts) if part)
    parts[:first] = block.above[:first] if len(block.above) == len(parts) else parts[:first]
    block.above[:] = parts
    # 301 and 7 are 30107
    code = parts[0] + "".join(part.zfill(2) if part and len(parts[0]) == LONGEST else part for part in parts[1:])
    return Label(printed, code, name)


def _printed(parts: list[str]) -> str:
    """Return a code as its columns print it: its parts one after the other, or the last where that holds the first."""
    last = next((part for part in reversed(parts) if part), "")
    return last if len(last) > LONGEST and last.startswith(parts[0]) else "".join(parts)


def own_label(row: Row, block: Block) -> bool:
    """Tell whether a row prints a code or a name in this block."""
    return bool(cell_at(row, block.name)) or any(row.cells[index] for index in block.codes)


def label_to_the_left(row: Row, block: Block) -> str:
    """Return the nearest words to the left of the amounts: a label whose merged cell runs on into this block.

    A word for a total stands wherever there is room for it, over columns of other words too.
    """
    for index in range(block.amounts[0].number - 2, -1, -1):
        cell = row.cells[index]
        if cell and (index not in block.texts or fold_name(cell) in header_words().totals):
            return "" if parse_number(cell) else cell
    return ""


def goes_on(row: Row, block: Block) -> bool:
    """Tell whether a row prints words of its own but no label: its name is a cell merged over the rows above."""
    return any(row.cells[index] for index in block.texts) and not label_to_the_left(row, block)


def prints_amount(row: Row, block: Block, width: int) -> bool:
    """Tell whether a row prints anything where the amounts of this block stand."""
    return any(row.cells[column.number - 1] for column in block.amounts) or (
        block.amounts[-1].number == width and any(row.cells[width:])
    )


def amount_number(row: Row, width: int) -> int:
    """Return the column of the last figure of a row that is wider than its header: the first filled one beyond it."""
    return next((number for number, cell in enumerate(row.cells[width:], width + 1) if cell), width)
