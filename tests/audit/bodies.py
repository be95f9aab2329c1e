"""Imaginary public bodies: names that no two documents share, function codes, and money in whole fen, all from a seed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

SEEDS = Path(__file__).resolve().parents[2] / "dbt" / "seeds"
REGIONS = ("深圳市龙岗区", "深圳市", "深圳市坪山区", "深圳市南山区", "深圳市福田区")
SYLLABLES = "青白玄丹碧银苍翠澄清礁湾潮浪屿塔灯桥港岬"
OFFICES = ("海洋观测局", "林业推广局", "气象服务局", "文物修缮局", "渔港管理局")
UNITS = ("展览馆", "监测站", "服务中心", "档案馆")
TOPICS = (
    "潮位观测",
    "苗木推广",
    "灯塔修缮",
    "渔港巡查",
    "气象科普",
    "文物普查",
    "湿地养护",
    "海图编绘",
    "航标维护",
    "岛礁测绘",
    "水质监测",
    "档案整理",
)
BASIC_CODES = ("2010301", "2080501", "2080505", "2080506", "2101101", "2210201", "2210203")
PROJECT_CODES = (
    "2010302",
    "2010399",
    "2010507",
    "2060702",
    "2070109",
    "2110104",
    "2110301",
    "2110399",
    "2120104",
    "2120399",
    "2169999",
    "2200199",
    "2240299",
)
FUND_CODE = "2120803"
GENERAL, FUND, OWN = "general", "fund", "own"
Amounts = tuple[int, ...]


class Line(NamedTuple):
    """Money of one unit under one code from one fund: basic and project expenditure."""

    unit: int
    code: str
    fund: str
    basic: int
    project: int

    @property
    def total(self) -> int:
        """Both."""
        return self.basic + self.project


class Money:
    """Draws money: on `coarse` paper in hundreds of yuan, so that ten thousand yuan with two decimals are exact."""

    def __init__(self, random: Random, is_coarse: bool) -> None:
        self.random, self.step = random, 10_000 if is_coarse else 1

    def between(self, low: int, high: int) -> int:
        """Return fen between `low` and `high` yuan."""
        return self.random.randrange(low * 100 // self.step, high * 100 // self.step) * self.step

    def split(self, whole: int, parts: int) -> list[int]:
        """Return parts that sum to `whole`, none of them zero where that can be."""
        rest, found = whole // self.step, []
        for left in range(parts, 1, -1):
            part = self.random.randint(min(1, rest), max(rest * 2 // (left + 1), min(1, rest)))
            found.append(part * self.step)
            rest -= part
        return [*found, whole - sum(found)]


@cache
def function_names() -> Mapping[str, str]:
    """Return the standard name of each function code."""
    with (SEEDS / "function_codes.csv").open(encoding="utf-8") as file:
        return {row["function_code"]: row["function_name"] for row in csv.DictReader(file)}


def rolled_up(coded: Iterable[tuple[str, Amounts]]) -> dict[str, Amounts]:
    """Return the amounts of each 类, 款 and 项 in printed order, the upper ones summed."""
    found: dict[str, Amounts] = {}
    for code, amounts in coded:
        for length in (3, 5, 7):
            above = found.get(code[:length], (0,) * len(amounts))
            found[code[:length]] = tuple(a + b for a, b in zip(above, amounts, strict=True))
    return dict(sorted(found.items()))


def summed(rows: Iterable[Sequence[int]], width: int) -> Amounts:
    """Return the sums of columns."""
    total = [0] * width
    for row in rows:
        total = [a + b for a, b in zip(total, row, strict=True)]
    return tuple(total)


def invented_name(number: int) -> str:
    """Return a name for office `number`: as many as anybody needs, no two alike."""
    size = len(SYLLABLES)
    digits = [(number // size**place + 7 * place) % size for place in range(4)]
    return "".join(SYLLABLES[digit] for digit in digits)


def numeral(number: int) -> str:
    """Return a Chinese numeral up to 99."""
    digits = "一二三四五六七八九"
    tens, ones = divmod(number, 10)
    ten = {0: "", 1: "十"}.get(tens, f"{digits[tens - 1]}十")
    return ten + (digits[ones - 1] if ones else "")
