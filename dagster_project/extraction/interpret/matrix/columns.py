"""What each column of a statement holds: by the levels of its label, and by what stands below it.

The lowest level of a label that says anything decides: 公务用车购置及运行费 / 小计 / 一般公共预算 is the vehicles'
money from one fund, for 小计 and a fund say nothing of what is measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import groupby, islice
from typing import NamedTuple

from dagster_project.extraction.amounts import is_dash, parse_money
from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.interpret.matrix.horizons import horizon_named, settle_horizons
from dagster_project.extraction.interpret.matrix.units import without_unit
from dagster_project.extraction.interpret.matrix.unknown import measure_unknown, tell_unknown_below
from dagster_project.extraction.interpret.matrix.wholes import tell_wholes
from dagster_project.extraction.knowledge import StatementKind, knowledge
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.model.meaning import CHANGES, PERCENT, ColumnMeaning
from dagster_project.extraction.vocabulary import (
    OF_MONEY,
    OF_TOTALS,
    ColumnRole,
    Fund,
    Phase,
    Side,
    StatementFamily,
)

YEAR = years().printed
CODE = re.compile(r"[235]\d\d(\d\d){0,4}|[ABC]\d{0,10}")
ITEMISED = (StatementFamily.BALANCE, StatementFamily.INCOME, StatementFamily.THREE_PUBLIC)
"""Families in which 项目 heads the items, not projects."""
MOSTLY_MONEY = (StatementFamily.PROJECTS, StatementFamily.PROCUREMENT, StatementFamily.THREE_PUBLIC)
"""Families in which a label may say that figures are none."""
NAMING = (ColumnRole.NAME, ColumnRole.PROJECT_NAME, ColumnRole.ORGANISATION)
WORDS = header_words()
WEAK = ("total", "amount")
"""Measures that say only that money is meant: any other word of the label says more."""
ENOUGH = 60
"""Cells that tell what a column holds."""
LONG, FEWEST_WHOLE = 5, 3
"""Digits from which a whole number is more than a count, and numbers that show it."""


class Held(StrEnum):
    """What most cells of a column hold; UNSURE where too few say anything."""

    WORDS = "words"
    CODES = "codes"
    FIGURES = "figures"
    UNSURE = "unsure"


class Said(NamedTuple):
    """What the label of a column says."""

    role: ColumnRole | None
    measure: str | None = None
    fund: Fund | None = None
    phase: Phase | None = None


NOTHING = Said(None)


def read_columns(
    labels: Sequence[str],
    sides: Sequence[Side | None],
    body: Sequence[Sequence[str]],
    kind: StatementKind,
    year: int | None,
) -> list[ColumnMeaning]:
    """Return the meaning of each column; `body` holds the cells of the rows below the header, `year` the table's."""
    columns: list[ColumnMeaning] = []
    unnamed: set[int] = set()
    unknown: set[int] = set()
    for index, (label, side) in enumerate(zip(labels, sides, strict=True)):
        below = held(cells[index] for cells in body if index < len(cells))
        said = _classify(without_unit(fold(label)), kind.key, below)
        if said.role is None and said.measure in (None, *CHANGES) and below in (Held.WORDS, Held.CODES):
            unnamed.add(index)
            # words under no label of their own stand in a cell merged with the label to the left
            said = Said(ColumnRole.CODE if below is Held.CODES else _of_words(label))
        if said == NOTHING and label and below is Held.FIGURES and _may_be_money(label, kind):
            unknown.add(index)
        unit = PERCENT if said.measure == "rate" else None
        columns.append(
            ColumnMeaning(index + 1, label, said.role, said.measure, said.fund, side, phase=said.phase, unit=unit)
        )
        columns[-1].year = year_named(fold(label), year)
        columns[-1].horizon = horizon_named(fold(label), kind)
    _name_blocks(columns, unnamed)
    measure_unknown(columns, unknown, "total" if kind.family in OF_TOTALS else "amount")
    paths = [without_unit(fold(column.label)).split("/") for column in columns]
    tell_unknown_below(
        columns,
        paths,
        lambda level: _is_unknown(level, kind),
        lambda levels: _classify("/".join(levels), kind.key, Held.FIGURES).measure,
    )
    tell_wholes(columns, kind)
    settle_horizons(columns)
    return columns


def _is_unknown(level: str, kind: StatementKind) -> bool:
    return _classify(level, kind.key, Held.FIGURES) == NOTHING and year_named(level, None) is None


def _of_words(label: str) -> ColumnRole | None:
    """Return the role of a column of words whose label no role knows."""
    if WORDS.level_of_names.search(label):
        return ColumnRole.NAME
    return ColumnRole.TEXT if label else None


def _may_be_money(label: str, kind: StatementKind) -> bool:
    return kind.family in OF_MONEY or (
        kind.family in MOSTLY_MONEY and not WORDS.no_amount.search(without_unit(fold(label)))
    )


def held(cells: Iterable[str]) -> Held:
    """Tell what most of the filled cells of a column are."""
    saying = (cell for cell in cells if cell and not is_dash(cell) and fold(cell) not in WORDS.totals)
    filled = list(islice(saying, ENOUGH))
    codes = sum(CODE.fullmatch(squeeze(cell)) is not None for cell in filled)
    numbers = [cell for cell in filled if parse_money(cell) is not None]
    if filled and 5 * codes >= 4 * len(filled):
        return Held.CODES
    if len(filled) > 0 and 5 * len(numbers) <= 2 * len(filled):
        return Held.WORDS
    printed_as_money = any("." in cell or "," in cell for cell in numbers) or _are_of_all_sizes(numbers)
    return Held.FIGURES if printed_as_money and 5 * len(numbers) >= 3 * len(filled) else Held.UNSURE


def _are_of_all_sizes(numbers: Sequence[str]) -> bool:
    """Tell whether whole numbers are as amounts in yuan are: some long, none within another as codes are."""
    whole = {squeeze(number) for number in numbers} - {"0"}
    if len(whole) < FEWEST_WHOLE or not all(number.isdecimal() for number in whole):
        return False
    is_nested = any(other.startswith(number) for number in whole for other in whole if other != number)
    return len({len(number) for number in whole}) > 1 and max(map(len, whole)) >= LONG and not is_nested


def _name_blocks(columns: list[ColumnMeaning], unnamed: set[int]) -> None:
    """In front of amounts that no column names, a column of words of which the header says nothing names the rows."""
    for is_label, run in groupby(columns, lambda column: column.role is not None or column.number - 1 in unnamed):
        if not is_label:
            continue
        block = list(run)
        words = (column for column in block if column.number - 1 in unnamed and column.role != ColumnRole.CODE)
        is_only_label = block[0].number == 1 and all(column.role == ColumnRole.TEXT for column in block)
        first = block[0] if is_only_label else next(words, None)
        is_followed = block[-1].number < len(columns)
        if first is not None and is_followed and not any(column.role in NAMING[:2] for column in block):
            first.role = ColumnRole.NAME


def year_named(path: str, year: int | None) -> int | None:
    """Return the year a label names, in figures or as the one before the table's."""
    printed = YEAR.search(path)
    if printed:
        return int(printed.group(1))
    return year - 1 if year is not None and WORDS.last_year.search(path) else None


@lru_cache(maxsize=2048)
def _classify(path: str, kind_key: str, below: Held) -> Said:
    """Return what a label says of a column that holds `below`."""
    words, kind = knowledge().columns, knowledge().kinds[kind_key]
    role = _role(path, kind)
    if below is Held.CODES and (
        # 科目 beside 名称, whatever the word; A, B and C under 项目编号
        role == ColumnRole.NAME or (role == ColumnRole.PROJECT_CODE and kind.family != StatementFamily.PROJECTS)
    ):
        return Said(ColumnRole.CODE)
    if role is not None and not (below is Held.FIGURES and role in NAMING):
        return Said(role)
    if WORDS.change.search(path):
        is_rate = WORDS.rate.search(path.rpartition("/")[2])
        return Said(None, "rate" if is_rate else "difference")
    phase = phase_named(path)
    if WORDS.rate.search(path.rpartition("/")[2]):
        return Said(None, "rate", None, phase)
    fund = next((fund for fund, pattern in words.funds.items() if pattern.search(path)), None)
    # what is measured stands beside its phase (因公出国（境）费 / 预算数), or the phase is all there is (预算数)
    measure = _measure(WORDS.phase_level.sub("", path), kind) or _measure(path, kind)
    if measure is None and phase is not None:
        measure = "amount"  # a phase is one of money, whatever else its words are
    if measure == "current":  # 人员经费 / 本年预算
        above = _measure(WORDS.year_level.sub("", path), kind)
        measure = above if above and above not in WEAK else measure
    return Said(None, _of_family(measure, fund, kind), fund, phase)


def phase_named(path: str) -> Phase | None:
    """Return the phase a label names."""
    return next((phase for phase, pattern in knowledge().columns.phases.items() if pattern.search(path)), None)


def _role(path: str, kind: StatementKind) -> ColumnRole | None:
    bare = re.sub(r"[(（][^()（）]*[)）]$", "", path)
    roles = knowledge().columns.roles.items()
    labels = (path,) if bare == path else (path, bare)
    role = next((role for label in labels for role, pattern in roles if pattern.search(label)), None)
    if role == ColumnRole.PROJECT_NAME and kind.family in ITEMISED:
        return ColumnRole.NAME
    is_named_again = role == ColumnRole.TEXT and kind.family == StatementFamily.BALANCE
    return ColumnRole.NAME if is_named_again and WORDS.economic.search(path) else role


def _of_family(measure: str | None, fund: Fund | None, kind: StatementKind) -> str | None:
    """Return how a kind of statement calls money of which nothing is said, or only whose it is."""
    family, measure = kind.family, None if fund and measure in ("current", "amount") else measure
    if family == StatementFamily.BALANCE and (measure in WEAK or (measure is None and fund)):
        return "amount"
    if family in (StatementFamily.ECONOMIC, StatementFamily.PROCUREMENT) and (
        measure == "total" or (not measure and fund)
    ):
        return "amount"
    if measure is None and fund and family in (StatementFamily.INCOME, StatementFamily.PROJECTS):
        return "fiscal_appropriation"
    if measure is None and fund and family in (StatementFamily.EXPENDITURE, StatementFamily.TRANSFER):
        return "total"
    return "amount" if measure is None and fund else measure


def _measure(path: str, kind: StatementKind) -> str | None:
    """Return the measure that a label names: in a kind's own words, or in common ones where those stand lower."""
    columns = knowledge().columns
    own = _lowest(path, kind.measures.items())
    found = _lowest(path, ((pattern, measure) for measure, pattern in columns.measures.items()))
    best = max((own, found), key=lambda named: named.rank)
    if best.measure and best.measure not in WEAK:
        return best.measure
    source = _lowest(path, ((pattern, source) for source, pattern in columns.sources.items()))
    return source.measure or own.measure or found.measure


class Lowest(NamedTuple):
    """A measure that a label names, whether it says more than that money is meant, and the level that it stands at."""

    rank: tuple[bool, int]
    measure: str | None


NAMELESS = Lowest((False, -1), None)


def _lowest(path: str, patterns: Iterable[tuple[re.Pattern[str], str]]) -> Lowest:
    """Return the measure that the lowest level of a label names, the first of several; a weak one if no other."""
    best = NAMELESS
    for pattern, measure in patterns:
        for match in pattern.finditer(path):
            rank = measure not in WEAK, path.count("/", 0, match.end() - (path[match.end() - 1 : match.end()] == "/"))
            if rank > best.rank:
                best = Lowest(rank, measure)
    return best
