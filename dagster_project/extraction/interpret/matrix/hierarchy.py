"""Levels and parents of rows: by code where codes are printed, else by order, numbering and sums.

A 款 and its only 项 may bear one name, and tables without codes print 类, 款 and 项 one under the other: a 款 is
followed by rows that add up to it (identity 2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal

from dagster_project.extraction.amounts import Number, half_unit
from dagster_project.extraction.folding import fold
from dagster_project.extraction.interpret.matrix.codes import unpad
from dagster_project.extraction.interpret.matrix.misprints import mend_codes
from dagster_project.extraction.interpret.matrix.wholes import is_sum
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.model.meaning import RowMeaning
from dagster_project.extraction.vocabulary import Classification, RowRole

BALANCES = ("opening_balance", "closing_balance")
TOTALS = ("total", "income_total", "expenditure_total", "income_grand_total", "expenditure_grand_total")
"""Rows over all rows with a code."""


def nest(
    rows: Sequence[RowMeaning],
    values: Sequence[Number | None],
    before: Sequence[RowMeaning] = (),
    bare: Set[int] = frozenset(),
) -> None:
    """Set level, parent and role (leaf or subtotal) of `rows`; `values` are their first figures or None.

    `before` are the rows of the block to the left: the last 类 of one can go on at the top of the next. `bare` are the
    ids of rows without money: an item all of whose parts are such is divided by none of them.
    """
    unpad(rows)
    if any(row.code for row in rows):
        mend_codes(rows, values)
        _nest_by_code(rows, values, _open_at_end(before))
    else:
        _nest_by_sums(rows, values)
    divided = {id(row.parent) for row in rows if id(row) not in bare}
    undivided = {id(row) for row in rows if row.item and id(row) not in bare | divided}
    for row in rows:
        if row.parent is not None and row.parent.role == RowRole.LEAF and id(row.parent) not in undivided:
            row.parent.role = RowRole.SUBTOTAL


def _open_at_end(rows: Sequence[RowMeaning]) -> dict[int, RowMeaning]:
    """Return the last row of each level under which another could still stand."""
    open_rows: dict[int, RowMeaning] = {}
    for row in rows:
        if row.level is not None:
            open_rows = {level: parent for level, parent in open_rows.items() if level < row.level} | {row.level: row}
    return open_rows


def _nest_by_code(
    rows: Sequence[RowMeaning], values: Sequence[Number | None], open_rows: dict[int, RowMeaning]
) -> None:
    organisation = next((row.organisation for row in open_rows.values()), None)
    total: Number | None = None
    strays: list[tuple[RowMeaning, RowMeaning]] = []
    for index, (row, value) in enumerate(zip(rows, values, strict=True)):
        if row.organisation is not organisation:
            open_rows, organisation, total = {}, row.organisation, None
        if row.code is None:
            if row.item in TOTALS and not (open_rows and value is not None and value == total):
                # printed again on the next page, a total ends nothing
                open_rows, total = {0: row}, value
            continue
        _resolve_misprint(row, open_rows, rows[index + 1] if index + 1 < len(rows) else None)
        if row.level is None:
            continue
        row.parent = next((open_rows[level] for level in range(row.level - 1, -1, -1) if level in open_rows), None)
        if row.parent is not None and row.parent.code and not row.code.startswith(row.parent.code):
            row.parent = None
            category = open_rows.get(1)
            if category is not None and category.code and row.code.startswith(category.code):
                strays.append((row, category))
        open_rows = {level: parent for level, parent in open_rows.items() if level < row.level}
        open_rows[row.level] = row
    _take_in(strays, rows, values)


def _take_in(
    strays: Sequence[tuple[RowMeaning, RowMeaning]], rows: Sequence[RowMeaning], values: Sequence[Number | None]
) -> None:
    """Put rows whose 款 is not printed under their 类, unless what stands there already adds up to it."""
    if not strays:
        return
    amounts = {id(row): value.value for row, value in zip(rows, values, strict=True) if value is not None}
    below: dict[int, list[Decimal]] = defaultdict(list)
    for row in rows:
        if row.parent is not None and id(row) in amounts:
            below[id(row.parent)].append(amounts[id(row)])
    half = half_unit(max((value.decimals for value in values if value), default=0))
    for row, category in strays:
        children = below[id(category)]
        if not children or abs(sum(children) - amounts.get(id(category), Decimal(0))) > half * (len(children) + 1):
            row.parent = category


def _resolve_misprint(row: RowMeaning, open_rows: dict[int, RowMeaning], following: RowMeaning | None) -> None:
    """Resolve a code such as 7 for 210, or 7 11 02 below 210 11; the printed form stays in `code_as_printed`.

    Only codes that no classification has are touched. The rows under it tell, else the 款 it stands below.
    """
    if row.code is None or row.classification == Classification.PROCUREMENT:
        return
    if row.level is None and following is not None and following.code and following.level in (2, 3):
        row.level = following.level - 1
        row.code = following.code[: 1 + 2 * row.level]
        row.classification = following.classification
    parent = open_rows.get(2)
    if row.classification == Classification.NONE and parent is not None and row.code[-4:-2] == (parent.code or "")[3:]:
        row.level, row.code, row.classification = 3, f"{parent.code}{row.code[-2:]}", parent.classification


def _nest_by_sums(rows: Sequence[RowMeaning], values: Sequence[Number | None]) -> None:
    category: RowMeaning | None = None
    subcategory: RowMeaning | None = None
    half = half_unit(max((value.decimals for value in values if value), default=0))
    left = Decimal(0)
    count = 0
    items: dict[str, RowMeaning] = {}
    listed = _listed(rows, values, half)
    for row, value in zip(rows, values, strict=True):
        amount = value.value if value is not None else Decimal(0)
        if row.item in items and _is_below(row, category):
            row.item = None  # what a row that nobody knows is made of
        if row.item is not None or row.role != RowRole.LEAF:
            category = subcategory = None
            _nest_item(row, items)
        elif is_sum(row.name) or _is_use(row, items):
            category = subcategory = None
        elif row.numbering == 1:
            row.level, category, subcategory = 1, row, None
        elif category is not None and row.name:
            is_next = subcategory is not None and row.numbering is not None and row.numbering == subcategory.numbering
            if subcategory is None or is_next or id(category) in listed or abs(left) <= half * (count + 1):
                row.level, row.parent = 2, category
                subcategory, left, count = row, amount, 0
            else:
                row.level, row.parent = 3, subcategory
                left -= amount
                count += 1


def _is_below(row: RowMeaning, category: RowMeaning | None) -> bool:
    """Tell whether a numbered row stands below one that no item is: （一）… below 二、…"""
    return category is not None and row.role == RowRole.LEAF and (row.numbering or 0) > (category.numbering or 0)


def _listed(rows: Sequence[RowMeaning], values: Sequence[Number | None], half: Decimal) -> set[int]:
    """Return the 类 that all rows below them add up to: these stand side by side, none below another."""
    listed: set[int] = set()
    category: RowMeaning | None = None
    left, count = Decimal(0), 0
    for row, value in zip(rows, values, strict=True):
        is_name = row.item is None and row.role == RowRole.LEAF and not is_sum(row.name)
        if is_name and category is not None and row.numbering != 1:
            left, count = left - (value.value if value else 0), count + 1
            continue
        if category is not None and count and abs(left) <= half * (count + 1):
            listed.add(id(category))
        category = row if is_name and row.numbering == 1 else None
        left, count = value.value if value else Decimal(0), 0
    if category is not None and count and abs(left) <= half * (count + 1):
        listed.add(id(category))
    return listed


def _is_use(row: RowMeaning, items: Mapping[str, RowMeaning]) -> bool:
    """Tell whether a row that nobody knows stands beside uses of money (三、某某经费 behind 二、项目支出)."""
    use = items.get("project") or items.get("basic")
    return use is not None and use.numbering == row.numbering is not None


def _is_of_its_part(row: RowMeaning, item: str, items: Mapping[str, RowMeaning]) -> bool:
    """Tell whether a row names an item as a part of what is a part of it: 一、一般公共预算, below it 其中：财政拨款."""
    parts = {one.item for one in knowledge().items if one.part_of == item}
    return fold(row.printed_name or "").startswith(page_words().of_which) and not parts.isdisjoint(items)


def _nest_item(row: RowMeaning, items: dict[str, RowMeaning]) -> None:
    """Put a known row under the one that totals it; a fund named below a balance is that balance of the fund."""
    known = next((item for item in knowledge().items if item.item == row.item), None)
    if known is None:
        return
    if _is_of_its_part(row, known.item, items):
        row.item = None
        return
    balance = next((items[key] for key in reversed(items) if key in BALANCES), None)
    if known.fund is not None and balance is not None:
        row.item, row.fund, row.parent = balance.item, known.fund, balance
        return
    whole = items.get(known.part_of or "")
    # 五、单位资金收入 and 六、其他收入 stand side by side
    if whole is None or not row.numbering == whole.numbering == 1:
        row.parent = whole
    items[known.item] = row
