"""Wholes and parts among the columns of a statement: what no sum may count beside what holds it already."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from dagster_project.extraction.folding import fold
from dagster_project.extraction.interpret.matrix.units import without_unit
from dagster_project.extraction.interpret.matrix.unknown import SPENT
from dagster_project.extraction.knowledge import StatementKind, knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.model.meaning import ColumnMeaning
from dagster_project.extraction.vocabulary import ColumnRole, Fund, Side, StatementFamily

WORDS = header_words()
WEAK = ("total", "amount")
NO_LEVELS = ("difference", "rate", "part")
SINGLE_FUNDS = (Fund.GENERAL_PUBLIC_BUDGET, Fund.GOVERNMENT_FUND_BUDGET, Fund.STATE_CAPITAL_BUDGET)
THREE_PUBLIC = ("abroad", "reception", "vehicle")


def tell_wholes(columns: Sequence[ColumnMeaning], kind: StatementKind) -> None:
    """Tell apart, in place, columns that one word names: the whole, its parts, what was carried over, repetitions."""
    for column in columns:
        if column.role is None and column.measure is None and WORDS.of_which.search(_levels(column)[-1]):
            column.measure = "part"
    money = [column for column in columns if column.role is None and column.measure]
    _tell_three_public(money, kind)
    _tell_carried(money)
    _tell_unspent(money)
    _tell_current(money, kind)
    _tell_sources(money, kind)
    _tell_parts(money)
    _tell_sums_below(money)
    _tell_repetitions(columns)


def _levels(column: ColumnMeaning) -> list[str]:
    return list(_levels_of(column.label))


@lru_cache(maxsize=2048)
def _levels_of(label: str) -> tuple[str, ...]:
    return tuple(without_unit(fold(label)).split("/"))


def _tell_three_public(money: Sequence[ColumnMeaning], kind: StatementKind) -> None:
    """Beside a 小计 of “三公”经费, a 合计 holds more than that: Jiangsu adds 会议费 and 培训费.

    Where no column is one of the three, the rows are: the columns hold amounts.
    """
    totals = [column for column in money if column.measure == "total"]
    own = [column for column in totals if WORDS.three_public_subtotal.search(without_unit(fold(column.label)))]
    for column in totals if own else ():
        if column not in own:
            column.measure = "grand_total"
    if kind.family == StatementFamily.THREE_PUBLIC and not any(column.measure in THREE_PUBLIC for column in money):
        for column in money:
            column.measure = "amount" if column.measure in ("total", "current") else column.measure


def _tell_carried(money: Sequence[ColumnMeaning]) -> None:
    """What was carried over is one amount (上年结转 / 小计, or by fund); 上年结转 / 基本支出 is a part of it."""
    for column in money:
        if column.measure not in NO_LEVELS and any(WORDS.carried.search(level) for level in _levels(column)[:-1]):
            is_whole = column.fund or column.measure in (*WEAK, "opening", "fiscal_appropriation")
            column.measure = "opening" if is_whole else "part"


def _tell_unspent(money: Sequence[ColumnMeaning]) -> None:
    """What was received or is left for basic expenditure (本年收入 / 基本支出) is a part of that, and nothing spent."""
    left = knowledge().columns.measures["closing"]
    for column in money:
        is_left = any(left.search(level) for level in _levels(column)[:-1])
        if column.measure in SPENT and (is_left or column.side == Side.INCOME):
            column.measure = "part"


def _tell_current(money: Sequence[ColumnMeaning], kind: StatementKind) -> None:
    """本年预算 beside 合计 is what is not carried over; where no column is the whole, it is the whole itself."""
    weak = "amount" if kind.family in (StatementFamily.BALANCE, StatementFamily.ECONOMIC) else "total"
    for _, group in groupby(sorted(money, key=_when), _when):
        columns = list(group)
        current = [column for column in columns if column.measure == "current"]
        if current and not any(column.measure in WEAK and column.fund is None for column in columns):
            # each block of a balance has one
            for column in current if kind.family == StatementFamily.BALANCE else current[:1]:
                column.measure = weak


def _when(column: ColumnMeaning) -> tuple[str, str, int]:
    return column.side or "", column.phase or "", column.year or 0


def _tell_sources(money: Sequence[ColumnMeaning], kind: StatementKind) -> None:
    """Beside the whole of all money, 财政拨款 / 小计 is the whole of what is appropriated; so is the whole of funds.

    A statement of one fund that prints others beside it has a whole that is not of its fund.
    """
    weak = (*WEAK, "approved") if kind.family == StatementFamily.PROJECTS else WEAK
    wholes = [column for column in money if column.measure in weak and column.fund is None]
    funds = {column.fund for column in money if column.fund and column.measure in WEAK}
    is_of_funds = kind.fund in SINGLE_FUNDS and len(funds) > 1
    appropriated = [
        column for column in wholes if any(WORDS.appropriation.fullmatch(level) for level in _levels(column))
    ]
    is_beside = len(appropriated) < len(wholes) and kind.family != StatementFamily.THREE_PUBLIC
    for column in wholes:
        if is_of_funds or (is_beside and column in appropriated):
            column.fund = Fund.FISCAL_APPROPRIATION


def _tell_parts(money: Sequence[ColumnMeaning]) -> None:
    """A column beside the 小计 of its group that measures the same is a part of it, and so is one less something."""
    for column in money:
        *parents, last = _levels(column)
        if column.measure in NO_LEVELS:
            continue
        same = [
            other
            for other in money
            if other is not column
            and (other.measure, other.fund, _when(other)) == (column.measure, column.fund, _when(column))
        ]
        beside = any(
            (_levels(other)[:-1] in (parents, [*parents, last]) and _is_sum(other)) or _is_sum_of(other, column)
            for other in same
        )
        of_which = WORDS.of_which.search(last) and (
            _says_only_what(column, last) or (same and same[0].number < column.number)
        )
        if WORDS.less.search(last) or of_which or (beside and not _is_sum(column)):
            column.measure = "part"


def _tell_sums_below(money: Sequence[ColumnMeaning]) -> None:
    """A sum below words of which nobody knows more, beside a sum that holds other money too, is a part of that."""
    placed = [(column, *place) for column in money if (place := _place_of_sum(column))]
    for column, above, below in placed:
        for other, its, others in placed:
            is_above = len(above) > len(its) and above[: len(its)] == its and below == others
            if is_above and _measures(column, other) and _holds_more(money, other, above):
                column.measure = "part"


def _holds_more(money: Sequence[ColumnMeaning], whole: ColumnMeaning, above: Sequence[str]) -> bool:
    """Tell whether money stands beside a whole that is not below these levels of labels."""
    return any(_levels(column)[: len(above)] != above for column in money if column is not whole)


def _place_of_sum(column: ColumnMeaning) -> tuple[list[str], list[str]] | None:
    """Return the levels above and below that of a sum in a label of money of which no more is known."""
    levels = _levels(column)
    at = next((at for at in range(len(levels) - 1, -1, -1) if is_sum(levels[at])), None)
    return (
        (levels[:at], levels[at + 1 :]) if at is not None and column.measure in (*WEAK, "current", "opening") else None
    )


def _measures(column: ColumnMeaning, other: ColumnMeaning) -> bool:
    return (column.measure, column.fund, _when(column)) == (other.measure, other.fund, _when(other))


def _is_sum_of(other: ColumnMeaning, column: ColumnMeaning) -> bool:
    """Tell whether labels differ in one level, a sum in the other: 用车 / 小计 / 基金 and 用车 / 购置费 / 基金."""
    levels, sums = _levels(column), _levels(other)
    if len(levels) != len(sums):
        return False
    differing = [(level, total) for level, total in zip(levels, sums, strict=True) if level != total]
    return len(differing) == 1 and differing[0][0] != "" and is_sum(differing[0][1]) and not is_sum(differing[0][0])


def is_sum(level: str) -> bool:
    """Tell whether a level of a label is a sum: 小计, 合计."""
    return WORDS.sum.search(level) is not None


def _says_only_what(column: ColumnMeaning, last: str) -> bool:
    """Tell whether the last level of a label names no measure and no fund: 其中：专项资金列入部门预算的项目."""
    return column.measure in (*WEAK, "fiscal_appropriation") and not any(
        fund.search(last) for fund in knowledge().columns.funds.values()
    )


def _is_sum(column: ColumnMeaning) -> bool:
    return is_sum(_levels(column)[-1])


def _tell_repetitions(columns: Sequence[ColumnMeaning]) -> None:
    """A further block of one side states the same money again, by another classification."""
    seen: set[str] = set()
    name: ColumnMeaning | None = None
    for column in columns:
        if column.role == ColumnRole.NAME:
            seen |= {name.side} if name is not None and name.side else set()
            name = column
        elif column.measure == "amount" and column.side in seen and name and WORDS.economic.search(name.label):
            column.measure = "repetition"
