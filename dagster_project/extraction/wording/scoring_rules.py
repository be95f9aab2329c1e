"""What a printed rule of scoring gives for the rate that the text states. Silent wherever a doubt is left.

Two forms are read: tiers of one rate (比率≤100%的，得2分), and the full score times a rate.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.wording.scoring import scoring_words
from dagster_project.extraction.locate.texts import Texts
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.meaning import Score
from dagster_project.extraction.wording.mentions import Mention

WORDS = scoring_words()
BOUND = re.compile(r"[<≤>≥]\d+(?:\.\d+)?%")
LATEX = ((r"\geq", "≥"), (r"\leq", "≤"), (r"\%", "%"), ("$", ""))
COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}
HUNDRED = Decimal(100)


def rule_mentions(prose: Texts[Prose], scores: list[Score]) -> Iterator[Mention]:
    """Yield for each score the points that its rule gives for the stated rate: one mention, where all agree."""
    for score in scores:
        reading = _rate_of(score)
        if reading is None:
            continue
        rate = re.compile(re.escape(reading) + WORDS.rate_behind.pattern)
        stated = [(line, match) for line, text in prose.holding(rate) for match in rate.finditer(text)]
        points = {_points(score, Decimal(match[1])) for _, match in stated}
        if len(points) == 1 and (given := points.pop()) is not None:
            line, match = stated[0]
            yield Mention(
                line,
                *match.span(1),
                side="rule",
                of=score,
                label=match.group(),
                printed=match[1],
                number=given,
                unit=WORDS.unit,
            )


def _rate_of(score: Score) -> str | None:
    """Return the rate that decides the score by its rule alone; None where the rule says more than that."""
    name, printed = score.names[2], score.rule_text
    if name is None or not printed or "%" not in printed or score.score is None or score.weights[2] is None:
        return None
    rule = _plain(score)
    tiers = list(WORDS.tier.finditer(rule)) if BOUND.search(rule) else []
    if tiers:
        rates = {tier["rate"].removesuffix(WORDS.rate_ending) for tier in tiers}
        whole = max(Decimal(tier["points"]) for tier in tiers) == score.weights[2]
        if len(tiers) >= 2 and len(rates) == 1 and whole and len(WORDS.points.findall(rule)) == len(tiers):
            return name if rates <= {WORDS.any_rate, name} else None
        return None
    product = WORDS.product.match(rule)
    return product["rate"] if product and product["rate"] == name else None


def _points(score: Score, rate: Decimal) -> Decimal | None:
    tiers = list(WORDS.tier.finditer(_plain(score)))
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
    return WORDS.numbering.sub("", text) if "1" in [found[0] for found in WORDS.numbering.findall(text)] else text
