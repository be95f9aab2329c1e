"""The units a department names as its own: in a sentence, in a numbered list below one, or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dagster_project.extraction.folding import fold, squeeze
from dagster_project.extraction.knowledge.bodies import bodies
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.model.document import Prose, Row

NON_INDEPENDENT = re.compile(r"(?:下设|下辖|包括|以及|[和及与、，])?([\u4e00-\u9fff]{6,30}?)[（(]非独立核算[）)]")
SUBORDINATE = re.compile(r"下属(?:预算)?单位(?:是|包括|有)[:：]\s*([\u4e00-\u9fff、（）()]{4,})")
IN_SCOPE = re.compile(r"(?:编制|编报|汇编)范围的?[^。]{0,24}?(?:包括|分别是|分别为|有)[:：]?([^。；;]+)")
LIST_BELOW = re.compile(r"(?:预算|行政|事业|下属|二级)单位[^。]*(?:包括|如下|分别是|分别为)[:：]?$")
NUMBERED = re.compile(r"[(（]?(\d{1,3})[)）]?[.、．,]?\s*([\u4e00-\u9fff].*)")
COLUMN = re.compile(r"(预算)?单位名称")
BODY = re.compile(
    rf"[\u4e00-\u9fff]{{2,}}{bodies().alone}"
    r"([（(](本级|本部|机关|汇总)[）)])?"
)


class Member(NamedTuple):
    """A unit as named, whether it is 非独立核算, and its line."""

    name: str
    is_independent: bool
    line: int


def members(prose: Iterable[Prose]) -> Iterator[Member]:
    """Yield the units that a document names as its department's own."""
    expected = 0
    for block in prose:
        if expected and (numbered := NUMBERED.fullmatch(squeeze(block.text))) and int(numbered.group(1)) == expected:
            expected += 1
            name = numbered.group(2).rstrip(punctuation().clauses)
            if BODY.fullmatch(name):
                yield Member(name, True, block.line)
            continue
        expected = 0
        if "单位" in block.text or "非独立核算" in block.text:
            text = squeeze(block.text)
            expected = 1 if LIST_BELOW.search(fold(text)) else 0
            yield from _in_sentence(text, block.line)


def _in_sentence(text: str, line: int) -> Iterator[Member]:
    if "非独立核算" in text:
        for match in NON_INDEPENDENT.finditer(text):
            yield Member(match.group(1), False, line)
        return
    for pattern in (SUBORDINATE, IN_SCOPE):
        for match in pattern.finditer(text):
            yield from (Member(name, True, line) for name in _listed(match.group(1)))


def members_in_table(rows: Sequence[Row]) -> Iterator[Member]:
    """Yield the units below the heading 单位名称 of a table."""
    column = None
    for row in rows:
        heading = next((index for index, cell in enumerate(row.cells) if COLUMN.fullmatch(squeeze(cell))), None)
        if heading is not None:
            column = heading
        elif column is not None and column < len(row.cells) and BODY.fullmatch(name := squeeze(row.cells[column])):
            yield Member(name, True, row.line)


def _listed(words: str) -> Iterator[str]:
    for part in re.split(r"[、，,]", words):
        # 和 stands between two bodies, or within the name of one (规划和自然资源局)
        left, _, right = part.rpartition("和")
        names = [left, right] if BODY.fullmatch(left) and BODY.fullmatch(right) else [part]
        yield from (name for name in names if BODY.fullmatch(name))
