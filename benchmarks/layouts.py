"""Layouts that leave the facts of a table what they are: changes of a table as the reader found it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from dagster_project.extraction.folding import squeeze

NUMBER = re.compile(r"-?[\d,]+(\.\d+)?")
TOTAL = re.compile("合计|总计")
WAN = re.compile(r"(单位[:：]\s*)万\s*元")
NO_MONEY = re.compile("[%％率个辆数量幅]")
OF_NUMBER = re.compile(r"(附?表|公开|预算)[\d一二三四五六七八九十]+[-\d]*表?\s*")
FEWEST = 6
"""Rows from which two pages can share a body."""


class Cell(NamedTuple):
    """A text, and where it stood: table, row and column."""

    text: str
    place: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Sheet:
    """A table with the lines over it, and how many rows head it; its columns of figures, from 0."""

    above: list[str]
    rows: list[list[Cell]]
    head: int
    figures: tuple[int, ...]
    is_matrix: bool


Block = str | Sheet
Change = Callable[[random.Random, Sheet], list[Sheet] | None]


def _over_all(word: str) -> Change:
    def change(_: random.Random, sheet: Sheet) -> list[Sheet] | None:
        if not sheet.is_matrix or sheet.head > 2 or not sheet.rows[0][sheet.figures[0]].text:
            return None
        first = sheet.figures[0]
        top = [Cell(word) if at == first else cell if at < first else Cell("") for at, cell in enumerate(sheet.rows[0])]
        below = [Cell("") if at < first else cell for at, cell in enumerate(sheet.rows[0])]
        return [replace(sheet, rows=[top, below, *sheet.rows[1:]], head=sheet.head + 1)]

    return change


def _serial(_: random.Random, sheet: Sheet) -> list[Sheet] | None:
    if not sheet.is_matrix:
        return None
    first = [*(["序号"] + [""] * (sheet.head - 1)), *map(str, range(1, len(sheet.rows) - sheet.head + 1))]
    rows = [[Cell(text), *row] for text, row in zip(first, sheet.rows, strict=True)]
    return [replace(sheet, rows=rows, figures=tuple(at + 1 for at in sheet.figures))]


def _total_last(_: random.Random, sheet: Sheet) -> list[Sheet] | None:
    body = sheet.rows[sheet.head :]
    if not sheet.is_matrix or not body or not any(TOTAL.fullmatch(squeeze(cell.text)) for cell in body[0]):
        return None
    return [replace(sheet, rows=[*sheet.rows[: sheet.head], *body[1:], body[0]])]


def _in_yuan(_: random.Random, sheet: Sheet) -> list[Sheet] | None:
    words = "".join(cell.text for row in sheet.rows for cell in row if not NUMBER.fullmatch(cell.text))
    if not sheet.is_matrix or NO_MONEY.search(words) or not any(map(WAN.search, sheet.above)):
        return None
    rows = [[_yuan(cell) if at in sheet.figures else cell for at, cell in enumerate(row)] for row in sheet.rows]
    return [replace(sheet, rows=rows, above=[WAN.sub(r"\1元", line) for line in sheet.above])]


def _yuan(cell: Cell) -> Cell:
    is_figure = cell.place is not None and NUMBER.fullmatch(cell.text)
    return cell._replace(text=f"{Decimal(cell.text.replace(',', '')) * 10_000:,.2f}") if is_figure else cell


def _caption_in_rows(_: random.Random, sheet: Sheet) -> list[Sheet] | None:
    blanks = [Cell("")] * (len(sheet.rows[0]) - 1)
    rows = [[Cell(line), *blanks] for line in sheet.above]
    return (
        [replace(sheet, rows=[*rows, *sheet.rows], head=sheet.head + len(rows), above=[])] if blanks and rows else None
    )


def _numbered(number: str) -> Change:
    def change(_: random.Random, sheet: Sheet) -> list[Sheet] | None:
        at = next((at for at, line in enumerate(sheet.above) if len(OF_NUMBER.sub("", line)) > 3), None)
        if at is None or WAN.search(sheet.above[at]):
            return None
        title = number.format(OF_NUMBER.sub("", sheet.above[at]))
        return [replace(sheet, above=[title, *sheet.above[at + 1 :]])]

    return change


def _two_pages(*over: str) -> Change:
    def change(draw: random.Random, sheet: Sheet) -> list[Sheet] | None:
        if not sheet.is_matrix or len(sheet.rows) < sheet.head + FEWEST:
            return None
        cut = draw.randrange(sheet.head + 2, len(sheet.rows) - 1)
        rest = [*sheet.rows[: sheet.head], *sheet.rows[cut:]]
        return [replace(sheet, rows=sheet.rows[:cut]), replace(sheet, rows=rest, above=list(over))]

    return change


CHANGES: dict[str, Change] = {
    "plain": lambda _, sheet: [sheet],
    "amount_over_all": _over_all("金额"),
    "budget_over_all": _over_all("预算数"),
    "serial_numbers": _serial,
    "total_last": _total_last,
    "in_yuan": _in_yuan,
    "caption_in_rows": _caption_in_rows,
    "number_and_point": _numbered("附表8. {}"),
    "number_behind": _numbered("{}（表8）"),
    "two_pages": _two_pages(),
    "two_pages_again": _two_pages("续表"),
}


def changed(blocks: Sequence[Block], change: Change, draw: random.Random) -> list[Block]:
    """Return a document with all tables changed that can be."""
    found: list[Block] = []
    for block in blocks:
        found += [block] if isinstance(block, str) else change(draw, block) or [block]
    return found
