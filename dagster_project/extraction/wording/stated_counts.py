"""How many projects the prose says there are, and the money it states for them.

Only statements about all projects of a kind: what is selected, key or reviewed by others is another number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dagster_project.extraction.amounts import amounts_in
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.model.document import Prose

NUMBER = r"\s*(?P<count>\d{1,4})\s*个"
YEAR = r"(?:\s*20\d\d\s*年度?\s*)?"
SET = r"(?:编报|编制|设置|申报|填报)[^。;；,，\d]"
KINDS = (
    ("target_forms", re.compile(SET + rf"{{0,12}}{NUMBER}\s*(?:[一二]级)?项目(?:支出)?(?:预算)?绩效目标")),
    ("target_forms", re.compile(SET + rf"{{0,6}}绩效目标的{YEAR}项目(?:支出)?共?{NUMBER}")),
    ("self_evaluations", re.compile(rf"{NUMBER}\s*项目(?:支出)?(?:的)?(?:绩效)?自评(?:结果|表|情况)")),
    ("first_level_projects", re.compile(rf"自评[^。]{{0,16}}一级项目{NUMBER}")),
)
HINT = re.compile(r"项目[^。]{0,6}\d|\d\s*个[^。]{0,4}项目")
SELECTED = re.compile(r"选择|选取|抽取|部分|重点项目|重点评价|部门评价|再评价|其中的")
ALL = re.compile(r"所有|全部|全面|100\s*[%％]")
SENTENCE = re.compile(f"[{punctuation().stops}]")


class StatedCount(NamedTuple):
    """A number of projects: its kind, its place in a line, and where the amount that goes with it starts."""

    line: int
    start: int
    end: int
    kind: str
    label: str
    number: int
    is_all: bool
    amount_start: int | None


def stated_counts(prose: Sequence[Prose]) -> list[StatedCount]:
    """Return the numbers of projects that the prose states for all projects of a kind."""
    found = []
    for block in prose:
        if "绩效目标" not in block.text and "自评" not in block.text:
            continue
        if "项目" not in block.text or not HINT.search(block.text):
            continue
        for kind, pattern in KINDS:
            for match in pattern.finditer(block.text):
                start, end = _sentence(block.text, *match.span())
                words = block.text[start:end]
                if not SELECTED.search(words):
                    found.append(
                        StatedCount(
                            block.line,
                            *match.span("count"),
                            kind,
                            squeeze(match.group()),
                            int(match["count"]),
                            ALL.search(words) is not None,
                            _amount(block.text, start, end),
                        )
                    )
    return found


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    above = [match.end() for match in SENTENCE.finditer(text, 0, start)]
    below = SENTENCE.search(text, end)
    return above[-1] if above else 0, below.start() if below else len(text)


def _amount(text: str, start: int, end: int) -> int | None:
    """The one amount that the sentence states, introduced as what the projects involve."""
    inside = [amount for amount in amounts_in(text) if start <= amount.start < end]
    if len(inside) == 1 and "涉及" in text[start : inside[0].start]:
        return inside[0].start
    return None
