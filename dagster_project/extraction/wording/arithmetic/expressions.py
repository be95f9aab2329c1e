"""Arithmetic as documents print it, read and evaluated: 200*20+30*50, 3000元/人×6人, 5.36/(3.65+109,216.48).

Only numbers, + − × ÷ and brackets. Words around a number (件, 元/人, 单价) say what it counts and are no arithmetic.
Money counts in yuan, 万 as ten thousand, % as a hundredth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import NamedTuple

from dagster_project.extraction.amounts import EXACT, half_unit
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.wording.calculations import calculation_words

WORDS = calculation_words()
OPERATORS = {
    "×": "*",
    "✕": "*",
    "*": "*",
    "＊": "*",
    "x": "*",
    "X": "*",
    "÷": "/",
    "/": "/",
    "／": "/",
    "+": "+",
    "-": "-",
    "−": "-",
}
OPERATOR = re.compile(rf"\s*([{re.escape(''.join(OPERATORS))}])")
LABEL = r"\s*[\u4e00-\u9fff“”]{0,12}?\s*"
SCALE = "|".join(sorted(amounts().scales, key=len, reverse=True))
TERM = re.compile(
    LABEL + rf"(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)\s*(?P<scale>{SCALE})(?P<unit>元|[%‰])?"
    rf"(?P<words>(?:(?!{WORDS.results.pattern})[\u4e00-\u9fff㎡²]){{0,4}}(?:[/／][\u4e00-\u9fff㎡²]{{1,4}})*)\s*"
)
OPEN, CLOSE = re.compile(LABEL + r"\("), re.compile(r"\s*\)")
FACTORS = amounts().scales | {"%": Decimal("0.01"), "‰": Decimal("0.001"), "元": Decimal(1)}


class Term(NamedTuple):
    """A number with its unit: what it counts for, what its unit multiplies with, its decimals and its words."""

    value: Decimal
    factor: Decimal
    decimals: int
    is_money: bool
    words: str

    @property
    def half_unit(self) -> Decimal:
        """Half of what the last printed digit is worth."""
        return half_unit(self.decimals, self.factor)


class Value(NamedTuple):
    """What an expression comes to, and the power of money in it: 1 for an amount, 0 for a rate or a count."""

    number: Decimal
    money: int


class Node(NamedTuple):
    """An operator between two operands; an operand is a node, or the index of a term."""

    operator: str
    left: Node | int
    right: Node | int


class Expression(NamedTuple):
    """An expression: its terms in printed order, and the tree over them."""

    terms: tuple[Term, ...]
    tree: Node

    @property
    def divides(self) -> bool:
        """Whether it holds a quotient, which no number of digits need print in full."""
        return _divides(self.tree)

    def value(self, bare: Decimal) -> Value | None:
        """Return what it comes to; an addend without a unit beside money is counted in `bare` yuan."""
        return self._value([term.value for term in self.terms], bare)

    def rounding(self, bare: Decimal) -> Decimal:
        """Return how far the value moves when its rounded terms are off by half of what their last digit is worth.

        Rounded are amounts in 万元 that are added, and terms with decimals that are added or divided. A factor is
        exact: 0.3 as the price of a page is no rounded figure.
        """
        values, exact, total = [term.value for term in self.terms], self.value(bare), Decimal(0)
        measured = set(_measured(self.tree))
        for index, term in enumerate(self.terms):
            if exact is not None and index in measured and (term.decimals or (term.is_money and term.factor > 1)):
                moved = self._value([*values[:index], values[index] + term.half_unit, *values[index + 1 :]], bare)
                total += abs(moved.number - exact.number) if moved else 0
        return total

    def _value(self, values: Sequence[Decimal], bare: Decimal) -> Value | None:
        operands = [Value(value, int(term.is_money)) for value, term in zip(values, self.terms, strict=True)]
        try:
            return _value_of(self.tree, operands, bare)
        except (DivisionByZero, InvalidOperation):
            return None


def _divides(tree: Node | int) -> bool:
    return not isinstance(tree, int) and (tree.operator == "/" or _divides(tree.left) or _divides(tree.right))


def _measured(tree: Node | int, is_factor: bool = False) -> Iterator[int]:
    """The terms that are added or divided, and no factors of a plain product."""
    if not isinstance(tree, int):
        for side in (tree.left, tree.right):
            yield from _measured(side, tree.operator == "*")
    elif not is_factor:
        yield tree


def _value_of(tree: Node | int, operands: Sequence[Value], bare: Decimal) -> Value | None:
    if isinstance(tree, int):
        return operands[tree]
    left, right = (_value_of(side, operands, bare) for side in (tree.left, tree.right))
    return _combined(tree.operator, left, right, bare) if left and right else None


def _combined(operator: str, left: Value, right: Value, bare: Decimal) -> Value | None:
    if operator == "*":
        return Value(EXACT.multiply(left.number, right.number), left.money + right.money)
    if operator == "/":
        return Value(EXACT.divide(left.number, right.number), left.money - right.money)
    if {left.money, right.money} == {0, 1}:
        left, right = (side if side.money else Value(side.number * bare, 1) for side in (left, right))
    if left.money != right.money:
        return None
    return Value(left.number + right.number if operator == "+" else left.number - right.number, left.money)


def term_at(text: str, start: int) -> tuple[Term, int] | None:
    """Return the number that begins at `start`, words before it allowed, and where what belongs to it ends."""
    match = TERM.match(text, start)
    if match is None or WORDS.ambiguous.match(match["words"]):
        return None
    plain, scale, unit = match["digits"].replace(",", ""), match["scale"], match["unit"] or ""
    words = match["words"]
    is_money = unit == "元" or (scale in ("万", "亿") and not unit and (not words or words[0] in "/／"))
    factor = FACTORS[scale] * FACTORS[unit]
    decimals = len(plain) - plain.index(".") - 1 if "." in plain else 0
    return Term(EXACT.multiply(Decimal(plain), factor), factor, decimals, is_money, words), match.end()


def read_expression(text: str) -> Expression | None:
    """Return the expression that the whole of `text` is; None where it is none, or a single number."""
    terms: list[Term] = []
    tree, end = _sum(text, 0, terms)
    if isinstance(tree, Node) and not text[end:].strip():
        return Expression(tuple(terms), tree)
    return None


Operand = Callable[[str, int, list[Term]], tuple["Node | int | None", int]]


def _sum(text: str, at: int, terms: list[Term]) -> tuple[Node | int | None, int]:
    return _chain("+-", _product, text, at, terms)


def _product(text: str, at: int, terms: list[Term]) -> tuple[Node | int | None, int]:
    return _chain("*/", _factor, text, at, terms)


def _chain(operators: str, operand: Operand, text: str, at: int, terms: list[Term]) -> tuple[Node | int | None, int]:
    tree, at = operand(text, at, terms)
    while tree is not None and (match := OPERATOR.match(text, at)) and OPERATORS[match.group(1)] in operators:
        right, at = operand(text, match.end(), terms)
        tree = None if right is None else Node(OPERATORS[match.group(1)], tree, right)
    return tree, at


def _factor(text: str, at: int, terms: list[Term]) -> tuple[Node | int | None, int]:
    if opened := OPEN.match(text, at):
        tree, at = _sum(text, opened.end(), terms)
        closed = CLOSE.match(text, at)
        return (tree, closed.end()) if tree is not None and closed else (None, at)
    found = term_at(text, at)
    if found is None:
        return None, at
    terms.append(found[0])
    return len(terms) - 1, found[1]
