"""What a printed rule of scoring gives for the rate that the text states. Silent wherever a doubt is left.

Two forms are read: tiers of one rate (比率≤100%的，得2分), and the full score times a rate.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from dagster_project.extraction.folding import fold
from dagster_project.extraction.model.meaning import Score
from dagster_project.extraction.wording.mentions import Mention, Passage

BOUND = re.compile(r"[<≤>≥]\d+(?:\.\d+)?%")
TIER = re.compile(
    r"(?:(?P<low>\d+(?:\.\d+)?)%(?P<first>[<≤>≥]))?(?P<rate>[^\d%<>≤≥;；。,、.)）]{2,20})"
    r"(?P<second>[<≤>≥])(?P<high>\d+(?:\.\d+)?)%的?,?得(?P<points>\d+(?:\.\d+)?)分"
)
NUMBERING = re.compile(r"(?:^|(?<=[;；。分]))\d[.、．]")
"""In a numbered list 2.10%<比率 begins with the number 2; in another it is a figure."""
POINTS = re.compile(r"\d+(?:\.\d+)?分")
PRODUCT = re.compile(
    r"^本?指标得分=(?:本指标)?(?:满分分值|满分|分值|权重)×(?P<rate>[^\d×=。;,，]{3,20}?率)(?=$|其中|[。;,])"
)
LATEX = ((r"\geq", "≥"), (r"\leq", "≤"), (r"\%", "%"), ("$", ""))
COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}
STATED = r"(?:为|是|达到|达|[:：])?\s*(\d{1,3}(?:\.\d+)?)\s*[%％]"
ANY_RATE = "比率"
HUNDRED = Decimal(100)


def rule_mentions(texts: list[Passage], scores: list[Score]) -> Iterator[Mention]:
    """Yield for each score the points that its rule gives for the stated rate: one mention, where all agree."""
    for score in scores:
        reading = _rate_of(score)
        if reading is None:
            continue
        stated = [
            (passage, match)
            for passage in texts
            if reading in passage.text and passage.table_number is None
            for match in re.finditer(re.escape(reading) + STATED, passage.text)
        ]
        points = {_points(score, Decimal(match[1])) for _, match in stated}
        if len(points) == 1 and (given := points.pop()) is not None:
            passage, match = stated[0]
            yield Mention(
                passage.line,
                match.start(1),
                match.end(1),
                None,
                None,
                None,
                "rule",
                score,
                match.group(),
                match[1],
                given,
                "分",
            )


def _rate_of(score: Score) -> str | None:
    """Return the rate that decides the score by its rule alone; None where the rule says more than that."""
    name, printed = score.names[2], score.rule_text
    if name is None or not printed or "%" not in printed or score.score is None or score.weights[2] is None:
        return None
    rule = _plain(score)
    tiers = list(TIER.finditer(rule)) if BOUND.search(rule) else []
    if tiers:
        rates = {tier["rate"].removesuffix("的") for tier in tiers}
        whole = max(Decimal(tier["points"]) for tier in tiers) == score.weights[2]
        if len(tiers) >= 2 and len(rates) == 1 and whole and len(POINTS.findall(rule)) == len(tiers):
            return name if rates <= {ANY_RATE, name} else None
        return None
    product = PRODUCT.match(rule)
    return product["rate"] if product and product["rate"] == name else None


def _points(score: Score, rate: Decimal) -> Decimal | None:
    tiers = list(TIER.finditer(_plain(score)))
    weight = score.weights[2]
    assert weight is not None
    if not tiers:
        return weight * rate / HUNDRED if rate <= HUNDRED else None
    given = [Decimal(tier["points"]) for tier in tiers if _holds(tier, rate)]
    return given[0] if len(given) == 1 else None


def _holds(tier: re.Match[str], rate: Decimal) -> bool:
    above = tier["low"] is None or COMPARE[tier["first"]](Decimal(tier["low"]), rate)
    return above and COMPARE[tier["second"]](rate, Decimal(tier["high"]))


def _plain(score: Score) -> str:
    text = fold(score.rule_text or "").replace("，", ",")
    for latex, plain in LATEX:
        text = text.replace(latex, plain)
    return NUMBERING.sub("", text) if "1" in [found[0] for found in NUMBERING.findall(text)] else text
