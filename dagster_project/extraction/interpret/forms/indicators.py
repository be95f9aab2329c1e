"""Performance indicators: dimension, aspect, name, target, and what else the header names.

Pages lose merged cells, and the rest of such a row moves left; others gain a blank and move right. So a row is read
where its cells stand only if that makes sense; otherwise its filled cells are read in order, headings first.
A heading that a page break put further down belongs to the leading rows above it as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.folding import fold_label, squeeze
from dagster_project.extraction.interpret.forms.form import Form
from dagster_project.extraction.interpret.forms.words import BROKEN, indicator_role, is_heading, levels_of
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.scores import score_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import IndicatorCells

LEVELS = ("dimension", "aspect")
VALUES = ("target", "actual", "explanation", "reason")
PARTS = ("comparator", "unit", "weight")
"""What may stand in columns of its own beside a target: ≥ | 27 | 座 | 20."""


class Reading(NamedTuple):
    """How the cells of a row are read: indices of headings and of the name's cells, and the index of each value."""

    headings: list[int]
    names: list[int]
    values: dict[str, int]


def is_indicator_header(row: Row) -> bool:
    """Tell whether a row is the header of indicators: the indicator, a value, and a heading level or a value's part."""
    roles = _roles(row).keys()
    return "name" in roles and not roles.isdisjoint({"target", "actual"}) and not roles.isdisjoint((*LEVELS, *PARTS))


def _roles(row: Row) -> dict[str, int]:
    roles: dict[str, int] = {}
    for index, cell in enumerate(row.cells):
        role = indicator_role(cell) if cell else None
        if role is not None:
            roles.setdefault(role, index)
    return roles


@lru_cache(maxsize=1024)
def _opens_dimension(dimension: str, aspect: str) -> bool:
    """Tell whether an aspect cannot stand under the dimension above it, whose own heading is printed below."""
    for group, pattern in knowledge().indicators.groups.items():
        if dimension.startswith(group):
            return not pattern.fullmatch(aspect) and any(
                other.fullmatch(aspect) for name, other in knowledge().indicators.groups.items() if name != group
            )
    return False


class IndicatorSection:
    """Rows of indicators under one header, pages joined."""

    def __init__(self, form: Form, header: Row) -> None:
        self.form = form
        self.header(header)
        self.dimension: str | None = None
        self.aspect: str | None = None
        self.found: list[IndicatorCells] = []

    def header(self, row: Row) -> None:
        """Take the columns from a header row."""
        roles = _roles(row)
        self.name, self.dimension_column = roles["name"], roles.get("dimension")
        self.values = sorted((role for role in VALUES if role in roles), key=roles.__getitem__)
        self.places = {role: roles[role] for role in self.values}
        self.parts = {role: roles[role] for role in PARTS if role in roles}

    def row(self, number: int, row: Row) -> None:
        """Read one row: an indicator, a lone heading, the rest of a cell of the page before, the sum of scores."""
        cells: Sequence[str] = row.cells
        if fold_label(next(filter(None, cells), "")) in score_words().totals:
            self.form.ledger.label_row(self.form.table.table, number, row, "score")
            return
        sides = self.form.words.sides
        if not sides.isdisjoint(cells):
            cells = ["" if cell in sides else cell for cell in cells]
        if self.parts:
            apart = self.parts.values()
            cells = ["" if index in apart else cell for index, cell in enumerate(cells)]
        filled = [index for index, cell in enumerate(cells) if cell]
        if not filled:
            return
        if len(row.cells) == 1:
            self._heading(fold_label(cells[0]))
        elif not (len(filled) == 1 and self._continues(row, filled[0])):
            in_place = self._in_place(cells, filled)
            reading = in_place or self._in_order(cells, filled)
            if reading.headings:
                self._take_headings([fold_label(cells[index]) for index in reading.headings], in_place, reading)
            self._add(number, row, cells, reading)
            if in_place is not None and "target" in reading.values:
                self._label_remarks(number, row, reading)

    def _in_place(self, cells: Sequence[str], filled: list[int]) -> Reading | None:
        """Read the row where its cells stand; None where that makes no sense."""
        first = self.places[self.values[0]]
        left = bisect_left(filled, self.name)
        right = max(left, bisect_left(filled, first))
        headings, names, after = filled[:left], filled[left:right], filled[right:]
        # 公众满意度 under both of its headings is a name
        if not names or names[0] != self.name or (is_heading(cells[self.name]) and len(headings) < len(LEVELS)):
            return None
        has_value = bool(after) and after[0] == first
        if not has_value and (after or len(names) > 1):
            return None
        last = self.places[self.values[-1]]
        if not (has_value and last in after) and not all(is_heading(cells[index]) for index in headings):
            return None
        values = {role: place for role, place in self.places.items() if place in after}
        if self.values[-1] not in values and after and after[-1] > last:
            values[self.values[-1]] = next(index for index in after if index > last)
        return Reading(headings, names, values)

    def _in_order(self, cells: Sequence[str], filled: list[int]) -> Reading:
        """Read the filled cells one after the other: at most two headings, the name, the values."""
        count = 0
        while count < min(2, len(filled)) and is_heading(cells[filled[count]]):
            count += 1
        rest = filled[count:]
        return Reading(filled[:count], rest[:1], dict(zip(self.values, rest[1:], strict=False)))

    def _continues(self, row: Row, index: int) -> bool:
        """A lone cell in the column of a text is the rest of the row above, printed on the next page."""
        role = next((role for role, place in self.places.items() if place == index and role != "target"), None)
        if role is None or not self.found:
            return False
        last = self.found[-1]
        setattr(last, role, (getattr(last, role) or "") + squeeze(row.cells[index]))
        return True

    def _take_headings(self, labels: list[str], in_place: Reading | None, reading: Reading) -> None:
        if BROKEN in labels:
            self._join_broken()
            labels = [label for label in labels if label != BROKEN]
        if len(labels) >= 2:
            self._set("aspect", labels[1])
            self._set("dimension", labels[0])
        elif labels:
            self._heading(labels[0], in_place is not None and reading.headings[0] == self.dimension_column)

    def _heading(self, label: str, in_dimension_column: bool = False) -> None:
        """Take a single heading; one that can be both is an aspect, unless it stands in the column of dimensions."""
        is_dimension, is_aspect = levels_of(label)
        self._set("dimension" if is_dimension and (in_dimension_column or not is_aspect) else "aspect", label)

    def _set(self, level: str, label: str) -> None:
        if level == "aspect" and self.dimension is not None and _opens_dimension(self.dimension, label):
            self.dimension = None
        setattr(self, level, label)
        for indicator in self.found:
            if getattr(indicator, level) is None:
                setattr(indicator, level, label)

    def _join_broken(self) -> None:
        whole = f"{self.dimension or ''}{BROKEN}"
        for indicator in reversed(self.found):
            if indicator.dimension != self.dimension:
                break
            indicator.dimension = whole
        self.dimension = whole

    def _add(self, number: int, row: Row, cells: Sequence[str], reading: Reading) -> None:
        form = self.form
        texts = {role: squeeze(cells[index]) for role, index in reading.values.items()}
        if self.parts:
            texts |= self._with_parts(number, row, texts)
        indicator = IndicatorCells(
            form.table,
            row,
            number,
            form.project,
            None,
            None,
            self.dimension,
            self.aspect,
            squeeze("".join([cells[index] for index in reading.names])) or None,
            texts.get("target"),
            texts.get("actual"),
            texts.get("explanation"),
            texts.get("reason"),
            reading.values.get("target", -1),
            reading.values.get("actual", -1),
        )
        self.found.append(indicator)
        form.indicators.append(indicator)

    def _with_parts(self, number: int, row: Row, texts: dict[str, str]) -> dict[str, str]:
        """Return the target with the comparator and the unit of their own columns; a weight is claimed as a label."""
        parts = {role: squeeze(row.cells[index]) for role, index in self.parts.items() if index < len(row.cells)}
        if parse_number(parts.get("weight", "")):
            self.form.ledger.label(self.form.table.table, number, self.parts["weight"] + 1, "weight of an indicator")
        value, unit = texts.get("target", ""), parts.get("unit", "")
        wholes = [f"{parts.get('comparator', '')}{value}{unit}", f"{value}{unit}"] if parse_number(value) else []
        whole = next((each for each in wholes if parse_number(each)), None)
        return {"target": whole} if whole else {}

    def _label_remarks(self, number: int, row: Row, reading: Reading) -> None:
        """Claim what stands beside a target and its parts, such as the weight that Hunan prints under 备注."""
        known = {*self.parts.values(), *(reading.values.get(role) for role in ("target", "actual"))}
        for index in range(reading.values["target"] + 1, len(row.cells)):
            if index not in known and parse_number(row.cells[index]):
                self.form.ledger.label(self.form.table.table, number, index + 1, "remark on an indicator")
