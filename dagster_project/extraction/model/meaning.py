"""What interpretation makes of a table: figures, each with the meaning of its row, its column and its table.

These are working objects of one extraction: interpreters fill them, the settling of units, phases and organisations
completes them, `assemble` turns them into rows. They never leave the package.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from dagster_project.extraction.amounts import Number
from dagster_project.extraction.model.document import Row, Table
from dagster_project.extraction.vocabulary import (
    Classification,
    ColumnRole,
    Disclosure,
    Fund,
    Horizon,
    OrganisationKind,
    Phase,
    ReadingStatus,
    RowRole,
    Side,
    UnitBasis,
)


@dataclass(slots=True, eq=False)
class Unit:
    """A unit of amount and the evidence for it; `printed` is None where no unit is printed."""

    printed: str | None
    applied: str | None
    basis: UnitBasis


NO_UNIT = Unit(None, None, UnitBasis.NONE)


@dataclass(slots=True, eq=False)
class Organisation:
    """An organisation by its normalised name."""

    name: str
    kind: OrganisationKind
    department: str | None
    region_code: str | None = None
    region_name: str | None = None


@dataclass(slots=True, eq=False)
class TableMeaning:
    """What the caption of a table says, and its unit."""

    table: Table
    kind: str
    fund: Fund | None
    organisation: Organisation | None
    organisation_as_printed: str | None
    year: int | None
    unit: Unit
    votes: str | None = None


PERCENT = Unit(None, "%", UnitBasis.COLUMN)
"""The unit of a column of rates, whatever the money beside it is in."""
CHANGES = ("difference", "rate")
"""Measures of columns that set others beside each other, whatever their rows measure."""


@dataclass(slots=True, eq=False)
class ColumnMeaning:
    """What a column holds; `number` counts from 1."""

    number: int
    label: str
    role: ColumnRole | None = None
    measure: str | None = None
    fund: Fund | None = None
    side: Side | None = None
    year: int | None = None
    phase: Phase | None = None
    phase_evidence: str | None = None
    horizon: Horizon = Horizon.YEAR
    unit: Unit | None = None


@dataclass(eq=False)
class RowMeaning:
    """What a row is about; `number` counts from 1 within its table."""

    number: int
    line: int
    code_as_printed: str | None = None
    code: str | None = None
    name: str = ""
    printed_name: str | None = None
    """The name with its numbering (二、事业收入), where `name` is without."""
    item: str | None = None
    classification: Classification = Classification.NONE
    level: int | None = None
    role: RowRole = RowRole.LEAF
    parent: RowMeaning | None = None
    organisation: Organisation | None = None
    organisation_as_printed: str | None = None
    project_name: str | None = None
    fund: Fund | None = None
    year: int | None = None
    unit: Unit | None = None
    numbering: int | None = None
    measure: str | None = None
    """What the row measures, in a statement that prints its measures one under the other."""

    @cached_property
    def label(self) -> str:
        """Code, space, name: the row label of the contract; asked once interpretation is done."""
        return f"{self.code_as_printed or ''} {self.printed_name or self.name or self.project_name or ''}".strip()


@dataclass(slots=True, eq=False)
class Figure:
    """One cell of an amount column: a figure, a dash or a blank."""

    table: TableMeaning
    row: RowMeaning
    column: ColumnMeaning
    column_number: int
    text: str
    number: Number | None
    disclosure: Disclosure
    settled_unit: Unit = NO_UNIT
    amount: Decimal | None = None
    correction: str | None = None
    status: ReadingStatus = ReadingStatus.UNTESTED

    @property
    def measure(self) -> str | None:
        """What it measures: the change between columns, else what its row does, else its column."""
        return self.column.measure if self.column.measure in CHANGES else self.row.measure or self.column.measure

    @property
    def unit(self) -> Unit:
        """The unit that applies, the nearest evidence first: cell, column of rates, row, column, table."""
        if self.number is not None and self.number.unit is not None:
            return Unit(self.number.unit, self.number.unit, UnitBasis.CELL)
        if self.column.unit == PERCENT:
            return PERCENT
        return self.row.unit or self.column.unit or self.table.unit


@dataclass(slots=True, eq=False)
class Project:
    """A printed project row or form, with its figures by measure."""

    table: TableMeaning
    row_number: int
    line: int
    organisation: Organisation | None
    organisation_as_printed: str | None
    name: str | None = None
    code: str | None = None
    type: str | None = None
    is_new: bool | None = None
    period: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None
    is_basic: bool = False
    figures: list[Figure] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class IndicatorCells:
    """A printed indicator: column indices into its row, -1 where a part is not printed."""

    table: TableMeaning
    row: Row
    row_number: int
    project: Project | None
    organisation: Organisation | None
    organisation_as_printed: str | None
    dimension: str | None
    aspect: str | None
    name: str | None
    target: str | None
    actual: str | None
    explanation: str | None
    reason: str | None
    target_column: int = -1
    actual_column: int = -1


@dataclass(slots=True, eq=False)
class Score:
    """A row of a scoring table: names and weights of its levels, its score; `columns` of weights and score."""

    table: TableMeaning
    row: Row
    row_number: int
    names: list[str | None]
    weights: list[Decimal | None]
    weight_columns: list[int]
    role: RowRole
    score: Decimal | None
    score_text: str | None
    score_column: int
    explanation: str | None
    rule_text: str | None
    score_row_number: int = 0

    def __post_init__(self) -> None:
        self.score_row_number = self.score_row_number or self.row_number
