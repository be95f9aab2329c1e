"""Counts the numbers of a text document a second time, sharing no code with the extraction.

Written from the definition of a number in the README, with plain patterns on single lines, so that the ledger can be
compared with something that does not share its faults. It decides nothing about meaning.
"""

from __future__ import annotations

import re
from collections import Counter

COUNTERS = (
    "万元|亿元|元|万张|张|万人次|人次|万人|人|家次|家|个月|个|次|期|场|户|篇|项|本|份|天|日|周|月|年|小时|分钟|分|吨|公里|平方米|"
    "种|台|套|条|件|辆|名|只|座|间|批|类|度|倍|户次|处|亿|万"
)
AMOUNT = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
COMPARATOR = r"(?:[≥≤≧≦＞＜><=＝~～]{1,2}|不低于|不少于|不高于|不超过|不多于|至少|约)?"
SIGN = r"[-−–+]?"
NUMBER_CELL = re.compile(rf"{COMPARATOR}{SIGN}(?:{AMOUNT})(?:[%％‰]|(?:{COUNTERS})(?:/每?(?:{COUNTERS}|季度|年度))?)?")
PROSE_AMOUNT = re.compile(rf"(?<![\d.,])(?:{AMOUNT})\s*[万亿]?元")
TAG = re.compile(r"</?[A-Za-z][^>]*>")
FORM_LABEL = re.compile(r"(项目编码|实施期限|项目总金额[^：:]*|本年度项目金额[^：:]*)[：:]\s*(\S+)")
FORM_INDICATOR = re.compile(r"(?:产出|效益|满意度)指标 +\*?\S+ +(?P<name>\S+) +(?P<value>\S+)(?: |$)")


def is_number(text: str) -> bool:
    """Whether the text of a cell is one number: comparator or sign, digits, per cent sign or counter word."""
    bare = re.sub(r"\s", "", TAG.sub("", text))
    return bool(NUMBER_CELL.fullmatch(re.sub(r"^[(（](.*)[)）]$", r"\1", bare)))


def count_amounts(text: str) -> int:
    """Amounts of money in a stretch of text: a number followed by 元, 万元 or 亿元."""
    return len(PROSE_AMOUNT.findall(TAG.sub("", text)))


def cells(line: str) -> list[str] | None:
    """Return the cells of a table line, tab-separated or between pipes; None where the line is no table line."""
    if line.startswith("|"):
        return line.strip().strip("|").split("|")
    if "\t" in line:
        return line.split("\t")
    return None


def count_form_line(line: str) -> int:
    """Numbers of a line that is no table line: values behind known labels, values of indicator rows, amounts."""
    values = [label.group(2) for label in FORM_LABEL.finditer(line)]
    indicator = FORM_INDICATOR.match(line)
    if indicator:
        values.append(indicator["value"])
    numbers = [value for value in values if is_number(value)]
    # an amount that was counted as the value of a label is not counted as prose again
    return len(numbers) + count_amounts(line) - sum(count_amounts(value) for value in numbers)


def count_line(line: str) -> int:
    """Numbers seen in one line."""
    parts = cells(line)
    if parts is None:
        return count_form_line(line)
    return sum(1 if is_number(part) else count_amounts(part) for part in parts)


def scan(text: str) -> Counter[int]:
    """Return how many numbers each line holds, by line number from 1; lines without numbers are left out."""
    counts = Counter({number: count_line(line) for number, line in enumerate(text.split("\n"), 1)})
    return +counts
