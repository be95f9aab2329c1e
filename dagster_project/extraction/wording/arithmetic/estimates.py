"""What the calculation basis of a project lists: the amounts that make up the project, and the totals it states.

Only what is plain is taken: an amount that ends its clause is a component; a price per head, a standard, an amount in
brackets or inside a calculation is none; a total replaces what it sums. Where an amount speaks of another thing, or
a numbered use has no amount, the list is not clear, and nothing is concluded from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from dagster_project.extraction.amounts import half_unit
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.knowledge.time import years
from dagster_project.extraction.knowledge.wording.estimates import estimate_words
from dagster_project.extraction.locate.tables import Located
from dagster_project.extraction.model.meaning import TableMeaning
from dagster_project.extraction.wording.arithmetic.calculations import calculations_in, plain
from dagster_project.extraction.wording.arithmetic.estimate_texts import EstimateText, estimate_texts

WORDS = estimate_words()
MARKS = punctuation()
AMOUNT = re.compile(
    rf"(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)\s*(?P<unit>{amounts().any_unit}|[亿万](?=\s*(?:[,。;、)\n]|$)))"
)
EDGE = re.compile(rf"[{MARKS.stops}{MARKS.listing}{MARKS.colons}\n<>]|(?<=元)\.|,(?!\d{{3}}(?!\d))|(?<!\d),")
SENTENCE = re.compile(rf"[{MARKS.stops}\n]")
BRACKETS = re.compile(r"\([^()]*\)")
OF_ALL = re.compile(WORDS.of_all.pattern + WORDS.total.pattern)
YEAR = years().printed


@dataclass(slots=True, eq=False)
class EstimateAmount:
    """An amount of a calculation basis, and what it is there: component, part of a total, total, or no addend."""

    source: EstimateText
    start: int
    end: int
    digits: str
    unit: str
    item: int
    role: str = "component"
    total: EstimateAmount | None = None

    @property
    def yuan(self) -> Decimal:
        """The amount in yuan."""
        return Decimal(self.digits.replace(",", "")) * self.factor

    @property
    def factor(self) -> Decimal:
        """What its unit multiplies with."""
        return amounts().factors[self.unit if self.unit.endswith("元") else f"{self.unit}元"]

    @property
    def half_unit(self) -> Decimal:
        """Half of what its last digit is worth."""
        return half_unit(len(self.digits.partition(".")[2]), self.factor)


@dataclass(slots=True, eq=False)
class Estimate:
    """The amounts of one form's calculation basis; `clarity` is numbered, totalled, listed or unclear."""

    source: EstimateText
    amounts: list[EstimateAmount] = field(default_factory=list)
    clarity: str = "unclear"


def estimates(tables: Sequence[TableMeaning], located: Located) -> list[Estimate]:
    """Return what the calculation basis of each project form lists, where it states any amount."""
    read = (_Reader(text).read() for text in estimate_texts(tables, located))
    return [estimate for estimate in read if estimate.amounts]


class _Reader:
    """Reads one text: amounts, then the uses they stand in, then what is left of each use."""

    def __init__(self, source: EstimateText) -> None:
        self.source, self.text = source, plain(source.text)
        self.items = [match.start() for match in WORDS.item.finditer(self.text)]
        self.inside = [match.span() for match in BRACKETS.finditer(self.text)]
        self.standards = [match.span() for match in WORDS.by_standard.finditer(self.text)]
        self.operands = [
            (found.start, found.end - len(found.result_as_printed)) for found in calculations_in(source.text)
        ]

    def read(self) -> Estimate:
        """Return the estimate."""
        estimate = Estimate(self.source, [self._amount(match) for match in AMOUNT.finditer(self.text)])
        edges = [0, *self.items, len(self.text)]
        whole = self._total_of_all(estimate.amounts)
        kept = [
            _Use(
                [each for each in estimate.amounts if each.item == item and each is not whole], self.text[start:end]
            ).settle()
            for item, (start, end) in enumerate(pairwise(edges))
        ]
        numbered = len(self.items) > 1
        is_clear = not any(each.role == "other" for each in estimate.amounts) and (not numbered or not kept[0])
        if whole is not None:
            is_clear, numbered = is_clear and all(kept[1:]), False
            for each in (each for use in kept for each in use):
                each.role, each.total = "part", whole if is_clear else None
            kept = [[whole]]
        if is_clear and numbered and all(kept[1:]):
            estimate.clarity = "listed" if self._other_year() else "numbered"
        elif is_clear and not numbered and not self._other_year():
            left = [each for use in kept for each in use]
            if len(left) == 1 and left[0].role == "total":
                estimate.clarity = "totalled"
            elif len(left) > 1:
                estimate.clarity = "listed"
        for use in kept:
            for amount in use:
                amount.role = "component"
        return estimate

    def _total_of_all(self, amounts: list[EstimateAmount]) -> EstimateAmount | None:
        """Return the last amount if it is the total of all numbered uses: a sentence of its own, not the last use's."""
        if len(self.items) < 2 or not amounts or amounts[-1].role != "total":
            return None
        whole = amounts[-1]
        if not OF_ALL.fullmatch(SENTENCE.split(self.text[: whole.start])[-1]):
            return None
        components = [each for each in amounts if each.role == "component"]
        last = [each for each in components if each.item == whole.item]
        is_of_last = _fits(last, whole) or (len(last) != 1 and not _fits(components, whole))
        return None if is_of_last else whole

    def _amount(self, match: re.Match[str]) -> EstimateAmount:
        start = match.start()
        item = sum(start >= each for each in self.items)
        return EstimateAmount(self.source, start, match.end(), match["digits"], match["unit"], item, self._role(match))

    def _role(self, match: re.Match[str]) -> str:
        start, end = match.span()
        before = EDGE.split(self.text[max(0, start - 80) : start])[-1]
        if any(left < start < right for left, right in self.inside):
            return "aside"
        if any(left <= start < right for left, right in self.operands):
            return "operand"
        if any(left <= start < right for left, right in self.standards) or WORDS.rate.search(before):
            return "rate"
        if WORDS.rate_after.match(self.text, end):
            return "rate"
        if self.text[end : end + 1] == ":":
            return "heading"
        if WORDS.total.search(before):
            return "total"
        if WORDS.restated.search(before):
            return "restated"
        if any(right == start for _, right in self.operands):
            return "component"
        return "other" if WORDS.another.search(before) or not WORDS.after.match(self.text, end) else "component"

    def _other_year(self) -> bool:
        """Tell whether the text, but for what stands in brackets or 《》, names another year than the form's."""
        text = BRACKETS.sub("", re.sub(r"《[^》]*》", "", self.text))
        return any(int(year) != self.source.table.year for year in YEAR.findall(text))


class _Use:
    """The amounts of one use, in printed order, and its text."""

    def __init__(self, amounts: list[EstimateAmount], text: str) -> None:
        self.amounts = [each for each in amounts if each.role in ("component", "total", "restated", "heading")]
        self.is_open = WORDS.and_so_on in text

    def settle(self) -> list[EstimateAmount]:
        """Return what the use comes to: its components, or the total that replaces them."""
        left: list[EstimateAmount] = []
        heading: EstimateAmount | None = None
        for amount in self.amounts:
            if amount.role == "heading" and heading is None and not left:
                heading = amount
            elif amount.role in ("component", "heading"):
                left.append(amount)
            else:
                left = [*self._before(amount, left), amount]
        if heading is not None and len(left) == 1 and left[0].role != "component":
            heading.role = "part"
        elif heading is not None:
            self._sum(heading, left)
            left = [heading]
        return left

    def _before(self, total: EstimateAmount, left: list[EstimateAmount]) -> list[EstimateAmount]:
        """What is left before a total takes the place of its parts: of the fewest amounts that sum to it, or of all."""
        for start in range(len(left) - 1, -1, -1):
            if total.role == "total" and _fits(left[start:], total):
                self._sum(total, left[start:])
                return left[:start]
        self._sum(total, left)
        return []

    def _sum(self, total: EstimateAmount, parts: list[EstimateAmount]) -> None:
        """Make amounts parts of a total; one that is restated, or heads an open list, need not be their sum."""
        is_sum = _fits(parts, total) or (len(parts) > 1 and total.role != "restated" and not self.is_open)
        for part in parts:
            part.role, part.total = "part", total if is_sum else None


def _fits(parts: list[EstimateAmount], total: EstimateAmount) -> bool:
    rounding = total.half_unit + sum((part.half_unit for part in parts), Decimal(0))
    return abs(sum((part.yuan for part in parts), -total.yuan)) <= rounding
